"""Axes of plots whose bars lie: names beside them, values above."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import PlotAxis
from deckmaker.layout.charts.axes import (
    BESIDE_AXIS,
    FRAME_ABOVE,
    FRAME_BESIDE,
    Axes,
    AxesWish,
    grid_and_base,
    grown,
    value_axis_of,
    with_room_for_labels,
)
from deckmaker.layout.charts.axis_numbers import axis_numbers, titles_above
from deckmaker.layout.charts.categories import BETWEEN, CategoryLabels, labels_beside, placed_beside
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.scales import Scale, name_axis, number_axis
from deckmaker.layout.charts.texts import LABEL
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect

NAMES_SHARES = (0.4, 0.5)
"""Of a bar chart's width: what names of bars take at most, and where they have no room so."""


def lying_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    chart, rect, texts = room.chart, room.rect, room.texts
    size = texts.size(LABEL)
    titles = titles_above(room)
    labels = _labels(room, rect.height)
    left = rect.x + labels.width + BESIDE_AXIS
    right = rect.right - wish.beside
    axis = value_axis_of(wish, chart.y_axis, 0.7 * (right - left))
    numbers = axis_numbers(axis, wish.style or chart.y_axis.style, texts, "center")
    while len(numbers.labels) > 2 and (numbers.width + 2 * BETWEEN) * len(numbers.labels) > right - left:
        axis = (
            number_axis(wish.values, chart.y_axis, len(numbers.labels) - 2, wish.from_zero)
            if len(numbers.labels) > 4
            else _ends_only(axis)
        )
        numbers = axis_numbers(axis, wish.style or chart.y_axis.style, texts, "center")
    right -= max(0.0, numbers.width / 2 - (rect.right - right))
    top = rect.y + titles.height + (numbers.height + BETWEEN if numbers.labels else 0.0)
    height = rect.bottom - top
    if wish.tallest is not None:
        height = min(height, wish.tallest * len(chart.categories.names))
    labels = _labels(room, height, labels.width)
    plot, axis = with_room_for_labels(Rect(left, top, max(right - left, 1.0), max(height, 1.0)), axis, wish)
    values = Scale(axis, plot.x, plot.right)
    names = Scale(name_axis(len(chart.categories.names), reversed=True), plot.bottom, plot.y)
    around = [*titles.placed]
    for tick, label in numbers.labels:
        frame = label.above(values.at(tick), top - BETWEEN)
        around.append(label.placed(frame, Role.AXIS, texts.span))
    grid, lines = grid_and_base(plot, values, True, room.look)
    frame = Rect(
        plot.x - labels.width - 2 * BESIDE_AXIS,
        plot.y - FRAME_ABOVE * size,
        plot.width + labels.width + 2 * BESIDE_AXIS + FRAME_BESIDE * size + wish.beside,
        plot.height + 2 * FRAME_ABOVE * size,
    )
    return Axes(
        plot,
        frame.within(grown(rect, FRAME_BESIDE * size)),
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
        room.look,
    )


def _labels(room: PlotRoom, height: float, width: float | None = None) -> CategoryLabels:
    """Return the names beside bars that share so much height, none wider than `width` if that is given."""
    widths = [share * room.rect.width for share in NAMES_SHARES] if width is None else [width]
    found = [labels_beside(room.chart.categories, height, one, room.texts) for one in widths]
    return next((one for one in found if not one.shortened), found[-1])


def _ends_only(axis: PlotAxis) -> PlotAxis:
    """Return an axis with ticks at its ends and at zero only."""
    ends = [axis.ticks[0], axis.ticks[-1]]
    return replace(axis, ticks=tuple(ends), step=ends[1] - ends[0])
