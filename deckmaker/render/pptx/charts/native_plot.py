"""A plot as programs want it: where they would draw one otherwise than layout does, in the way that they do draw.

What they cannot write along an axis, or not beside a point, is a label of points that nobody sees.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import replace
from deckmaker.layout import TextItem
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
from deckmaker.model.chart import Chart, DateUnit
from deckmaker.patterns import pattern
from deckmaker.render.pptx.charts.date_axis import MONTHS
from deckmaker.render.pptx.charts.sheet import has_dates

_ABOVE_NAMES = (GroupType.COLUMNS, GroupType.LINES, GroupType.AREAS)
_LONG_WORDS = pattern(r"[^\W\d_]{3,}")
LABELS = "Labels"
"""The header of the column whose points have names of categories below them."""


def native_plot(chart: Chart, plot: Plot) -> Plot:
    """Return a plot of a chart in the order and with the series that a native chart has."""
    ordered = replace(plot, groups=tuple(_ordered(_with_single_labels(group)) for group in plot.groups))
    return _with_labelled_points(chart, ordered)


def _ordered(group: PlotGroup) -> PlotGroup:
    """Return a group with dots that no line joins first: behind a scatter's lines LibreOffice would join them, too."""
    if group.type is not GroupType.SCATTER:
        return group
    return replace(group, series=tuple(sorted(group.series, key=lambda one: one.line > 0)))


def _with_single_labels(group: PlotGroup) -> PlotGroup:
    """Return a group of lines or dots none of whose points has two labels, as a value and the line's name.

    A native point has one label, in one look: names are those of a series which is the same and not seen.
    """
    if group.type not in (GroupType.LINES, GroupType.SCATTER):
        return group
    shown, hidden = [], []
    for one in group.series:
        names = tuple(label for label in one.labels if label.says is LabelFor.SERIES)
        others = tuple(label for label in one.labels if label.says is not LabelFor.SERIES)
        if {label.point for label in names} & {label.point for label in others}:
            shown.append(replace(one, labels=others))
            hidden.append(PlottedSeries(one.name, one.values, None, one.xs, labels=names))
        else:
            shown.append(one)
    return replace(group, series=(*shown, *hidden))


def _with_labelled_points(chart: Chart, plot: Plot) -> Plot:
    """Return a plot whose labels programs would not write so with points that nobody sees, below which they stand.

    LibreOffice gives each name a label, a step wide: of 36 months it makes columns of letters. What a data label says
    follows when a colleague renames a category. Dates for which formats have no sign are words.
    """
    axis = plot.x_axis
    count = max((len(one.values) for group in plot.groups for one in group.series), default=0)
    if axis is None or plot.y_axis is None or not all(group.type in _ABOVE_NAMES for group in plot.groups):
        return plot
    by_date = axis.scale is AxisScale.DATES
    are_some = not has_dates(plot, chart) and 0 < len(plot.categories) < count
    if not are_some and not (by_date and _has_other_words(plot, axis)):
        return plot
    says = LabelFor.TEXT if by_date else LabelFor.CATEGORY
    points = {label.point for label in plot.categories}
    values = tuple(plot.y_axis.least if point in points else None for point in range(count))
    labels = tuple(replace(label, says=says, position=LabelPosition.BELOW) for label in plot.categories)
    series = PlottedSeries(LABELS, values, None, labels=labels)
    return replace(plot, groups=_with_points(plot.groups, series), categories=())


def _with_points(groups: Sequence[PlotGroup], series: PlottedSeries) -> tuple[PlotGroup, ...]:
    """Return groups with a series among their lines: programs have one group of a kind on a pair of axes."""
    lines = next((one for one in groups if one.type is GroupType.LINES and not one.on_second_axis), None)
    if lines is None:
        return (*groups, PlotGroup(GroupType.LINES, (series,)))
    return tuple(replace(one, series=(*one.series, series)) if one is lines else one for one in groups)


def _has_other_words(plot: Plot, axis: PlotAxis) -> bool:
    """Tell whether labels along an axis of dates have words that programs know not, or have others for.

    These are quarters, and names of months but English ones: of März one program makes Mär, another Mrz.
    """
    items = (one.placed.item for one in plot.categories)
    text = " ".join(one.text for one in items if isinstance(one, TextItem))
    return bool(text) and (axis.unit is DateUnit.QUARTER or not MONTHS.issuperset(_LONG_WORDS.findall(text)))
