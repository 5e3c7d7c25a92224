"""Dumbbells: a row a category, a dot for each series at its value, and a line from the least to the most."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import isfinite

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import (
    AxisScale,
    ChartLabel,
    DotMark,
    GroupType,
    LabelFor,
    LabelPosition,
    LineMark,
    Plot,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
    Stroke,
)
from deckmaker.layout.charts.axes import Axes, AxesWish
from deckmaker.layout.charts.colors import MUTED, is_quiet, point_color, series_color, words_of
from deckmaker.layout.charts.dot_labels import Dot, box_beside
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.dumbbell_axes import dumbbell_axes
from deckmaker.layout.charts.label_boxes import FROM_DOT, box_size, placed_in
from deckmaker.layout.charts.lacking import lacking, names_lacking
from deckmaker.layout.charts.overlays import add_overlays
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.texts import LABEL, SERIES, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.findings import Finding
from deckmaker.model.chart import Chart, NumberStyle, SeriesLabels, ValueLabels
from deckmaker.model.geometry import Rect

LARGER, OF_ROW = 1.25, 0.35
"""Of the theme's dots: how large those of dumbbells are; and of a row's height at most."""

SMALL = 3.0
"""Points: of smaller dots a line around them would leave too little."""

TALLEST_ROW = 46.0
"""Points that a row has at most."""

MOST_ROWS = 24
"""Rows whose values are written beside their dots where nothing else is asked for."""

NEAR = 1.0
"""Points between two dots that are one for readers: they have one number."""

APART = 6.0
"""Points between the names of series above the first row."""

SLACK = 1.0
"""Points at the foot of a name's line in which nothing stands: a value beside its dot may reach into them."""


def draw(room: PlotRoom) -> Drawing:
    """Draw dumbbells; series that have no room above their first dots have a legend."""
    return _Dumbbells(room).drawn()


@dataclass(frozen=True)
class _Dumbbells:
    room: PlotRoom

    def drawn(self) -> Drawing:
        axes, dots = self._axes, self._dots
        placing = axes.placing(self.room)
        row = self._named_row
        names = self._names(row, placing) if row is not None else []
        needs_legend = not names and not self.room.named and self._chart.series_labels is not SeriesLabels.NONE
        if needs_legend and len(self._chart.series) > 1:
            entries = (LegendEntry(one.name, self._color(n)) for n, one in enumerate(self._chart.series))
            return Drawing((), axes.bottom, legend=tuple(entries))
        values = list(self._values(placing))
        is_wished, missing = self._chart.value_labels is not ValueLabels.AUTO, len(self._labelled) - len(values)
        labels, lost = [*names, *(values if is_wished or not missing else ())], missing if is_wished else 0
        plot = Plot(
            axes.rect,
            axes.frame,
            "",
            (PlotGroup(GroupType.SCATTER, (*self._ends(labels), *self._lines())),),
            (*dots, *self._line_marks()),
            x_axis=axes.values.axis,
            y_axis=self._rows,
            grid=axes.grid,
            axes=axes.lines,
        )
        rows = (replace(one.placed, slot=f"row {one.point + 1}") for one in axes.categories)
        around = (*axes.around, *rows)
        drawing = Drawing((plot,), axes.bottom, around=around, findings=tuple(self._findings(lost)))
        for one in labels:
            placing.take(one.placed.rect)
        return add_overlays(drawing, self.room, axes, placing)

    @property
    def _chart(self) -> Chart:
        return self.room.chart

    @property
    def _count(self) -> int:
        return len(self._chart.categories.names)

    @cached_property
    def _axes(self) -> Axes:
        """The axes of bars: values along the top, names of rows beside them."""
        values = [one for series in self._chart.series for one in series.values]
        beyond = 0.0
        if self._labelled:
            beyond = max(self._value_label(n, p).width for n, p in self._labelled) + self._largest + FROM_DOT
        wish = AxesWish(
            values=values,
            lying=True,
            beyond=beyond,
            tallest=TALLEST_ROW,
            unmarked=self._chart.value_labels is ValueLabels.ALL and len(self._chart.series) == 2,
            of_dots=True,
        )
        written = [one for n, p in self._labelled if (one := self._chart.series[n].values[p]) is not None]
        return dumbbell_axes(self.room, wish, min(written, default=None))

    @cached_property
    def _rows(self) -> PlotAxis:
        """The axis of rows as a native chart counts them: from 0, the first on top."""
        ticks = tuple(map(float, range(self._count)))
        return PlotAxis(AxisScale.NUMBERS, -0.5, self._count - 0.5, 1.0, ticks, reversed=True)

    # Marks

    @property
    def _largest(self) -> float:
        return LARGER * self.room.look.dot

    @cached_property
    def _radius(self) -> float:
        return min(self._largest, OF_ROW * self._axes.rect.height / max(self._count, 1))

    @property
    def _edge(self) -> str | None:
        """The ground around dots, but of small ones."""
        return self.room.texts.place.styles.layout.background if self._radius >= SMALL else None

    @property
    def _line(self) -> float:
        return min(self.room.look.line, self._radius / 2)

    @cached_property
    def _dots(self) -> list[DotMark]:
        return [
            DotMark(
                n,
                point,
                (self._axes.values.at(value), self._axes.names.at(point)),
                self._radius,
                self._point_color(n, point),
                edge=self._edge,
            )
            for n, series in enumerate(self._chart.series)
            for point, value in enumerate(series.values)
            if value is not None and self._is_within(value)
        ]

    def _point_color(self, series: int, point: int) -> str:
        """Return the colour of a dot: of dots at one place, which would hide each other, that of the last.

        What is stressed goes before what is not. Programs differ in which of two dots they draw on top.
        """
        values = [one.values[point] for one in self._chart.series]
        here = [n for n, value in enumerate(values) if value is not None and value == values[series]] or [series]
        colors = [point_color(self._chart, n, point) for n in here]
        return next((one for one in reversed(colors) if not is_quiet(one)), colors[-1])

    def _other_colors(self, series: int) -> tuple[tuple[int, str], ...]:
        """Return the dots of a series that are of another colour than it, with that."""
        own = series_color(self._chart, series)
        colors = ((point, self._point_color(series, point)) for point in range(self._count))
        return tuple((point, color) for point, color in colors if color != own)

    def _is_within(self, value: float | None) -> bool:
        axis = self._axes.values.axis
        return value is not None and isfinite(value) and axis.least <= value <= axis.most

    def _rows_of_dots(self) -> Iterator[tuple[int, list[DotMark]]]:
        """Yield the dots of each row, from the least to the most."""
        for point in range(self._count):
            own = sorted((one for one in self._dots if one.point == point), key=lambda one: one.center[0])
            if own:
                yield point, own

    def _pieces(self) -> Iterator[tuple[int, float, float]]:
        """Yield a row and, on the page, where its line begins and ends: from dot to dot, over none."""
        for point, own in self._rows_of_dots():
            for one, other in pairwise(own):
                start, end = one.center[0] + self._radius, other.center[0] - self._radius
                if end > start:
                    yield point, start, end

    def _line_marks(self) -> Iterator[LineMark]:
        for point, start, end in self._pieces():
            y = self._axes.names.at(point)
            yield LineMark(0, Stroke(((start, y), (end, y)), MUTED, self._line), point)

    def _ends(self, labels: list[ChartLabel]) -> Iterator[PlottedSeries]:
        """Yield the dots of each series as a native chart has them: their values along the x axis."""
        for n, series in enumerate(self._chart.series):
            known = [self._is_within(one) for one in series.values]
            yield PlottedSeries(
                series.name,
                tuple(float(row) if is_known else None for row, is_known in enumerate(known)),
                series_color(self._chart, n),
                xs=tuple(one if is_known else None for one, is_known in zip(series.values, known, strict=True)),
                colors=self._other_colors(n),
                marker=self._radius,
                edge=self._edge,
                labels=tuple(one for one in labels if one.series == n),
            )

    def _lines(self) -> Iterator[PlottedSeries]:
        """Yield the lines between dots as series of their own."""
        rect, axis = self._axes.rect, self._axes.values.axis
        for point, start, end in self._pieces():
            xs = tuple(axis.least + (axis.most - axis.least) * (one - rect.x) / rect.width for one in (start, end))
            if axis.scale is AxisScale.LOG:
                xs = tuple(
                    axis.least * (axis.most / axis.least) ** ((one - rect.x) / rect.width) for one in (start, end)
                )
            yield PlottedSeries("", (float(point), float(point)), MUTED, xs=xs, line=self._line)

    # Labels

    @property
    def _named_row(self) -> int | None:
        """The row in which series are named: the first, or the first that is highlighted; None for a legend."""
        if self.room.named or self._chart.series_labels not in (SeriesLabels.AUTO, SeriesLabels.DIRECT):
            return None
        every, stressed = range(len(self._chart.series)), self._chart.highlight
        rows = (row for row in range(self._count) if all(stressed.has(n, row) for n in every))
        return next(rows, None) if stressed else 0

    def _color(self, series: int) -> str:
        """Return the colour that a series has where it is stressed."""
        colors = (point_color(self._chart, series, point) for point in range(self._count))
        return next((one for one in colors if not is_quiet(one)), series_color(self._chart, series))

    def _names(self, row: int, placing: Placing) -> list[ChartLabel]:
        """Return the names of series above their dots in a row, none where they would collide."""
        own = {one.series: one for one in self._dots if one.point == row}
        if len(own) < len(self._chart.series) or len(own) < 2:
            return []
        texts, found = self.room.texts, []
        taken = Placing(self.room.rect, [*placing.taken, *(_around(one) for one in self._dots if one.point != row)])
        for n, dot in sorted(own.items()):
            color = words_of(dot.color, texts.place.styles.theme)
            label = texts.set(self._chart.series[n].name, texts.style(SERIES, "center", color))
            box = box_beside(Dot(dot.center, dot.radius, None), LabelPosition.ABOVE, box_size(label))
            with_air = Rect(box.x - APART / 2, box.y, box.width + APART, box.height)
            if box.y < self._axes.rect.y or not taken.is_free(with_air):
                return []
            taken.take(with_air)
            found.append(ChartLabel(placed_in(label, box, texts), LabelFor.SERIES, row, n, LabelPosition.ABOVE))
        rects = (one.placed.rect for one in found)
        placing.taken.extend(Rect(one.x, one.y, one.width, one.height - SLACK) for one in rects)
        return found

    @cached_property
    def _labelled(self) -> list[tuple[int, int]]:
        """The series and points whose values are written beside their dots: the outermost of each row."""
        wanted = self._chart.value_labels
        if wanted is ValueLabels.NONE or (wanted is ValueLabels.AUTO and self._count > MOST_ROWS):
            return []
        found = []
        for point in range(self._count):
            values = [
                (one.values[point], n) for n, one in enumerate(self._chart.series) if _is_known(one.values[point])
            ]
            for n in dict.fromkeys(n for _, n in (min(values), max(values))) if values else ():
                if wanted is not ValueLabels.HIGHLIGHT or self._chart.highlight.has(n, point):
                    found.append((n, point))
        return found

    @cached_property
    def _number_style(self) -> NumberStyle:
        every = [one for series in self._chart.series for one in series.values]
        return values_style(self._chart.y_axis.style, every)

    def _value_label(self, series: int, point: int, align: str = "left") -> SetLabel:
        value = self._chart.series[series].values[point]
        return self.room.texts.set(number(value or 0.0, self._number_style), self.room.texts.style(LABEL, align))

    def _values(self, placing: Placing) -> Iterator[ChartLabel]:
        """Yield the values of the outermost dots of rows, where they have room: outside them, else above or below."""
        is_wished = self._chart.value_labels is not ValueLabels.AUTO  # with no axis that would tell them
        others = (LabelPosition.ABOVE, LabelPosition.BELOW) if is_wished else ()
        for point, own in self._rows_of_dots():
            ends = [(own[0], LabelPosition.LEFT, "right"), (own[-1], LabelPosition.RIGHT, "left")]
            for dot, position, align in ends if own[-1].center[0] - own[0].center[0] > NEAR else ends[1:]:
                if (dot.series, point) not in self._labelled:
                    continue
                for where in (position, *others):
                    label = self._value_label(dot.series, point, align if where is position else "center")
                    box = box_beside(Dot(dot.center, dot.radius, None), where, box_size(label))
                    if placing.is_free(box):
                        placing.take(box)
                        placed = placed_in(label, box, self.room.texts)
                        yield ChartLabel(placed, LabelFor.TEXT, point, dot.series, where)
                        break

    def _findings(self, count: int) -> Iterator[Finding]:
        yield from lacking(self._chart, count)
        yield from names_lacking(self._chart, self._axes.left_out)


def _around(dot: DotMark) -> Rect:
    (x, y), radius = dot.center, dot.radius
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def _is_known(value: float | None) -> bool:
    return value is not None and isfinite(value)
