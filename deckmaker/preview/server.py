"""The server of the page, for browsers of this machine: requests that the guard admits, and what they get."""

from __future__ import annotations

import json
import shutil
import sys
import threading
import traceback
from contextlib import ExitStack
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from urllib.parse import unquote

from deckmaker.messages import show_causes
from deckmaker.preview.answers import Answers, NoSuchQuestion
from deckmaker.preview.builds import Builds
from deckmaker.preview.guard import ADDRESS, Guard, new_token
from deckmaker.preview.listeners import Listeners, TooMany
from deckmaker.preview.pages import Pages
from deckmaker.preview.patience import patient_reader
from deckmaker.project import opened_file

MOST_ASKED = 1_000_000
"""Bytes that a question may have: the digests of some ten thousand slides."""

IN_MEMORY = 32_000_000
"""Bytes of a page that are not put into a file on their way to a browser."""

PATIENCE = 20
"""Seconds that a browser may take for a whole request, and for each piece of an answer."""

MOST_CONNECTIONS = 128
"""Connections at once, a thread each: those of pages that listen, and as many as browsers open besides."""

_ONCE = ("Host", "Origin", "Sec-Fetch-Site", "Content-Length")
"""Headers of which no browser sends two: one reader takes the first, another the last (RFC 9112, 3.2 and 6.3)."""

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # or links on slides would tell the token
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class PreviewServer(ThreadingHTTPServer):
    """Serves one deck at a port of this machine alone. Raises OSError where another has that port."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64  # of five, as is usual, the sixth that comes at once waits for a second
    # There, it would let another program have the same port; elsewhere it is for ports that were closed just now.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, pages: Pages, answers: Answers, builds: Builds) -> None:
        """Begin to listen; 0 is any port that is free."""
        super().__init__((ADDRESS, port), _Handler)
        self.guard = Guard(self.server_port, new_token())
        self.pages, self.answers, self.builds = pages, answers, builds
        self.listeners = Listeners()
        self._entrance: str | None = new_token()
        self._entering = threading.Lock()
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own; where too many are answered at once, or there is no thread, not at all."""
        if self._room.acquire(blocking=False):
            try:
                super().process_request(request, client_address)
                return
            except RuntimeError:  # what Python says where the system has no further thread
                self._room.release()
        self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    @property
    def entrance(self) -> str:
        """An address that leads to the page once: other users see what programs, such as browsers, are started with."""
        return f"http://{ADDRESS}:{self.server_port}/{self._entrance}"

    def enters(self, path: str) -> bool:
        """Tell whether a path is the entrance, which is none from then on."""
        with self._entering:
            if self._entrance is None or path != f"/{self._entrance}":
                return False
            self._entrance = None
            return True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that goes away in the middle, which is no mistake; of ours what commands say."""
        error = sys.exc_info()[1]
        if error and not isinstance(error, OSError):
            show_causes(["".join(traceback.format_exception(error))])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "deckmaker", ""
    timeout = PATIENCE
    server: PreviewServer

    def setup(self) -> None:
        """Read with patience, of which there is an end."""
        super().setup()
        self.rfile.close()
        self.rfile, self._patience = patient_reader(self.connection, self.timeout)

    def handle_one_request(self) -> None:
        """Answer one of the requests that come over a connection."""
        self._patience.renew()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer with the page, its events, or a file that was built."""
        if self.headers.get_all("Host") in [[one] for one in self.server.guard.hosts] and self.server.enters(self.path):
            self._lead_home()
            return
        place = self._admitted("GET")
        if place == "":
            self._page()
        elif place == "events":
            self._events()
        elif place is not None and place.startswith("built/"):
            self._built(unquote(place.removeprefix("built/")))
        elif place is not None:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Answer a question, as JSON."""
        place = self._admitted("POST")
        if place is None:
            return
        length = self._length()
        if length is None:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        content = self.rfile.read(length)
        del self.headers["Content-Length"]  # it has been read
        try:
            asked = json.loads(content)
            answer = self.server.answers.to(place, asked)
        except (NoSuchQuestion, ValueError, RecursionError):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        self._send(json.dumps(answer).encode(), "application/json")

    def _admitted(self, method: str) -> str | None:
        """Return what is asked for; refuse what the guard does not admit, and return None."""
        found = self.server.guard.admitted(method, self.path, self.headers)
        if any(len(self.headers.get_all(name, ())) > 1 for name in _ONCE):
            found = HTTPStatus.FORBIDDEN
        if isinstance(found, HTTPStatus):
            self._refuse(found)
            return None
        return found

    def _lead_home(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", self.server.guard.home)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _page(self) -> None:
        with SpooledTemporaryFile(IN_MEMORY) as stream:
            self.server.pages.write(cast(BinaryIO, stream))
            size = stream.tell()
            stream.seek(0)
            self._begin(HTTPStatus.OK, "text/html; charset=utf-8", size)
            shutil.copyfileobj(stream, self.wfile)

    def _events(self) -> None:
        events = self.server.listeners.events()
        try:
            first = next(events, None)
        except TooMany:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
            return
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream")
        try:
            self.wfile.write(first or b"")
            for event in events:
                self.wfile.write(event)
        except OSError:
            pass  # the page is closed
        finally:
            events.close()  # type: ignore[attr-defined]

    def _built(self, name: str) -> None:
        """Send a file that was built, unless something else has come to stand in its place."""
        file = self.server.builds.file(name)
        with ExitStack() as stack:
            try:
                if file is None:
                    raise FileNotFoundError
                stream, _ = stack.enter_context(opened_file(file))
            except OSError:
                self._refuse(HTTPStatus.NOT_FOUND)
                return
            self._file(file, stream)

    def _file(self, file: Path, stream: BinaryIO) -> None:
        size = stream.seek(0, 2)
        stream.seek(0)
        self._begin(HTTPStatus.OK, guess_type(file.name)[0] or "application/octet-stream", size)
        shutil.copyfileobj(stream, self.wfile)

    def _send(self, content: bytes, kind: str) -> None:
        self._begin(HTTPStatus.OK, kind, len(content))
        self.wfile.write(content)

    def _refuse(self, status: HTTPStatus) -> None:
        """Say no, and nothing besides.

        What was sent is read, as far as a page would send it: else the system might throw the answer away.
        """
        self.close_connection = True
        self.rfile.read(self._length() or 0)
        self._begin(status, "text/plain", 0)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Say no to what is no request, and not what was sent: a page could be made of it."""
        self.close_connection = True
        self._begin(HTTPStatus(code), "text/plain", 0)

    def _length(self) -> int | None:
        """Return how many bytes come behind the headers; None where nobody says, or more than a question may have."""
        written = self.headers.get("Content-Length", "")
        is_number = written.isascii() and written.isdecimal() and len(written) <= len(str(MOST_ASKED))
        return int(written) if is_number and int(written) <= MOST_ASKED else None

    def _begin(self, status: HTTPStatus, kind: str, size: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if size is not None:
            self.send_header("Content-Length", str(size))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of requests: the terminal is for messages."""
