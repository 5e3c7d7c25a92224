"""Waterfalls whose steps are so small beside their totals that nobody sees them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.model.chart import Chart
from deckmaker.resolve.charts.reach import levels_of

_SMALL = 0.04
"""The share of an axis that the largest step has at least, for its column to be seen as one: some 10 points."""

_APART = 1e-9
"""Of the highest level: what levels are apart at least, for an axis to show it. Floats have some 15 digits."""


def report_small_steps(chart: Chart, span: Span, diagnostics: Diagnostics) -> None:
    """Report a waterfall in which even the largest step is small, with where its axis may begin."""
    values = chart.series[0].values
    levels = list(levels_of(chart.series[0], chart.totals))
    if chart.is_cut or min(levels, default=0.0) <= 0:
        return
    steps = [abs(one) for n, one in enumerate(values) if n and n not in chart.totals and one]
    largest, highest = max(steps, default=0.0), max(levels)
    if not steps or largest >= _SMALL * highest or highest - min(levels) < _APART * highest:
        return
    begin = _plain_below(levels)
    # As `min` is written: a value with a `unit` of % is 80, one with `format: percent` is 0.8.
    shown = f"{(begin * 100).normalize():f} %" if chart.y_axis.style.percent else f"{begin:f}"
    message = f"the largest step is {100 * largest / highest:.1g} % of the chart's height, which can hardly be seen"
    diagnostics.report("small-steps", message, span, f"write `min: {shown}`: the totals are then drawn with a cut")


def _plain_below(levels: Sequence[float]) -> Decimal:
    """Return a plain number as far below the lowest level as levels are apart, or half of it where that is higher."""
    low, high = min(levels), max(levels)
    below = Decimal(repr(max(low - (high - low), low / 2)))
    digit = Decimal(1).scaleb(Decimal(repr(high - low)).adjusted())
    plain = below.quantize(digit, ROUND_FLOOR) if digit <= below else below
    return plain.normalize()
