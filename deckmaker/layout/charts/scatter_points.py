"""The points of scatter and bubble charts that can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import NamedTuple

from deckmaker.model.chart import Chart, ChartType


class ScatterPoint(NamedTuple):
    """A point: of which series, which of its points, and its numbers. Dots of scatter charts are of size 1."""

    series: int
    point: int
    x: float
    y: float
    size: float


def drawing_order(chart: Chart) -> list[int]:
    """Return series as they are drawn: lines last, since LibreOffice shows no dots behind them."""
    return sorted(range(len(chart.series)), key=lambda one: chart.series[one].as_line)


def shown_points(chart: Chart) -> list[ScatterPoint]:
    """Return the points that have a place on both axes, and of bubbles a size, in the order of drawing."""
    return [one for series in drawing_order(chart) for one in _points_of(chart, series)]


def _points_of(chart: Chart, index: int) -> Iterator[ScatterPoint]:
    series = chart.series[index]
    for point, (x, y) in enumerate(zip(series.xs, series.values, strict=False)):
        size = _at(series.sizes, point) if chart.type is ChartType.BUBBLE else 1.0
        if _is_shown(x, chart.x_axis.log) and _is_shown(y, chart.y_axis.log) and _is_shown(size, True):
            assert x is not None and y is not None and size is not None
            yield ScatterPoint(index, point, x, y, size)


def _at(values: tuple[float | None, ...], index: int) -> float | None:
    return values[index] if index < len(values) else None


def _is_shown(value: float | None, positive: bool) -> bool:
    """Tell whether a number can be shown: on a log axis, and as an area, only what is above zero."""
    return value is not None and isfinite(value) and (value > 0 or not positive)
