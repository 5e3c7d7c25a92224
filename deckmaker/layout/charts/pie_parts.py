"""The parts of a pie: their shares, where each begins, and their colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from math import isfinite, pi

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout.chart_item import WedgeMark
from deckmaker.layout.charts.colors import MUTED, hue
from deckmaker.layout.charts.others import is_other
from deckmaker.layout.charts.pie_labels import LabelledPie
from deckmaker.model.chart import Chart, ChartType

HOLE = 0.5
"""Of its radius: the hole of a doughnut. LibreOffice knows no other."""

NARROWEST = 3.0
"""Points of a pie's edge: of a wedge that has less, lines around it would leave nothing."""


MOST_HUES = 5
"""How many parts have hues: others are muted, as they would be hard to tell apart."""


@dataclass(frozen=True)
class PieParts:
    """The values of a series of a chart as parts of their sum."""

    chart: Chart
    series: int

    @property
    def is_ring(self) -> bool:
        """Whether it is a doughnut."""
        return self.chart.type is ChartType.DOUGHNUT

    @cached_property
    def values(self) -> list[float]:
        """The values, 0 for what no wedge can show."""
        return [one if one and isfinite(one) and one > 0 else 0.0 for one in self.chart.series[self.series].values]

    @cached_property
    def shares(self) -> list[float]:
        """The share of each, from 0 to 1."""
        most = max(self.values, default=0.0)
        scaled = [one / most if most else 0.0 for one in self.values]  # so no sum overflows
        whole = sum(scaled)
        return [one / whole if whole else 0.0 for one in scaled]

    @property
    def shown(self) -> list[int]:
        """The points that have a wedge."""
        return [index for index, share in enumerate(self.shares) if share]

    @cached_property
    def starts(self) -> list[float]:
        """Where each begins, in turns clockwise from the top."""
        return list(accumulate(self.shares, initial=0.0))[:-1]

    @cached_property
    def middles(self) -> list[float]:
        """Where the middle of each is, in turns."""
        return [start + share / 2 for start, share in zip(self.starts, self.shares, strict=True)]

    @cached_property
    def colors(self) -> tuple[str, ...]:
        """The colours of all: hues for those that are stressed, else for the largest five but those called other.

        Of several pies, those of the first decide, so that a part has its colour in all of them.
        """
        stressed, count = self.chart.highlight, len(self.shares)
        if stressed:
            chosen = [index for index in range(count) if stressed.has(self.series, index)]
        else:
            first = self.shares if self.series == 0 else PieParts(self.chart, 0).shares
            named = [index for index in range(count) if not self._is_other(index)]
            ranked = sorted(named, key=lambda index: -first[index] if index < len(first) else 0.0)
            chosen = sorted(ranked[:MOST_HUES])
        return tuple(hue(chosen.index(index)) if index in chosen else MUTED for index in range(count))

    def _is_other(self, index: int) -> bool:
        """Tell whether a part is what is left, in the language of the deck."""
        names = self.chart.categories.names
        return index < len(names) and is_other(names[index], self.chart.y_axis.style.language)

    def edge(self, radius: float, ground: str) -> str | None:
        """Return the colour of lines between wedges: the ground's. A whole has none, nor has what it would cover."""
        narrowest = min((self.shares[one] for one in self.shown), default=1.0) * 2 * pi * radius
        are_told_apart = all(self.colors[one] != self.colors[other] for one, other in pairwise(self.shown))
        if len(self.shown) < 2 or (narrowest < NARROWEST and are_told_apart):
            return None
        return ground

    def wedges(self, pie: LabelledPie, edge: str | None) -> Iterator[WedgeMark]:
        """Yield the wedges of a pie."""
        hole = HOLE * pie.radius if self.is_ring else 0.0
        for index in self.shown:
            start, share = self.starts[index], self.shares[index]
            yield WedgeMark(self.series, index, pie.center, pie.radius, hole, start, share, self.colors[index], edge)
