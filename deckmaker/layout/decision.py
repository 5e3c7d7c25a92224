"""What layout had in view when it placed an item, and why. Renderers draw without it: `deckmaker show` tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from deckmaker.model.geometry import Rect
from deckmaker.text import SizeReason


class Change(Enum):
    """Why the room that an item was given is not its slot's own place."""

    STRIP = "strip"
    STRIP_GROWN = "grown"
    FOOTNOTES = "footnotes"
    MARGINS = "margins"
    SHARED = "shared"


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


def changes(own: Rect, raised: Rect, noted: Rect) -> Iterator[Change]:
    """Yield what changed a slot's own place: first the strip `raised` what it needed.

    Last of all, footnotes took what they needed: `noted` is what is left.
    """
    if raised != own:
        yield Change.STRIP
    if noted != raised:
        yield Change.FOOTNOTES
