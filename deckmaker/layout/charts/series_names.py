"""Names of series beside the end of what they name, spread so that none stands on another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckmaker.layout.charts.colors import BASE, MUTED, series_color, words_of
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.texts import SERIES, SetLabel
from deckmaker.layout.document import Placed
from deckmaker.layout.leaders import spread
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Chart
from deckmaker.model.geometry import Rect

SHARE = 0.26
"""Of a chart's width: what names beside their marks take at most."""

APART = 8.0
"""Points between a mark's end and its name."""

ABOVE, NEXT = 3.0, 14.0
"""Points between a bar and the names above it, and between two names there, at least."""

MOST_LINES = 3


def set_name(chart: Chart, series: int, room: PlotRoom) -> SetLabel:
    """Return the name of a series as set beside its mark, in its colour where that can be read."""
    texts, own = room.texts, series_color(chart, series)
    color = words_of(own, texts.place.styles.theme, texts.style(SERIES))
    weight = False if own == MUTED and _has_darker(chart) else None
    style = texts.style(SERIES, color=color, bold=weight)
    return texts.set_native(chart.series[series].name, style, SHARE * room.rect.width)


def _has_darker(chart: Chart) -> bool:
    """Tell whether there is a darker grey than the muted one: their names have one colour, since words in the lighter
    one could not be read, and differ in weight."""
    return any(series_color(chart, one) == BASE for one in range(len(chart.series)))


def names_width(chart: Chart, series: Sequence[int], room: PlotRoom) -> float:
    """Return what names take beside a plot, in points; 0 where they have no room there."""
    labels = [set_name(chart, one, room) for one in series]
    if any(not one.fits or one.lines > MOST_LINES for one in labels):
        return 0.0
    return max((one.width for one in labels), default=0.0) + APART


def spread_names(
    chart: Chart, ends: Sequence[tuple[int, float]], room: PlotRoom, plot: Rect
) -> dict[int, tuple[SetLabel, Rect]] | None:
    """Return the names of series whose marks end at heights, each as near to its own as others let it stand.

    None where there is no room for all of them.
    """
    if not ends:
        return {}
    shown = sorted(ends, key=lambda one: one[1])
    labels = [set_name(chart, series, room) for series, _ in shown]
    if any(not one.fits or one.lines > MOST_LINES for one in labels):
        return None
    top = min(room.rect.y, plot.y)
    heights = [one.height for one in labels]
    height = plot.bottom + heights[-1] / 2 - top
    if sum(heights) > height:
        return None
    frames = [label.around(plot.right + APART, end) for label, (_, end) in zip(labels, shown, strict=True)]
    tops = spread([one.y - top for one in frames], heights, 0.0, height)
    return {
        series: (label, Rect(frame.x, top + y, frame.width, frame.height))
        for (series, _), label, frame, y in zip(shown, labels, frames, tops, strict=True)
    }


def names_beside(
    chart: Chart, ends: Sequence[tuple[int, float]], room: PlotRoom, plot: Rect, placing: Placing
) -> list[Placed] | None:
    """Return those names as texts beside the plot."""
    found = spread_names(chart, ends, room, plot)
    if found is None or any(not placing.is_free(rect) for _, rect in found.values()):
        return None
    for _, rect in found.values():
        placing.take(rect)
    return [label.placed(rect, Role.LABEL, room.texts.span) for label, rect in found.values()]


def names_height(chart: Chart, series: Sequence[int], room: PlotRoom) -> float:
    """Return what names take above the first bar, in points."""
    return max((_above(chart, one, room).height for one in series), default=0.0) + ABOVE


def names_above(
    chart: Chart, parts: Sequence[tuple[int, Rect]], room: PlotRoom, placing: Placing
) -> list[Placed] | None:
    """Return names above the parts of a bar, each where its part begins; None where one would reach the next."""
    labels = [(_above(chart, series, room), part) for series, part in sorted(parts, key=lambda one: one[1].x)]
    frames = [Rect(part.x, part.y - ABOVE - one.height, one.width, one.height) for one, part in labels]
    is_apart = all(one.right + NEXT <= other.x for one, other in pairwise(frames))
    if not is_apart or not all(placing.is_free(one) for one in frames):
        return None
    for one in frames:
        placing.take(one)
    return [label.placed(frame, Role.LABEL, room.texts.span) for (label, _), frame in zip(labels, frames, strict=True)]


def _above(chart: Chart, series: int, room: PlotRoom) -> SetLabel:
    """Return a name on one line."""
    style = room.texts.style(SERIES)
    color = words_of(series_color(chart, series), room.texts.place.styles.theme, style)
    return room.texts.set(chart.series[series].name, room.texts.style(SERIES, color=color))
