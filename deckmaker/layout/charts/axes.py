"""The axes of a plot on the page: its rectangle, what stands along its sides, its grid, the native chart's frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import AxisScale, ChartLabel, PlotAxis, Stroke
from deckmaker.layout.charts.categories import (
    BETWEEN,
    CategoryLabels,
    baseline_below,
    labels_below,
    labels_beside,
    labels_of_dates,
    placed_below,
    placed_beside,
)
from deckmaker.layout.charts.colors import BASE, GRID
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.scales import Scale, date_axis, name_axis, number_axis, second_axis, ticks_for
from deckmaker.layout.charts.texts import LABEL, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import axis_style, number, without_unit
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph
from deckmaker.model.chart import Chart, ChartAxis, DateUnit, NumberStyle
from deckmaker.model.geometry import Rect

THIN, STRONG = 0.75, 1.5
"""Points: how strong grid lines are, and the line on which bars stand."""

BESIDE_AXIS = 8.0
"""Points between numbers of an axis, or names of bars, and the plot."""

FRAME_ABOVE, FRAME_BELOW, FRAME_BESIDE = 0.75, 1.9, 1.0
"""Ems of category labels by which the native chart is larger than its plot: LibreOffice moves a plot that leaves its
labels less."""

NAMES_SHARE = 0.4
"""Of a bar chart's width: what names of bars take at most."""


class Sides(NamedTuple):
    """Points that something else needs on each side of a plot's marks: values above columns, names at ends of lines."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True)
class AxesWish:
    """What a plot needs of its axes.

    `values` are all that stand on the value axis, `second` those on the second. `beyond` is what labels need beyond the
    outermost values, or of those that are `labelled`, in points; `beside` what stands beside the plot. Axes are `tight`
    where each value is written at its mark. Bars are `lying`, each category at most so `tallest`, in points; areas go
    from `edge_to_edge`. A `value_axis` is that of shares, with numbers of its own `style`.
    """

    values: Sequence[float | None]
    second: Sequence[float | None] = ()
    from_zero: bool = False
    tight: bool = False
    lying: bool = False
    edge_to_edge: bool = False
    to_scale: bool = False
    beyond: float = 0.0
    beside: float = 0.0
    style: NumberStyle | None = None
    value_axis: PlotAxis | None = None
    tallest: float | None = None
    labelled: Sequence[float | None] | None = None


@dataclass(frozen=True)
class Axes:
    """Axes as set: where names and values stand in `rect`, and all that is drawn of the axes themselves."""

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

    def bar(self, start: float, end: float, first: float, last: float) -> Rect:
        """Return what a bar fills from `start` to `end` along its axis of names, on the page, between two values."""
        scale = self.values
        return self._bar(start, end, scale.at(first), scale.at(last))

    def _bar(self, start: float, end: float, first: float, last: float) -> Rect:
        across, height = min(first, last), abs(last - first)
        along, width = min(start, end), abs(end - start)
        return Rect(across, along, height, width) if self.lying else Rect(along, across, width, height)


def set_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    """Set the axes of a plot in its room."""
    return _lying(room, wish) if wish.lying else _upright(room, wish)


class _Numbers(NamedTuple):
    """Numbers along an axis, as set."""

    labels: tuple[tuple[float, SetLabel], ...]

    @property
    def width(self) -> float:
        return max((label.width for _, label in self.labels), default=0.0)

    @property
    def height(self) -> float:
        return max((label.height for _, label in self.labels), default=0.0)


def _numbers(axis: PlotAxis, style: NumberStyle, texts: ChartTexts, align: str) -> _Numbers:
    own, shown = texts.style(LABEL, align), axis_style(style, axis)
    return _Numbers(tuple((tick, texts.set(number(tick, shown), own)) for tick in axis.ticks))


def _value_axis(wish: AxesWish, own: ChartAxis, length: float) -> PlotAxis:
    return wish.value_axis or number_axis(wish.values, own, ticks_for(length), wish.from_zero, wish.tight)


def _upright(room: PlotRoom, wish: AxesWish) -> Axes:
    chart, rect, texts = room.chart, room.rect, room.texts
    size = texts.size(LABEL)
    line = texts.set("0", texts.style(LABEL)).height
    titles = _titles_above(room)
    top = rect.y + titles.height
    length = rect.height - titles.height - 2 * line - wish.beyond
    axis = _value_axis(wish, chart.y_axis, length)
    numbers = _numbers(axis, wish.style or chart.y_axis.style, texts, "right")
    second = second_axis(wish.second, chart.second_axis, axis) if wish.second else None
    second_numbers = _numbers(second, chart.second_axis.style, texts, "left") if second else _Numbers(())
    left = rect.x + (numbers.width + BESIDE_AXIS if numbers.labels else 0.0)
    right = rect.right - max(wish.beside, second_numbers.width + BESIDE_AXIS if second else 0.0)
    names, labels, left, right = _categories(room, wish, left, right)
    bottom = rect.bottom - (baseline_below(0.0, size) + labels.height - 0.8 * size if labels.labels else line)
    below_title = _title_below(room, Rect(left, rect.y, right - left, rect.height))
    bottom -= below_title[0].rect.height if below_title else 0.0
    top += max((-label.around(0.0, 0.0).y for _, label in (*numbers.labels, *second_numbers.labels)), default=0.0)
    plot = Rect(left, top, right - left, max(bottom - top, 1.0))
    plot, axis = _with_room_for_labels(plot, axis, wish)
    values = Scale(axis, plot.bottom, plot.y)
    second_scale = Scale(second, plot.bottom, plot.y) if second else None
    names = Scale(names.axis, plot.x, plot.right)
    categories = placed_below(labels, names, plot.bottom, texts, rect)
    around = [*titles.placed, *_placed_numbers(numbers, values, plot.x - BESIDE_AXIS, texts)]
    if second_scale:
        around += _placed_numbers(second_numbers, second_scale, plot.right + BESIDE_AXIS, texts)
    around += below_title
    grid = tuple(Stroke(((plot.x, y), (plot.right, y)), GRID, THIN) for y in map(values.at, axis.ticks))
    base = values.at(
        axis.least if axis.scale is AxisScale.LOG or axis.least > 0 else min(max(0.0, axis.least), axis.most)
    )
    is_log = axis.scale is AxisScale.LOG
    lines = (
        ()
        if is_log or not axis.least <= 0 <= axis.most
        else (Stroke(((plot.x, base), (plot.right, base)), BASE, STRONG),)
    )
    frame = Rect(
        plot.x - FRAME_BESIDE * size,
        plot.y - FRAME_ABOVE * size,
        plot.width + 2 * FRAME_BESIDE * size + (wish.beside if wish.beside else 0.0),
        plot.height + FRAME_ABOVE * size + max(FRAME_BELOW * size, rect.bottom - plot.bottom),
    )
    return Axes(
        plot,
        frame.within(_grown(rect, FRAME_BESIDE * size)),
        names,
        values,
        second_scale,
        False,
        categories,
        tuple(around),
        tuple(one for one in grid if not lines or abs(one.points[0][1] - base) > THIN),
        lines,
        rect.bottom,
        labels.left_out,
    )


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _with_room_for_labels(plot: Rect, axis: PlotAxis, wish: AxesWish) -> tuple[Rect, PlotAxis]:
    """Return a plot that is lower, or narrower, by what labels beyond the largest values need more than the axis has.

    Labels beyond the least ones stand in the plot, between bars and the names of categories: the axis goes further.
    """
    known = [one for one in (wish.values if wish.labelled is None else wish.labelled) if one is not None]
    if not wish.beyond or not known or axis.most <= axis.least or axis.scale is AxisScale.LOG:
        return plot, axis
    length = plot.width if wish.lying else plot.height
    if min(known) < 0:
        lacking = wish.beyond - Scale(axis, 0.0, length).at(min(known))
        if 0 < lacking < length / 3:
            axis = replace(axis, least=axis.most - (axis.most - axis.least) * length / (length - lacking))
    lacking = wish.beyond - (length - Scale(axis, 0.0, length).at(max(known))) if max(known) >= 0 else 0.0
    lacking = lacking if 0 < lacking < length / 2 else 0.0
    if wish.lying:
        return replace(plot, width=plot.width - lacking), axis
    return replace(plot, y=plot.y + lacking, height=plot.height - lacking), axis


def _categories(
    room: PlotRoom, wish: AxesWish, left: float, right: float
) -> tuple[Scale, CategoryLabels, float, float]:
    """Return the axis of categories, its labels, and the sides of the plot, between which these have room."""
    chart, texts = room.chart, room.texts
    categories, language = chart.categories, chart.x_axis.style.language
    if not wish.to_scale:
        count = len(categories.names)
        labels = labels_below(categories, right - left, texts)
        axis = name_axis(count, from_edge=wish.edge_to_edge)
        if labels.labels and (last := labels.labels[-1]):
            reach = Scale(axis, left, right)
            over = reach.at(last.at) + last.label.width / 2 - room.rect.right
            before = room.rect.x - reach.at(labels.labels[0].at) + labels.labels[0].label.width / 2
            most = (right - left) / 4
            left, right = left + max(0.0, min(before, most)), right - max(0.0, min(over, most))
        return Scale(axis, left, right), labels, left, right
    unit = categories.unit or DateUnit.DAY
    most = 12
    while True:
        axis = date_axis(categories.dates, unit, most)
        labels = labels_of_dates(axis.ticks, categories.dates, axis.unit or unit, texts, language)
        half = labels.width / 2
        start, end = max(left, room.rect.x + half), right
        reach = Scale(axis, start, end)
        if labels.labels:
            end -= max(0.0, reach.at(labels.labels[-1].at) + half - room.rect.right)
        places = [Scale(axis, start, end).at(one.at) for one in labels.labels]
        apart = min((b - a for a, b in pairwise(places)), default=labels.width + BETWEEN)
        if apart >= labels.width + BETWEEN or most <= 2:
            break
        most = min(most, len(labels.labels)) - 1
    if apart < labels.width + BETWEEN:
        labels = CategoryLabels(labels.labels[:1])
    return Scale(axis, start, end), labels, start, end


def _lying(room: PlotRoom, wish: AxesWish) -> Axes:
    chart, rect, texts = room.chart, room.rect, room.texts
    size = texts.size(LABEL)
    titles = _titles_above(room)
    labels = labels_beside(chart.categories, rect.height, NAMES_SHARE * rect.width, texts)
    left = rect.x + labels.width + BESIDE_AXIS
    right = rect.right - wish.beside
    axis = _value_axis(wish, chart.y_axis, 0.7 * (right - left))
    numbers = _numbers(axis, wish.style or chart.y_axis.style, texts, "center")
    while len(numbers.labels) > 2 and (numbers.width + 2 * BETWEEN) * len(numbers.labels) > right - left:
        axis = (
            number_axis(wish.values, chart.y_axis, len(numbers.labels) - 2, wish.from_zero)
            if len(numbers.labels) > 4
            else _ends_only(axis)
        )
        numbers = _numbers(axis, wish.style or chart.y_axis.style, texts, "center")
    right -= max(0.0, numbers.width / 2 - (rect.right - right))
    top = rect.y + titles.height + (numbers.height + BETWEEN if numbers.labels else 0.0)
    height = rect.bottom - top
    if wish.tallest is not None:
        height = min(height, wish.tallest * len(chart.categories.names))
    labels = labels_beside(chart.categories, height, NAMES_SHARE * rect.width, texts)
    plot, axis = _with_room_for_labels(Rect(left, top, max(right - left, 1.0), max(height, 1.0)), axis, wish)
    values = Scale(axis, plot.x, plot.right)
    names = Scale(name_axis(len(chart.categories.names), reversed=True), plot.bottom, plot.y)
    around = [*titles.placed]
    for tick, label in numbers.labels:
        frame = label.above(values.at(tick), top - BETWEEN)
        around.append(label.placed(frame, Role.AXIS, texts.span))
    base = values.base
    has_zero = axis.least <= 0 <= axis.most
    lines = (Stroke(((base, plot.y), (base, plot.bottom)), BASE, STRONG),) if has_zero else ()
    grid = tuple(
        Stroke(((x, plot.y), (x, plot.bottom)), GRID, THIN)
        for x in map(values.at, axis.ticks)
        if not lines or abs(x - base) > THIN
    )
    frame = Rect(
        plot.x - labels.width - 2 * BESIDE_AXIS,
        plot.y - FRAME_ABOVE * size,
        plot.width + labels.width + 2 * BESIDE_AXIS + FRAME_BESIDE * size + wish.beside,
        plot.height + 2 * FRAME_ABOVE * size,
    )
    return Axes(
        plot,
        frame.within(_grown(rect, FRAME_BESIDE * size)),
        names,
        values,
        None,
        True,
        placed_beside(labels, names, plot.x - BESIDE_AXIS, texts),
        tuple(around),
        grid,
        lines,
        plot.bottom,
        labels.left_out,
    )


def _ends_only(axis: PlotAxis) -> PlotAxis:
    """Return an axis with ticks at its ends and at zero only."""
    ends = [axis.ticks[0], axis.ticks[-1]]
    return replace(axis, ticks=tuple(ends), step=ends[1] - ends[0])


def _placed_numbers(numbers: _Numbers, scale: Scale, x: float, texts: ChartTexts) -> Iterable[Placed]:
    for tick, label in numbers.labels:
        yield label.placed(label.around(x, scale.at(tick)), Role.AXIS, texts.span)


def _title(chart: Chart, axis: ChartAxis) -> Paragraph | str | None:
    """Return what is said above a value axis: its title, else its unit, if its numbers and the subtitle go without."""
    unit = axis.style.unit
    told = chart.subtitle is not None and unit in chart.subtitle.text
    return axis.title or (None if told or without_unit(axis.style).unit == unit else unit)


class _Titles(NamedTuple):
    placed: tuple[Placed, ...]
    height: float


def _titles_above(room: PlotRoom) -> _Titles:
    """Return the titles of value axes, above the plot at its sides."""
    chart, rect, texts = room.chart, room.rect, room.texts
    second = chart.second_axis if any(one.on_second_axis for one in chart.series) else None
    wishes = [(_title(chart, chart.y_axis), "left", rect.x), (second and _title(chart, second), "right", rect.right)]
    found, height = [], 0.0
    share = rect.width if second is None else rect.width / 2 - BETWEEN
    for title, align, x in wishes:
        if title:
            label = texts.set(title, texts.style(LABEL, align), share)
            frame = label.below_line(x, rect.y + label.first_baseline)
            found.append(label.placed(frame, Role.AXIS, texts.span))
            height = max(height, label.height + BETWEEN)
    return _Titles(tuple(found), height)


def _title_below(room: PlotRoom, rect: Rect) -> tuple[Placed, ...]:
    """Return the title of the axis of categories, below their labels in the middle."""
    chart, texts = room.chart, room.texts
    if not chart.x_axis.title:
        return ()
    label = texts.set(chart.x_axis.title, texts.style(LABEL, "center"), rect.width)
    frame = Rect(rect.x + (rect.width - label.width) / 2, rect.bottom - label.height, label.width, label.height)
    return (label.placed(frame, Role.AXIS, texts.span),)
