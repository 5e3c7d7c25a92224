"""Charts side by side: their plots begin and end level, whatever stands above and below each; pies are alike."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import ChartItem, GroupType, LabelPosition, Plot
from deckmaker.layout.flow import SetFlow, fit_flows
from deckmaker.layout.place import PieLevel, PlotLevel
from deckmaker.layout.roles import Role
from deckmaker.layout.stack import Stack
from deckmaker.text.fitting import TOLERANCE

LEVEL_SHARE = 2 / 3
"""Of the highest plot of a row: where all have so much between level ends, they are level."""


PIE_SHARE = 1 / 2
"""Of the radius of the largest pie of a row: where the smallest is at least so large, all are as large as it is."""

ROUNDS = 4
"""How often pies side by side are set until they are alike."""


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


def with_like_pies(stacks: Sequence[Stack], flows: list[SetFlow], across: int) -> list[SetFlow]:
    """Return flows in which the pies of each row of so many are equally large, and labelled alike."""
    for _ in range(ROUNDS):  # a smaller pie may have other labels, and be smaller still for them
        levels: list[PieLevel | None] = []
        for start in range(0, len(flows), across):
            row = flows[start : start + across]
            levels += [_pie_level(row, stacks[start].place.pie_level)] * len(row)
        if not any(levels):
            break
        stacks = [
            replace(stack, place=replace(stack.place, pie_level=level or stack.place.pie_level))
            for stack, level in zip(stacks, levels, strict=True)
        ]
        flows = fit_flows(stacks)
    return flows


def _pie_level(row: Sequence[SetFlow], known: PieLevel | None) -> PieLevel | None:
    """Return what pies of a row of flows should have in common, None where they are alike as they are.

    All are as large as the smallest, and if one has all of its labels outside, so have all. `known` is what they had
    in common when they were set.
    """
    pies = [pie for flow in row if (pie := _pie(flow))]
    radii = [one.rect.width / 2 for one in pies]
    inside = [any(label.position is LabelPosition.CENTER for label in one.labels) for one in pies]
    are_mixed = any(inside) and not all(inside)
    if len(pies) < 2 or (max(radii) - min(radii) <= TOLERANCE and not are_mixed):
        return None
    if min(radii) < PIE_SHARE * max(radii):
        return None
    return PieLevel(min(radii), are_mixed or (known is not None and known.outside))


def _pie(flow: SetFlow) -> Plot | None:
    """Return the pie of a flow that has one chart, which is one."""
    plots = [plot for chart in _charts(flow) for plot in chart.plots]
    is_round = len(plots) == 1 and all(one.type in (GroupType.PIE, GroupType.DOUGHNUT) for one in plots[0].groups)
    return plots[0] if is_round else None


def _charts(flow: SetFlow) -> list[ChartItem]:
    leaves = (leaf for one in flow.placed for leaf in one.leaves if leaf.role is Role.CHART)
    return [one.item for one in leaves if isinstance(one.item, ChartItem)]


def _has_axes(chart: ChartItem) -> bool:
    return bool(chart.plots) and all(plot.y_axis for plot in chart.plots)


def _lies(chart: ChartItem) -> bool:
    """Tell whether a chart has rows, from the top down."""
    axes = (axis for plot in chart.plots for axis in (plot.x_axis, plot.y_axis))
    return any(axis.reversed for axis in axes if axis)
