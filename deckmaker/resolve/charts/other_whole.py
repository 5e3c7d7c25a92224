"""Percents of a pie that add up to something else than a hundred: its wedges are shares of their sum."""

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
_LESS = "add what is missing, as `Other`, or write `type: bar`"


def report_other_whole(chart: Chart, places: Places, resolver: Resolver) -> None:
    """Report the first series of a pie whose percents have another sum: each wedge says its share of that."""
    if chart.type not in (ChartType.PIE, ChartType.DOUGHNUT) or not is_share(chart.y_axis.style):
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
