"""Lines of other series behind that of a small multiple, faint, and its marks as the whole chart counts them."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import DotMark, LineMark, Mark, Plot, PlotGroup
from deckmaker.layout.charts.colors import MUTED
from deckmaker.theme.theme import ChartStyle

FAINT, THICKEST = 2.0, 0.6
"""How strong the lines of others are behind a line: so many times as grid lines, as whose they would be seen else, but
of the strength of the line itself no more than this."""


def renumbered(plot: Plot, order: Sequence[int]) -> Plot:
    """Return a plot whose marks are of the series of the whole chart, as `order` counts them."""
    marks = tuple(replace(one, series=order[one.series]) for one in plot.marks)
    return replace(plot, marks=marks)


def faded(plot: Plot, look: ChartStyle) -> Plot:
    """Return a plot in which muted lines behind another are faint, and have no dots."""
    lines = [one for group in plot.groups for one in group.series if one.line]
    if len(lines) < 2:
        return plot
    faint = min(FAINT * look.grid_width, THICKEST * look.line)
    marks: tuple[Mark, ...] = tuple(
        replace(one, stroke=replace(one.stroke, width=faint))
        if isinstance(one, LineMark) and one.stroke.color == MUTED
        else one
        for one in plot.marks
        if not (isinstance(one, DotMark) and one.color == MUTED)
    )
    groups = tuple(
        PlotGroup(
            group.type,
            tuple(
                replace(one, line=faint, marker=0.0) if one.line and one.color == MUTED else one for one in group.series
            ),
            group.stacking,
            group.gap,
            group.overlap,
            group.on_second_axis,
        )
        for group in plot.groups
    )
    return replace(plot, marks=marks, groups=groups)
