"""One run at a time in a store, which knows no locks: an object that only one can create, and that its holder keeps
fresh.

A killed run leaves it behind; one that nobody has kept fresh for STALE seconds is taken over. So clocks of different
machines need not agree: whoever waits watches whether the object changes. A run that was stopped meanwhile, or cut off
from the store, may live on: it has to `assure` itself before it changes anything.
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

_TAKEOVERS = 3
"""How often something that stays as it is may be removed, and the place still not be free: some store is broken then,
or has another holder each time."""

_SAID_BYTES = 100
"""Of what a holder says of itself; whatever is longer, somebody else wrote."""


class Hold:
    """A place that is held, as far as its holder has heard."""

    def __init__(self, place: Place, key: str) -> None:
        self._place, self._key = place, key
        self._own = secrets.token_hex(16)
        self._count = 0
        self._heard = time.time()  # of the clock, which goes on while a machine sleeps
        self._is_lost = False

    def assure(self) -> None:
        """Raise FolderIsTaken where another run has taken the place over, and Obstacle where the store cannot say; it
        is asked only where nothing was heard of it for long."""
        if not self._is_lost and abs(time.time() - self._heard) > STALE:
            self.freshen()
        if self._is_lost:
            raise FolderIsTaken

    def freshen(self) -> bool:
        """Say again that the holder is there, unless another one is; tell whether that is so. What somebody has removed
        is put back. Raises Obstacle."""
        self._count += 1
        holder = _holder(self._place, self._key)
        if holder == self._own:
            self._place.write(self._key, self._said())
        elif holder is not None or not self._place.create(self._key, self._said()):
            self._is_lost = True  # not to be taken back
        self._heard = time.time()
        return not self._is_lost

    def take(self) -> None:
        """Wait until nobody else keeps the place fresh. Raises FolderIsTaken where somebody does, and Obstacle."""
        seen, since, left = b"", time.monotonic(), _TAKEOVERS
        while not self._place.create(self._key, self._said()):
            now = self._read()
            if now == self._said():  # there was no answer, and the store was asked again
                break
            if now != seen:
                if seen:
                    raise FolderIsTaken
                seen, since = now, time.monotonic()
            elif time.monotonic() - since > STALE and self._read() == seen:  # or another who waited was quicker
                if not left:
                    raise FolderIsTaken
                left -= 1
                self._place.remove([self._key])
            time.sleep(_PAUSE)
        self._heard = time.time()

    def let_go(self) -> None:
        """Free the place, if it is still held. Raises Obstacle."""
        if _holder(self._place, self._key) == self._own:
            self._place.remove([self._key])

    def _said(self) -> bytes:
        return f"{self._own} {self._count}\n".encode()

    def _read(self) -> bytes:
        return self._place.read(self._key, _SAID_BYTES) or b""


@contextmanager
def held(place: Place, key: str) -> Iterator[Hold]:
    """Hold a place by the object of a key. Raises FolderIsTaken where another run keeps it fresh, and Obstacle."""
    hold = Hold(place, key)
    hold.take()
    ended = Event()
    keeper = Thread(target=_keep, args=(hold, ended), daemon=True, name="deckmaker-holding")
    keeper.start()
    try:
        yield hold
    finally:
        ended.set()
        keeper.join()
        hold.let_go()


def _keep(hold: Hold, ended: Event) -> None:
    while not ended.wait(FRESHENED):
        with suppress(OSError):  # the next time will do; a store that is gone is noticed where files are put
            if not hold.freshen():
                return


def _holder(place: Place, key: str) -> str | None:
    """Return who holds a place, None where nobody does."""
    content = place.read(key, _SAID_BYTES)
    return None if content is None else content.decode("ascii", "replace").partition(" ")[0]
