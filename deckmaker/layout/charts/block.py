"""A chart as a block: its subtitle, its plot, what stands around that, and its note, in the place that it has."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.layout.place import Place, SetBlock
from deckmaker.model.chart import Chart


@dataclass(frozen=True)
class ChartBlock:
    """A chart in a place."""

    chart: Chart
    place: Place

    @property
    def natural(self) -> float:
        """The height in points that it would take if it had all of its place."""
        raise NotImplementedError

    @property
    def least(self) -> float:
        """The height in points below which it cannot be read."""
        raise NotImplementedError

    def set(self) -> SetBlock:
        """Set the chart so that it fills its place."""
        raise NotImplementedError
