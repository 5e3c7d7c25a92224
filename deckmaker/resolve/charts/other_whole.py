"""Pies that are of another whole than their data: the percents of their sum, or of what `most` leaves."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from deckmaker.localization.decimals import said
from deckmaker.model.chart import Chart, ChartType
from deckmaker.resolve.charts.axes import is_share
from deckmaker.resolve.charts.places import Places

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_ROUNDED = 2.0
"""Percent by which the sum of rounded numbers may be another."""

_FIGURES = 5

_MORE = "where several answers were possible, write `type: bar`"
_LEFT = "remove it, add the others up in a row of the data, or write `type: bar`"
_LESS = "add what is missing, as `Other`, or write `type: bar`"


def report_other_whole(chart: Chart, left_out: int, places: Places, resolver: Resolver) -> None:
    """Report a pie of which rows are left out, or the first series whose percents have another sum.

    Each wedge says its share of what is there.
    """
    if chart.type not in (ChartType.PIE, ChartType.DOUGHNUT):
        return
    if left_out:
        rows = "a row" if left_out == 1 else f"{left_out} rows"
        message = f"`most` leaves {rows} out, and wedges show shares of what is left"
        resolver.diagnostics.report("other-whole", message, places.of("most"), _LEFT)
        return
    if not is_share(chart.y_axis.style):
        return
    scale = 100.0 if chart.y_axis.style.percent else 1.0
    for one in chart.series:
        values = [value * scale if value else 0.0 for value in one.values]
        whole = sum(values)
        if not isfinite(whole) or not whole or abs(whole - 100) <= _ROUNDED:
            continue
        largest = max(range(len(values)), key=values.__getitem__)
        message = (
            f"the percents add up to {said(whole, _FIGURES)} %: of that, `{chart.categories.names[largest]}` with "
            f"{said(values[largest], _FIGURES)} % is shown as {values[largest] / whole * 100:.3g} %"
        )
        resolver.diagnostics.report("other-whole", message, places.of_data(), _MORE if whole > 100 else _LESS)
        return
