"""What answers at a scheduler's address need not be one: it is told in time, whatever it says or leaves unsaid."""

from __future__ import annotations

import asyncio
import logging
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress

import pytest

from deckmaker.rows.cluster import connection
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.problem import ClusterProblem

pytest.importorskip("distributed")


@contextmanager
def stranger(answer: Callable[[socket.socket], object]) -> Iterator[str]:
    """Yield the address of somebody who answers so, on this machine."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server, suppress(OSError):
        kept: list[socket.socket] = []

        def serve() -> None:
            with suppress(OSError):
                while True:
                    kept.append(server.accept()[0])
                    threading.Thread(target=answered, args=(kept[-1],), daemon=True).start()

        def answered(one: socket.socket) -> None:
            with suppress(OSError):
                answer(one)

        threading.Thread(target=serve, daemon=True).start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        for one in kept:
            one.close()


def refused(address: str) -> ClusterProblem:
    with pytest.raises(ClusterProblem) as caught, connected(address):
        pass
    return caught.value


def drip(one: socket.socket) -> None:
    """Say a long answer, a byte at a time."""
    one.sendall(struct.pack("<Q", 1_000))
    while True:
        one.sendall(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize("answer", [lambda one: None, drip], ids=["nothing", "never whole"])
def test_nobody_is_waited_for_longer_than_a_scheduler(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """Such as a database, which waits for whoever calls to speak first: Dask would wait with it for ever."""
    monkeypatch.setattr(connection, "PATIENCE", 0.5)
    began = time.monotonic()
    with stranger(answer) as address:  # type: ignore[arg-type]
        problem = refused(address)
    assert problem.reason == f"no scheduler answers at `{address}`"
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 400 Bad Request\r\n\r\n" * 9,
        b"\0" * 99,
        b"SSH-2.0-OpenSSH_9.9\r\n",
        struct.pack("<QQQB", 17, 1, 1, 5),
    ],
    ids=["HTTP", "zeros", "SSH", "a number"],
)
def test_what_is_no_scheduler_is_told_as_such(said: bytes) -> None:
    """Its first bytes are a length to Dask, for which there is not enough memory."""
    with stranger(lambda one: one.sendall(said)) as address:
        problem = refused(address)
    assert problem.reason == f"what answers at `{address}` is no scheduler of Dask's"
    assert problem.help


def test_dask_says_nothing_of_its_own() -> None:
    """It gives parts of itself levels of their own: of a scheduler that ends, it wrote a line between our messages."""
    from distributed import client, scheduler

    before = client.logger.level
    with connection._quiet():
        assert not [one for one in (client, scheduler) if one.logger.isEnabledFor(logging.CRITICAL)]
    assert client.logger.level == before


def test_an_address_that_wants_certificates_without_any_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = refused("tls://127.0.0.1:1")
    assert problem.reason == "`tls://127.0.0.1:1` wants certificates, and Dask's settings name none"
    assert "distributed.comm.tls" in (problem.help or "")


def test_a_program_that_runs_a_loop_of_its_own_may_use_a_cluster() -> None:
    """Python lets no thread run two: shaking hands takes one of its own."""

    async def within() -> ClusterProblem:
        return refused("tcp://127.0.0.1:1")  # where nobody listens

    with ThreadPoolExecutor() as threads:  # this one may run a loop already, of a browser
        problem = threads.submit(lambda: asyncio.run(within())).result()
    assert problem.reason.startswith("no scheduler answers at")
