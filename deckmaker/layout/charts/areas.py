"""Areas: always on one another, since areas behind others are not seen; each named beside its end."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import AreaMark, AxisScale, GroupType, PlotAxis, PlotGroup, PlottedSeries
from deckmaker.layout.charts.axes import Axes, AxesWish, set_axes
from deckmaker.layout.charts.colors import series_color
from deckmaker.layout.charts.columns import draw as draw_columns
from deckmaker.layout.charts.drawing import Drawing, LegendEntry, PlotRoom
from deckmaker.layout.charts.lacking import names_lacking
from deckmaker.layout.charts.overlays import add_overlays
from deckmaker.layout.charts.series_names import names_beside, names_width
from deckmaker.layout.charts.wording import values_style
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart, ChartType, NumberStyle, SeriesLabels, Stacking


def draw(room: PlotRoom) -> Drawing:
    """Draw stacked areas; shares of their sum where the chart is of shares."""
    chart = room.chart
    if len(chart.categories.names) < 2:  # a point has no area
        stacking = Stacking.PERCENT if chart.stacking is Stacking.PERCENT else Stacking.STACKED
        return draw_columns(replace(room, chart=replace(chart, type=ChartType.COLUMN, stacking=stacking)))
    every = list(range(len(chart.series)))
    is_share = chart.stacking is Stacking.PERCENT
    sums = _sums(chart)
    wants_names = chart.series_labels is not SeriesLabels.NONE and (len(every) > 1 or chart.subtitle is None)
    direct = wants_names and chart.series_labels is not SeriesLabels.LEGEND and not room.named
    wish = AxesWish(
        values=[one for row in sums for one in row],
        from_zero=True,
        to_scale=len(set(chart.categories.dates)) > 1,
        edge_to_edge=True,
        beside=names_width(chart, every, room) if direct else 0.0,
        style=NumberStyle(chart.y_axis.style.language, percent=True) if is_share else None,
        value_axis=PlotAxis(AxisScale.NUMBERS, 0.0, 1.0, 0.25, (0.0, 0.25, 0.5, 0.75, 1.0)) if is_share else None,
    )
    axes = set_axes(room, wish)
    placing = axes.placing(room)
    around = list(axes.around)
    if direct:
        ends = [(n, axes.values.at((low[-1] + high[-1]) / 2)) for n, (low, high) in enumerate(_bands(sums)) if high]
        named = names_beside(chart, ends, room, axes.rect, placing)
        direct = named is not None
        around += named or []
    style = values_style(chart.y_axis.style, [value for one in chart.series for value in one.values])
    plotted = tuple(
        PlottedSeries(one.name, one.values, series_color(chart, n), numbers=format_code(style))
        for n, one in enumerate(chart.series)
    )
    group = PlotGroup(GroupType.AREAS, plotted, Stacking.PERCENT if is_share else Stacking.STACKED)
    plot = axes.plot((group,), _marks(chart, sums, axes))
    legend: tuple[LegendEntry, ...] = ()
    if wants_names and not direct and not room.named:
        legend = tuple(LegendEntry(chart.series[n].name, series_color(chart, n)) for n in reversed(every))
    drawing = Drawing((plot,), axes.bottom, (), tuple(around), legend, names_lacking(chart, axes.left_out))
    return add_overlays(drawing, room, axes, placing)


def _sums(chart: Chart) -> list[list[float]]:
    """Return for each series the height of its upper edge over each category; gaps are nothing."""
    count = len(chart.categories.names)
    totals = [sum(max(one.values[n] or 0.0, 0.0) for one in chart.series) for n in range(count)]
    heights = [0.0] * count
    found = []
    for one in chart.series:
        for n in range(count):
            value = max(one.values[n] or 0.0, 0.0)
            heights[n] += value / (totals[n] or 1.0) if chart.stacking is Stacking.PERCENT else value
        found.append(list(heights))
    return found


def _bands(sums: Sequence[Sequence[float]]) -> list[tuple[Sequence[float], Sequence[float]]]:
    """Return the lower and the upper edge of each area."""
    floor = [0.0] * len(sums[0]) if sums else []
    return list(zip([floor, *sums[:-1]], sums, strict=True))


def _marks(chart: Chart, sums: Sequence[Sequence[float]], axes: Axes) -> list[AreaMark]:
    if axes.names.axis.scale is AxisScale.DATES:
        places = [axes.names.at(one.toordinal()) for one in chart.categories.dates]
    else:
        places = [axes.names.at(n) for n in range(len(chart.categories.names))]
    marks = []
    for n, (low, high) in enumerate(_bands(sums)):
        upper = [(x, axes.values.at(y)) for x, y in zip(places, high, strict=True)]
        lower = [(x, axes.values.at(y)) for x, y in zip(places, low, strict=True)]
        marks.append(AreaMark(n, (*upper, *reversed(lower)), series_color(chart, n)))
    return marks
