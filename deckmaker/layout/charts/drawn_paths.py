"""A plot as paths: what every format that draws charts itself draws, line by line, the lowest first."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, cos, pi, sin, tan
from typing import NamedTuple

from deckmaker.layout.chart_item import AreaMark, BarMark, DotMark, LineMark, Mark, Plot, Point, Stroke, WedgeMark
from deckmaker.model.geometry import Rect

EDGE, SEAM = 0.75, 1.5
"""The widths in points of the lines around a dot and around a wedge."""

DASHES = (4.0, 3.0)
"""A dash and its gap, in widths of the line: the preset `dash` of DrawingML (ECMA-376 part 1, 20.1.10.48)."""


class Step(NamedTuple):
    """A step of a path: `M` begins at a point, `L` goes straight to one, `C` is a Bézier curve of three, `Z` closes."""

    letter: str
    points: tuple[Point, ...] = ()


class DrawnPath(NamedTuple):
    """A path in points on the page, filled, or drawn along, or both; colours are the palette's.

    `opacity` is that of what is filled. `dashes` are a dash and a gap in points, empty for an unbroken line. Lines of
    data and around wedges are `is_round`: so are their ends and corners, which would else be spikes. `mark` is what is
    drawn, None for grid lines and axes.
    """

    steps: tuple[Step, ...]
    fill: str | None = None
    opacity: float = 1.0
    stroke: str | None = None
    width: float = 0.0
    dashes: tuple[float, ...] = ()
    is_round: bool = False
    mark: Mark | None = None


def drawn_paths(plot: Plot) -> Iterator[DrawnPath]:
    """Yield all that is drawn of a plot but its texts: grid, axes, and marks in their order."""
    for stroke in (*plot.grid, *plot.axes):
        yield _along(stroke)
    for mark in plot.marks:
        yield drawn_mark(mark)


def drawn_mark(mark: Mark) -> DrawnPath:
    """Return a mark as a path."""
    match mark:
        case BarMark(rect=rect, color=color):
            return DrawnPath(_box(rect), color, mark=mark)
        case LineMark(stroke=stroke):
            return _along(stroke, mark)
        case AreaMark(corners=corners, color=color):
            return DrawnPath((*_straight(corners), _CLOSE), color, mark=mark)
        case DotMark(color=color, opacity=opacity, edge=edge):
            width = EDGE if edge else 0.0
            return DrawnPath(_circle(mark.center, mark.radius), color, opacity, edge, width, mark=mark)
        case WedgeMark(color=color, edge=edge):
            return DrawnPath(_wedge(mark), color, 1.0, edge, SEAM if edge else 0.0, is_round=True, mark=mark)


_CLOSE = Step("Z")


def _along(stroke: Stroke, mark: Mark | None = None) -> DrawnPath:
    dashes = tuple(one * stroke.width for one in DASHES) if stroke.dashed else ()
    is_round = mark is not None and not stroke.dashed  # round ends would fill the gaps
    return DrawnPath(_straight(stroke.points), None, 1.0, stroke.color, stroke.width, dashes, is_round, mark)


def _straight(points: tuple[Point, ...]) -> tuple[Step, ...]:
    return tuple(Step("L" if index else "M", (point,)) for index, point in enumerate(points))


def _box(rect: Rect) -> tuple[Step, ...]:
    corners = ((rect.x, rect.y), (rect.right, rect.y), (rect.right, rect.bottom), (rect.x, rect.bottom))
    return (*_straight(corners), _CLOSE)


def _circle(center: Point, radius: float) -> tuple[Step, ...]:
    return (Step("M", (_on_circle(center, radius, 0.0),)), *_arc(center, radius, 0.0, 1.0), _CLOSE)


def _wedge(mark: WedgeMark) -> tuple[Step, ...]:
    """Return a part of a pie or of a ring: the outer arc there, and the inner one, or the middle, back."""
    end = mark.start + mark.sweep
    out = (Step("M", (_on_circle(mark.center, mark.radius, mark.start),)),)
    around = _arc(mark.center, mark.radius, mark.start, end)
    is_whole = mark.sweep >= 1
    if mark.hole:
        letter = "M" if is_whole else "L"  # a ring has no cut
        back = Step(letter, (_on_circle(mark.center, mark.hole, end),))
        closed = (_CLOSE,) if is_whole else ()
        return (*out, *around, *closed, back, *_arc(mark.center, mark.hole, end, mark.start), _CLOSE)
    return (*out, *around, *(() if is_whole else (Step("L", (mark.center,)),)), _CLOSE)


def _arc(center: Point, radius: float, start: float, end: float) -> Iterator[Step]:
    """Yield Bézier curves along a circle between two places in turns clockwise from the top, 0.03 % off at most."""
    count = max(1, ceil(abs(end - start) * 4 - 1e-9))
    turn = (end - start) / count
    reach = 4 / 3 * tan(turn * 2 * pi / 4)
    for index in range(count):
        one, other = start + turn * index, start + turn * (index + 1)
        yield Step(
            "C",
            (
                _beside_circle(center, radius, one, reach),
                _beside_circle(center, radius, other, -reach),
                _on_circle(center, radius, other),
            ),
        )


def _on_circle(center: Point, radius: float, place: float) -> Point:
    angle = place * 2 * pi
    return center[0] + radius * sin(angle), center[1] - radius * cos(angle)


def _beside_circle(center: Point, radius: float, place: float, reach: float) -> Point:
    """Return the point so many radii ahead, clockwise, on the line that touches a circle there."""
    x, y = _on_circle(center, radius, place)
    angle = place * 2 * pi
    return x + reach * radius * cos(angle), y + reach * radius * sin(angle)
