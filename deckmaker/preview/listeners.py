"""Pages that wait to be told of changes, each in a thread of the server (HTML, 9.2: server-sent events)."""

from __future__ import annotations

import threading
from collections.abc import Iterator

ALIVE = 15.0
"""Seconds after which a page is told that nothing happened: so it is found out when one has gone."""

MOST = 32
"""Pages at once. A browser opens six connections to one server at most; more than this is no person."""


class TooMany(Exception):
    """There is no room for another page."""


class Listeners:
    """Who waits for the next look at the deck. Looks are told by their numbers, of which only the last counts."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._count = 0
        self._closed = False

    def tell(self, number: int) -> None:
        """Tell all of a look."""
        with self._changed:
            self._number = number
            self._changed.notify_all()

    def close(self) -> None:
        """Let all go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def events(self) -> Iterator[bytes]:
        """Yield events for one page, until all is over, the last look at once. Raises TooMany before the first."""
        with self._changed:
            if self._count >= MOST:
                raise TooMany
            self._count += 1
        try:
            seen = -1
            while True:
                with self._changed:
                    self._wait(seen)
                    if self._closed:
                        return
                    number = self._number
                yield b": still here\n\n" if number == seen else f"data: {number}\n\n".encode()
                seen = number
        finally:
            with self._changed:
                self._count -= 1

    def _wait(self, seen: int) -> None:
        self._changed.wait_for(lambda: self._closed or self._number != seen, ALIVE)
