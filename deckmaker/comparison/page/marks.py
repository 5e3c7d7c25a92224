"""Where two pictures of a slide differ: boxes around what has changed, as shares of the picture."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageChops

_CELL = 12
"""Pixels of the squares that are looked at: what is nearer to each other than that is one change."""

_NEAR = 2
"""Squares from one box to the next, where there is at most one between them: such boxes are one."""

_ROOM = 0.4
"""Squares around what has changed, so that the line of the box does not run through it."""

_SEEN = 24
"""Of 255, how far a pixel must differ; smoothing of letters that moved by a fraction of a pixel stays below."""

MOST_BOXES = 12
"""Boxes on a picture: where more has changed, nearly all of it has, and one box around it says so."""


_Cells = tuple[int, int, int, int]
"""The squares from left to right and from top to bottom, both ends with them: left, top, right, bottom."""


class Box(NamedTuple):
    """A rectangle as shares of a picture's width and height."""

    left: float
    top: float
    right: float
    bottom: float


def changed_boxes(old: Image.Image, new: Image.Image) -> list[Box]:
    """Return where two pictures of one width differ, from top to bottom; none where they do not.

    Pictures of different shapes differ all over.
    """
    if old.size != new.size:
        return [Box(0, 0, 1, 1)]
    width, height = old.size
    # The largest difference of any channel: colours of equal lightness differ, too.
    channels = ImageChops.difference(old.convert("RGB"), new.convert("RGB")).split()
    difference = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    seen = difference.point([255 if value >= _SEEN else 0 for value in range(256)])
    columns, rows = -(-width // _CELL), -(-height // _CELL)
    padded = Image.new("L", (columns * _CELL, rows * _CELL))
    padded.paste(seen, (0, 0))
    data = padded.resize((columns, rows), Image.Resampling.BOX).point([0, *[255] * 255]).tobytes()
    cells = {(index % columns, index // columns) for index, value in enumerate(data) if value}
    boxes = _apart([_around(group) for group in _groups(cells)])
    if len(boxes) > MOST_BOXES:
        boxes = [_around(cells)]
    return [
        Box(
            max(0, left - _ROOM) / columns,
            max(0, top - _ROOM) / rows,
            min(columns, right + 1 + _ROOM) / columns,
            min(rows, bottom + 1 + _ROOM) / rows,
        )
        for left, top, right, bottom in sorted(boxes, key=lambda one: (one[1], one[0]))
    ]


def _apart(boxes: Iterable[_Cells]) -> list[_Cells]:
    """Return boxes of which none is near another: those that are become one."""
    apart: list[_Cells] = []
    for box in boxes:
        left, top, right, bottom = box
        while touching := [
            one for one in apart
            if max(one[0] - right, left - one[2], one[1] - bottom, top - one[3]) <= _NEAR
        ]:  # fmt: skip
            apart = [one for one in apart if one not in touching]
            lefts, tops, rights, bottoms = zip((left, top, right, bottom), *touching, strict=True)
            left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
        apart.append((left, top, right, bottom))
    return apart


def _groups(cells: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """Return cells in groups of which each touches another, or is one apart from it: words of a line are one."""
    left = set(cells)
    groups = []
    while left:
        waiting = [left.pop()]
        group = set(waiting)
        while waiting:
            column, row = waiting.pop()
            near = {(column + right, row + down) for right in (-2, -1, 0, 1, 2) for down in (-1, 0, 1)} & left
            left -= near
            group |= near
            waiting += near
        groups.append(group)
    return groups


def _around(cells: Iterable[tuple[int, int]]) -> _Cells:
    columns, rows = zip(*cells, strict=True)
    return min(columns), min(rows), max(columns), max(rows)
