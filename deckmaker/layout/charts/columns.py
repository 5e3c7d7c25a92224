"""Column and bar charts: beside one another, on one another or as shares; and lines across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import (
    AxisScale,
    BarMark,
    ChartLabel,
    GroupType,
    Mark,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
)
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.axis_numbers import names_at_axes
from deckmaker.layout.charts.bar_values import BarValues
from deckmaker.layout.charts.bars import TALLEST_ROW, Bars
from deckmaker.layout.charts.colors import point_color, point_colors, series_color
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.lacking import lacking, names_lacking
from deckmaker.layout.charts.line_marks import line_group, line_marks
from deckmaker.layout.charts.overlays import add_overlays, lines_width
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.series_names import names_above, names_beside, names_height, names_width
from deckmaker.layout.charts.wording import number
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, ChartType, NumberStyle, SeriesLabels, Stacking

_DIRECT = (SeriesLabels.AUTO, SeriesLabels.DIRECT)


LITTLE = 2
"""Points by which values are smaller so that all of them stand in their bars."""


class _Drawn(NamedTuple):
    """Bars as drawn: whether names of categories are left out, how many values stand aside, and how many lack."""

    drawing: Drawing
    left_out: bool
    aside: int
    lacking: int


def draw(room: PlotRoom) -> Drawing:
    """Draw columns or bars; columns whose names have no room become bars."""
    chart = room.chart
    lying = chart.type is ChartType.BAR
    if legend := _certain_legend(room, Bars(chart, lying)):
        return Drawing((), room.rect.bottom, legend=legend)
    drawn = _drawn(room, lying)
    if not drawn.left_out:
        return _told(drawn, chart)
    if not lying and not Bars(chart, lying).lines and not chart.second_axis.title:
        turned = _drawn(room, lying=True)
        if not turned.left_out:
            message = ": the names of its columns have no room side by side, so the chart has bars"
            finding = Finding("columns-turned", message, chart.span, "write `type: bar`, or shorter names")
            return _told(turned, chart, finding)
    return _told(drawn, chart, *names_lacking(chart, True))


def _told(drawn: _Drawn, chart: Chart, *findings: Finding) -> Drawing:
    """Return a drawing with what is said of it, and of values that were wished for and have no room."""
    return replace(drawn.drawing, findings=(*drawn.drawing.findings, *findings, *lacking(chart, drawn.lacking)))


def _drawn(room: PlotRoom, lying: bool) -> _Drawn:
    """Return the drawing whose values are largest, of those in which fewest lack.

    They are a little smaller before one stands aside.
    """
    bars, best = Bars(room.chart, lying), None
    for smaller, labels in enumerate(BarValues.sizes(room, bars)):
        if best and not best.lacking and smaller > LITTLE:
            break
        found = _drawn_with(room, bars, labels)
        if not found.lacking and not found.aside:
            return found
        if labels.are_wished and (best is None or found.lacking < best.lacking):
            best = found
    assert best, "values that nobody wished for are none in the end"
    return best


def _drawn_with(room: PlotRoom, bars: Bars, labels: BarValues) -> _Drawn:
    """Return the drawing with those values written."""
    chart, is_named = room.chart, _are_named(room, bars, labels)
    axes = set_axes(room, _wish(room, bars, labels, is_named))
    placing, gap = axes.placing(room), labels.gap(axes)
    marks = tuple(_marks(bars, axes, gap))
    written = labels.set(marks, axes, placing)
    if written.over > labels.over:
        return _drawn_with(room, bars, labels._replace(over=written.over))
    named = _named(room, bars, axes, marks, placing) if is_named else None
    if is_named and named is None and bars.lying:
        return _drawn_with(replace(room, chart=replace(chart, series_labels=SeriesLabels.LEGEND)), bars, labels)
    lines = list(_lines(bars, axes))
    plotted = tuple(_plotted(chart, one, written.native.get(one, ()), labels.style) for one in bars.series)
    own = PlotGroup(
        GroupType.BARS if bars.lying else GroupType.COLUMNS,
        plotted,
        chart.stacking,
        gap,
        overlap=1.0 if bars.is_stacked else 0.0,
    )
    plot = axes.plot([own, *(group for group, _ in lines)], [*marks, *(mark for _, found in lines for mark in found)])
    legend = _legend(bars) if not room.named and named is None and _wants_legend(chart) else ()
    drawing = Drawing((plot,), axes.bottom, (), (*axes.around, *(named or ()), *written.aside), legend)
    return _Drawn(add_overlays(drawing, room, axes, placing), axes.left_out, len(written.aside), written.lacking)


def _wish(room: PlotRoom, bars: Bars, labels: BarValues, is_named: bool) -> AxesWish:
    """Return what the bars need of their axes, with the values that are written at them."""
    chart, lying = room.chart, bars.lying
    is_share = chart.stacking is Stacking.PERCENT
    names = names_width(chart, bars.series, room) if is_named and not lying else 0.0
    return AxesWish(
        values=[*bars.ends, *_line_values(bars, second=False)],
        second=_line_values(bars, second=True),
        from_zero=True,
        tight=labels.are_all and not bars.lines and _needs_no_axis(chart, labels.style),
        lying=lying,
        beyond=labels.beyond,
        beside=0.0 if lying else max(names, lines_width(room)),
        above=max(labels.over, names_height(chart, bars.series, room) if is_named and lying else 0.0),
        style=NumberStyle(chart.y_axis.style.language, percent=True) if is_share else None,
        value_axis=_shares(bars, labels.are_all) if is_share else None,
        tallest=TALLEST_ROW * max(1.0, 0.7 * bars.abreast) if lying else None,
    )


def _lines(bars: Bars, axes: Axes) -> Iterator[tuple[PlotGroup, list[Mark]]]:
    """Yield the lines across columns, those of each axis by themselves."""
    chart = bars.chart
    for second in (False, True):
        lines = [n for n in bars.lines if chart.series[n].on_second_axis is second]
        if lines:
            own = replace(axes, values=axes.second) if second and axes.second else axes
            yield line_group(chart, lines, second, own), line_marks(chart, lines, own)


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


def _needs_no_axis(chart: Chart, style: NumberStyle) -> bool:
    """Tell whether numbers beside bars are enough: no end is wished, and what is said of each line says its value."""
    has_limits = chart.y_axis.least is not None or chart.y_axis.most is not None
    bands = [one for one in chart.bands if not one.stands]
    lines = [one for one in chart.lines if not one.stands]
    told = all(one.label and _without_spaces(number(one.at, style)) in _without_spaces(one.label.text) for one in lines)
    return not has_limits and not bands and told


def _without_spaces(text: str) -> str:
    """Return a text as it is read whatever spaces, if any, its author sets between a number and its sign."""
    return "".join(text.split())


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
    if names_at_axes(chart) or chart.series_labels is SeriesLabels.NONE or not chart.series:
        return False
    return len(chart.series) > 1 or (chart.subtitle is None and bool(chart.series[0].name))


def _certain_legend(room: PlotRoom, bars: Bars) -> tuple[LegendEntry, ...]:
    """Return the legend of bars of which is known before they are drawn that their names stand nowhere else.

    Those of stacked columns may be named beside them, and where columns are turned they are in another order.
    """
    may_be_direct = bars.is_stacked and (not bars.lying or room.chart.series_labels in _DIRECT)
    if room.named or may_be_direct or not _wants_legend(room.chart):
        return ()
    return _legend(bars)


def _legend(bars: Bars) -> tuple[LegendEntry, ...]:
    """Return the series in reading order: stacked columns from the top."""
    chart = bars.chart
    order = bars.series[::-1] if bars.is_stacked and not bars.lying else bars.series
    entries = [LegendEntry(chart.series[n].name, series_color(chart, n)) for n in order]
    return (*entries, *(LegendEntry(chart.series[n].name, series_color(chart, n), True) for n in bars.lines))


def _are_named(room: PlotRoom, bars: Bars, labels: BarValues) -> bool:
    """Tell whether names of series stand beside the last column, level with its parts, or above those of the first bar,
    if no numbers of an axis stand there."""
    chart = room.chart
    allowed = chart.series_labels in _DIRECT and not room.named
    has_room = not bars.lying or (labels.are_all and _needs_no_axis(chart, labels.style))
    return allowed and has_room and bars.is_stacked and not bars.lines and len(bars.series) > 1


def _named(room: PlotRoom, bars: Bars, axes: Axes, marks: Sequence[BarMark], placing: Placing) -> list[Placed] | None:
    """Return the names of series at their parts of a stack, None where they have no room."""
    if not bars.lying:
        return names_beside(room.chart, _stack_ends(bars, axes), room, axes.rect, placing)
    parts = [(one.series, one.rect) for one in marks if one.point == 0]
    return names_above(room.chart, parts, room, placing) if len(parts) == len(bars.series) else None


def _stack_ends(bars: Bars, axes: Axes) -> list[tuple[int, float]]:
    """Return for each series the height of the middle of its part of the last column."""
    last = {n: (first + end) / 2 for n, first, end in bars.spans(bars.count - 1)}
    return [(n, axes.values.at(last.get(n, 0.0))) for n in bars.series]
