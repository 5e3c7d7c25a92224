"""The numbers of a chart as a table of texts: for those who do not see it, or want to read them off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

from deckmaker.dataclasses import dataclass
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import Chart, ChartAxis, ChartType, NumberStyle, Series

POINTS = (ChartType.SCATTER, ChartType.BUBBLE)
"""Charts whose series have places along an x axis, in place of values of categories."""


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows of texts as long as their header; the first of each name the row, as many as there are `names`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    names: int


def data_table(chart: Chart) -> DataTable:
    """Return a row for each category with a column for each series, or a row for each point."""
    if chart.type in POINTS:
        return _of_points(chart)
    styles = [series_style(chart, one) for one in chart.series]
    rows = (
        (name, *(_at(one.values, index, style) for one, style in zip(chart.series, styles, strict=True)))
        for index, name in enumerate(chart.categories.names)
    )
    return DataTable(("", *(one.name for one in chart.series)), tuple(rows), 1)


def series_style(chart: Chart, series: Series) -> NumberStyle:
    """Return how a series' values are written: as those of its axis."""
    return (chart.second_axis if series.on_second_axis else chart.y_axis).style


def written(value: float | None, style: NumberStyle) -> str:
    """Return a value in the language of the deck; a gap is empty."""
    return "" if value is None or not isfinite(value) else format_number(value, style)


def _of_points(chart: Chart) -> DataTable:
    has_names = any(any(one.names) for one in chart.series)
    of_several = len(chart.series) > 1
    sizes = any(one.sizes for one in chart.series)
    header = [""] * (of_several + has_names)
    header += [_title(chart.x_axis, "x"), _title(chart.y_axis, "y"), *(["○"] if sizes else [])]
    rows = (row for one in chart.series for row in _points(chart, one, of_several, has_names, sizes))
    return DataTable(tuple(header), tuple(rows), of_several + has_names)


def _points(chart: Chart, series: Series, of_several: bool, has_names: bool, sizes: bool) -> Iterator[tuple[str, ...]]:
    plain = NumberStyle(chart.x_axis.style.language)
    for index in range(len(series.values)):
        row = [series.name] if of_several else []
        row += [series.names[index] if index < len(series.names) else ""] if has_names else []
        row += [_at(series.xs, index, chart.x_axis.style), _at(series.values, index, series_style(chart, series))]
        yield (*row, _at(series.sizes, index, plain)) if sizes else tuple(row)


def _title(axis: ChartAxis, otherwise: str) -> str:
    return axis.title.text if axis.title else otherwise


def _at(values: Sequence[float | None], index: int, style: NumberStyle) -> str:
    return written(values[index] if index < len(values) else None, style)
