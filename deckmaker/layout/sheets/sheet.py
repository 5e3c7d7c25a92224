"""A sheet as laid out: slides and placed items, in points from its top left corner, in reading order."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.layout.document import Page, Placed
from deckmaker.model.geometry import Rect


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """A slide in its place, with what stands beside it: its number, lines to write on, what is said of it.

    `rect` has the slide's own proportions. The slide is drawn there whole, only smaller.
    """

    page: Page
    rect: Rect
    beside: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of paper, `width` by `height` points. `around` is read before its slides, behind them `notes` of the last
    one, here or on the sheet before, and then what stands `after` all.

    It `goes_on` where these do so on the next sheet.
    """

    width: float
    height: float
    slides: tuple[PlacedSlide, ...]
    around: tuple[Placed, ...] = ()
    notes: tuple[Placed, ...] = ()
    after: tuple[Placed, ...] = ()
    goes_on: bool = False
