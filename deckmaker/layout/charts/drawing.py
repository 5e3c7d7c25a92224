"""What draws a type of chart: it is given room, and returns plots with what stands before and behind them.

A type is added by a line in `DRAWERS`, and a function in a file of its own, which is imported where a chart is of it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import Plot, PlotAxis
from deckmaker.layout.charts.texts import ChartTexts
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.place import PieLevel
from deckmaker.model.chart import Chart, ChartType
from deckmaker.model.geometry import Rect
from deckmaker.theme.theme import ChartStyle

BETWEEN = 6.0
"""Points between two labels side by side, at least."""


class LegendEntry(NamedTuple):
    """A series in a legend: its name and its colour, a palette name; of one that is a line, a piece of that."""

    name: str
    color: str
    is_line: bool = False


@dataclass(frozen=True)
class PlotRoom:
    """What a chart's plots have: a rectangle, which holds the labels of their axes, too, and what sets their texts.

    Series are `named` where a legend stands above it. Plots that stand at a `level` fill it, also with few rows; `pies`
    is what a pie has in common with its neighbours. Names below a plot are so many points `between` them, at least. A
    `value_axis` is that of all plots to one scale; `stressed` are the categories that are in one of them, so that all
    have the same names. Of the series, the first so many are lines of others `behind` the plot's own.
    """

    chart: Chart
    rect: Rect
    texts: ChartTexts
    named: bool = False
    level: bool = False
    pies: PieLevel | None = None
    between: float = BETWEEN
    value_axis: PlotAxis | None = None
    stressed: frozenset[int] = frozenset()
    behind: int = 0

    @property
    def look(self) -> ChartStyle:
        """How the theme has charts drawn."""
        return self.texts.place.styles.theme.charts

    def within(self, rect: Rect) -> PlotRoom:
        """Return the same in another rectangle."""
        return replace(self, rect=rect)


@dataclass(frozen=True)
class Drawing:
    """A chart drawn in its room: its plots, what is drawn `behind` them, and the texts and shapes `around` them.

    What has no name beside its marks needs a `legend`, in reading order: if series are not named yet, the chart is
    drawn again below that. Drawings may take less height than they are given, never more.
    """

    plots: tuple[Plot, ...]
    bottom: float
    behind: tuple[Placed, ...] = ()
    around: tuple[Placed, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    findings: tuple[Finding, ...] = ()


Drawer = Callable[[PlotRoom], Drawing]

_HERE = "deckmaker.layout.charts"

DRAWERS = {
    ChartType.COLUMN: f"{_HERE}.columns:draw",
    ChartType.BAR: f"{_HERE}.columns:draw",
    ChartType.LINE: f"{_HERE}.lines:draw",
    ChartType.AREA: f"{_HERE}.areas:draw",
    ChartType.WATERFALL: f"{_HERE}.waterfall:draw",
    ChartType.PIE: f"{_HERE}.pies:draw",
    ChartType.DOUGHNUT: f"{_HERE}.pies:draw",
    ChartType.SCATTER: f"{_HERE}.scatter:draw",
    ChartType.BUBBLE: f"{_HERE}.scatter:draw",
    ChartType.DUMBBELL: f"{_HERE}.dumbbells:draw",
    ChartType.SLOPE: f"{_HERE}.slopes:draw",
}
"""Where each type is drawn: a module and its function."""

SMALL_MULTIPLES = f"{_HERE}.multiples:draw"
"""Where charts of several plots are drawn."""


def drawer_for(chart: Chart) -> Drawer:
    """Return what draws a chart."""
    where = DRAWERS[chart.type] if chart.across == 0 else SMALL_MULTIPLES
    module, _, function = where.partition(":")
    return cast(Drawer, getattr(import_module(module), function))
