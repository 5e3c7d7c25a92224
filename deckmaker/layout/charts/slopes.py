"""Slope charts: a line a series from one category to another, named and numbered at both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import (
    AxisScale,
    ChartLabel,
    DotMark,
    GroupType,
    LabelFor,
    LabelPosition,
    LineMark,
    Mark,
    Plot,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
    Stroke,
)
from deckmaker.layout.charts.axis_numbers import title_below, titles_above
from deckmaker.layout.charts.below_axis import baseline_below
from deckmaker.layout.charts.colors import MUTED, series_color, words_of
from deckmaker.layout.charts.drawing import BETWEEN, Drawing, PlotRoom
from deckmaker.layout.charts.label_boxes import FROM_DOT
from deckmaker.layout.charts.label_pairs import LabelPair
from deckmaker.layout.charts.scales import Scale
from deckmaker.layout.charts.shortening import set_within
from deckmaker.layout.charts.slope_columns import APART, SlopeColumn, column_margins, slope_column
from deckmaker.layout.charts.texts import LABEL, SERIES, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.compositions import shape
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, NumberStyle, SeriesLabels, ValueLabels
from deckmaker.model.geometry import Rect

WIDEST_NAMES = (0.3, 0.36)
"""Of the room's width: what labels take on one side at most, and where one would be broken else."""

MOST_LINES = 3
"""Lines of a name at most."""

LEAST_CATEGORY = 4.0
"""Ems that the name of a category may be wide, however near its point is to the other."""

MARGIN = 2.5
"""Points beside labels, whose frames are a little wider than their letters."""


class _End(NamedTuple):
    """An end of a line: of which series, at which point, and its label."""

    series: int
    point: int
    value: float
    label: LabelPair


def draw(room: PlotRoom) -> Drawing:
    """Draw lines between the first and the last category, below what is said of all values: their title, or unit."""
    above, rect = titles_above(room), room.rect
    below = title_below(room, rect.x, rect.right)
    taken = above.height + sum(one.rect.height + BETWEEN for one in below)
    drawn = _Slopes(room.within(Rect(rect.x, rect.y + above.height, rect.width, max(rect.height - taken, 1.0)))).drawn()
    return replace(drawn, bottom=rect.bottom, around=(*above.placed, *drawn.around, *below))


@dataclass(frozen=True)
class _Slopes:
    room: PlotRoom

    def drawn(self) -> Drawing:
        plot_rect, axis = self._rect, self._axis
        values = self._values
        labels = [one for point in dict.fromkeys(self._points) for one in self._placed(point)]
        lacking = sum(bool(one.label.size) for one in self._ends) - sum(map(len, self._shown.values()))
        names = tuple(self._categories())
        labels_of = defaultdict[int | None, list[ChartLabel]](list)
        for label in labels:
            labels_of[label.series].append(label)
        plotted = tuple(self._plotted(n, labels_of[n]) for n in self._drawn_series)
        plot = Plot(
            plot_rect,
            self.room.rect,
            "",
            (PlotGroup(GroupType.LINES, plotted),),
            tuple(self._marks(values)),
            x_axis=PlotAxis(AxisScale.NAMES, 0.0, 1.0, 1.0, (0.0, 1.0)),
            y_axis=axis,
            grid=tuple(
                Stroke(((x, plot_rect.y), (x, plot_rect.bottom)), self.room.look.axis, self.room.look.grid_width)
                for x in (plot_rect.x, plot_rect.right)
            ),
            categories=names,
        )
        leaders = tuple(shape(one, MUTED) for one in self._leaders())
        return Drawing((plot,), self.room.rect.bottom, around=leaders, findings=tuple(self._findings(lacking)))

    @property
    def _chart(self) -> Chart:
        return self.room.chart

    @cached_property
    def _points(self) -> tuple[int, int]:
        """The points that are the ends of lines: the first and the last."""
        return 0, max(len(self._chart.categories.names) - 1, 0)

    @cached_property
    def _drawn_series(self) -> list[int]:
        """The series that have a value at both ends: what is highlighted last, over the others."""
        known = [n for n, one in enumerate(self._chart.series) if all(_is_known(one.values[p]) for p in self._points)]
        return sorted(known, key=self._chart.highlight.has)

    def _value(self, series: int, point: int) -> float:
        return self._chart.series[series].values[point] or 0.0

    # Room

    @cached_property
    def _axis(self) -> PlotAxis:
        """The axis of values, from the least to the most: each is written at its dot, and none is a length."""
        values = [self._value(n, point) for n in self._drawn_series for point in self._points]
        wish = self._chart.y_axis
        least = min((*values, *(one for one in (wish.least,) if one is not None)), default=0.0)
        most = max((*values, *(one for one in (wish.most,) if one is not None)), default=1.0)
        if most <= least:
            least, most = least - max(abs(least), 1.0), most + max(abs(most), 1.0)
        over, under = self._margins(least, most)
        unit = (most - least) / max(self._height - over - under, 1.0)
        return PlotAxis(
            AxisScale.NUMBERS, least - under * unit, most + over * unit, most - least + (over + under) * unit
        )

    def _margins(self, least: float, most: float) -> tuple[float, float]:
        """Return what labels at both sides need above the most and below the least, in points."""
        margins = [column_margins(*self._places(ends, least, most), self._height) for ends in self._shown.values()]
        return max((over for over, _ in margins), default=0.0), max((under for _, under in margins), default=0.0)

    def _places(self, ends: Sequence[_End], least: float, most: float) -> tuple[list[float], list[float]]:
        """Return where ends stand between the most and the least, from 0 to 1, and the heights of their labels."""
        return [(most - one.value) / (most - least) for one in ends], [
            (one.label.size or (0.0, 0.0))[1] for one in ends
        ]

    @property
    def _height(self) -> float:
        size, rect = self.room.texts.size(LABEL), self.room.rect
        below = baseline_below(0.0, self._category_labels) + 0.3 * size
        names = max((one.height for one in self._category_labels), default=0.0)
        return max(rect.height - below - max(names - size, 0.0), 1.0)

    @cached_property
    def _rect(self) -> Rect:
        rect, height, sides = self.room.rect, self._height, self._sides
        gaps = [self._off(p) + MARGIN for p in self._points]
        width = max(rect.width - sum(sides) - sum(gaps), 1.0)
        return Rect(rect.x + sides[0] + gaps[0], rect.y, width, height)

    @cached_property
    def _sides(self) -> list[float]:
        """What labels take at each end, in points."""
        return [
            max((e.label.size[0] for e in self._ends if e.point == p and e.label.size), default=0.0)
            for p in self._points
        ]

    @property
    def _values(self) -> Scale:
        top, bottom = self._span
        return Scale(self._axis, bottom, top)

    @property
    def _span(self) -> tuple[float, float]:
        """The heights between which labels stand."""
        return self.room.rect.y, self.room.rect.y + self._height

    def _off(self, point: int) -> float:
        """Return how far labels stand from the middles of dots."""
        return self.room.look.dot + FROM_DOT + self._columns[point].width

    # Labels

    @cached_property
    def _number_style(self) -> NumberStyle:
        return values_style(
            self._chart.y_axis.style, [self._value(n, p) for n in self._drawn_series for p in self._points]
        )

    @cached_property
    def _ends(self) -> list[_End]:
        return [
            _End(n, p, self._value(n, p), self._pair(n, p))
            for p in dict.fromkeys(self._points)
            for n in self._drawn_series
        ]

    def _pair(self, series: int, point: int) -> LabelPair:
        chart, texts = self._chart, self.room.texts
        align = "right" if point == self._points[0] else "left"
        color = words_of(series_color(chart, series), texts.place.styles.theme)
        is_written = chart.value_labels is not ValueLabels.NONE and (
            chart.value_labels is not ValueLabels.HIGHLIGHT or chart.highlight.has(series, point)
        )
        name = chart.series[series].name if chart.series_labels is not SeriesLabels.NONE else ""
        value = texts.set(self._words(series, point), texts.style(LABEL, align)) if is_written else None
        most = self._widest * self.room.rect.width - self._value_width
        is_stressed = not chart.highlight or chart.highlight.has(series)
        style = texts.style(SERIES, align, color, None if is_stressed else False)
        named = set_within(name, style, most, MOST_LINES, texts) if name else None
        return LabelPair(named, value, named is not None and named.lines > 1)

    def _words(self, series: int, point: int) -> str:
        return number(self._value(series, point), self._number_style)

    @cached_property
    def _value_width(self) -> float:
        """What the widest value takes beside a name: a native chart has one name for both ends, broken alike."""
        texts = self.room.texts
        words = {self._words(n, point) for n in self._drawn_series for point in self._points}
        return max((texts.set(one, texts.style(LABEL)).width for one in words), default=0.0)

    @cached_property
    def _widest(self) -> float:
        """Of the room's width: what labels take on one side at most, more if no name is broken then."""
        texts, least = self.room.texts, WIDEST_NAMES[0]
        names = (texts.set(self._chart.series[n].name, texts.style(SERIES)).width for n in self._drawn_series)
        needed = max(names, default=0.0) + self._value_width
        return next((one for one in WIDEST_NAMES if needed <= one * self.room.rect.width), least)

    @cached_property
    def _shown(self) -> dict[int, list[_End]]:
        """The ends at each point whose labels have room, from the top."""
        every = {p: [one for one in self._ends if one.point == p and one.label.size] for p in self._points}
        return {
            point: sorted(self._with_room(ends), key=lambda one: (-one.value, one.series))
            for point, ends in every.items()
        }

    @cached_property
    def _columns(self) -> dict[int, SlopeColumn]:
        """The labels at each point, as they stand below one another."""
        return {
            point: slope_column(
                [self._values.at(one.value) for one in ends],
                [(one.label.size or (0.0, 0.0))[1] for one in ends],
                *self._span,
            )
            for point, ends in self._shown.items()
        }

    def _leaders(self) -> Iterator[Rect]:
        for point, column in self._columns.items():
            sign, x = (-1, self._rect.x) if point == self._points[0] else (1, self._rect.right)
            yield from column.leaders(x + sign * self.room.look.dot, x + sign * self._off(point))

    def _with_room(self, ends: Sequence[_End]) -> list[_End]:
        """Return the ends that have room below one another: what is highlighted first, then in order."""
        ranked = sorted(ends, key=lambda one: (not self._chart.highlight.has(one.series), one.series))
        room, shown = self._span[1] - self._span[0], []
        for one in ranked:
            height = (one.label.size or (0.0, 0.0))[1] + APART
            if height <= room + APART:
                room -= height
                shown.append(one)
        return shown

    def _placed(self, point: int) -> Iterator[ChartLabel]:
        """Yield the labels at a point, each as near to its dot as others let it stand."""
        is_first = point == self._points[0]
        position = LabelPosition.LEFT if is_first else LabelPosition.RIGHT
        for end, y in zip(self._shown[point], self._columns[point].tops, strict=True):
            width, height = end.label.size or (0.0, 0.0)
            off = self._off(point)
            x = self._rect.x - off - width if is_first else self._rect.right + off
            for is_name, placed in end.label.placed(Rect(x, y, width, height), self.room.texts):
                says = LabelFor.SERIES if is_name else LabelFor.VALUE
                yield ChartLabel(placed, says, 0 if is_first else 1, end.series, position)

    @cached_property
    def _category_labels(self) -> list[SetLabel]:
        """The names of both categories, each within half of the room, and as wide as native charts have them at most:
        as their points are apart, less what leaders may take, of which there are none before names are set."""
        names, style, width = self._chart.categories.names, self.room.texts.style(LABEL, "center"), self.room.rect.width
        apart = width - sum(self._sides) - 2 * (self.room.look.dot + FROM_DOT + MARGIN)
        most = min(max(apart - 2 * style.size, LEAST_CATEGORY * style.size), width / 2 - style.size)
        return [self.room.texts.set_native(names[point], style, most) for point in dict.fromkeys(self._points)]

    def _categories(self) -> Iterator[ChartLabel]:
        """Yield the names of the categories, below the ends of lines, or as far from there as they must be."""
        texts, rect, labels = self.room.texts, self._rect, self._category_labels
        baseline = baseline_below(rect.bottom, labels)
        for place, (label, (first, last)) in enumerate(zip(labels, self._category_rooms, strict=True)):
            frame = label.below_line(rect.x if place == 0 else rect.right, baseline)
            left = max(min(frame.x, last - frame.width), first)
            placed = label.placed(Rect(left, frame.y, frame.width, frame.height), Role.LABEL, texts.span)
            yield ChartLabel(placed, LabelFor.CATEGORY, place)

    @property
    def _category_rooms(self) -> list[tuple[float, float]]:
        """Between which places on the page the name of each category stands: two are an em apart."""
        rect, room, labels = self._rect, self.room.rect, self._category_labels
        if len(labels) < 2:
            return [(room.x, room.right)] * len(labels)
        first, last = labels
        half = first.style.size / 2
        middle = min(max((rect.x + rect.right) / 2, room.x + first.width + half), room.right - last.width - half)
        return [(room.x, middle - half), (middle + half, room.right)]

    # Marks

    def _marks(self, values: Scale) -> Iterator[Mark]:
        for n in self._drawn_series:
            color = series_color(self._chart, n)
            first, last = (
                (x, values.at(self._value(n, p)))
                for x, p in zip((self._rect.x, self._rect.right), self._points, strict=True)
            )
            yield LineMark(n, Stroke((first, last), color, self.room.look.line))
            for place, center in enumerate((first, last)):
                yield DotMark(n, place, center, self.room.look.dot, color)

    def _plotted(self, series: int, labels: list[ChartLabel]) -> PlottedSeries:
        return PlottedSeries(
            self._chart.series[series].name,
            tuple(self._value(series, point) for point in self._points),
            series_color(self._chart, series),
            line=self.room.look.line,
            marker=self.room.look.dot,
            numbers=format_code(self._number_style),
            labels=tuple(labels),
        )

    def _findings(self, lacking: int) -> Iterator[Finding]:
        if lacking:
            labels = "1 label has" if lacking == 1 else f"{lacking} labels have"
            message = f": {labels} no room in its chart"
            yield Finding("names-left-out", message, self._chart.span, "show fewer series, or give the chart more room")


def _is_known(value: float | None) -> bool:
    return value is not None and isfinite(value)
