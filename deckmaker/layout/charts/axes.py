"""The axes of a plot on the page: its rectangle, what stands along its sides, its grid, the native chart's frame."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite, log10

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import AxisScale, ChartLabel, Mark, Plot, PlotAxis, PlotGroup, Stroke
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.scales import Scale, number_axis, ticks_for
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.model.chart import Chart, ChartAxis, NumberStyle
from deckmaker.model.geometry import Rect
from deckmaker.theme.theme import ChartStyle

BESIDE_AXIS = 8.0
"""Points between numbers of an axis, or names of bars, and the plot."""

_HAIR = 1e-6
"""Of a power of ten: what a number may miss it by."""

_ROUNDED = 1e-6
"""Points by which sums may miss what they stand for."""

FRAME_ABOVE, FRAME_BELOW, FRAME_BESIDE = 0.75, 1.9, 1.0
"""Ems of category labels by which the native chart is larger than its plot: LibreOffice moves a plot that leaves its
labels less."""


@dataclass(frozen=True)
class AxesWish:
    """What a plot needs of its axes.

    `values` are all that stand on the value axis, `second` those on the second. `beyond` is what labels need beyond the
    outermost values, or of those that are `labelled`, in points; `before`, `beside` and `above` what stands there of
    the plot: between it and names of bars, behind it, and over it.
    Axes are `tight` where each value is written at its mark; `unmarked` ones have no numbers and no grid. Bars are
    `lying`, each category at most so `tallest`, in points; lines and areas go from `edge_to_edge`. A `value_axis` is
    that of shares, with numbers of its own `style`.
    """

    values: Sequence[float | None]
    second: Sequence[float | None] = ()
    from_zero: bool = False
    tight: bool = False
    unmarked: bool = False
    lying: bool = False
    edge_to_edge: bool = False
    to_scale: bool = False
    beyond: float = 0.0
    before: float = 0.0
    beside: float = 0.0
    above: float = 0.0
    style: NumberStyle | None = None
    value_axis: PlotAxis | None = None
    tallest: float | None = None
    labelled: Sequence[float | None] | None = None
    of_dots: bool = False


@dataclass(frozen=True)
class Axes:
    """Axes as set: where names and values stand in `rect`, and all that is drawn of the axes themselves.

    What is drawn ends at `bottom`; `left_out` says that names are that a reader would miss. `behind` are the lines of
    the grid where a native chart would have others.
    """

    rect: Rect
    frame: Rect
    names: Scale
    values: Scale
    second: Scale | None
    lying: bool
    categories: tuple[ChartLabel, ...]
    around: tuple[Placed, ...]
    grid: tuple[Stroke, ...]
    lines: tuple[Stroke, ...]
    bottom: float
    left_out: bool
    look: ChartStyle
    behind: tuple[Placed, ...] = ()

    def plot(self, groups: Sequence[PlotGroup], marks: Sequence[Mark]) -> Plot:
        """Return the plot that has these axes."""
        return Plot(
            self.rect,
            self.frame,
            "",
            tuple(groups),
            tuple(marks),
            x_axis=self.names.axis,
            y_axis=self.values.axis,
            second_axis=self.second.axis if self.second else None,
            grid=self.grid,
            axes=self.lines,
            categories=self.categories,
        )

    def placing(self, room: PlotRoom) -> Placing:
        """Return where further labels have room beside those of the axes."""
        return Placing(room.rect, [*(one.placed.rect for one in self.categories), *(one.rect for one in self.around)])

    def bar(self, start: float, end: float, first: float, last: float) -> Rect:
        """Return what a bar fills from `start` to `end` along its axis of names, on the page, between two values."""
        scale = self.values
        return self._bar(start, end, scale.at(first), scale.at(last))

    def _bar(self, start: float, end: float, first: float, last: float) -> Rect:
        across, height = min(first, last), abs(last - first)
        along, width = min(start, end), abs(end - start)
        return Rect(across, along, height, width) if self.lying else Rect(along, across, width, height)


def grid_and_base(
    plot: Rect, values: Scale, lying: bool, look: ChartStyle
) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...]]:
    """Return the grid lines of a plot, and the line at zero on which marks stand, if its axis has a zero."""

    def stroke(at: float, color: str, width: float) -> Stroke:
        ends = ((at, plot.y), (at, plot.bottom)) if lying else ((plot.x, at), (plot.right, at))
        return Stroke(ends, color, width)

    axis = values.axis
    has_zero = axis.scale is not AxisScale.LOG and axis.least <= 0 <= axis.most
    base = (stroke(values.at(0.0), look.axis, look.axis_width),) if has_zero else ()
    ticks = (one for one in axis.ticks if one != 0 or not base)
    return tuple(stroke(values.at(one), look.grid, look.grid_width) for one in ticks), base


def has_native_grid(axis: PlotAxis) -> bool:
    """Tell whether native charts have their grid lines at its ticks: on a logarithmic axis they do at powers only."""
    ends = (axis.least, *axis.ticks) if axis.scale is AxisScale.LOG else ()
    return all(abs(log10(one) - round(log10(one))) < _HAIR for one in ends)


def drawn_line(stroke: Stroke) -> Placed:
    """Return a line of a grid, level or upright, as a shape behind the plot."""
    (x, y), *_, (right, bottom) = stroke.points
    half = stroke.width / 2
    if abs(right - x) >= abs(bottom - y):
        return shape(Rect(x, y - half, right - x, stroke.width), stroke.color)
    return shape(Rect(x - half, y, stroke.width, bottom - y), stroke.color)


def with_drawn_grid(axes: Axes) -> Axes:
    """Return axes whose grid is drawn behind the plot, where a native chart would have lines elsewhere."""
    if has_native_grid(axes.values.axis):
        return axes
    return replace(axes, grid=(), behind=tuple(map(drawn_line, axes.grid)))


def set_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    """Set the axes of a plot in its room. They reach as far as reference lines stand."""
    if lines := reference_values(room.chart):
        labelled = wish.values if wish.labelled is None else wish.labelled
        wish = replace(wish, values=[*wish.values, *lines], labelled=labelled)
    if room.value_axis and not wish.tight:
        wish = replace(wish, value_axis=room.value_axis)
    from deckmaker.layout.charts.lying_axes import lying_axes
    from deckmaker.layout.charts.upright_axes import upright_axes

    return with_drawn_grid(lying_axes(room, wish) if wish.lying else upright_axes(room, wish))


def reference_values(chart: Chart, stands: bool = False) -> list[float]:
    """Return the values of lines across a plot: on its value axis, or where they stand on its x axis."""
    return [one.at for one in chart.lines if one.stands is stands and isfinite(one.at)]


def value_axis_of(wish: AxesWish, own: ChartAxis, length: float) -> PlotAxis:
    of_dots = wish.of_dots
    own_axis = number_axis(wish.values, own, ticks_for(length), wish.from_zero, wish.tight, of_dots)
    found = wish.value_axis or own_axis
    return replace(found, ticks=()) if wish.unmarked else found


def grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def with_room_for_labels(plot: Rect, axis: PlotAxis, wish: AxesWish) -> tuple[Rect, PlotAxis]:
    """Return a plot that is lower, or narrower, by what labels beyond the largest values need more than the axis has.

    Labels beyond the least ones stand in the plot, between bars and the names of categories: the axis goes further.
    Those of dots stand before the plot.
    """
    known = [one for one in (wish.values if wish.labelled is None else wish.labelled) if one is not None]
    if not wish.beyond or not known or axis.most <= axis.least or axis.scale is AxisScale.LOG:
        return plot, axis
    length = plot.width if wish.lying else plot.height
    least, most = min(known), max(known)
    below = wish.beyond + (BESIDE_AXIS if wish.lying else 0.0)  # a value and a name beside it are two words
    below = below if least < 0 and not wish.of_dots and 3 * below < length else 0.0
    above = wish.beyond if most >= 0 else 0.0
    for is_further, is_narrower in ((False, False), (True, False), (False, True), (True, True)):
        # What has to be shown in what is left of the length says how many points there are to a unit of the axis.
        left = length - below * is_further - above * is_narrower
        shown = (most if is_narrower else axis.most) - (least if is_further else axis.least)
        if left <= 0 or shown <= 0 or is_further > bool(below) or is_narrower > bool(above):
            continue
        scale = left / shown
        start = least - below / scale if is_further else axis.least
        width = scale * (axis.most - start)
        have_room = (least - start) * scale >= below - _ROUNDED, length - (most - start) * scale >= above - _ROUNDED
        is_whole = start <= axis.least and length / 2 < width <= length + _ROUNDED
        if all(have_room) and is_whole:
            return _narrowed(plot, max(length - width, 0.0), wish.lying), replace(axis, least=start)
    return plot, axis


def _narrowed(plot: Rect, by: float, lying: bool) -> Rect:
    """Return a plot that ends so many points earlier: at its right where bars lie, else at its top."""
    if lying:
        return replace(plot, width=plot.width - by)
    return replace(plot, y=plot.y + by, height=plot.height - by)
