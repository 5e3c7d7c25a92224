"""Small multiples: a plot for each series, all to the same scale, each under its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from math import inf, isfinite

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import GroupType, Plot
from deckmaker.layout.charts.axes import reference_values
from deckmaker.layout.charts.axis_numbers import value_title
from deckmaker.layout.charts.drawing import Drawing, PlotRoom, drawer_for
from deckmaker.layout.charts.faint_lines import faded, renumbered
from deckmaker.layout.charts.plot_grid import GUTTER, Cell, Insets, PlotGrid, is_kept, most_plots, without_labels
from deckmaker.layout.charts.scales import number_axis, ticks_for
from deckmaker.layout.charts.shared_ticks import shared_axis
from deckmaker.layout.charts.shortening import set_within
from deckmaker.layout.charts.texts import LABEL, SERIES, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import without_unit
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Chart, ChartAxis, ChartType, Highlight, Series, SeriesLabels, ValueLabels
from deckmaker.model.geometry import Rect

MOST = 24
"""Plots on a slide: nobody compares more."""

NAMES_APART = 1.2
"""Ems between names below plots side by side, at least, and between those of one plot: else a row of years reads on
from plot to plot."""

MOST_TITLE_LINES = 2
"""Lines that the name of a series has above its plot."""

BELOW_TITLE = 4.0
"""Points between a title and its plot."""

ASPECT = 1.5
"""How wide a plot would like to be for its height."""

ROOMY = 220.0
"""Points of a plot's width below which its texts are a point smaller."""

MOST_FAINT = 12
"""With how many lines those of others are behind a line at all."""

ROUNDS = 4
"""How often pies are made smaller until all are equally large."""

WHOLE = (ChartType.DUMBBELL, ChartType.BUBBLE)
"""What is one plot always: two series are the ends of a dumbbell, and native charts scale bubbles each for itself."""

ROUND = (ChartType.PIE, ChartType.DOUGHNUT)

FROM_ZERO = (ChartType.COLUMN, ChartType.BAR, ChartType.AREA, ChartType.WATERFALL)


def draw(room: PlotRoom) -> Drawing:
    """Draw a plot for each series, as many side by side as its author says, or as have room."""
    chart = room.chart
    if chart.type in WHOLE or not chart.series:
        return drawer_for(replace(chart, across=0))(replace(room, chart=replace(chart, across=0)))
    return _Multiples(room).drawn()


@dataclass(frozen=True)
class _Multiples:
    room: PlotRoom

    def drawn(self) -> Drawing:
        cell = self._grid.cells(Insets())[0]
        first = self._plain(cell)
        if first.legend and not self.room.named:
            return replace(first, plots=(), around=(), bottom=self.room.rect.bottom)
        insets = Insets()
        if first.plots and not self._is_round:
            rect, is_lying = first.plots[0].rect, _is_lying(first.plots[0])
            below = [one for one in _labels(first) if one.y >= rect.bottom]
            over = max((rect.x - one.x for one in below), default=0.0)
            gutter = max(GUTTER, over + NAMES_APART * self._texts_of(cell).size(LABEL))
            insets = Insets(rect.x - cell.rect.x, 0.0 if is_lying else cell.rect.bottom - rect.bottom, gutter)
        cells = self._grid.cells(insets)
        drawings = [self._drawn(cell) for cell in cells]
        if axis := shared_axis(plot for drawing in drawings for plot in drawing.plots):
            alike = replace(self, room=replace(self.room, value_axis=axis))
            drawings = [alike._drawn(cell) for cell in cells]
        findings = dict.fromkeys((*self._too_many(), *(one for drawing in drawings for one in drawing.findings)))
        return Drawing(
            tuple(plot for drawing in drawings for plot in drawing.plots),
            self.room.rect.bottom,
            tuple(one for drawing in drawings for one in drawing.behind),
            (*self._titles(), *(one for drawing in drawings for one in drawing.around)),
            findings=tuple(findings),
        )

    @property
    def _chart(self) -> Chart:
        return self.room.chart

    @property
    def _is_round(self) -> bool:
        return self._chart.type in ROUND

    @cached_property
    def _shown(self) -> list[int]:
        """The series that have a plot: what is highlighted first where there are too many."""
        every = range(len(self._chart.series))
        ranked = sorted(every, key=lambda one: (not self._chart.highlight.has(one), one))
        return sorted(ranked[: min(MOST, most_plots(self.room.rect, self._line_height + BELOW_TITLE))])

    @cached_property
    def _grid(self) -> PlotGrid:
        """The grid in all that plots have, between the titles of axes."""
        rect = self.room.rect
        above, below = (one.height + BELOW_TITLE if one else 0.0 for one in self._axis_titles)
        own = Rect(rect.x, rect.y + above, rect.width, rect.height - above - below)
        aspect = 1.0 if self._is_round else ASPECT
        grid = PlotGrid(own, self._shown, self._line_height + BELOW_TITLE, aspect, self._chart.across)
        width = own.width / grid.across - 2 * GUTTER
        texts, style = self.room.texts, self.room.texts.style(SERIES)
        lines = max((texts.set(self._chart.series[one].name, style, width).lines for one in self._shown), default=1)
        return replace(grid, title=min(lines, MOST_TITLE_LINES) * self._line_height + BELOW_TITLE)

    # Titles

    @cached_property
    def _axis_titles(self) -> tuple[SetLabel | None, SetLabel | None]:
        """What is said of the values, above all, and of the x axis, below them; pies have theirs elsewhere."""
        texts, chart = self.room.texts, replace(self._chart, series=())  # whose names stand above their plots
        if self._is_round:
            return None, None
        above, below = value_title(chart, chart.y_axis), value_title(chart, chart.x_axis)
        return (
            texts.set(above, texts.style(LABEL), self.room.rect.width) if above else None,
            texts.set(below, texts.style(LABEL, "right"), self.room.rect.width) if below else None,
        )

    def _titles(self) -> Iterator[Placed]:
        rect, texts = self.room.rect, self.room.texts
        above, below = self._axis_titles
        if above:
            yield above.placed(Rect(rect.x, rect.y, above.width, above.height), Role.AXIS, texts.span)
        if below:
            frame = Rect(rect.right - below.width, rect.bottom - below.height, below.width, below.height)
            yield below.placed(frame, Role.AXIS, texts.span)

    @cached_property
    def _line_height(self) -> float:
        return self.room.texts.set("0", self.room.texts.style(SERIES)).height

    @property
    def _title_height(self) -> float:
        """What names take above their plots: two lines, if one of them needs so much."""
        return self._grid.title

    def _title(self, cell: Cell, x: float, width: float) -> Placed:
        """Return the name of a series above its plot, on as many lines as names have here."""
        texts = self.room.texts
        stressed = self._chart.highlight.series  # single points stress no name
        is_stressed = not stressed or cell.series in stressed
        style = texts.style(SERIES, "center" if self._is_round else "left", bold=None if is_stressed else False)
        name = self._chart.series[cell.series].name
        lines = round((self._title_height - BELOW_TITLE) / self._line_height)
        label = set_within(name, style, width, lines, texts)
        left = x + (width - label.width) / 2 if self._is_round else x
        y = cell.rect.y + self._title_height - BELOW_TITLE - label.height
        return label.placed(Rect(left, y, label.width, label.height), Role.LABEL, texts.span)

    # Plots

    def _plain(self, cell: Cell, most: float = inf, pie_texts: ChartTexts | None = None) -> Drawing:
        """Return the plot of a series as if it were alone, below its title; a pie of at `most` that radius."""
        rect = cell.rect
        below = Rect(rect.x, rect.y + self._title_height, rect.width, max(rect.height - self._title_height, 1.0))
        texts = self._texts_of(cell)
        if self._is_round:
            from deckmaker.layout.charts.pies import draw_series

            return draw_series(PlotRoom(self._chart, below, pie_texts or texts, self.room.named), cell.series, most)
        order = self._order(cell.series)
        chart = self._chart_of(cell.series, order, below.height)
        between = NAMES_APART * texts.size(LABEL)
        shared, stressed = self.room.value_axis, self._chart.highlight.all_points
        room = PlotRoom(
            chart,
            below,
            texts,
            named=True,
            between=between,
            value_axis=shared,
            stressed=stressed,
            behind=len(order) - 1,
        )
        drawing = drawer_for(chart)(room)
        return replace(
            drawing, plots=tuple(faded(renumbered(one, order), self.room.look) for one in drawing.plots), legend=()
        )

    def _texts_of(self, cell: Cell) -> ChartTexts:
        """Return what sets the texts of a plot: narrow ones have smaller ones."""
        return replace(self.room.texts, smaller=self.room.texts.smaller + (cell.rect.width < ROOMY))

    def _order(self, index: int) -> list[int]:
        """Return the series of a plot: its own last, behind it those of the others where they are lines."""
        others = self._chart.type is ChartType.LINE and len(self._shown) <= MOST_FAINT
        return [*(one for one in self._shown if others and one != index), index]

    def _chart_of(self, index: int, order: Sequence[int], height: float) -> Chart:
        """Return the chart of one series: its axes are those of all."""
        chart, stressed = self._chart, self._chart.highlight
        own = len(order) - 1
        if own or not stressed:
            highlight = Highlight(frozenset({own})) if own else Highlight()
        else:
            points = frozenset((0, point) for series, point in stressed.single if series == index)
            highlight = Highlight() if stressed.has(index) else Highlight(frozenset({-1}))
            if stressed.points or points:
                highlight = Highlight(frozenset({0} if stressed.has(index) else ()), stressed.points, points)
        y_axis, x_axis = self._y_axis(ticks_for(height)), self._x_axis
        return replace(
            chart,
            series=tuple(chart.series[one] for one in order),
            across=0,
            highlight=highlight,
            x_axis=_untitled(x_axis),
            y_axis=_untitled(y_axis),
            series_labels=SeriesLabels.NONE,
            value_labels=ValueLabels.NONE if chart.value_labels is ValueLabels.AUTO else chart.value_labels,
            annotations=tuple(replace(one, series=own) for one in chart.annotations if one.series == index),
        )

    @cached_property
    def _y_axis(self) -> Callable[[int], ChartAxis]:
        """What returns the wish for a y axis with about so many ticks: that of all plots, decided once."""
        wish, values, whole = self._chart.y_axis, self._ys, self._chart.type in FROM_ZERO and not self._chart.is_cut
        return cache(lambda wanted: _between(wish, values, wanted, whole))

    @cached_property
    def _x_axis(self) -> ChartAxis:
        """The wish for the x axis of all plots."""
        own = self._chart.x_axis
        return _between(own, self._xs, ticks_for(self._grid.rect.width / self._grid.across)) if self._xs else own

    @cached_property
    def _ys(self) -> list[float]:
        series, lines = (self._chart.series[one] for one in self._shown), reference_values(self._chart)
        if self._chart.type is ChartType.WATERFALL:
            return [*lines, *(total for one in series for total in self._running(one))]
        return [*lines, *(value for one in series for value in one.values if value is not None and isfinite(value))]

    def _running(self, series: Series) -> Iterator[float]:
        """Yield where the columns of a waterfall end."""
        steps = (0.0 if n in self._chart.totals else value or 0.0 for n, value in enumerate(series.values))
        yield from accumulate(steps)
        yield from (value for n, value in enumerate(series.values) if n in self._chart.totals and value is not None)

    @cached_property
    def _xs(self) -> list[float]:
        series = (self._chart.series[one] for one in self._shown)
        return [value for one in series for value in one.xs if value is not None and isfinite(value)]

    def _drawn(self, cell: Cell) -> Drawing:
        """Return a plot under its title, without the numbers and names that another one has for it."""
        drawing = self._plain(cell, *self._pies)
        if not drawing.plots:
            return drawing
        plots, around, rect = drawing.plots, drawing.around, drawing.plots[0].rect
        if not self._is_round:
            around = tuple(one for one in around if one.role is not Role.AXIS or is_kept(one.rect, rect, cell))
            plots = tuple(without_labels(one, cell) for one in plots)
        name = self._chart.series[cell.series].name
        plots = tuple(replace(one, name=name) for one in plots)
        x, width = (cell.rect.x, cell.rect.width) if self._is_round else (rect.x, cell.rect.right - rect.x)
        return replace(drawing, plots=plots, around=(self._title(cell, x, width), *around))

    @cached_property
    def _pies(self) -> tuple[float, ChartTexts | None]:
        """The radius of all pies, and what sets their labels: smaller ones where pies would be small for those."""
        if not self._is_round:
            return inf, None
        from deckmaker.layout.charts.pies import LARGER, least_radius

        cells = self._grid.cells(Insets())
        best: tuple[float, ChartTexts | None] = 0.0, None
        rect = cells[0].rect
        below = replace(rect, height=max(rect.height - self._title_height, 1.0))
        for texts in self._texts_of(cells[0]).smaller_ones(LABEL):
            radius = self._radius(cells, texts)
            best = (radius, texts) if radius > LARGER * best[0] else best
            if best[0] >= least_radius(self.room.within(below)):
                break
        return best

    def _radius(self, cells: Sequence[Cell], texts: ChartTexts) -> float:
        """Return the radius of all pies with such labels: that of the smallest."""
        radius = inf
        for _ in range(ROUNDS):  # a pie that must be smaller may place its labels otherwise, and be smaller still
            drawings = [self._plain(cell, radius, texts) for cell in cells]
            radii = [plot.rect.width / 2 for one in drawings for plot in one.plots]
            if min(radii, default=inf) == max(radii, default=inf):
                break
            radius = min(radii)
        return radius

    def _too_many(self) -> Iterator[Finding]:
        count, shown = len(self._chart.series), len(self._shown)
        if count > shown:
            message = f": its chart has {count} small multiples, of which {shown} have room"
            yield Finding("names-left-out", message, self._chart.span, "show fewer series, or split them over slides")


def _between(axis: ChartAxis, values: Sequence[float], wanted: int, from_zero: bool = False) -> ChartAxis:
    """Return the wish for an axis on which all values have room, the same for all plots."""
    found = number_axis(values, axis, wanted, from_zero)
    return replace(axis, least=found.least, most=found.most)


def _untitled(axis: ChartAxis) -> ChartAxis:
    """Return the axis of one plot, of which all is said once that is said of the axes of all."""
    return replace(axis, title=None, style=without_unit(axis.style))


def _labels(drawing: Drawing) -> list[Rect]:
    """Return where the labels of axes stand."""
    names = [one.placed.rect for plot in drawing.plots for one in plot.categories]
    return names + [one.rect for one in drawing.around if one.role is Role.AXIS]


def _is_lying(plot: Plot) -> bool:
    return any(group.type is GroupType.BARS for group in plot.groups)
