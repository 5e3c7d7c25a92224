"""The axes of dumbbells: as near to the dots as plain numbers are, and room beside the plot for values before it."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.layout.charts.axes import BESIDE_AXIS, Axes, AxesWish, set_axes
from deckmaker.layout.charts.drawing import PlotRoom

ROUNDS = 3
"""How often the room before a plot is widened: a narrower plot has its least value nearer to its start."""

LEAST_PLOT = 0.5
"""Of a plot's width: what the room before it leaves, at least."""


def dumbbell_axes(room: PlotRoom, wish: AxesWish, least: float | None) -> Axes:
    """Return the axes of a wish, the plot begun later where what it has beyond the largest has no room before `least`.

    That is the least value that is written; None where none is. The scale stays as it is: what stands beside dots is
    no data.
    """
    axes = first = set_axes(room, wish)
    if least is None:
        return axes
    before = 0.0
    for _ in range(ROUNDS):
        within = axes.values.at(least) - axes.rect.x
        lacking = wish.beyond + BESIDE_AXIS - within - before  # a name and a value beside it are two words
        if lacking <= 0:
            break
        before += lacking / max(1 - within / axes.rect.width, LEAST_PLOT)
        axes = set_axes(room, replace(wish, before=before))
        if axes.rect.width < LEAST_PLOT * first.rect.width:
            return first
    return axes
