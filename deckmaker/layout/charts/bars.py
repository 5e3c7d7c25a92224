"""Columns and bars as they stand: beside one another, on one another or as shares."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout.charts.axes import Axes
from deckmaker.model.chart import Chart, Stacking
from deckmaker.theme.theme import ChartStyle

GAP = 0.75
"""Between the columns of two categories at least, in parts of a column's width, where several stand abreast."""

MOST_GAP = 5.0
"""What native charts allow (ST_GapAmount, ECMA-376 part 1, 21.2.3.16)."""

WIDEST, TALLEST_ROW = 96.0, 48.0
"""Points: how wide a column is at most, where there are few; and how much height each row of bars has at most."""

ROUNDED = 0.015
"""Of a whole: what rounded shares may lack or have too much."""


@dataclass(frozen=True)
class Bars:
    """The series of a chart that are columns or bars, and how they stand."""

    chart: Chart
    lying: bool

    @cached_property
    def series(self) -> list[int]:
        """The places of series that are columns."""
        return [n for n, one in enumerate(self.chart.series) if not one.as_line or self.lying]

    @cached_property
    def lines(self) -> list[int]:
        """The places of series that are lines across them."""
        return [n for n, one in enumerate(self.chart.series) if one.as_line and not self.lying]

    @property
    def is_stacked(self) -> bool:
        """Whether the bars of a category stand on one another."""
        return self.chart.stacking is not Stacking.GROUPED

    @property
    def count(self) -> int:
        """How many categories there are."""
        return len(self.chart.categories.names)

    def value(self, series: int, point: int) -> float | None:
        """Return the value that a bar shows: of shares, that of the sum of its category."""
        value = self.chart.series[series].values[point]
        if value is None or self.chart.stacking is not Stacking.PERCENT:
            return value
        total = self._totals[point]
        return value / total if total else 0.0

    @cached_property
    def _totals(self) -> list[float]:
        """The sum of each category."""
        rows = zip(*(self.chart.series[one].values for one in self.series), strict=True)
        return [sum(abs(value or 0.0) for value in row) for row in rows]

    def spans(self, point: int) -> Iterator[tuple[int, float, float]]:
        """Yield each bar of a category: its series, and the values between which it stands."""
        up = down = 0.0
        for series in self.series:
            value = self.value(series, point)
            if value is None:
                continue
            if not self.is_stacked:
                yield series, 0.0, value
            elif value < 0:
                yield series, down, down + value
                down += value
            else:
                yield series, up, up + value
                up += value

    @property
    def ends(self) -> list[float | None]:
        """All values that the value axis has to reach."""
        return [one for point in range(self.count) for _, first, last in self.spans(point) for one in (first, last)]

    @property
    def abreast(self) -> int:
        """How many bars of a category stand beside one another."""
        return 1 if self.is_stacked else max(len(self.series), 1)

    def gap(self, axes: Axes) -> float:
        """Return the gap between categories in parts of a column's width."""
        step = (axes.rect.height if self.lying else axes.rect.width) / max(self.count, 1)
        return gap_between(step, self.abreast, axes.look)

    def edges(self, axes: Axes, gap: float, series: int, point: int) -> tuple[float, float]:
        """Return where a bar begins and ends along the axis of categories, on the page."""
        order = [0] if self.is_stacked else self.series
        place = 0 if self.is_stacked else order.index(series)
        count = max(len(order), 1)
        width = 1 / (count + gap)
        start = point - 0.5 + (gap / 2 + place) * width
        return axes.names.at(start), axes.names.at(start + width)


def gap_between(step: float, abreast: int, look: ChartStyle) -> float:
    """Return the gap between two categories in parts of a column's width, each of which has a step of so many points.

    It is larger where columns would be wider than any should be.
    """
    least = 1 / look.bar_share - 1 if abreast == 1 else GAP
    return round(min(max(least, step / WIDEST - abreast), MOST_GAP), 2)
