"""What stands near a place on the page, found without looking at all that stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor

from deckmaker.model.geometry import Rect

_CELL = 32.0
"""Points: the side of the squares by which what is near a place is found."""


class Nearby:
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
