"""Lines of series: straight from point to point, parted by gaps, dots where a point stands alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckmaker.layout.chart_item import (
    AxisScale,
    ChartLabel,
    DotMark,
    GroupType,
    LineMark,
    Mark,
    PlotGroup,
    PlottedSeries,
    Point,
    Stroke,
)
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.colors import is_quiet, point_color, series_color
from deckmaker.layout.charts.wording import values_style
from deckmaker.localization.numbers import format_code
from deckmaker.model.chart import Chart
from deckmaker.theme.theme import ChartStyle

WEAK = 0.6
"""Of the width of lines: that of muted ones."""

FEW, SOME = 12, 40
"""Points of a line that have dots, and of one that joins points over dates without data: what is between is no data."""

UNEVEN = 1.5
"""How much longer than another a step between dates is that leaves dates out; months and quarters differ by less."""

LARGER = 1.25
"""Of a line's width: the radius of small dots."""

SPACED = 6.0
"""Radii between two dots at least, on average: nearer ones would be a second line."""


def at_points(chart: Chart, series: int, axes: Axes) -> list[Point | None]:
    """Return where each point of a series stands on the page; None for gaps."""
    to_scale = axes.names.axis.scale is AxisScale.DATES
    places = [float(one.toordinal()) for one in chart.categories.dates] if to_scale else []
    found: list[Point | None] = []
    for index, value in enumerate(chart.series[series].values):
        x = axes.names.at(places[index] if to_scale else index)
        found.append(None if value is None else (x, axes.values.at(value)))
    return found


def stretches(points: Sequence[Point | None]) -> Iterator[list[Point]]:
    """Yield the points between gaps."""
    own: list[Point] = []
    for one in (*points, None):
        if one is not None:
            own.append(one)
        elif own:
            yield own
            own = []


def drawing_order(chart: Chart, series: Sequence[int]) -> list[int]:
    """Return series in the order in which they are drawn: muted ones beneath the others."""
    return sorted(series, key=lambda one: (not is_quiet(series_color(chart, one)), one))


def line_marks(chart: Chart, series: Sequence[int], axes: Axes) -> list[Mark]:
    """Return the marks of lines, in the order in which they are drawn."""
    marks: list[Mark] = []
    for one in drawing_order(chart, series):
        points, color = at_points(chart, one, axes), series_color(chart, one)
        for stretch in stretches(points):
            if len(stretch) > 1:
                marks.append(LineMark(one, Stroke(tuple(stretch), color, line_width(chart, one, axes.look))))
        if radius := dot_radius(chart, one, axes):
            marks += [
                DotMark(one, index, point, radius, point_color(chart, one, index))
                for index, point in enumerate(points)
                if point
            ]
    return marks


def line_width(chart: Chart, series: int, look: ChartStyle) -> float:
    """Return how strong the line of a series is, in points."""
    return look.line * (WEAK if is_quiet(series_color(chart, series)) else 1.0)


def dot_radius(chart: Chart, series: int, axes: Axes) -> float:
    """Return the radius of a line's dots: those of one that has points alone between gaps, or highlighted ones; small
    ones where a line has few points; else 0."""
    values = (None, *chart.series[series].values, None)
    alone = any(
        values[n - 1] is None and values[n] is not None and values[n + 1] is None for n in range(1, len(values) - 1)
    )
    stressed = chart.highlight.points or any(one == series for one, _ in chart.highlight.single)
    if alone or stressed:
        return axes.look.dot
    radius = round(2 * LARGER * line_width(chart, series, axes.look)) / 2  # native markers are whole points across
    return radius if _has_small_dots(chart, series, axes, radius) else 0.0


def _has_small_dots(chart: Chart, series: int, axes: Axes, radius: float) -> bool:
    known = sum(value is not None for value in chart.series[series].values)
    most = SOME if _is_over_missing_dates(chart, axes) else FEW
    return 1 < known <= most and axes.rect.width / (known - 1) >= SPACED * radius


def _is_over_missing_dates(chart: Chart, axes: Axes) -> bool:
    """Tell whether lines join points over dates that have no data, so that what they show there is invented."""
    dates, unit = sorted(set(chart.categories.dates)), chart.categories.unit
    if axes.names.axis.scale is not AxisScale.DATES or unit is None or len(dates) < 3:
        return False
    steps = [later.toordinal() - earlier.toordinal() for earlier, later in pairwise(dates)]
    return max(steps) > UNEVEN * min(steps)


def line_group(
    chart: Chart,
    series: Sequence[int],
    second: bool,
    axes: Axes,
    labels: dict[int, tuple[ChartLabel, ...]] | None = None,
) -> PlotGroup:
    """Return lines as a native chart holds them."""
    plotted = []
    for n in drawing_order(chart, series):
        own = chart.series[n]
        axis = chart.second_axis if second else chart.y_axis
        color = series_color(chart, n)
        radius = dot_radius(chart, n, axes)
        colors = tuple(
            (point, other)
            for point in range(len(own.values))
            if radius and (other := point_color(chart, n, point)) != color
        )
        plotted.append(
            PlottedSeries(
                own.name,
                own.values,
                color,
                colors=colors,
                line=line_width(chart, n, axes.look),
                marker=radius,
                numbers=format_code(values_style(axis.style, own.values)),
                labels=(labels or {}).get(n, ()),
            )
        )
    return PlotGroup(GroupType.LINES, tuple(plotted), on_second_axis=second)
