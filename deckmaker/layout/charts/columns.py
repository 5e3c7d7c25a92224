"""Columns and bars: beside one another, on one another or as shares; and lines across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import (
    AxisScale,
    BarMark,
    ChartLabel,
    GroupType,
    LabelFor,
    LabelPosition,
    Mark,
    Plot,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
)
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.colors import point_color, point_colors, series_color, words_on
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.line_marks import line_group, line_marks
from deckmaker.layout.charts.overlays import add_overlays, lines_width
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.series_names import names_beside, names_width
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, ChartType, NumberStyle, SeriesLabels, Stacking, ValueLabels
from deckmaker.model.geometry import Rect

GAP_ALONE, GAP = 0.55, 0.75
"""Between the columns of two categories, in parts of a column's width: of one series, and of several."""

MOST_GAP = 5.0
"""What native charts allow (ST_GapAmount, ECMA-376 part 1, 21.2.3.16)."""

WIDEST, TALLEST_ROW = 96.0, 48.0
"""Points: how wide a column is at most, where there are few; and how much height each row of bars has at most."""

FEW = 12
"""Columns, or 24 bars, of which each has its value beside it where there is room."""

ROUNDED = 0.015
"""Of a whole: what rounded shares may lack or have too much."""

CLEAR = 3.5
"""Points from the end of a bar to the line below its label: between LibreOffice's and PowerPoint's."""

BESIDE_BAR = 4.0
"""Points from the end of a lying bar to its label."""


@dataclass(frozen=True)
class Bars:
    """The series of a chart that are columns or bars, and how they stand."""

    chart: Chart
    lying: bool

    @property
    def series(self) -> list[int]:
        """The places of series that are columns."""
        return [n for n, one in enumerate(self.chart.series) if not one.as_line or self.lying]

    @property
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
        total = sum(abs(self.chart.series[one].values[point] or 0.0) for one in self.series)
        return value / total if total else 0.0

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

    def gap(self, step: float) -> float:
        """Return the gap between categories in parts of a column's width, where each has a step of so many points."""
        beside = 1 if self.is_stacked else max(len(self.series), 1)
        least = GAP_ALONE if beside == 1 else GAP
        return round(min(max(least, step / WIDEST - beside), MOST_GAP), 2)

    def edges(self, axes: Axes, gap: float, series: int, point: int) -> tuple[float, float]:
        """Return where a bar begins and ends along the axis of categories, on the page."""
        order = [0] if self.is_stacked else self.series
        place = 0 if self.is_stacked else order.index(series)
        count = max(len(order), 1)
        width = 1 / (count + gap)
        start = point - 0.5 + (gap / 2 + place) * width
        return axes.names.at(start), axes.names.at(start + width)


def draw(room: PlotRoom) -> Drawing:
    """Draw columns or bars; columns whose names have no room become bars."""
    chart = room.chart
    lying = chart.type is ChartType.BAR
    drawing, left_out = _drawn(room, lying)
    if not left_out:
        return drawing
    if not lying and not Bars(chart, lying).lines and not chart.second_axis.title:
        turned, too_many = _drawn(room, lying=True)
        if not too_many:
            message = ": the names of its columns have no room side by side, so the chart has bars"
            finding = Finding("columns-turned", message, chart.span, "write `type: bar`, or shorter names")
            return replace(turned, findings=(*turned.findings, finding))
    message = f": its chart has {len(chart.categories.names)} names, and no room for all of them"
    finding = Finding("names-left-out", message, chart.span, "show fewer categories, or give the chart more room")
    return replace(drawing, findings=(*drawing.findings, finding))


def _drawn(room: PlotRoom, lying: bool) -> tuple[Drawing, bool]:
    """Return the drawing, and whether names of categories are left out."""
    bars = Bars(room.chart, lying)
    labels = _Values.of(room, bars)
    found = _drawn_with(room, bars, labels)
    if bars.is_stacked and labels.are_all and room.chart.value_labels is ValueLabels.AUTO:
        marks = sum(isinstance(one, BarMark) for one in found[0].plots[0].marks)
        if marks > sum(one.says is LabelFor.VALUE for one in found[0].plots[0].labels):
            return _drawn_with(room, bars, labels._replace(labels={}, are_all=False))
    return found


def _drawn_with(room: PlotRoom, bars: Bars, labels: _Values) -> tuple[Drawing, bool]:
    """Return the drawing with those values written."""
    chart, lying = room.chart, bars.lying
    beside = _named_beside(room, bars)
    wish = AxesWish(
        values=[*bars.ends, *_line_values(bars, second=False)],
        second=_line_values(bars, second=True),
        from_zero=True,
        tight=labels.are_all and not bars.lines and _has_no_limits(chart),
        lying=lying,
        beyond=labels.beyond,
        beside=max(names_width(chart, bars.series, room) if beside else 0.0, 0.0 if lying else lines_width(room)),
        style=NumberStyle(chart.y_axis.style.language, percent=True) if chart.stacking is Stacking.PERCENT else None,
        value_axis=_shares(bars, labels.are_all) if chart.stacking is Stacking.PERCENT else None,
        tallest=TALLEST_ROW * (1 if bars.is_stacked else max(1.0, 0.7 * len(bars.series))) if lying else None,
    )
    axes = set_axes(room, wish)
    step = (axes.rect.height if lying else axes.rect.width) / max(bars.count, 1)
    gap = bars.gap(step)
    marks = tuple(_marks(bars, axes, gap))
    placing = Placing(room.rect, [one.placed.rect for one in axes.categories] + [one.rect for one in axes.around])
    set_values = labels.set(marks, axes, placing)
    around = list(axes.around)
    if beside:
        ends = _stack_ends(bars, axes)
        named = names_beside(chart, ends, room, axes.rect, placing)
        if named is None:
            beside = False
        else:
            around += named
    type = GroupType.BARS if lying else GroupType.COLUMNS
    plotted = tuple(_plotted(chart, series, set_values.get(series, ()), labels.style) for series in bars.series)
    overlap = 1.0 if bars.is_stacked else 0.0
    groups = [PlotGroup(type, plotted, chart.stacking, gap, overlap)]
    all_marks: list[Mark] = [*marks]
    for second in (False, True):
        lines = [n for n in bars.lines if chart.series[n].on_second_axis is second]
        if lines:
            own = replace(axes, values=axes.second) if second and axes.second else axes
            all_marks += line_marks(chart, lines, own)
            groups.append(line_group(chart, lines, second))
    plot = Plot(
        axes.rect,
        axes.frame,
        "",
        tuple(groups),
        tuple(all_marks),
        axes.names.axis,
        axes.values.axis,
        axes.second.axis if axes.second else None,
        axes.grid,
        axes.lines,
        axes.categories,
    )
    needs_legend = not room.named and not beside and _wants_legend(chart)
    drawing = Drawing((plot,), axes.bottom, (), tuple(around), _legend(bars) if needs_legend else ())
    return add_overlays(drawing, room, axes, placing), axes.left_out


def _marks(bars: Bars, axes: Axes, gap: float) -> Iterator[BarMark]:
    for point in range(bars.count):
        for series, first, last in bars.spans(point):
            start, end = bars.edges(axes, gap, series, point)
            rect = axes.bar(start, end, first, last)
            if rect.width > 0 and rect.height > 0:
                yield BarMark(series, point, rect, point_color(bars.chart, series, point))


def _line_values(bars: Bars, second: bool) -> list[float | None]:
    shown = (bars.chart.series[n] for n in bars.lines if bars.chart.series[n].on_second_axis is second)
    return [value for one in shown for value in one.values]


def _has_no_limits(chart: Chart) -> bool:
    return chart.y_axis.least is None and chart.y_axis.most is None and not chart.lines and not chart.bands


def _shares(bars: Bars, tight: bool) -> PlotAxis:
    """Return the axis of shares: of a whole, below zero too where a value is. A `tight` one has no ticks."""
    least = -1.0 if any((one or 0.0) < 0 for n in bars.series for one in bars.chart.series[n].values) else 0.0
    ticks = (-1.0, -0.5, 0.0, 0.5, 1.0) if least else (0.0, 0.25, 0.5, 0.75, 1.0)
    return PlotAxis(AxisScale.NUMBERS, least, 1.0, ticks[1] - ticks[0], () if tight else ticks)


def _plotted(chart: Chart, series: int, labels: tuple[ChartLabel, ...], style: NumberStyle) -> PlottedSeries:
    own = chart.series[series]
    return PlottedSeries(
        own.name,
        own.values,
        series_color(chart, series),
        colors=point_colors(chart, series),
        numbers=format_code(style),
        labels=labels,
    )


def _wants_legend(chart: Chart) -> bool:
    if chart.series_labels is SeriesLabels.NONE or not chart.series:
        return False
    return len(chart.series) > 1 or (chart.subtitle is None and bool(chart.series[0].name))


def _legend(bars: Bars) -> tuple[LegendEntry, ...]:
    """Return the series in reading order: stacked columns from the top."""
    chart = bars.chart
    order = bars.series[::-1] if bars.is_stacked and not bars.lying else bars.series
    entries = [LegendEntry(chart.series[n].name, series_color(chart, n)) for n in order]
    return (*entries, *(LegendEntry(chart.series[n].name, series_color(chart, n), True) for n in bars.lines))


def _named_beside(room: PlotRoom, bars: Bars) -> bool:
    """Tell whether names of series stand beside the last column, level with its parts."""
    chart = room.chart
    allowed = chart.series_labels in (SeriesLabels.AUTO, SeriesLabels.DIRECT) and not room.named
    return allowed and bars.is_stacked and not bars.lying and not bars.lines and len(bars.series) > 1


def _stack_ends(bars: Bars, axes: Axes) -> list[tuple[int, float]]:
    """Return for each series the height of the middle of its part of the last column."""
    last = {n: (first + end) / 2 for n, first, end in bars.spans(bars.count - 1)}
    return [(n, axes.values.at(last.get(n, 0.0))) for n in bars.series]


class _Values(NamedTuple):
    """The values that are written beside bars, or in them: which, as set."""

    bars: Bars
    room: PlotRoom
    style: NumberStyle
    labels: dict[tuple[int, int], SetLabel]
    are_all: bool

    @classmethod
    def of(cls, room: PlotRoom, bars: Bars) -> _Values:
        """Choose the values to be written, as far as is known before bars stand."""
        chart = room.chart
        plain = chart.y_axis.style
        style = values_style(plain, [one for n in bars.series for one in chart.series[n].values])
        wish = chart.value_labels
        if wish is ValueLabels.AUTO:
            wish = ValueLabels.ALL if _are_few(bars) and cls._have_room(room, bars, style) else ValueLabels.NONE
            if wish is ValueLabels.NONE and chart.highlight and _are_few_highlighted(chart):
                wish = ValueLabels.HIGHLIGHT
        align = "left" if bars.lying and not bars.is_stacked else "center"
        labels = {
            (n, point): room.texts.set(number(value, style), room.texts.style(LABEL, align))
            for n in bars.series
            for point, value in enumerate(chart.series[n].values)
            if value is not None and _is_written(chart, wish, n, point, bars.count)
        }
        return cls(bars, room, style, labels, wish is ValueLabels.ALL and bool(labels))

    @staticmethod
    def _have_room(room: PlotRoom, bars: Bars, style: NumberStyle) -> bool:
        """Tell whether all values have room side by side, or in rows below one another."""
        texts, chart = room.texts, room.chart
        beside = 1 if bars.is_stacked else max(len(bars.series), 1)
        if bars.lying:
            step = room.rect.height / max(bars.count, 1)
            return step / (beside + GAP) >= texts.size(LABEL)
        step = room.rect.width / max(bars.count, 1)
        own = texts.style(LABEL)
        known = (one for n in bars.series for one in chart.series[n].values if one is not None)
        widest = max((texts.set(number(one, style), own).width for one in known), default=0.0)
        return widest <= (step if beside == 1 else min(step / (beside + GAP), WIDEST))

    @property
    def beyond(self) -> float:
        """What labels need beyond the ends of bars, in points."""
        if not self.labels or self.bars.is_stacked:
            return 0.0
        if self.bars.lying:
            return max(one.width for one in self.labels.values()) + BESIDE_BAR
        return max(one.height - one.below for one in self.labels.values()) + CLEAR

    def set(self, marks: Sequence[BarMark], axes: Axes, placing: Placing) -> dict[int, tuple[ChartLabel, ...]]:
        """Return the labels of each series as placed, those that have room."""
        rects = {(one.series, one.point): one for one in marks}
        found: dict[int, list[ChartLabel]] = {}
        for (series, point), plain in self.labels.items():
            mark = rects.get((series, point))
            label, position = plain, LabelPosition.OUTSIDE_END
            if not self.bars.is_stacked:
                where = self._outside(label, mark.rect if mark else self._empty(axes, series, point), series, point)
            elif mark and (inside := self._inside(mark)):
                (label, where), position = inside, LabelPosition.CENTER
            else:
                continue
            if placing.is_free(where):
                placing.take(where)
                placed = label.placed(where, Role.LABEL, self.room.texts.span)
                found.setdefault(series, []).append(ChartLabel(placed, LabelFor.VALUE, point, series, position))
        return {series: tuple(one) for series, one in found.items()}

    def _inside(self, mark: BarMark) -> tuple[SetLabel, Rect] | None:
        """Return the label of a part of a stacked bar, if it has room in it, in a colour that is seen there."""
        texts = self.room.texts
        style = texts.style(LABEL, "center", words_on(mark.color, texts.place.styles.theme))
        value = self.bars.chart.series[mark.series].values[mark.point]
        label = texts.set(number(value or 0.0, self.style), style)
        if label.ink + 4 > mark.rect.height or label.width > mark.rect.width:
            return None
        return label, label.around(mark.rect.x + mark.rect.width / 2, mark.rect.y + mark.rect.height / 2)

    def _empty(self, axes: Axes, series: int, point: int) -> Rect:
        """Return where the bar of a value would be that is zero."""
        step = (axes.rect.height if self.bars.lying else axes.rect.width) / max(self.bars.count, 1)
        start, end = self.bars.edges(axes, self.bars.gap(step), series, point)
        return axes.bar(start, end, 0.0, 0.0)

    def _outside(self, label: SetLabel, rect: Rect, series: int, point: int) -> Rect:
        """Return the frame of a label at the end of its bar."""
        is_negative = (self.bars.chart.series[series].values[point] or 0.0) < 0
        if self.bars.lying:
            x = rect.x - BESIDE_BAR - label.width if is_negative else rect.right + BESIDE_BAR
            return label.around(x, rect.y + rect.height / 2)
        middle = rect.x + rect.width / 2
        if is_negative:
            return label.below_line(middle, rect.bottom + CLEAR + label.ink)
        return label.above(middle, rect.y - CLEAR)


def _are_few(bars: Bars) -> bool:
    count = bars.count * len(bars.series)
    if bars.lines or (bars.chart.stacking is Stacking.PERCENT and not _are_shares(bars)):
        return False  # lines would cross them, and native labels say the values of shares
    return 0 < count <= (2 * FEW if bars.lying or bars.is_stacked else FEW)


def _are_shares(bars: Bars) -> bool:
    """Tell whether values are shares already: each category has 100 % of them."""
    whole = 1.0 if bars.chart.y_axis.style.percent else 100.0
    sums = [sum(bars.chart.series[n].values[point] or 0.0 for n in bars.series) for point in range(bars.count)]
    return all(abs(one - whole) <= ROUNDED * whole for one in sums)


def _are_few_highlighted(chart: Chart) -> bool:
    many = len(chart.highlight.series) * len(chart.categories.names) + len(chart.highlight.points) * len(chart.series)
    return many + len(chart.highlight.single) <= FEW


def _is_written(chart: Chart, wish: ValueLabels, series: int, point: int, count: int) -> bool:
    match wish:
        case ValueLabels.ALL:
            return True
        case ValueLabels.ENDS:
            return point in (0, count - 1)
        case ValueLabels.HIGHLIGHT:
            return chart.highlight.has(series, point)
        case _:
            return False
