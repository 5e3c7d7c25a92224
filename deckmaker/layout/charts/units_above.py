"""Units that are said once, above their axis: the sign of a currency goes with them, and is not left at each number."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.layout.charts.axis_numbers import is_unit_told
from deckmaker.layout.charts.wording import without_unit
from deckmaker.model.chart import Chart, ChartAxis, ChartType

_WITHOUT_AXIS = (ChartType.PIE, ChartType.DOUGHNUT)
"""Types that say no unit above their values."""


def with_units_above(chart: Chart) -> Chart:
    """Return a chart that says `€ million` above its axis, where else it would say `million` there and `€0.8` below."""
    if chart.type in _WITHOUT_AXIS:
        return chart
    y_axis, second_axis = _above(chart, chart.y_axis), _above(chart, chart.second_axis, second=True)
    if y_axis is chart.y_axis and second_axis is chart.second_axis:
        return chart
    return replace(chart, y_axis=y_axis, second_axis=second_axis)


def _above(chart: Chart, axis: ChartAxis, second: bool = False) -> ChartAxis:
    style = axis.style
    if not style.prefix or without_unit(style).unit == style.unit or is_unit_told(chart, axis, second):
        return axis
    return replace(axis, style=replace(style, prefix="", unit=f"{style.prefix.strip()}\u00a0{style.unit}"))
