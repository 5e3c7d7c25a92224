"""Scatter and bubble charts: dots between two axes of numbers, the points that have names named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout.chart_item import (
    ChartLabel,
    DotMark,
    GroupType,
    LineMark,
    Mark,
    Plot,
    PlotGroup,
    PlottedSeries,
    Stroke,
)
from deckmaker.layout.charts.axes import Axes, reference_values
from deckmaker.layout.charts.colors import point_color, point_colors, series_color
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.label_boxes import FROM_DOT
from deckmaker.layout.charts.number_axes import NumberAxesSetter
from deckmaker.layout.charts.overlays import add_overlays
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.point_names import set_names
from deckmaker.layout.charts.scatter_points import ScatterPoint, drawing_order, shown_points
from deckmaker.layout.charts.texts import LABEL
from deckmaker.layout.charts.wording import values_style
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import ChartType, Series, SeriesLabels

LARGEST_BUBBLE = 0.25
"""Of the plot's shorter side: the diameter of the largest bubble, as LibreOffice has it."""

SIZES = ((24, 1.3), (60, 1.2), (250, 0.8))
"""Of the theme's radius of dots: how large they are where there are at most so many. Few are seen from the back of a
room so, in plots that are not `NARROW`: less than so many points wide."""

NARROW = 240.0

SMALLEST = 0.6
"""Of that radius: how large they are where there are more."""

CROWD = 60
"""Dots from which they let others through, since they cover one another."""

OPACITY, BUBBLE_OPACITY = 0.6, 0.85
"""How opaque dots of a crowd are, and bubbles."""

EDGE = 0.75
"""Points of ground around dots."""

LINE_HEIGHT = 1.25
"""Ems that the box of a name of one line is high, about."""


def draw(room: PlotRoom) -> Drawing:
    """Draw a scatter or a bubble chart."""
    return _Scatter(room).drawn()


@dataclass(frozen=True)
class _Scatter:
    room: PlotRoom

    def drawn(self) -> Drawing:
        chart = self.room.chart
        if self._wants_legend and not self.room.named:
            entries = (LegendEntry(one.name, series_color(chart, n), one.as_line) for n, one in enumerate(chart.series))
            return Drawing((), self.room.rect.bottom, legend=tuple(entries))
        xs, ys = [one.x for one in self._points], [one.y for one in self._points]
        xs, ys = [*xs, *reference_values(chart, stands=True)], [*ys, *reference_values(chart)]
        dot = 0.0 if self._is_bubbles else self._dot + EDGE
        axes = NumberAxesSetter(self.room, xs, ys, self._reaches, self._above, dot, self._is_bubbles).set()
        dots = self._dots(axes)
        marks = tuple(self._marks(dots))
        names = set_names(self.room, axes, dots, [one for one in marks if isinstance(one, LineMark)])
        kind = GroupType.BUBBLES if self._is_bubbles else GroupType.SCATTER
        plotted = tuple(self._plotted(series, names.native) for series in self._order)
        plot = Plot(
            axes.rect,
            self.room.rect,
            "",
            (PlotGroup(kind, plotted),),
            marks,
            x_axis=axes.names.axis,
            y_axis=axes.values.axis,
            grid=axes.grid,
            axes=axes.lines,
        )
        drawing = Drawing((plot,), self.room.rect.bottom, around=(*axes.around, *names.around), findings=names.findings)
        taken = [*(one.rect for one in drawing.around), *(label.placed.rect for label in plot.labels)]
        return add_overlays(drawing, self.room, axes, Placing(self.room.rect, taken))

    @property
    def _is_bubbles(self) -> bool:
        return self.room.chart.type is ChartType.BUBBLE

    @property
    def _wants_legend(self) -> bool:
        chart = self.room.chart
        wanted = chart.series_labels is not SeriesLabels.NONE
        return wanted and (len(chart.series) > 1 or chart.series_labels is SeriesLabels.LEGEND)

    @property
    def _order(self) -> list[int]:
        return drawing_order(self.room.chart)

    @cached_property
    def _points(self) -> list[ScatterPoint]:
        return shown_points(self.room.chart)

    # Dots

    @cached_property
    def _largest(self) -> float:
        return max((one.size for one in self._points), default=1.0)

    def _radius(self, point: ScatterPoint, side: float) -> float:
        """Return the radius of a dot in a plot whose shorter side is so long; the areas of bubbles are their sizes."""
        if self._is_bubbles:
            return LARGEST_BUBBLE / 2 * side * sqrt(point.size / self._largest)
        return self._dot

    @cached_property
    def _dot(self) -> float:
        share = next((share for most, share in SIZES if len(self._points) <= most), SMALLEST)
        share = min(share, 1.0) if self.room.rect.width < NARROW else share
        return round(2 * share * self.room.look.dot) / 2  # native markers are whole points across

    @property
    def _above(self) -> float:
        """What the name of the highest dot needs above it."""
        if self._is_bubbles or not any(self.room.chart.series[one.series].names for one in self._points):
            return 0.0
        return self._dot + FROM_DOT + LINE_HEIGHT * self.room.texts.size(LABEL)

    def _reaches(self, side: float) -> list[float]:
        return [self._radius(one, side) for one in self._points]

    @property
    def _opacity(self) -> float:
        crowded = OPACITY if len(self._points) > CROWD else 1.0
        return BUBBLE_OPACITY if self._is_bubbles else crowded

    @property
    def _edge(self) -> str | None:
        """The ground around dots keeps those apart that touch; a crowd has none."""
        is_crowd = not self._is_bubbles and len(self._points) > CROWD
        return None if is_crowd else self.room.texts.place.styles.layout.background

    def _dots(self, axes: Axes) -> list[DotMark]:
        side = min(axes.rect.width, axes.rect.height)
        return [
            DotMark(
                one.series,
                one.point,
                (axes.names.at(one.x), axes.values.at(one.y)),
                self._radius(one, side),
                point_color(self.room.chart, one.series, one.point),
                self._opacity,
                self._edge,
            )
            for one in self._points
            if self._is_within(one, axes)
        ]

    @staticmethod
    def _is_within(point: ScatterPoint, axes: Axes) -> bool:
        """Tell whether a point is between the ends of both axes, which an author may have set."""
        x, y = axes.names.axis, axes.values.axis
        return x.least <= point.x <= x.most and y.least <= point.y <= y.most

    def _marks(self, dots: list[DotMark]) -> Iterator[Mark]:
        """Yield the marks as native charts draw them: series by series, a line beneath its dots."""
        for series in self._order:
            own = [one for one in dots if one.series == series]
            if self.room.chart.series[series].as_line and len(own) > 1 and not self._is_bubbles:
                stroke = Stroke(
                    tuple(one.center for one in own), series_color(self.room.chart, series), self.room.look.line
                )
                yield LineMark(series, stroke)
            yield from own

    # The native chart

    def _plotted(self, index: int, labels: Sequence[ChartLabel]) -> PlottedSeries:
        chart = self.room.chart
        series: Series = chart.series[index]
        has_line = series.as_line and not self._is_bubbles
        longest = max(len(one.values) for one in chart.series)
        return PlottedSeries(
            series.name,
            _padded(series.values, longest),
            series_color(chart, index),
            _padded(series.xs, longest),
            _padded(series.sizes, longest) if self._is_bubbles else (),
            colors=point_colors(chart, index),
            line=self.room.look.line if has_line else 0.0,
            marker=0.0 if self._is_bubbles else self._dot,
            opacity=self._opacity,
            edge=self._edge,
            numbers=format_code(values_style(chart.y_axis.style, series.values)),
            labels=tuple(one for one in labels if one.series == index),
        )


def _padded(values: tuple[float | None, ...], count: int) -> tuple[float | None, ...]:
    """Return so many values: LibreOffice shows no series that is shorter than one behind it."""
    return (*values, *(None for _ in range(count - len(values))))
