"""What a mark of a chart says, as a short text: whose it is, and its numbers in the language of the deck."""

from __future__ import annotations

from deckmaker.layout.chart_item import AreaMark, LineMark, Mark
from deckmaker.layout.charts.data_table import POINTS, series_style, written
from deckmaker.model.chart import Chart, Series

JOINTS = ",:;–"
"""What stands between names and numbers, which the chart's table has, too."""


def mark_words(chart: Chart, mark: Mark) -> str:
    """Return such as `2013, Women: 3,105`; of a whole series, its ends. Empty where a mark has no number."""
    if mark.series >= len(chart.series):
        return ""
    series = chart.series[mark.series]
    if isinstance(mark, AreaMark) or (isinstance(mark, LineMark) and mark.point is None):
        return _ends(chart, series)
    if chart.type in POINTS:
        return _place(chart, series, mark.point or 0)
    if isinstance(mark, LineMark):
        values = (_value(chart, one, mark.point or 0) for one in chart.series)
        return f"{_category(chart, mark.point or 0)}: {' – '.join(filter(None, values))}"
    names = [_category(chart, mark.point), series.name if len(chart.series) > 1 else ""]
    return f"{', '.join(filter(None, names))}: {_value(chart, series, mark.point)}"


def _ends(chart: Chart, series: Series) -> str:
    """Return a series' name, and its first and last number with their categories."""
    points = [index for index, one in enumerate(series.values) if one is not None]
    ends = sorted({points[0], points[-1]}) if points else []
    said = " – ".join(f"{_category(chart, one)} {_value(chart, series, one)}" for one in ends)
    return ": ".join(filter(None, (series.name, said)))


def _place(chart: Chart, series: Series, point: int) -> str:
    """Return the name of a point, or its series', and its places along both axes."""
    name = series.names[point] if point < len(series.names) else ""
    name = name or (series.name if len(chart.series) > 1 else "")
    x = written(series.xs[point] if point < len(series.xs) else None, chart.x_axis.style)
    return ": ".join(filter(None, (name, f"{x}; {_value(chart, series, point)}")))


def _value(chart: Chart, series: Series, point: int) -> str:
    return written(series.values[point] if point < len(series.values) else None, series_style(chart, series))


def _category(chart: Chart, point: int) -> str:
    names = chart.categories.names
    return names[point] if point < len(names) else ""
