"""A preview for tests, served by the real server, and requests as anybody may send them."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

from deckmaker.messages import MessageOptions
from deckmaker.preview.desk import Desk, Look
from deckmaker.preview.server import PreviewServer
from deckmaker.preview.serving import serving

PATIENCE = 60
"""Seconds that something may take to come true, with other work on the machine."""


class _Connection(HTTPConnection):
    """Sends paths as they are."""

    def _encode_request(self, request: str) -> bytes:
        return request.encode("latin-1")


@contextmanager
def served(deck: Path, row: int | None = None) -> Iterator[tuple[Desk, PreviewServer]]:
    """Serve a deck that nobody watches: a test looks when it has changed something."""
    desk = Desk(deck, MessageOptions(), row=row)
    look(desk)
    with serving(desk, 0) as server:
        yield desk, server


def look(desk: Desk) -> Look:
    """Look at a deck."""
    return desk.look()


def request(
    server: PreviewServer, method: str, path: str, headers: Mapping[str, str], body: bytes | None = None
) -> tuple[int, bytes, Mapping[str, str]]:
    """Send a request with these headers and no others but a length; return status, content and headers."""
    connection = _Connection("127.0.0.1", server.server_port, timeout=PATIENCE)
    try:
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer: HTTPResponse = connection.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()


def own_headers(server: PreviewServer) -> dict[str, str]:
    """Return what the page itself sends."""
    host = f"127.0.0.1:{server.server_port}"
    return {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}


def ask(server: PreviewServer, name: str, **asked: Any) -> Any:
    """Ask as the page does."""
    body = json.dumps(asked).encode()
    status, answer, _ = request(server, "POST", f"/{server.guard.token}/{name}", own_headers(server), body)
    assert status == 200, status
    return json.loads(answer)


def reachable(address: str, port: int) -> bool:
    """Tell whether somebody listens at an address."""
    try:
        socket.create_connection((address, port), timeout=PATIENCE).close()
    except OSError:
        return False
    return True
