"""Who gets anything of the preview: the page itself, and whoever has its address. Nobody else."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.preview.server import MOST_ASKED, PreviewServer
from tests.preview.served import own_headers, reachable, request, served
from tests.projects import DECK, Project


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PreviewServer]:
    """A preview of a small deck."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "secret.txt").write_text("secret", encoding="utf-8")
    with served(Project(folder).write(DECK)) as (_, server):
        yield server


def test_the_address_of_the_page_leads_to_it(server: PreviewServer) -> None:
    """With a policy that lets no other page frame it, and no link tell where it is."""
    status, content, headers = request(server, "GET", f"/{server.guard.token}/", {"Host": own_headers(server)["Host"]})
    assert status == 200 and b"Night noise" in content
    assert (headers["X-Frame-Options"], headers["Referrer-Policy"]) == ("DENY", "no-referrer")
    assert (headers["Cache-Control"], headers["Cross-Origin-Resource-Policy"]) == ("no-store", "same-origin")
    assert not [name for name in headers if name.startswith("Access-Control")]


HOSTILE = {
    "no token": ("/", {}, 404),
    "another token": (f"/{'x' * 22}/", {}, 404),
    "a token that begins alike": ("{home}x/", {}, 404),
    "rebinding": ("{home}", {"Host": "evil.example:{port}"}, 403),
    "a name without the port": ("{home}", {"Host": "127.0.0.1"}, 403),
    "another port": ("{home}", {"Host": "127.0.0.1:1"}, 403),
    "no host": ("{home}", {"Host": None}, 403),
    "another origin": ("{home}", {"Origin": "http://evil.example"}, 403),
    "an origin that begins alike": ("{home}", {"Origin": "http://127.0.0.1:{port}.evil.example"}, 403),
    "https": ("{home}", {"Origin": "https://127.0.0.1:{port}"}, 403),
    "no origin at all": ("{home}", {"Origin": "null"}, 403),
    "from another site": ("{home}", {"Sec-Fetch-Site": "cross-site"}, 403),
    "traversal": ("{home}../secret.txt", {}, 404),
    "traversal in what was built": ("{home}built/../../secret.txt", {}, 404),
    "encoded traversal": ("{home}built/%2e%2e%2f%2e%2e%2fsecret.txt", {}, 404),
    "an absolute path": ("{home}built//etc/passwd", {}, 404),
    "a file of the project": ("{home}decks/deck.yaml", {}, 404),
    "the icon": ("/favicon.ico", {}, 404),
    "a whole address": ("http://evil.example{home}", {}, 404),
    "a letter that is not ASCII": ("/\xe9/", {}, 404),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_whoever_is_not_the_page_gets_nothing(server: PreviewServer, name: str, method: str) -> None:
    """Not a word: neither what there is, nor why it is not to be had."""
    path, changed, expected = HOSTILE[name]
    port = str(server.server_port)
    headers = {
        **own_headers(server),
        **{key: value and value.replace("{port}", port) for key, value in changed.items()},
    }
    given = {key: value for key, value in headers.items() if value is not None}
    body = b'{"there": [], "frame": ""}' if method == "POST" else None
    asked = path.replace(
        "{home}", f"/{server.guard.token}/" + ("changes" if method == "POST" and path == "{home}" else "")
    )
    status, content, _ = request(server, method, asked, given, body)
    assert (status, content) == (expected, b"")


def test_what_does_something_is_for_the_page_alone(server: PreviewServer) -> None:
    """A form of another page sends no origin of ours, and one without an origin is no page's."""
    headers = {"Host": own_headers(server)["Host"]}
    assert request(server, "POST", f"/{server.guard.token}/build", headers, b"{}")[0] == 403


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"1", b"{", b"[" * 100_000, b'{"slide": "x"}', b'{"slide": 1e999, "x": 0, "y": 0}', b"\xff"]
)
@pytest.mark.parametrize("name", ["changes", "place", "open", "slide", "build", "nothing"])
def test_questions_without_sense_are_refused(server: PreviewServer, name: str, body: bytes) -> None:
    """And end nothing."""
    assert request(server, "POST", f"/{server.guard.token}/{name}", own_headers(server), body)[0] == 404


def test_a_question_without_end_is_not_read(server: PreviewServer) -> None:
    """By its length alone."""
    headers = {**own_headers(server), "Content-Length": str(MOST_ASKED + 1)}
    assert request(server, "POST", f"/{server.guard.token}/changes", headers)[0] == 413


def test_only_this_machine_is_listened_to(server: PreviewServer) -> None:
    """Its own address alone, and none by which others reach it."""
    assert reachable("127.0.0.1", server.server_port)
    own = {one[4][0] for one in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    for address in {"127.0.0.2", *own} - {"127.0.0.1"}:
        assert not reachable(str(address), server.server_port)


def test_the_entrance_leads_to_the_page_once(tmp_path: Path) -> None:
    """It is in the list of processes, which other users see; what it leads to is not."""
    with served(Project(tmp_path).write(DECK)) as (_, server):
        path = server.entrance.removeprefix(f"http://127.0.0.1:{server.server_port}")
        assert server.guard.token not in path
        headers = {"Host": f"127.0.0.1:{server.server_port}"}
        assert request(server, "GET", path, {"Host": "evil.example"})[0] == 403
        status, _, answer = request(server, "GET", path, headers)
        assert (status, answer["Location"]) == (302, server.guard.home)
        assert request(server, "GET", path, headers)[0] == 404
