"""A group of series within its chart: what most parts of it must know to be written."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.layout.chart_item import GroupType, Plot, PlotAxis, PlotGroup
from deckmaker.model.chart import Chart, Stacking

BARS = (GroupType.COLUMNS, GroupType.BARS)
ROUND = (GroupType.PIE, GroupType.DOUGHNUT)
BY_XS = (GroupType.SCATTER, GroupType.BUBBLES)
"""Groups whose points stand at numbers along both axes."""


@dataclass(frozen=True, slots=True)
class DrawnGroup:
    """A group of a plot of a chart."""

    chart: Chart
    plot: Plot
    group: PlotGroup

    @property
    def is_bars(self) -> bool:
        """Whether numbers are lengths, standing or lying."""
        return self.group.type in BARS

    @property
    def is_stacked(self) -> bool:
        """Whether its bars or areas stand on one another."""
        return self.group.stacking is not Stacking.GROUPED

    @property
    def value_axis(self) -> PlotAxis | None:
        """The axis along which its values are counted, None for a pie."""
        return self.plot.second_axis if self.group.on_second_axis else self.plot.y_axis
