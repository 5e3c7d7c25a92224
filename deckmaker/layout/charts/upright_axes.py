"""Axes of upright plots: categories or dates below, values at the sides."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.layout.charts.axes import (
    BESIDE_AXIS,
    FRAME_ABOVE,
    FRAME_BELOW,
    FRAME_BESIDE,
    Axes,
    AxesWish,
    grid_and_base,
    grown,
    value_axis_of,
    with_room_for_labels,
)
from deckmaker.layout.charts.axis_numbers import AxisNumbers, axis_numbers, placed_numbers, title_below, titles_above
from deckmaker.layout.charts.categories import (
    BETWEEN,
    CategoryLabels,
    baseline_below,
    labels_below,
    labels_of_dates,
    placed_below,
)
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.scales import Scale, date_axis, name_axis, second_axis
from deckmaker.layout.charts.texts import LABEL
from deckmaker.model.chart import DateUnit
from deckmaker.model.geometry import Rect


def upright_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    chart, rect, texts = room.chart, room.rect, room.texts
    size = texts.size(LABEL)
    line = texts.set("0", texts.style(LABEL)).height
    titles = titles_above(room)
    top = rect.y + titles.height
    length = rect.height - titles.height - 2 * line - wish.beyond
    axis = value_axis_of(wish, chart.y_axis, length)
    numbers = axis_numbers(axis, wish.style or chart.y_axis.style, texts, "right")
    second = second_axis(wish.second, chart.second_axis, axis) if wish.second else None
    second_numbers = axis_numbers(second, chart.second_axis.style, texts, "left") if second else AxisNumbers(())
    left = rect.x + (numbers.width + BESIDE_AXIS if numbers.labels else 0.0)
    right = rect.right - max(wish.beside, second_numbers.width + BESIDE_AXIS if second else 0.0)
    names, labels, left, right = _categories(room, wish, left, right)
    bottom = rect.bottom - (baseline_below(0.0, size) + labels.height - 0.8 * size if labels.labels else line)
    below_title = title_below(room, Rect(left, rect.y, right - left, rect.height))
    bottom -= below_title[0].rect.height if below_title else 0.0
    top += max((-label.around(0.0, 0.0).y for _, label in (*numbers.labels, *second_numbers.labels)), default=0.0)
    plot = Rect(left, top, right - left, max(bottom - top, 1.0))
    plot, axis = with_room_for_labels(plot, axis, wish)
    values = Scale(axis, plot.bottom, plot.y)
    second_scale = Scale(second, plot.bottom, plot.y) if second else None
    names = Scale(names.axis, plot.x, plot.right)
    categories = placed_below(labels, names, plot.bottom, texts, rect)
    around = [*titles.placed, *placed_numbers(numbers, values, plot.x - BESIDE_AXIS, texts)]
    if second_scale:
        around += placed_numbers(second_numbers, second_scale, plot.right + BESIDE_AXIS, texts)
    around += below_title
    grid, lines = grid_and_base(plot, values, False, room.look)
    frame = Rect(
        plot.x - FRAME_BESIDE * size,
        plot.y - FRAME_ABOVE * size,
        plot.width + 2 * FRAME_BESIDE * size + (wish.beside if wish.beside else 0.0),
        plot.height + FRAME_ABOVE * size + max(FRAME_BELOW * size, rect.bottom - plot.bottom),
    )
    return Axes(
        plot,
        frame.within(grown(rect, FRAME_BESIDE * size)),
        names,
        values,
        second_scale,
        False,
        categories,
        tuple(around),
        grid,
        lines,
        rect.bottom,
        labels.left_out,
        room.look,
    )


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
