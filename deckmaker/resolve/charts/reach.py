"""How far data reach along their axes, and what is said where the ends that a deck wants would cut some off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, islice
from math import isfinite
from typing import TYPE_CHECKING

from deckmaker.model.chart import Chart, ChartType, Series, Stacking

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

_HAIR = 1e-9
"""Of a value: what it may lie beyond an end, and be there to a reader."""

_ENDS = (("min", "least", -1), ("max", "most", 1))
"""Of an axis: the deck's key, the axis' attribute, and in which direction values lie beyond it."""


def report_widened(chart: Chart, path: DataPath, resolver: Resolver) -> None:
    """Report each end of an axis that would cut off data: axes reach all of them, and go on there."""
    if chart.type in (ChartType.PIE, ChartType.DOUGHNUT):
        return
    xs = [x for one in chart.series for x in one.xs if x is not None]
    axes = (
        ("", chart.y_axis, list(_values(chart)), _lines(chart, stand=False)),
        ("x_", chart.x_axis, xs, _lines(chart, stand=True) if xs else []),
    )
    for before, axis, data, lines in axes:
        for end, attribute, sign in _ENDS:
            wish, key = getattr(axis, attribute), f"{before}{end}"
            span = resolver.tree.value_span((*path, key))
            if wish is None or not (data or lines) or span is None:
                continue
            furthest = max((*data, *lines), key=lambda one: sign * one)  # of both, data are named
            if sign * (furthest - wish) <= _HAIR * max(abs(furthest), abs(wish)):
                continue
            place = "ends above" if sign > 0 else "begins below"
            reach = f"data, which reach {furthest:.12g}" if furthest in data else f"the line at {furthest:.12g}"
            message = f"`{key}: {wish:.12g}` would cut off {reach}: the axis {place} it"
            help = f"remove `{key}:`, or write one that is {'no less' if sign > 0 else 'no more'} than {furthest:.12g}"
            resolver.diagnostics.report("axis-widened", message, span, help)


def _lines(chart: Chart, stand: bool) -> list[float]:
    """Return where lines are across an axis of numbers, the x axis if they `stand`."""
    return [one.at for one in chart.lines if one.stands is stand and isfinite(one.at)]


def _values(chart: Chart) -> Iterator[float]:
    """Yield where marks end on the axis of values: of those that are stacked, sums."""
    own = [one for one in chart.series if not one.on_second_axis]
    is_plain = chart.stacking is Stacking.GROUPED or chart.across != 0
    is_stack = chart.type in (ChartType.COLUMN, ChartType.BAR, ChartType.AREA) and not is_plain
    stacked = [one for one in own if is_stack and not one.as_line]
    if chart.type is ChartType.WATERFALL:
        yield from levels_of(own[0], chart.totals)
    elif stacked and chart.stacking is Stacking.PERCENT:
        yield from (0.0, 1.0)
    else:
        for row in zip(*(one.values for one in stacked), strict=True):
            known = [one for one in row if one is not None]
            yield sum(one for one in known if one > 0)
            yield sum(one for one in known if one < 0)
    if chart.type is not ChartType.WATERFALL:
        yield from (value for one in own if one not in stacked for value in one.values if value is not None)


def levels_of(series: Series, totals: frozenset[int]) -> Iterator[float]:
    """Yield the levels between the steps of a waterfall; zero, at which sums begin, may be cut off."""
    levels = accumulate(
        enumerate(series.values), lambda sum_, one: (one[1] or 0.0) + (0.0 if one[0] in totals else sum_), initial=0.0
    )
    yield from islice(levels, 1, None)
