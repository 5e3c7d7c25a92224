"""The grid of a plot: which of its lines a native axis draws, and which are shapes behind the chart.

Programs draw the lines of an axis from its end on, a step apart: one that begins between two lines has others then. And
they draw whole lines, also where words stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import hypot

from deckmaker.layout import Placed, Role, ShapeItem
from deckmaker.layout.chart_item import AxisScale, GroupType, Plot, PlotAxis, Stroke
from deckmaker.model.geometry import Rect

_MOST_OF = 0.9
"""Of a side of the plot: how long lines of a grid are at least."""

_NEAR = 0.5
"""Points within which a line stands at a step of its axis."""


def native_line(plot: Plot, upright: bool) -> Stroke | None:
    """Return the first of the lines of a grid that stand upright, or that lie, if the native axis draws them."""
    lines = _lines(plot, upright)
    return lines[0] if lines and _are_native(plot, lines, upright) else None


def line_shapes(plot: Plot) -> Iterator[Placed]:
    """Yield the lines that no native axis draws in their places, as shapes."""
    for upright in (False, True):
        lines = _lines(plot, upright)
        if not _are_native(plot, lines, upright):
            for line in lines:
                (x0, y0), *_, (x1, y1) = line.points
                half = line.width / 2
                rect = Rect(x0 - half, min(y0, y1), line.width, abs(y1 - y0))
                if not upright:
                    rect = Rect(min(x0, x1), y0 - half, abs(x1 - x0), line.width)
                yield Placed(rect, ShapeItem(line.color, 1.0), Role.DECORATION, None, None)


def along(strokes: Iterable[Stroke], upright: bool) -> Stroke | None:
    """Return the first of straight lines that stand upright, or that lie."""
    return next((one for one in strokes if _is_upright(one) == upright), None)


def _lines(plot: Plot, upright: bool) -> list[Stroke]:
    """Return the lines of one direction that reach through the plot. What joins single columns is none."""
    reach = plot.rect.height if upright else plot.rect.width
    own = (one for one in plot.grid if _is_upright(one) == upright)
    return [one for one in own if one.is_piece or _length(one) > _MOST_OF * reach]


def _are_native(plot: Plot, lines: Iterable[Stroke], upright: bool) -> bool:
    """Tell whether a native axis has lines in these places: none of them is interrupted."""
    own = list(lines)
    return not any(one.is_piece for one in own) and _are_steps(plot, own, upright)


def _are_steps(plot: Plot, lines: Iterable[Stroke], upright: bool) -> bool:
    """Tell whether lines stand whole steps from the beginning of their axis of numbers; other axes have no steps."""
    lying = any(group.type is GroupType.BARS for group in plot.groups)
    axis, rect = plot.x_axis if upright != lying else plot.y_axis, plot.rect
    if axis is None or axis.scale is not AxisScale.NUMBERS or axis.step <= 0:
        return True
    step = (rect.width if upright else rect.height) * axis.step / (axis.most - axis.least)
    froms = (_from_least(line, axis, rect, upright) for line in lines)
    return all(abs(one - step * round(one / step)) < _NEAR for one in froms)


def _from_least(line: Stroke, axis: PlotAxis, rect: Rect, upright: bool) -> float:
    x, y = line.points[0]
    if upright:
        return rect.right - x if axis.reversed else x - rect.x
    return y - rect.y if axis.reversed else rect.bottom - y


def _length(stroke: Stroke) -> float:
    (x0, y0), *_, (x1, y1) = stroke.points
    return hypot(x1 - x0, y1 - y0)


def _is_upright(stroke: Stroke) -> bool:
    (x0, y0), *_, (x1, y1) = stroke.points
    return abs(x1 - x0) < abs(y1 - y0)
