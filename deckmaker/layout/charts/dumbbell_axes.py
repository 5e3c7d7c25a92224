"""The axes of dumbbells: they begin near the dots, and have room for values before the least one."""

from __future__ import annotations

from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import AxisScale, PlotAxis
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.ticks import multiples
from deckmaker.model.chart import ChartAxis

ROUNDS = 3
"""How often an axis is begun earlier."""


def dumbbell_axes(room: PlotRoom, wish: AxesWish, least: float | None) -> Axes:
    """Return the axes of a wish, begun earlier where what it has beyond the largest has no room before the `least`.

    That is the least value that is written; None where none is.
    """
    axes = set_axes(room, wish)
    for _ in range(ROUNDS):
        earlier = None if least is None else _earlier(axes, least, wish.beyond, room.chart.y_axis)
        if earlier is None:
            break
        axes = set_axes(room, replace(wish, value_axis=earlier))
    return axes


def _earlier(axes: Axes, least: float, before: float, own: ChartAxis) -> PlotAxis | None:
    """Return an axis that begins ticks earlier, if there are not so many points before the least value, and may be."""
    axis, room = axes.values.axis, axes.values.at(least) - axes.rect.x
    if room >= before or axis.scale is AxisScale.LOG or own.least is not None or (axis.least == 0 and least >= 0):
        return None
    more = max(1, ceil((before - room) / axes.rect.width * (axis.most - axis.least) / axis.step))
    if least >= 0:
        more = min(more, ceil(axis.least / axis.step))
    ticks = multiples(round(axis.least / axis.step) - more, round(axis.most / axis.step), axis.step)
    return replace(axis, least=ticks[0], ticks=ticks)
