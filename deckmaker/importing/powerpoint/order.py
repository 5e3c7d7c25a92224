"""In which order a slide is read, and what of it stands side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from deckmaker.dataclasses import replace
from deckmaker.importing.imported import MOST_COLUMNS
from deckmaker.model.geometry import Rect

T = TypeVar("T")

_SAME_LINE = 12.0
"""Points by which the tops of two shapes may differ that somebody put side by side."""

_MOST = 12
"""Shapes of a slide that has columns. What has more is a drawing, whose texts are read line by line."""

_MOST_ENDS = 3
"""Texts that stand above and below columns at most."""

_BESIDE = 0.4
"""The part of the lower one's height that columns share at least."""


def in_reading_order(placed: Sequence[tuple[Rect | None, T]]) -> list[T]:
    """Return things from the top to the bottom, those on one line from the left; those without a place come last."""
    having = sorted(((place, one) for place, one in placed if place), key=lambda pair: (pair[0].y, pair[0].x))
    lines: list[list[tuple[Rect, T]]] = []
    for place, one in having:
        if lines and place.y - lines[-1][0][0].y <= _SAME_LINE:
            lines[-1].append((place, one))
        else:
            lines.append([(place, one)])
    found = [one for line in lines for _, one in sorted(line, key=lambda pair: pair[0].x)]
    return found + [one for place, one in placed if not place]


def read_from(placed: list[tuple[Rect | None, T]], right: bool) -> list[tuple[Rect | None, T]]:
    """Return things as they are, or, where those on a line are read from the `right`, in places as in a mirror."""
    return [(place and replace(place, x=-place.right), one) for place, one in placed] if right else placed


class Columns(NamedTuple, Generic[T]):
    """Columns, each with its width in points and what stands in it from the top, and what is above and below all."""

    above: list[T]
    columns: list[tuple[float, list[T]]]
    below: list[T]


def columns_with_ends(placed: Sequence[tuple[Rect | None, T]], may_be_end: Callable[[T], bool]) -> Columns[T] | None:
    """Return the columns in which things stand; None where there are not two to four. What reaches across several may
    stand above or below all others, if it may be such an end: frames for texts are often empty from their middle on."""
    if columns := columns_of(placed):
        return Columns([], columns, [])
    inner = sorted(((place, one) for place, one in placed if place), key=lambda pair: pair[0].y)
    above: list[T] = []
    below: list[T] = []
    if len(inner) < len(placed) or len(inner) > _MOST + _MOST_ENDS:
        return None
    while len(inner) > 2 and len(above) + len(below) < _MOST_ENDS:
        (first, at_top), (last, at_foot) = inner[0], inner[-1]
        if may_be_end(at_foot) and all(rect.y + rect.height / 2 < last.y for rect, _ in inner[:-1]):
            below.insert(0, at_foot)
            inner.pop()
        elif may_be_end(at_top) and all(rect.y > first.y + first.height / 2 for rect, _ in inner[1:]):
            above.append(at_top)
            inner.pop(0)
        else:
            return None
        if columns := columns_of(inner):
            return Columns(above, columns, below)
    return None


def columns_of(placed: Sequence[tuple[Rect | None, T]]) -> list[tuple[float, list[T]]] | None:
    """Return the columns in which things stand, each with its width in points, and what stands in it from the top; None
    where there are not two to four."""
    if not 2 <= len(placed) <= _MOST:
        return None
    columns: list[tuple[Rect, list[tuple[Rect, T]]]] = []
    for place, one in placed:
        if place is None:
            return None
        above = [column for column in columns if _overlap(column[0].x, column[0].right, place.x, place.right)]
        if len(above) > 1:
            return None
        if above:
            columns.remove(above[0])
        inner = [*(above[0][1] if above else []), (place, one)]
        columns.append((around([rect for rect, _ in inner]), inner))
    if not 2 <= len(columns) <= MOST_COLUMNS:
        return None
    columns.sort(key=lambda column: column[0].x)
    for (left, _), (right, _) in pairwise(columns):
        shared = min(left.bottom, right.bottom) - max(left.y, right.y)
        if shared < _BESIDE * min(left.height, right.height):
            return None
    return [(rect.width, [one for _, one in sorted(inner, key=lambda pair: pair[0].y)]) for rect, inner in columns]


def _overlap(begin: float, end: float, other_begin: float, other_end: float) -> bool:
    """Tell whether two stretches share more than a tenth of the shorter one."""
    shared = min(end, other_end) - max(begin, other_begin)
    return shared > 0.1 * min(end - begin, other_end - other_begin)


def around(rects: Sequence[Rect]) -> Rect:
    """Return the smallest rectangle around others."""
    x, y = min(one.x for one in rects), min(one.y for one in rects)
    return Rect(x, y, max(one.right for one in rects) - x, max(one.bottom for one in rects) - y)
