"""Labels beside dots: each where it covers neither a dot nor another label, the most wanted first; others are left
out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import floor, hypot
from typing import NamedTuple

from deckmaker.layout.chart_item import LabelPosition, Point
from deckmaker.layout.charts.label_boxes import FROM_DOT, Size
from deckmaker.model.geometry import Rect

APART = 2.0
"""Points between labels."""

_CELL = 32.0
"""Points: the side of the squares by which what is near a place is found."""

BESIDE = (LabelPosition.RIGHT, LabelPosition.LEFT, LabelPosition.ABOVE, LabelPosition.BELOW)
"""Where labels are tried, in turn."""


class Dot(NamedTuple):
    """A dot, and the size of its label, None where it has none. On one that is a `ground`, words can be read."""

    center: Point
    radius: float
    label: Size | None
    is_ground: bool = True


class DotLabel(NamedTuple):
    """Where the label of a dot stands, and in which box."""

    dot: int
    position: LabelPosition
    box: Rect


def box_beside(dot: Dot, position: LabelPosition, size: Size) -> Rect:
    """Return the box of a label at a dot, as native charts place it."""
    (x, y), (width, height), off = dot.center, size, dot.radius + FROM_DOT
    match position:
        case LabelPosition.RIGHT:
            return Rect(x + off, y - height / 2, width, height)
        case LabelPosition.LEFT:
            return Rect(x - off - width, y - height / 2, width, height)
        case LabelPosition.ABOVE:
            return Rect(x - width / 2, y - off - height, width, height)
        case LabelPosition.BELOW:
            return Rect(x - width / 2, y + off, width, height)
        case _:
            return Rect(x - width / 2, y - height / 2, width, height)


def dot_labels(dots: Sequence[Dot], order: Iterable[int], room: Rect, obstacles: Iterable[Rect] = ()) -> list[DotLabel]:
    """Return the labels that have room, tried in that order. Of large dots they stand within.

    `obstacles` are what else is on the page there.
    """
    taken = _Nearby()
    for index, dot in enumerate(dots):
        taken.add(_around(dot), index)
    for rect in obstacles:
        taken.add(rect, None)
    found = []
    for index in order:
        if label := next(_free(dots, index, room, taken), None):
            taken.add(label.box, None)
            found.append(label)
    return found


def _free(dots: Sequence[Dot], index: int, room: Rect, taken: _Nearby) -> Iterator[DotLabel]:
    """Yield the places at a dot in which its label has room."""
    dot = dots[index]
    if dot.label is None:
        return
    inside = dot.is_ground and hypot(*dot.label) <= 2 * dot.radius
    for position in (LabelPosition.CENTER, *BESIDE) if inside else BESIDE:
        box = box_beside(dot, position, dot.label)
        if not (room.x <= box.x and box.right <= room.right and room.y <= box.y and box.bottom <= room.bottom):
            continue
        grown = Rect(box.x - APART, box.y - APART, box.width + 2 * APART, box.height + 2 * APART)
        own = index if position is LabelPosition.CENTER else -1
        if not any(other != own and rect.overlaps(grown) for rect, other in taken.near(grown)):
            yield DotLabel(index, position, box)


def _around(dot: Dot) -> Rect:
    (x, y), radius = dot.center, dot.radius
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


class _Nearby:
    """Rectangles, found by the squares of the page on which they lie."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Rect, int | None]]] = defaultdict(list)

    def add(self, rect: Rect, dot: int | None) -> None:
        """Add what a dot takes, or something else."""
        for cell in _cells(rect):
            self._cells[cell].append((rect, dot))

    def near(self, rect: Rect) -> Iterator[tuple[Rect, int | None]]:
        """Yield what may overlap a rectangle, some of it more than once."""
        for cell in _cells(rect):
            yield from self._cells.get(cell, ())


def _cells(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(floor(rect.x / _CELL), floor(rect.right / _CELL) + 1):
        for row in range(floor(rect.y / _CELL), floor(rect.bottom / _CELL) + 1):
            yield column, row
