"""Names of lines: at the right of the plot where lines go on to its end, else at the line's own end or along it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import ChartLabel, LabelFor, LabelPosition, Mark, Point
from deckmaker.layout.charts.axes import Axes, grown
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.line_marks import at_points
from deckmaker.layout.charts.obstacles import crossed, is_covered
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.series_names import APART, names_width, set_name, spread_names
from deckmaker.layout.charts.texts import SetLabel
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Chart
from deckmaker.model.geometry import Rect

NEAR_END = 0.02
"""Of an axis: a line that ends no further before its end has its name beside the plot, as others have."""

CLEAR = 5.0
"""Points between a line and a name above or below it."""

APART_FROM_OTHERS = 12.0
"""Points between a name along a line and other lines, where it has so much: it would seem to name those, too."""

MOST_POINTS = 24
"""Points of a line, as many apart, above and below which a name is tried."""

LIFTS = (0.0, 7.0, 14.0)
"""Points by which names stand further above or below a point: the steeper a line, the further it is to be."""


def names_beside_width(chart: Chart, room: PlotRoom) -> float:
    """Return what names take beside the plot, in points: those of lines that go on to its end."""
    return names_width(chart, [n for n in range(len(chart.series)) if _goes_on_to_end(chart, n)], room)


def line_names(
    room: PlotRoom, axes: Axes, marks: Sequence[Mark], placing: Placing
) -> tuple[dict[int, tuple[ChartLabel, ...]], list[Placed]] | None:
    """Return the names of lines: by series those at last points, which follow their data, and others as texts.

    None where one has no room that is free.
    """
    chart = room.chart
    points = {n: at_points(chart, n, axes) for n in range(len(chart.series))}
    last = {n: index for n, own in points.items() if (index := _last_known(own)) is not None}
    beside = [n for n in last if _goes_on_to_end(chart, n)]
    spread = spread_names(chart, [(n, point[1]) for n in beside if (point := points[n][last[n]])], room, axes.rect)
    if spread is None or any(not placing.is_free(rect) for _, rect in spread.values()):
        return None
    native: dict[int, tuple[ChartLabel, ...]] = {}
    others: list[Placed] = []
    for n, (label, rect) in spread.items():
        placing.take(rect)
        if last[n] == len(chart.series[n].values) - 1:
            own = label.native(rect, room.texts.span)
            native[n] = (ChartLabel(own, LabelFor.SERIES, last[n], n, LabelPosition.RIGHT),)
        else:
            others.append(label.placed(rect, Role.LABEL, room.texts.span))
    for n in (n for n in last if n not in spread):
        label = set_name(chart, n, room)
        places = _best_first(_along(label, points[n], room.rect), n, axes, marks)
        where = placing.first_free(places) if label.fits else None
        if where is None:
            return None
        others.append(label.placed(where, Role.LABEL, room.texts.span))
    return native, others


def _best_first(frames: Iterator[Rect], series: int, axes: Axes, marks: Sequence[Mark]) -> Iterator[Rect]:
    """Yield the places of a name that cover no mark: at once those that nothing speaks against, then others, the best
    first. Of a chart with thousands of points one of the first places does most often."""
    others: list[tuple[int, bool, Rect]] = []
    for one in frames:
        if not is_covered(one, marks):
            cost = crossed(one, axes.lines), _seems_to_name_another(one, series, marks)
            if cost == (0, False):
                yield one
            else:
                others.append((*cost, one))
    yield from (one for *_, one in sorted(others, key=lambda other: other[:2]))  # stable


def _goes_on_to_end(chart: Chart, series: int) -> bool:
    """Tell whether the last point of a line is at the end of the axis, or very near it."""
    known = [n for n, value in enumerate(chart.series[series].values) if value is not None]
    dates = [one.toordinal() for one in chart.categories.dates]
    to_scale = len(set(dates)) > 1
    places = dates if to_scale else range(len(chart.series[series].values))
    if not known:
        return False
    first, end = min(places), max(places)
    return end - max(places[n] for n in known) <= NEAR_END * (end - first)


def _seems_to_name_another(name: Rect, series: int, marks: Sequence[Mark]) -> bool:
    """Tell whether another line is near the name of a line."""
    return is_covered(grown(name, APART_FROM_OTHERS), (one for one in marks if one.series != series))


def _last_known(points: Sequence[Point | None]) -> int | None:
    return next((n for n in reversed(range(len(points))) if points[n]), None)


def _along(label: SetLabel, points: Sequence[Point | None], room: Rect) -> Iterator[Rect]:
    """Yield where a name stands at its line: behind its last point, then above or below its points, the last first.

    Above and below them it ends at its point, over the line before that, if it can; else its middle is there, or it
    begins there.
    """
    known = [one for one in reversed(points) if one]
    known = known[:: ceil(len(known) / MOST_POINTS)]
    x, y = known[0]
    yield replace(label.around(x, y), x=x + APART)
    for x, y in known:
        for lift in LIFTS:
            above = label.above(x, y - CLEAR - lift)
            below = label.below_line(x, y + CLEAR + lift + label.ink)
            for before in (1.0, 0.5, 0.0):
                left = min(max(x - before * label.width, room.x), room.right - label.width)
                yield replace(above, x=left)
                yield replace(below, x=left)
