"""One run at a time in a store, which knows no locks: an object that only one can create, and that its holder keeps
fresh.

A killed run leaves it behind; one that nobody has kept fresh for STALE seconds is taken over. So clocks of different
machines need not agree: whoever waits watches whether the object changes.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from deckmaker.output.lock import FolderIsTaken
from deckmaker.rows.stores.asking import Place

FRESHENED = 5.0
"""Seconds after which a holder says again that it is there."""

STALE = 30.0
"""Seconds for which nobody has said so: six times, so that a network that stumbles loses nobody's place."""

_PAUSE = 0.5


@contextmanager
def held(place: Place, key: str) -> Iterator[None]:
    """Hold a place by the object of a key. Raises FolderIsTaken where another run keeps it fresh, and Obstacle."""
    own = secrets.token_hex(16)
    _take(place, key, own)
    ended = Event()
    keeper = Thread(target=_freshen, args=(place, key, own, ended), daemon=True, name="deckmaker-holding")
    keeper.start()
    try:
        yield
    finally:
        ended.set()
        keeper.join()
        if _holder(place, key) == own:
            place.remove([key])


def _take(place: Place, key: str, own: str) -> None:
    seen, since = b"", time.monotonic()
    while not place.create(key, _said(own, 0)):
        if (now := place.read(key) or b"") != seen:
            if seen:
                raise FolderIsTaken
            seen, since = now, time.monotonic()
        elif time.monotonic() - since > STALE and place.read(key) == seen:  # or another who waited was quicker
            place.remove([key])
        time.sleep(_PAUSE)


def _freshen(place: Place, key: str, own: str, ended: Event) -> None:
    count = 0
    while not ended.wait(FRESHENED):
        count += 1
        with suppress(OSError):  # the next time will do; a store that is gone is noticed where files are put
            if _holder(place, key) != own:
                return  # taken over, while this process was stopped: not to be taken back
            place.write(key, _said(own, count))


def _said(own: str, count: int) -> bytes:
    return f"{own} {count}\n".encode()


def _holder(place: Place, key: str) -> str | None:
    content = place.read(key)
    return content.split()[0].decode("ascii", "replace") if content and content.split() else None
