"""Axes of plots whose bars lie: names beside them, values above."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

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
from deckmaker.layout.charts.axis_numbers import AxisNumbers, Titles, axis_numbers, titles_above
from deckmaker.layout.charts.categories import CategoryLabels, labels_beside, placed_beside
from deckmaker.layout.charts.drawing import BETWEEN, PlotRoom
from deckmaker.layout.charts.overlays import lines_height
from deckmaker.layout.charts.scales import Scale, name_axis, number_axis
from deckmaker.layout.charts.texts import LABEL
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect

NAMES_SHARES = (0.4, 0.5)
"""Of a bar chart's width: what names of bars take at most, and where they have no room so."""


def lying_axes(room: PlotRoom, wish: AxesWish) -> Axes:
    """Set the axes of a plot whose bars lie, from the top of its room."""
    rect, texts, count = room.rect, room.texts, len(room.chart.categories.names)
    labels = _labels(room, rect.height)
    frame = _framed(room, wish, labels)
    if _labels(room, frame.height, labels.width).left_out and not labels.left_out:
        # Below the numbers, fewer have room. These are in larger letters, and need a width of their own.
        labels = _labels(room, frame.height)
        frame = _framed(room, wish, labels)
    left, right, top, above, height, beyond, axis, numbers, titles = frame
    labels = _labels(room, height, labels.width)
    plot, axis = with_room_for_labels(Rect(left, top, max(right - left, 1.0), max(height, 1.0)), axis, wish)
    values = Scale(axis, plot.x, plot.right)
    names = Scale(name_axis(count, reversed=True), plot.bottom, plot.y)
    around = [
        label.placed(label.above(values.at(tick), above), Role.AXIS, texts.span) for tick, label in numbers.labels
    ]
    grid, lines = grid_and_base(plot, values, True, room.look)
    end = plot.x - BESIDE_AXIS - wish.before
    beside = placed_beside(labels, names, end, texts)
    if not labels.are_regular:  # native charts leave out names at regular steps only: these are texts beside one
        around += [
            one.label.placed(one.label.around(end, names.at(one.at)), Role.AXIS, texts.span) for one in labels.labels
        ]
        beside = ()
    return Axes(
        plot,
        _frame(plot, rect, labels.width, texts.size(LABEL), wish.beside),
        names,
        values,
        None,
        True,
        beside,
        (*titles.placed, *around),
        grid,
        lines,
        plot.bottom + beyond,
        labels.left_out,
        room.look,
    )


class _Framed(NamedTuple):
    """Where a plot has room beside names, and below numbers, which stand `above`; names reach `beyond` it."""

    left: float
    right: float
    top: float
    above: float
    height: float
    beyond: float
    axis: PlotAxis
    numbers: AxisNumbers
    titles: Titles


def _framed(room: PlotRoom, wish: AxesWish, labels: CategoryLabels) -> _Framed:
    rect, count = room.rect, len(room.chart.categories.names)
    left, right = rect.x + labels.width + BESIDE_AXIS + wish.before, rect.right - wish.beside
    both_sides = not wish.of_dots and any(one is not None and one < 0 for one in wish.values)
    axis, numbers = _values(room, wish, right - left - wish.beyond * (2 if both_sides else 1))
    right -= max(0.0, numbers.width / 2 - (rect.right - right))
    left = max(left, rect.x + numbers.width / 2)
    titles = titles_above(room, left)
    over = wish.above + lines_height(room)
    top = rect.y + titles.height + (numbers.height + BETWEEN if numbers.labels else 0.0) + over
    above = top - over - BETWEEN
    line = min((one.label.height for one in labels.labels), default=0.0)
    beyond = max(0.0, (line - (rect.bottom - top) / max(count, 1)) / 2)  # what names reach above and below low rows
    top += beyond
    height = min(rect.bottom - beyond - top, inf if wish.tallest is None or room.level else wish.tallest * count)
    return _Framed(left, right, top, above, height, beyond, axis, numbers, titles)


def _values(room: PlotRoom, wish: AxesWish, length: float) -> tuple[PlotAxis, AxisNumbers]:
    """Return the value axis, so many points long, with no more numbers than have room side by side above it."""
    own, style = room.chart.y_axis, wish.style or room.chart.y_axis.style
    axis = value_axis_of(wish, own, 0.7 * length)
    numbers = axis_numbers(axis, style, room.texts, "center")
    for fewer in range(len(numbers.labels) - 1, 1, -1):
        if len(numbers.labels) < 3 or (numbers.width + 2 * BETWEEN) * len(numbers.labels) <= length:
            break
        is_last = fewer == 2 or wish.value_axis is not None
        axis = (
            _ends_only(axis) if is_last else number_axis(wish.values, own, fewer, wish.from_zero, of_dots=wish.of_dots)
        )
        numbers = axis_numbers(axis, style, room.texts, "center")
    if len(numbers.labels) == 2 and 1.5 * numbers.width > length:  # half of each stands beyond the plot
        axis = replace(axis, ticks=axis.ticks[-1:])
        numbers = AxisNumbers(numbers.labels[-1:])
    return axis, numbers


def _frame(plot: Rect, rect: Rect, names: float, size: int, beside: float) -> Rect:
    """Return the native chart's frame, which has room for names so wide beside the plot."""
    left, top = plot.x - names - 2 * BESIDE_AXIS, plot.y - FRAME_ABOVE * size
    right, bottom = plot.right + FRAME_BESIDE * size + beside, plot.bottom + FRAME_ABOVE * size
    return Rect(left, top, right - left, bottom - top).within(grown(rect, FRAME_BESIDE * size))


def _labels(room: PlotRoom, height: float, width: float | None = None) -> CategoryLabels:
    """Return the names beside bars that share so much height, none wider than `width` if that is given.

    Where they have no room they are smaller, down to the least size of their style, before any is cut or left out.
    """
    widths = [share * room.rect.width for share in NAMES_SHARES] if width is None else [width]
    found: list[CategoryLabels] = []
    stressed = room.stressed or room.chart.highlight.all_points
    for texts in room.texts.smaller_ones(LABEL):
        for one in widths:
            found.append(labels_beside(room.chart.categories, height, one, texts, stressed))
            if found[-1].are_whole:
                return found[-1]
            if found[-1].left_out:
                break  # more width would not help
    return found[0] if found[-1].left_out else found[-1]  # some are left out in any case, or one is cut


def _ends_only(axis: PlotAxis) -> PlotAxis:
    """Return an axis with ticks at its ends and at zero only."""
    ends = [axis.ticks[0], axis.ticks[-1]]
    return replace(axis, ticks=tuple(ends), step=ends[1] - ends[0])
