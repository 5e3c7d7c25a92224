"""When pages are told of a look at the deck: good ones at once, mistakes when nothing more is being saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest

from deckmaker.preview.desk import Desk, Look
from deckmaker.preview.listeners import MOST, Listeners, TooMany
from deckmaker.preview.serving import QUIET, follow
from deckmaker.preview.watching import Watch


class Ended(Exception):
    """The script is over."""


class Saved:
    """A desk and a watch in one: a deck that is saved again and again, each time well or not."""

    def __init__(self, saves: str) -> None:
        """`saves` has a letter a save, `-` for a good one and `x` for a bad one, and a space where somebody thinks."""
        self._saves = list(saves)
        self._number = 0
        self.last = Look(0, (), (), False, {}, None, None)

    def look(self) -> Look:
        """Look at what was saved last."""
        self._number += 1
        self.last = Look(self._number, (), (), self._saves.pop(0) == "x", {}, None, None)
        return self.last

    def over(self, marks: Mapping[Any, Any]) -> None:
        """Watch."""

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the next save: none comes within a short time where somebody thinks."""
        assert seconds in (None, QUIET)
        if seconds and self._saves[:1] in ([" "], []):
            return False
        while self._saves[:1] == [" "]:
            self._saves.pop(0)
        if not self._saves:
            raise Ended
        return True


@pytest.mark.parametrize(
    ("saves", "told"),
    [("-", "-"), ("x", "x"), ("x-", "-"), ("xx x-", "x-"), ("- x -", "-x-"), ("x x", "xx"), ("-x-x-", "---")],
)
def test_a_mistake_is_told_when_nothing_more_is_saved(saves: str, told: str) -> None:
    """A file that is half written is none."""
    one = Saved(saves)
    found: list[str] = []
    with pytest.raises(Ended):
        follow(cast(Desk, one), cast(Watch, one), lambda look: found.append("x" if look.failed else "-"))
    assert "".join(found) == told


def test_pages_are_told_of_the_last_look_alone() -> None:
    """What came between is of no use to them; at the end all are let go."""
    listeners = Listeners()
    listeners.tell(1)
    events = listeners.events()
    assert next(events) == b"data: 1\n\n"
    listeners.tell(2)
    listeners.tell(3)
    assert next(events) == b"data: 3\n\n"
    listeners.close()
    assert list(events) == []


def test_more_pages_than_anybody_opens_are_refused() -> None:
    """Until one of them goes."""
    listeners = Listeners()
    all_events = [listeners.events() for _ in range(MOST)]
    for one in all_events:
        next(one)
    with pytest.raises(TooMany):
        next(listeners.events())
    all_events.pop().close()  # type: ignore[attr-defined]
    assert next(listeners.events()) == b"data: 0\n\n"
