"""The value axis of plots to one scale, which has the same ticks in all of them."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.chart_item import Plot, PlotAxis


def shared_axis(plots: Iterable[Plot]) -> PlotAxis | None:
    """Return the value axis of plots to one scale that differ in their ticks; None where they do not.

    A plot is lower where a value stands above its marks, so it may have fewer ticks than its neighbour: they have room
    in both.
    """
    axes = [plot.y_axis for plot in plots if plot.y_axis and plot.y_axis.ticks]
    if len({axis.ticks for axis in axes}) < 2:
        return None
    return min(axes, key=lambda axis: len(axis.ticks))
