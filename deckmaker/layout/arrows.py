"""The strokes and heads of arrows: what outputs draw that have no arrows of their own.

PowerPoint's have heads of three times the line's width, which counts as two points at least, and dashes of four widths,
three apart (ECMA-376 part 1, 20.1.10.33, 20.1.10.48; LibreOffice draws them so).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from deckmaker.layout.connectors import Connector

WEIGHT = 1.5
"""How strong the lines of diagrams are, in points."""

HEAD = 6.0
"""How long and wide a head is, in points."""

DASHES = (4 * WEIGHT, 3 * WEIGHT)
"""How long a dash and the gap behind it are, in points."""

Point = tuple[float, float]


class Arrow(NamedTuple):
    """The points of a stroke, which ends within its heads, and the corners of these, the tip first."""

    stroke: tuple[Point, ...]
    heads: tuple[tuple[Point, Point, Point], ...]


def arrows_of(line: Connector) -> list[Arrow]:
    """Return what is drawn of a line, piece by piece."""
    return [_arrow(points, ends) for points, ends in line.pieces_with_ends]


def _arrow(whole: Sequence[Point], ends: tuple[bool, bool]) -> Arrow:
    points, heads = list(whole), []
    for has_head, end, before in ((ends[0], 0, 1), (ends[1], -1, -2)):
        if has_head and points[end] != points[before]:
            heads.append(_head(points[end], points[before]))
            (x, y), (bx, by) = points[end], points[before]
            share = min(1.0, 0.75 * HEAD / hypot(x - bx, y - by))
            points[end] = (x + (bx - x) * share, y + (by - y) * share)
    return Arrow(tuple(points), tuple(heads))


def _head(tip: Point, before: Point) -> tuple[Point, Point, Point]:
    """Return the corners of a head whose tip comes from a point."""
    (x, y), (bx, by) = tip, before
    length = hypot(x - bx, y - by)
    dx, dy = (x - bx) / length, (y - by) / length
    back, half = (x - HEAD * dx, y - HEAD * dy), HEAD / 2
    return tip, (back[0] - half * dy, back[1] + half * dx), (back[0] + half * dy, back[1] - half * dx)
