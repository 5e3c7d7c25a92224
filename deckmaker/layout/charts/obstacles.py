"""What words should not cover: bars, lines and dots of a plot, and the lines of its axes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot

from deckmaker.layout.chart_item import AreaMark, BarMark, DotMark, LineMark, Mark, Point, Stroke, WedgeMark
from deckmaker.model.geometry import Rect

_CLEAR = 2.0
"""Points that words keep from a line."""


AIR = 2.0
"""Points of their frames, above and below, in which words have no letters."""


def covered(rect: Rect, marks: Iterable[Mark]) -> int:
    """Return how many marks words in a rectangle would cover, every stretch of a line being one.

    Words on areas can be read, and stand on one or another of them in any case.
    """
    return sum(_covers(rect, mark) for mark in marks)


def is_covered(rect: Rect, marks: Iterable[Mark]) -> bool:
    """Tell whether words in a rectangle would cover a mark: no more is looked at than up to the first one."""
    return any(_is_line_covered(rect, mark) if isinstance(mark, LineMark) else _covers(rect, mark) for mark in marks)


def _is_line_covered(rect: Rect, mark: LineMark) -> bool:
    grown = _with_air(rect)
    return any(_crosses(grown, *ends) for ends in pairwise(mark.stroke.points))


def _with_air(rect: Rect) -> Rect:
    return Rect(rect.x - _CLEAR, rect.y - _CLEAR, rect.width + 2 * _CLEAR, rect.height + 2 * _CLEAR)


def _covers(rect: Rect, mark: Mark) -> int:
    match mark:
        case BarMark():
            return int(rect.overlaps(mark.rect))
        case LineMark():
            grown = _with_air(rect)
            return sum(_crosses(grown, *ends) for ends in pairwise(mark.stroke.points))
        case DotMark():
            x, y = mark.center
            return int(rect.overlaps(Rect(x - mark.radius, y - mark.radius, 2 * mark.radius, 2 * mark.radius)))
        case AreaMark() | WedgeMark():
            return 0


def _crosses(rect: Rect, start: Point, end: Point) -> bool:
    """Tell whether a straight line passes through a rectangle (Liang and Barsky, 1984).

    Most lines end on one side of it, and are told at once.
    """
    (left, top), (right, bottom) = start, end
    if left < rect.x > right or left > rect.right < right or top < rect.y > bottom or top > rect.bottom < bottom:
        return False
    first, last = 0.0, 1.0
    for distance, step in _sides(rect, start, end):
        if step == 0:
            if distance < 0:
                return False
        elif step < 0:
            first = max(first, distance / step)
        else:
            last = min(last, distance / step)
    return first < last


def _sides(rect: Rect, start: Point, end: Point) -> Iterator[tuple[float, float]]:
    """Yield for each side how far within it a line starts, and how fast it nears it."""
    across, down = end[0] - start[0], end[1] - start[1]
    yield start[0] - rect.x, -across
    yield rect.right - start[0], across
    yield start[1] - rect.y, -down
    yield rect.bottom - start[1], down


def crossed(words: Rect, lines: Iterable[Stroke]) -> int:
    """Return how many lines, which lie or stand, run through words."""
    letters = Rect(words.x, words.y + AIR, words.width, words.height - 2 * AIR)
    return sum(letters.overlaps(_line(one)) for one in lines)


def _line(stroke: Stroke) -> Rect:
    (x, y), (right, bottom), half = *stroke.points, stroke.width / 2
    return Rect(x - half, y - half, right - x + stroke.width, bottom - y + stroke.width)


def boxes_along(points: Sequence[Point], side: float) -> Iterator[Rect]:
    """Yield small boxes along the lines between points, of so many points a side, and as far from one another."""
    for (x, y), (right, bottom) in pairwise(points):
        pieces = ceil(hypot(right - x, bottom - y) / (2 * side))
        for piece in range(1, pieces):
            share = piece / pieces
            at = x + (right - x) * share, y + (bottom - y) * share
            yield Rect(at[0] - side / 2, at[1] - side / 2, side, side)
