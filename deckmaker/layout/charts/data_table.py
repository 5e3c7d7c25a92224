"""The numbers of a chart as a table of texts: for those who do not see it, or want to read them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import isfinite

from deckmaker.dataclasses import dataclass, replace
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import Chart, ChartAxis, ChartType, NumberStyle, Series

_FINEST = 4
"""Decimals up to which a column of numbers has as many in each row."""

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
    styles = [_even(series_style(chart, one), one.values) for one in chart.series]
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


def _even(style: NumberStyle, values: Iterable[float | None]) -> NumberStyle:
    """Return a style in which the numbers of a column end below one another, unless one of them is very fine."""
    if style.decimals is not None:
        return style
    numbers = (Decimal(f"{one:.15g}").normalize() for one in values if one is not None and isfinite(one))
    most = max((-int(one.as_tuple().exponent) for one in numbers), default=0) + (style.power - 2 * style.percent)
    most = most if style.most_decimals is None else min(most, style.most_decimals)
    return replace(style, decimals=max(0, most)) if most <= _FINEST else style


def _of_points(chart: Chart) -> DataTable:
    all_series, sizes = chart.series, any(one.sizes for one in chart.series)
    x, y, area = (
        _even(style, (value for one in values for value in one))
        for style, values in (
            (chart.x_axis.style, [one.xs for one in all_series]),
            (chart.y_axis.style, [one.values for one in all_series]),
            (NumberStyle(chart.x_axis.style.language), [one.sizes for one in all_series]),
        )
    )
    of_several, has_names = len(all_series) > 1, any(any(one.names) for one in all_series)
    header = [""] * (of_several + has_names)
    header += [_title(chart.x_axis, "x"), _title(chart.y_axis, "y"), *(["○"] if sizes else [])]
    rows: list[tuple[str, ...]] = []
    for one in all_series:
        for index in range(len(one.values)):
            names = [one.name] if of_several else []
            names += [_name(one, index)] if has_names else []
            areas = [_at(one.sizes, index, area)] if sizes else []
            rows.append((*names, _at(one.xs, index, x), _at(one.values, index, y), *areas))
    return DataTable(tuple(header), tuple(rows), of_several + has_names)


def _name(series: Series, point: int) -> str:
    return series.names[point] if point < len(series.names) else ""


def _title(axis: ChartAxis, otherwise: str) -> str:
    return axis.title.text if axis.title else otherwise


def _at(values: Sequence[float | None], index: int, style: NumberStyle) -> str:
    return written(values[index] if index < len(values) else None, style)
