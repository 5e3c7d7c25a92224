"""Labels beside an end of a slope, one below the other: those pushed away from their dots have thin leaders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import dataclass
from deckmaker.layout.charts.pie_labels import LANE, leader
from deckmaker.layout.leaders import ends_for, lanes, spread
from deckmaker.model.geometry import Rect

APART = 1.0
"""Points between labels below one another."""

AWAY = 3.0
"""Points from its dot's height at which a label needs no leader."""

CLEAR = 2.0
"""Points that leaders keep from dots and labels."""


@dataclass(frozen=True, slots=True)
class SlopeColumn:
    """Labels in order: the height of each dot, and of the top and the middle of its label; and its leader's lane.

    There are no lanes where all labels stand at their dots.
    """

    dots: tuple[float, ...] = ()
    tops: tuple[float, ...] = ()
    middles: tuple[float, ...] = ()
    turns: tuple[int, ...] = ()

    @property
    def width(self) -> float:
        """What leaders take between dots and labels, in points."""
        return LANE * (max(self.turns) + 1) + 2 * CLEAR if self.turns else 0.0

    def leaders(self, start: float, end: float) -> Iterator[Rect]:
        """Yield the pieces of the leaders from dots, whose edges are at `start`, to labels that begin at `end`."""
        sign = 1 if end > start else -1
        first, last = start + sign * CLEAR, end - sign * CLEAR
        for dot, middle, turn in zip(self.dots, self.middles, self.turns, strict=False):
            yield from leader((first, dot), first + sign * LANE * turn, middle if turn else dot, last)


def slope_column(dots: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> SlopeColumn:
    """Return labels of these heights, each as near to its dot as others let it stand, between `top` and `bottom`.

    Dots are in order from the top.
    """
    if not dots:
        return SlopeColumn()
    wishes = [dot - height / 2 - top for dot, height in zip(dots, heights, strict=True)]
    tops = [top + one for one in spread(wishes, heights, APART, bottom - top)]
    middles = [one + height / 2 for one, height in zip(tops, heights, strict=True)]
    is_moved = any(abs(dot - middle) > AWAY for dot, middle in zip(dots, middles, strict=True))
    return SlopeColumn(tuple(dots), tuple(tops), tuple(middles), tuple(lanes(dots, middles)) if is_moved else ())


def column_margins(places: Sequence[float], heights: Sequence[float], room: float) -> tuple[float, float]:
    """Return how far the first and the last place must be within `room` for labels to stand around their dots.

    Places are from 0 at the top to 1, in order, and have labels of these heights. All lengths are in points.
    """
    if not places:
        return 0.0, 0.0
    first, last = ends_for(places, [one / 2 for one in heights], heights, APART, room)
    return first, room - last
