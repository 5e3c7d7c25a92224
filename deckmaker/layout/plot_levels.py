"""Charts side by side: their plots begin and end level, whatever stands above and below each."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.flow import SetFlow
from deckmaker.layout.place import PlotLevel
from deckmaker.layout.roles import Role
from deckmaker.text.fitting import TOLERANCE

LEVEL_SHARE = 2 / 3
"""Of the highest plot of a row: where all have so much between level ends, they are level."""


def plot_level(row: Sequence[SetFlow]) -> PlotLevel | None:
    """Return where plots of a row of flows should begin and end, None where they stay as they are.

    Of each flow that has one chart, that counts. Rows of bars end where they end, unless all charts have such rows;
    beside others they may be as high as those are. Pies are round, and count for nothing.
    """
    charts = [found[0] for flow in row if len(found := _charts(flow)) == 1 and _has_axes(found[0])]
    if len(charts) < 2:
        return None
    tops = [min(plot.rect.y for plot in one.plots) for one in charts]
    bottoms = [max(plot.rect.bottom for plot in one.plots) for one in charts]
    standing = [bottom for one, bottom in zip(charts, bottoms, strict=True) if not _lies(one)]
    level = PlotLevel(max(tops), min(standing) if standing else max(bottoms))
    if max(tops) - min(tops) <= TOLERANCE and max(bottoms) - min(bottoms) <= TOLERANCE:
        return None
    highest = max(bottom - top for top, bottom in zip(tops, bottoms, strict=True))
    return level if level.bottom - level.top >= LEVEL_SHARE * highest else None


def _charts(flow: SetFlow) -> list[ChartItem]:
    leaves = (leaf for one in flow.placed for leaf in one.leaves if leaf.role is Role.CHART)
    return [one.item for one in leaves if isinstance(one.item, ChartItem)]


def _has_axes(chart: ChartItem) -> bool:
    return bool(chart.plots) and all(plot.y_axis for plot in chart.plots)


def _lies(chart: ChartItem) -> bool:
    """Tell whether a chart has rows, from the top down."""
    axes = (axis for plot in chart.plots for axis in (plot.x_axis, plot.y_axis))
    return any(axis.reversed for axis in axes if axis)
