"""The preview as a whole: a server for browsers, and a loop that looks at the deck whenever it changed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from deckmaker.preview.answers import Answers
from deckmaker.preview.builds import Builds
from deckmaker.preview.desk import Desk, Look
from deckmaker.preview.guard import new_token
from deckmaker.preview.pages import Pages
from deckmaker.preview.server import PreviewServer
from deckmaker.preview.watching import Watch

QUIET = 0.15
"""Seconds in which nothing more is saved before a mistake is told: a file that is half written is none."""

AT_LATEST = 1.0
"""Seconds after which a mistake is told, whatever is saved meanwhile."""


class NoPort(Exception):
    """Nothing can be served at a port: the system's reason."""


@contextmanager
def serving(desk: Desk, port: int, build_options: Sequence[str] = ()) -> Iterator[PreviewServer]:
    """Serve what is on a desk at a port, 0 for any that is free, until the end of the `with`. Raises NoPort."""
    builds = Builds(desk.deck, build_options)
    try:
        server = PreviewServer(port, Pages(desk, new_token()), Answers(desk, builds), builds)
    except OSError as error:
        raise NoPort((error.strerror or str(error)).lower()) from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        builds.close()
        server.listeners.close()
        server.shutdown()
        server.server_close()


def follow(desk: Desk, watch: Watch, told: Callable[[Look], None]) -> None:
    """Look at the deck after each change and tell what was found, for ever."""
    watch.over(desk.last.marks)
    while True:
        watch.wait()
        look = _look(desk, watch)
        until = time.monotonic() + AT_LATEST
        while look.failed and time.monotonic() < until and watch.wait(QUIET):
            look = _look(desk, watch)
        told(look)


def _look(desk: Desk, watch: Watch) -> Look:
    look = desk.look()
    watch.over(look.marks)
    return look
