"""Clients that mean harm, or are no browsers: they get nothing, hold nothing for long, and nothing is said of them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from time import monotonic

import pytest

from deckmaker.preview import server as serving_module
from deckmaker.preview.listeners import MOST
from deckmaker.preview.server import PreviewServer
from tests.preview.served import PATIENCE, ask, look, own_headers, request, served
from tests.projects import DECK, Project


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    """A preview of a small deck."""
    with served(Project(tmp_path_factory.mktemp("served")).write(DECK)) as (_, server):
        yield server


def sent(server: PreviewServer, request: str, **headers: str) -> bytes:
    """Send a request as it stands, with the page's own headers, and return all that comes back."""
    own = "".join(f"{name}: {value}\r\n" for name, value in {**own_headers(server), **headers}.items())
    return sent_bytes(server, request.replace("HEADERS", own).encode())


def sent_bytes(server: PreviewServer, content: bytes) -> bytes:
    """Send bytes, and return all that comes back before the connection is closed."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as connection:
        connection.sendall(content)
        found = []
        while piece := connection.recv(1 << 16):
            found.append(piece)
    return b"".join(found)


@pytest.mark.parametrize("length", ["9" * 5_000, "1000001", "-1", "+2", "1e3", "²", "1_0", "2, 2", ""])
@pytest.mark.parametrize("path", ["changes", None])
def test_lengths_that_are_none_are_refused(server, capfd, length, path):
    """Whoever sends them, also without the token, the terminal says nothing of it."""
    asked = f"/{server.guard.token}/{path}" if path else "/"
    answer = sent(server, f"POST {asked} HTTP/1.1\r\nHEADERSContent-Length: {length}\r\n\r\n{{}}")
    assert answer.startswith(b"HTTP/1.1 413 " if path else b"HTTP/1.1 404 ")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "more",
    [
        "Host: evil.example\r\n",
        "host: evil.example\r\n",
        "Origin: http://evil.example\r\n",
        "origin: http://evil.example\r\n",
        "sec-fetch-site: cross-site\r\n",
        "Content-Length: 0\r\n",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_headers_are_there_once(server, more, is_first):
    """Of two, one reader takes the first and another the last."""
    both = f"{more}HEADERS" if is_first else f"HEADERS{more}"
    answer = sent(server, f"POST /{server.guard.token}/changes HTTP/1.1\r\n{both}Content-Length: 2\r\n\r\n{{}}")
    assert answer.startswith(b"HTTP/1.1 403 ")


def test_headers_count_whatever_their_capitals(server):
    """As HTTP has it (RFC 9110, 5.1): only of browsers one knows how they write them."""
    host = f"127.0.0.1:{server.server_port}"
    begins = f"GET /{server.guard.token}/ HTTP/1.1\r\nhost: {host}\r\nConnection: close\r\n"
    assert sent_bytes(server, f"{begins}origin: http://evil.example\r\n\r\n".encode()).startswith(b"HTTP/1.1 403 ")
    assert sent_bytes(server, f"{begins}sec-fetch-site: cross-site\r\n\r\n".encode()).startswith(b"HTTP/1.1 403 ")
    assert sent_bytes(server, f"{begins}origin: http://{host}\r\n\r\n".encode()).startswith(b"HTTP/1.1 200 ")


@pytest.mark.parametrize(
    "content",
    [
        b"<script>alert(1)</script> / HTTP/1.1\r\n\r\n",
        b"HEAD / HTTP/1.1\r\n\r\n",
        b"<script> HTTP/1.1\r\n\r\n",
        b"GET / HTTP/<b>\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /%s HTTP/1.1\r\n\r\n" % (b"a" * 70_000),
        b"GET / HTTP/1.1\r\n%s\r\n" % (b"X: y\r\n" * 200),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_no_page(server, capfd, content):
    """Nor is what was sent said again; and every answer says that no page may read it."""
    begins, _, body = sent_bytes(server, content).partition(b"\r\n\r\n")
    assert body == b"" and b"<" not in begins
    assert not begins or b"Cross-Origin-Resource-Policy: same-origin" in begins
    assert capfd.readouterr().err == ""


def test_a_picture_that_went_leaves_a_page_without_slides(tmp_path, capfd):
    """Until it is there again; and no page loads itself anew meanwhile, for it would do so for ever."""
    project = Project(tmp_path)
    picture = project.picture("a.png")
    deck = project.write(f"{DECK}    image: {{file: ../a.png, alt: A crane, credit: Us}}\n")
    with served(deck) as (desk, server):
        content = picture.read_bytes()
        picture.unlink()
        for _ in range(2):  # before anybody has looked at the deck, and after
            status, page, _ = request(server, "GET", f"/{server.guard.token}/", own_headers(server))
            assert (status, b"<section" in page) == (200, False)
            assert b'<meta name="preview" content="null">' in page
            assert ask(server, "changes", frame="", there=[])["page"] is None
            look(desk)
        assert "a.png" in "".join(ask(server, "changes", frame="", there=[])["messages"])
        picture.write_bytes(content)
        look(desk)
        assert ask(server, "changes", frame="", there=[])["page"]
        assert b"<section" in request(server, "GET", f"/{server.guard.token}/", own_headers(server))[1]
    assert capfd.readouterr().err == ""


@contextmanager
def waiting(server: PreviewServer, count: int) -> Iterator[list[socket.socket]]:
    """Open connections, and begin a request on each."""
    with ExitStack() as stack:
        found = []
        for _ in range(count):
            one = stack.enter_context(socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE))
            one.sendall(b"GET / HT")
            found.append(one)
        yield found


def test_connections_have_a_bound(tmp_path, monkeypatch):
    """A thread each, of which a program that opens them without end would take as many."""
    assert serving_module.MOST_CONNECTIONS > 2 * MOST
    monkeypatch.setattr(serving_module, "MOST_CONNECTIONS", 8)
    with served(Project(tmp_path).write(DECK)) as (_, server):
        with waiting(server, 8), socket.create_connection(("127.0.0.1", server.server_port)) as one:
            one.settimeout(PATIENCE)
            assert one.recv(1) == b""  # closed, and nothing answered
        end = monotonic() + PATIENCE
        while True:  # until the first has been let go
            try:
                status = request(server, "GET", f"/{server.guard.token}/", own_headers(server))[0]
            except OSError:
                assert monotonic() < end
                continue
            break
        assert status == 200


def test_a_request_has_to_come_in_time(tmp_path, monkeypatch):
    """In all: a byte before each time that the patience ends would hold a connection for ever."""
    monkeypatch.setattr(serving_module._Handler, "timeout", 1.0)
    with served(Project(tmp_path).write(DECK)) as (_, server), waiting(server, 1) as (one,):
        one.settimeout(0.2)
        sent = 0
        while True:
            try:
                one.sendall(b"x")
                assert one.recv(1) == b""
                break
            except TimeoutError:
                sent += 1
                assert sent < PATIENCE / 0.2
            except ConnectionError:
                break
        assert sent > 1  # each in time for itself


def test_a_thread_that_the_system_has_not_costs_no_connection_for_good(tmp_path, monkeypatch, capfd):
    """Nor is it a mistake of ours."""

    def started(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(serving_module, "MOST_CONNECTIONS", 2)
    with served(Project(tmp_path).write(DECK)) as (_, server):
        with monkeypatch.context() as without:
            without.setattr(Thread, "start", started)
            for _ in range(3):
                with socket.create_connection(("127.0.0.1", server.server_port), timeout=PATIENCE) as connection:
                    assert connection.recv(1) == b""
        assert request(server, "GET", f"/{server.guard.token}/", own_headers(server))[0] == 200
    assert capfd.readouterr().err == ""
