"""What layout had in view when it placed an item, and why. Renderers draw without it: `deckmaker show` tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from deckmaker.model.geometry import Rect
from deckmaker.text import SizeReason


class Change(Enum):
    """Why the room that an item was given is not its slot's own place."""

    NO_HEADING = "no-heading"
    STRIP = "strip"
    STRIP_GROWN = "grown"
    FOOTNOTES = "footnotes"
    MARGINS = "margins"
    SHARED = "shared"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Fit:
    """How a picture fills its room, cover or contain; `asked` says that the author chose, not the layout."""

    name: str
    asked: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """The `room` that an item had, how that came to differ from its slot's place, and what else was decided of it.

    `size` is why a text is of its size, `lacking` what a strip goes without, `least` the opacity that the theme gives a
    scrim, which is what it has at least.
    """

    room: Rect
    changes: tuple[Change, ...] = ()
    size: SizeReason | None = None
    fit: Fit | None = None
    lacking: tuple[str, ...] = ()
    least: float | None = None


class Stages(NamedTuple):
    """The place of what fills a slot: the slot's own; with vacancies `filled`; `raised` above the strip; `noted` above
    the footnotes; and last `given`, what text, table and caption leave one another."""

    own: Rect
    filled: Rect
    raised: Rect
    noted: Rect
    given: Rect

    def changes(self, is_stacked: bool) -> tuple[Change, ...]:
        """Return what changed the slot's own place; one that `is_stacked` shares it with what is above and below."""
        found = []
        if self.filled != self.own:
            found.append(Change.STACKED if is_stacked else Change.NO_HEADING)
        if self.raised != self.filled:
            found.append(Change.STRIP)
        if self.noted != self.raised:
            found.append(Change.FOOTNOTES)
        if self.given != self.noted and Change.STACKED not in found:
            found.append(Change.STACKED)
        return tuple(found)
