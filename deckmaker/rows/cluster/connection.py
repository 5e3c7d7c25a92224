"""A cluster: one that is there already, by its scheduler's address, or one on this machine for as long as a run
(`local.py`)."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

from deckmaker.addresses import without_secrets
from deckmaker.rows.cluster.local import local_cluster
from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.cluster.waiting import in_time

_FILE_BYTES = 1_000_000
"""Of a scheduler's file that are read; it has a thousand or two."""

LOCAL = "local"
"""In place of a scheduler's address: workers on this machine, one for each core."""

PATIENCE = 20.0
"""Seconds to wait for a scheduler, and then for its first worker."""

_GREETED = 1.0
"""Seconds more until it has said who it is."""

_ENCRYPTED = ("tls://", "wss://")


@contextmanager
def connected(where: str) -> Iterator[Any]:
    """Yield a client of the cluster at an address (`tcp://host:8786`), of a scheduler's file, or of a local one.

    A local one listens on 127.0.0.1 alone, and has no dashboard. Raises ClusterProblem.
    """
    distributed = _distributed()
    with ExitStack() as stack:
        stack.enter_context(_quiet())
        address = where
        if where == LOCAL:
            try:
                address = stack.enter_context(local_cluster(distributed))
            except Exception as error:
                raise ClusterProblem(f"workers cannot be started here: {_words(error)}") from error
        elif os.path.isfile(where):
            address = _address_in(where)
        elif "://" not in where:
            raise ClusterProblem(
                f"`{where}` is neither a scheduler's file nor its address",
                "write `tcp://host:8786`, or `--cluster local`",
            )
        if where != LOCAL:
            _greet(distributed, address)
        try:
            client = distributed.Client(address, timeout=PATIENCE, set_as_default=False, name="deckmaker")
        except Exception as error:
            raise _unreachable(where, error) from error
        stack.callback(_close, client)
        yield client


def _greet(distributed: Any, address: str) -> None:
    """Shake hands with a scheduler, and leave again: whoever answers without a word Dask would wait for for ever.
    Raises ClusterProblem where that fails."""
    from distributed.comm import get_address_host_port
    from distributed.comm.core import connect

    options = distributed.Security().get_connection_args("client")
    shown = without_secrets(address)
    if address.startswith(_ENCRYPTED) and options["ssl_context"] is None:
        help = "name them in Dask's configuration, under `distributed.comm.tls`"
        raise ClusterProblem(f"`{shown}` wants certificates, and Dask's settings name none", help)

    async def greeted() -> bool:
        try:
            (await connect(address, timeout=PATIENCE, **options)).abort()
        except ValueError:  # not of the address, which is one
            return False
        return True

    problem = None
    try:
        get_address_host_port(address, strict=True)
        if not in_time(lambda: asyncio.run(greeted()), PATIENCE + _GREETED):  # a thread has one loop, and may have it
            problem = _no_scheduler(shown)
    except (OSError, TimeoutError, ValueError) as error:
        problem = _unreachable(address, error)
    except Exception:  # of any kind, by what was taken for a greeting
        problem = _no_scheduler(shown)
    if problem:  # without the error, which holds a connection that Dask would complain of
        raise problem


def _no_scheduler(shown: str) -> ClusterProblem:
    help = "see that the address is right; `dask scheduler` prints it"
    return ClusterProblem(f"what answers at `{shown}` is no scheduler of Dask's", help)


def _address_in(file: str) -> str:
    """Return the address that a scheduler's file names. Raises ClusterProblem."""
    try:
        with open(file, "rb") as stream:
            found = json.loads(stream.read(_FILE_BYTES))
        address = found.get("address") if isinstance(found, dict) else None
    except (OSError, ValueError, RecursionError):
        address = None
    if not (isinstance(address, str) and "://" in address):
        help = "`dask scheduler --scheduler-file FILE` writes it while the scheduler runs"
        raise ClusterProblem(f"`{file}` is no scheduler's file: it names no address", help)
    return address


def _distributed() -> Any:
    try:
        import distributed
    except ImportError:
        help = "install deckmaker with its extra `cluster`, as in `pip install '.[cluster]'`"
        raise ClusterProblem("a cluster needs Dask's `distributed`, which is not installed", help) from None
    return distributed


@contextmanager
def _quiet() -> Iterator[None]:
    """Leave what Dask would say of its own, whose parts have levels of their own: what matters becomes a message of
    ours."""
    names = [one for one in logging.root.manager.loggerDict if f"{one}.".startswith("distributed.")]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def _close(client: Any) -> None:
    with suppress(Exception):  # a scheduler that is gone already
        client.close(timeout=PATIENCE)


def _unreachable(where: str, error: Exception) -> ClusterProblem:
    if isinstance(error, OSError | TimeoutError):
        help = "see that the scheduler runs, and that its address is right; `dask scheduler` prints it"
        return ClusterProblem(f"no scheduler answers at `{without_secrets(where)}`", help)
    return ClusterProblem(f"the scheduler at `{without_secrets(where)}` cannot be used: {_words(error)}")


def _words(error: BaseException) -> str:
    from deckmaker.diagnostics.reasons import plain_reason

    said = plain_reason(error) if isinstance(error, Exception) else None
    return without_secrets(said) if said else f"Dask failed ({type(error).__name__})"
