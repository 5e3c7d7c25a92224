"""What lies over and under a plot: reference lines, bands, and what is said of points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import AxisScale, Mark
from deckmaker.layout.charts.annotations import set_annotations
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.colors import GRID, INK
from deckmaker.layout.charts.drawing import Drawing, PlotRoom
from deckmaker.layout.charts.obstacles import covered
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.scales import Scale
from deckmaker.layout.charts.texts import ANNOTATION, SetLabel
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect

WIDEST, MOST_LINES = 0.2, 3
"""Of a chart's width: how long lines of labels are at most; and how many they are beside a plot."""

TALLEST = 1 / 3
"""Of a plot whose bars lie: what the labels of lines take above it at most."""

APART = 6.0
"""Points between a line and its label beside the plot."""

OVER = 3.0
"""Points by which a line rises over a plot whose bars lie, up to its label."""

FROM_LINE = 2.0
"""Points between the top of such a line and the lowest letters of its label."""

AIR = 0.5
"""Ems around a label up to others, where there is a place with so much: closer ones read as lines of one text."""

INSET = 4.0
"""Points between a band's edge, or a line, and what is said of it."""


def add_overlays(drawing: Drawing, room: PlotRoom, axes: Axes, placing: Placing) -> Drawing:
    """Return a drawing with the lines, bands and annotations that its chart has."""
    chart, marks = room.chart, drawing.plots[0].marks
    behind, around = [*axes.behind, *drawing.behind], list(drawing.around)
    labels: list[tuple[Paragraph, str, Placed | None]] = []
    for band in chart.bands:
        rect, is_upright = _band(axes, band.start, band.end, band.stands), _is_upright(axes, band.stands)
        behind.append(shape(rect, GRID, opacity=axes.look.band_opacity))
        if band.label:
            in_line = None if is_upright else _in_one_line(band.label, rect, room, marks, placing)
            placed = in_line or _label(band.label, _in_band(rect, is_upright), room, marks, placing)
            labels.append((band.label, "band", placed))
    for line in chart.lines:
        rect = _line(axes, line.at, line.stands)
        around += (shape(piece, INK) for piece in _pieces(rect, placing.taken))
        if line.label:
            labels.append((line.label, "line", _label(line.label, _at_line(rect, axes), room, marks, placing)))
    lines = [_line(axes, one.at, one.stands) for one in chart.lines]
    said, findings = set_annotations(room, axes, marks, placing, lines)
    return replace(
        drawing,
        behind=tuple(behind),
        around=(*around, *(placed for *_, placed in labels if placed), *said),
        findings=(*drawing.findings, *_left_out(labels, room), *findings),
    )


def _left_out(labels: Iterable[tuple[Paragraph, str, Placed | None]], room: PlotRoom) -> Iterator[Finding]:
    """Yield what is said of labels that have no place, each with what it is the label of."""
    for text, what, placed in labels:
        if placed is None:
            message = f": its chart has no room for “{text.text}”, the label of a {what}"
            help = "shorten it, or give the chart more room"
            yield Finding("annotation-left-out", message, text.span or room.texts.span, help)


def _is_upright(axes: Axes, stands: bool) -> bool:
    """Tell whether what stands at a value of the x axis goes from the top down, as it does unless bars lie."""
    return stands is not axes.lying


def _band(axes: Axes, start: float, end: float, stands: bool) -> Rect:
    scale = axes.names if stands else axes.values
    start, end = min(start, end), max(start, end)
    if scale.axis.scale is AxisScale.NAMES and scale.axis.least < 0:  # each name has a step to itself
        start, end = start - 0.5, end + 0.5
    first, last = sorted((scale.at(start), scale.at(end)))
    plot = axes.rect
    if _is_upright(axes, stands):
        return Rect(first, plot.y, last - first, plot.height)
    return Rect(plot.x, first, plot.width, last - first)


def _line(axes: Axes, at: float, stands: bool) -> Rect:
    scale: Scale = axes.names if stands else axes.values
    width, plot = axes.look.reference, axes.rect
    place = scale.at(at) - width / 2
    if _is_upright(axes, stands):
        over = OVER if axes.lying else 0.0
        return Rect(place, plot.y - over, width, plot.height + over)
    return Rect(plot.x, place, plot.width, width)


def _pieces(line: Rect, labels: Iterable[Rect]) -> Iterator[Rect]:
    """Yield the pieces of a line between labels, none of which it strikes through."""
    is_upright = line.height > line.width
    start, end = (line.y, line.bottom) if is_upright else (line.x, line.right)
    met = [one for one in labels if one.overlaps(line)]
    for first, last in (*sorted((one.y, one.bottom) if is_upright else (one.x, one.right) for one in met), (end, end)):
        if first > start:
            across = replace(line, x=start, width=first - start)
            yield replace(line, y=start, height=first - start) if is_upright else across
        start = max(start, last)


class _Wish(NamedTuple):
    """Where a label may stand: in a corner or on a side of a rectangle, or outside it."""

    x: float
    y: float
    across: float
    up: float

    def frame(self, label: SetLabel) -> Rect:
        """Return the frame of a label: `across` and `up` say which part of its width and height is before the point."""
        return Rect(self.x - self.across * label.width, self.y - self.up * label.height, label.width, label.height)


def _in_band(band: Rect, is_upright: bool) -> Iterator[_Wish]:
    """Yield where a band's label may stand: in it, at its top and in its middle, or at one of its ends."""
    if is_upright:
        middle = band.x + band.width / 2
        for y, up in ((band.y + INSET, 0.0), (band.bottom - INSET, 1.0), (band.y + band.height / 3, 0.0)):
            yield _Wish(middle, y, 0.5, up)
            yield _Wish(band.x + INSET, y, 0.0, up)
            yield _Wish(band.right - INSET, y, 1.0, up)
        return
    for x, across in _along(band):
        yield _Wish(x, band.y + INSET / 2, across, 0.0)
        yield _Wish(x, band.bottom - INSET / 2, across, 1.0)


def lines_height(room: PlotRoom) -> float:
    """Return what the labels of lines take above a plot whose bars lie, in points; nothing where they take too much."""
    labels = [_set(one.label, room) for one in room.chart.lines if one.label and not one.stands]
    height = max((label.height + OVER + FROM_LINE for label in labels), default=0.0)
    return height if height <= TALLEST * room.rect.height else 0.0


def lines_width(room: PlotRoom) -> float:
    """Return what the labels of lines take beside a plot whose value axis is upright, in points."""
    labels = [_set(one.label, room) for one in room.chart.lines if one.label and not one.stands]
    if any(not label.fits or label.lines > MOST_LINES for label in labels):
        return 0.0
    return max((label.width + APART for label in labels), default=0.0)


def _set(text: Paragraph, room: PlotRoom, most: float | None = None) -> SetLabel:
    """Return a label in lines of `most` points, or of those that labels have."""
    width = WIDEST * room.rect.width if most is None else most
    return room.texts.set_loosely(text, room.texts.style(ANNOTATION), width)


def _at_line(line: Rect, axes: Axes) -> Iterator[_Wish]:
    """Yield where a line's label may stand: at its end, above or beside the plot, else along it."""
    plot = axes.rect
    if line.height > line.width:
        if axes.lying:
            for x, across in ((line.x + line.width / 2, 0.5), (line.x, 0.0), (line.right, 1.0)):
                yield _Wish(x, plot.y - OVER - FROM_LINE, across, 1.0)
        for y, up in ((plot.y, 0.0), (plot.bottom - INSET, 1.0), (plot.y + plot.height / 3, 0.0)):
            yield _Wish(line.right + INSET, y, 0.0, up)
            yield _Wish(line.x - INSET, y, 1.0, up)
        return
    yield _Wish(line.right + APART, line.y, 0.0, 0.5)
    for x, across in ((line.right, 1.0), (line.x + INSET, 0.0), (line.x + line.width / 2, 0.5)):
        yield _Wish(x, line.y - 1.0, across, 1.0)
    for x, across in ((line.right, 1.0), (line.x + INSET, 0.0), (line.x + line.width / 2, 0.5)):
        yield _Wish(x, line.bottom + 1.0, across, 0.0)


def _in_one_line(
    text: Paragraph, band: Rect, room: PlotRoom, marks: tuple[Mark, ...], placing: Placing
) -> Placed | None:
    """Return the label of a band across the plot in one line: in the band, smaller if it is low, else at its edge.

    In lines as short as those of other labels it would hang out of a band that is low. None where it has no room.
    """
    for air, outside in product((AIR, 0.0), (False, True)):
        for texts in room.texts.smaller_ones(ANNOTATION):
            label = _set(text, replace(room, texts=texts), band.width - 2 * INSET)
            if label.lines > 1 or (not outside and label.ink > band.height):
                continue
            wishes = (one.frame(label) for one in (_at_band(band) if outside else _across_band(band, label)))
            frames = (one for one in wishes if not covered(one, marks))
            if where := placing.first_free(frames, air * label.setting.size):
                return label.placed(where, Role.LABEL, text.span or room.texts.span)
    return None


def _across_band(band: Rect, label: SetLabel) -> Iterator[_Wish]:
    """Yield where a label of one line is within a band across the plot."""
    if label.height + INSET / 2 <= band.height:
        yield from _in_band(band, is_upright=False)
    for x, across in _along(band):
        yield _Wish(x, band.y + band.height / 2, across, 0.5)


def _at_band(band: Rect) -> Iterator[_Wish]:
    """Yield where a label stands right above a band across the plot, or right below it."""
    for y, up in ((band.y, 1.0), (band.bottom, 0.0)):
        for x, across in _along(band):
            yield _Wish(x, y, across, up)


def _along(band: Rect) -> tuple[tuple[float, float], ...]:
    """Return where a label begins, ends or has its middle along a band, and which part of it is before that."""
    return (band.right - INSET, 1.0), (band.x + INSET, 0.0), (band.x + band.width / 2, 0.5)


def _label(
    text: Paragraph, wishes: Iterator[_Wish], room: PlotRoom, marks: tuple[Mark, ...], placing: Placing
) -> Placed | None:
    """Return a label where it covers least, None where it has no room at all."""
    label = _set(text, room)
    frames = [one.frame(label) for one in wishes]
    frames.sort(key=lambda one: covered(one, marks))  # stable: of equals the first wish
    where = placing.first_free(frames)
    return label.placed(where, Role.LABEL, text.span or room.texts.span) if where else None
