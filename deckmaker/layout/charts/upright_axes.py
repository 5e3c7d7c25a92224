"""Axes of upright plots: categories or dates below, values at the sides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from deckmaker.layout.chart_item import PlotAxis
from deckmaker.layout.charts.axes import (
    BESIDE_AXIS,
    FRAME_ABOVE,
    FRAME_BELOW,
    FRAME_BESIDE,
    Axes,
    AxesWish,
    grid_and_base,
    grown,
    reference_values,
    value_axis_of,
    with_room_for_labels,
)
from deckmaker.layout.charts.axis_numbers import AxisNumbers, axis_numbers, placed_numbers, title_below, titles_above
from deckmaker.layout.charts.categories import (
    CategoryLabels,
    labels_below,
    labels_of_dates,
    placed_below,
    whole_labels_below,
)
from deckmaker.layout.charts.drawing import BETWEEN, PlotRoom
from deckmaker.layout.charts.scales import Scale, date_axis, ends_of_years, name_axis, second_axis
from deckmaker.layout.charts.texts import LABEL, ChartTexts
from deckmaker.layout.document import Placed
from deckmaker.model.chart import DateUnit
from deckmaker.model.geometry import Rect

FEW_DATES = 3
"""Where no more years are named below a plot, they are the first and the last."""

MOST_DATES = 12
"""How many dates are named below a plot at most."""


class _ValueAxes(NamedTuple):
    """The value axes at the sides of a plot, with their numbers."""

    first: PlotAxis
    numbers: AxisNumbers
    second: PlotAxis | None
    second_numbers: AxisNumbers

    @classmethod
    def of(cls, room: PlotRoom, wish: AxesWish, length: float) -> _ValueAxes:
        """Decide the axes, which have about so many points of height."""
        chart, texts = room.chart, room.texts
        first = value_axis_of(wish, chart.y_axis, length)
        numbers = axis_numbers(first, wish.style or chart.y_axis.style, texts, "right")
        if not wish.second:
            return cls(first, numbers, None, AxisNumbers(()))
        second = second_axis(wish.second, chart.second_axis, first)
        return cls(first, numbers, second, axis_numbers(second, chart.second_axis.style, texts, "left"))

    @property
    def above(self) -> float:
        """How far numbers reach above their ticks, in points."""
        labels = (*self.numbers.labels, *self.second_numbers.labels)
        return max((-label.around(0.0, 0.0).y for _, label in labels), default=0.0)

    def edges(self, rect: Rect, beside: float) -> tuple[float, float]:
        """Return where a plot begins and ends between its numbers, and what else stands `beside` it.

        It has a width even where these take all there is.
        """
        left = self.numbers.width + BESIDE_AXIS if self.numbers.labels else 0.0
        right = self.second_numbers.width + BESIDE_AXIS if self.second else 0.0
        start = rect.x + left
        return start, max(rect.right - max(beside, right), start + 1.0)

    def placed(self, plot: Rect, texts: ChartTexts) -> Iterator[Placed]:
        """Yield the numbers beside a plot."""
        yield from placed_numbers(self.numbers, Scale(self.first, plot.bottom, plot.y), plot.x - BESIDE_AXIS, texts)
        if self.second:
            scale = Scale(self.second, plot.bottom, plot.y)
            yield from placed_numbers(self.second_numbers, scale, plot.right + BESIDE_AXIS, texts)


def upright_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    """Set the axes of an upright plot, which takes all of its room."""
    rect, texts = room.rect, room.texts
    size, line = texts.size(LABEL), texts.set("0", texts.style(LABEL)).height
    titles = titles_above(room)
    sides = _ValueAxes.of(room, wish, rect.height - titles.height - 2 * line - wish.beyond)
    names, labels = _categories(room, wish, *sides.edges(rect, wish.beside))
    bottom = rect.bottom - (labels.baseline_below(0.0) + labels.height - 0.8 * size if labels.labels else line)
    below = title_below(room, names.start, names.end)
    bottom -= sum(one.rect.height for one in below)
    top = rect.y + titles.height + max(sides.above, _above_lines(room, wish, line))
    plot = Rect(names.start, top, names.end - names.start, max(bottom - top, 1.0))
    plot, axis = with_room_for_labels(plot, sides.first, wish)
    sides = sides._replace(first=axis)
    values = Scale(axis, plot.bottom, plot.y)
    grid, lines = grid_and_base(plot, values, False, room.look)
    return Axes(
        plot,
        _frame(plot, rect, size, wish.beside),
        names,
        values,
        Scale(sides.second, plot.bottom, plot.y) if sides.second else None,
        False,
        placed_below(labels, names, plot.bottom, texts, rect),
        (*titles.placed, *sides.placed(plot, texts), *below),
        grid,
        lines,
        rect.bottom,
        labels.left_out,
        room.look,
    )


def _above_lines(room: PlotRoom, wish: AxesWish, line: float) -> float:
    """Return what the label beside a reference line needs above the plot, if the line is at its top."""
    return line / 2 + room.look.reference if wish.beside and reference_values(room.chart) else 0.0


def _frame(plot: Rect, rect: Rect, size: int, beside: float) -> Rect:
    """Return the native chart's frame, which has room for labels of so many points of size around the plot."""
    left, top = plot.x - FRAME_BESIDE * size, plot.y - FRAME_ABOVE * size
    right, bottom = plot.right + FRAME_BESIDE * size + beside, max(plot.bottom + FRAME_BELOW * size, rect.bottom)
    return Rect(left, top, right - left, bottom - top).within(grown(rect, FRAME_BESIDE * size))


def _categories(room: PlotRoom, wish: AxesWish, left: float, right: float) -> tuple[Scale, CategoryLabels]:
    """Return the axis of categories between two sides, or as far within them as its labels need, and these."""
    if wish.to_scale:
        return _dates(room, left, right)
    categories = room.chart.categories
    labels = _names(room, right - left)
    axis = name_axis(len(categories.names), from_edge=wish.edge_to_edge)
    if labels.labels:
        reach, first, last = Scale(axis, left, right), labels.labels[0], labels.labels[-1]
        most = (right - left) / 4
        before = room.rect.x - reach.at(first.at) + first.label.width / 2
        behind = reach.at(last.at) + last.label.width / 2 - room.rect.right
        left, right = left + max(0.0, min(before, most)), right - max(0.0, min(behind, most))
    return Scale(axis, left, right), labels


def _names(room: PlotRoom, width: float) -> CategoryLabels:
    """Return the names below an axis so wide, smaller where some are left out or part what belongs together else."""
    categories, between = room.chart.categories, room.between
    stressed = room.stressed or room.chart.highlight.all_points
    labels = labels_below(categories, width, room.texts, between, stressed)
    if labels.are_whole and not labels.parts_pairs:
        return labels
    for texts in islice(room.texts.smaller_ones(LABEL), 1, None):
        smaller = whole_labels_below(categories, width, texts, between, stressed)
        if smaller and not smaller.parts_pairs:
            return smaller
        if smaller and not labels.are_whole:
            labels = smaller
    return labels


def _dates(room: PlotRoom, left: float, right: float) -> tuple[Scale, CategoryLabels]:
    """Return the axis of dates and as many of its labels as have room."""
    most = MOST_DATES
    while True:
        scale, labels = _some_dates(room, left, right, most)
        places = [scale.at(one.at) for one in labels.labels]
        between = room.between if most > 2 else BETWEEN  # the ends of an axis are told as long as there is room
        if all(other - one >= labels.width + between for one, other in pairwise(places)):
            return scale, labels
        if most <= 2:
            return scale, CategoryLabels(labels.labels[:1])
        most = max(min(most, len(places)) - 1, 2)


def _some_dates(room: PlotRoom, left: float, right: float, most: int) -> tuple[Scale, CategoryLabels]:
    """Return an axis of dates with at most so many labels, which has room for halves of the outer ones."""
    categories = room.chart.categories
    unit = categories.unit or DateUnit.DAY
    axis = date_axis(categories.dates, unit, most)
    if unit is DateUnit.YEAR and len(axis.ticks) <= FEW_DATES:
        axis = ends_of_years(axis)
    language = room.chart.x_axis.style.language
    labels = labels_of_dates(axis.ticks, categories.dates, axis.unit or unit, room.texts, language)
    left = max(left, room.rect.x + labels.width / 2)
    last = Scale(axis, left, right).at(labels.labels[-1].at) + labels.width / 2
    return Scale(axis, left, right - max(0.0, last - room.rect.right)), labels
