"""A plot as programs want it: where they would draw one otherwise than layout does, in the way that they do draw."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import (
    AxisScale,
    GroupType,
    LabelFor,
    LabelPosition,
    Plot,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
)
from deckmaker.model.chart import DateUnit

_ABOVE_NAMES = (GroupType.COLUMNS, GroupType.LINES, GroupType.AREAS)
LABELS = "Labels"
"""The header of the column whose points have names of categories below them."""


def native_plot(plot: Plot) -> Plot:
    """Return a plot in the order and with the series that a native chart has."""
    return _with_labelled_points(replace(plot, groups=tuple(_ordered(group) for group in plot.groups)))


def _ordered(group: PlotGroup) -> PlotGroup:
    """Return a group with dots that no line joins first: behind a scatter's lines LibreOffice would join them, too."""
    if group.type is not GroupType.SCATTER:
        return group
    return replace(group, series=tuple(sorted(group.series, key=lambda one: one.line > 0)))


def _with_labelled_points(plot: Plot) -> Plot:
    """Return a plot whose labels programs would not write so with points that nobody sees, below which they stand.

    LibreOffice gives each name a label, a step wide: of 36 months it makes columns of letters. What a data label says
    follows when a colleague renames a category. Quarters, for which formats have no sign, are words.
    """
    axis = plot.x_axis
    count = max((len(one.values) for group in plot.groups for one in group.series), default=0)
    if axis is None or plot.y_axis is None or not all(group.type in _ABOVE_NAMES for group in plot.groups):
        return plot
    are_some = axis.scale is AxisScale.NAMES and 0 < len(plot.categories) < count
    if not are_some and not _has_quarters(plot, axis):
        return plot
    says = LabelFor.CATEGORY if are_some else LabelFor.TEXT
    points = {label.point for label in plot.categories}
    values = tuple(plot.y_axis.least if point in points else None for point in range(count))
    labels = tuple(replace(label, says=says, position=LabelPosition.BELOW) for label in plot.categories)
    group = PlotGroup(GroupType.LINES, (PlottedSeries(LABELS, values, None, labels=labels),))
    return replace(plot, groups=(*plot.groups, group), categories=())


def _has_quarters(plot: Plot, axis: PlotAxis) -> bool:
    """Tell whether labels along an axis of dates name quarters."""
    return axis.scale is AxisScale.DATES and axis.unit is DateUnit.QUARTER and bool(plot.categories)
