"""What is said of single points: words where they cover least, and a thin leader to the point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import dist
from typing import NamedTuple

from deckmaker.layout.chart_item import AxisScale, BarMark, DotMark, Mark, Point
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.colors import BASE
from deckmaker.layout.charts.drawing import BETWEEN, PlotRoom
from deckmaker.layout.charts.obstacles import AIR, covered, crossed
from deckmaker.layout.charts.placing import Placing
from deckmaker.layout.charts.texts import ANNOTATION, SetLabel
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Annotation
from deckmaker.model.geometry import Rect

FROM_POINT, FROM_WORDS = 3.0, 1.0
"""Points that a leader keeps from the point, or its dot, and from the words."""

INSIDE = 6.0
"""Points from the beginning or end of words to a leader that meets them there."""

WIDEST = 150.0
"""Points that words have in a line at most."""

AT_POINT = 3.0
"""Points between a point, or its dot, and words directly at it, which need no leader."""

APART = 2.5
"""Points between words and others above or below them: less than there is to the value of the point itself."""

NEAR_VALUE = 8.0
"""Points between a point and the value above it at most."""

DISTANCES = (AT_POINT, 14.0, 22.0, 40.0, 64.0, 92.0, 130.0)
"""Points between a point, or its dot, and what is said of it, the nearer the better. No leader is a mere stub."""

COVERS, LEADS, LINED, BASED, READ_ON = 40.0, 4.0, 9.0, 60.0, 30.0
"""What it counts to cover a mark with words, and to cross one with a leader, against a point of distance; and what it
does where a grid line runs through words, where the line does on which marks stand, and where one reads on from a
number of the axis."""


NEAR, NEAR_ON_LINE = 1.0, 2.5
"""Ems from a number or a name of an axis within which one reads on from it to words at its height; and where its grid
line, of which little is seen between the two, leads to them."""


class _Place(NamedTuple):
    """Where words may stand, the leader to them, None where they are at the point, and what it costs."""

    words: Rect
    leader: Rect | None
    cost: float


def set_annotations(
    room: PlotRoom, axes: Axes, marks: Sequence[Mark], placing: Placing, lines: Sequence[Rect]
) -> tuple[list[Placed], list[Finding]]:
    """Return what is said of points with leaders, and what is said of what has no room.

    None is struck through by one of the reference `lines`.
    """
    placed: list[Placed] = []
    findings: list[Finding] = []
    for one in room.chart.annotations:
        point, span = point_of(one, room, axes, marks), one.text.span or room.texts.span
        if point is None:
            message = f": “{one.text.text}” is said of a point that its chart does not draw"
            help = "add what the point lacks, or say it of another point, or in the `note`"
            findings.append(Finding("annotation-left-out", message, span, help))
            continue
        style, widest = room.texts.style(ANNOTATION), room.rect.width
        label = room.texts.set_loosely(one.text, style, min(WIDEST, widest / 3))
        in_a_line = room.texts.set(one.text, style, widest / 2)
        labels = [label, in_a_line] if in_a_line.lines == 1 else [label]
        off = _radius_at(point, marks)
        over = max(off, _over_value(point, off, placing))
        places = [(label, place) for label in labels for place in _places(label, point, (off, over), axes, marks)]
        places.sort(key=lambda one: one[1].cost)  # stable: of equals the one in short lines
        free = (one for one in places if _is_free(one[1], placing, lines))
        label, found = next(free, (labels[0], None))
        if found is None:
            message = f": its chart has no room for “{one.text.text}” beside the point that it is said of"
            findings.append(Finding("annotation-left-out", message, span, "shorten it, or give the chart more room"))
            continue
        placing.take(found.words)
        if found.leader:
            placed.append(shape(found.leader, BASE))
        placed.append(label.placed(found.words, Role.LABEL, span))
    return placed, findings


def point_of(one: Annotation, room: PlotRoom, axes: Axes, marks: Sequence[Mark]) -> Point | None:
    """Return where the point of an annotation stands: a dot, the end of a bar, or a point of a line.

    None where none is drawn: of a gap, and of a point between two axes of numbers that lacks one of them, or its size.
    """
    series = room.chart.series[one.series]
    value = series.values[one.point]
    for mark in marks:
        if isinstance(mark, BarMark | DotMark) and (mark.series, mark.point) == (one.series, one.point):
            if isinstance(mark, DotMark):
                return mark.center
            middle = mark.rect.x + mark.rect.width / 2, mark.rect.y + mark.rect.height / 2
            is_negative = (value or 0.0) < 0
            if axes.lying:
                return (mark.rect.x if is_negative else mark.rect.right), middle[1]
            return middle[0], (mark.rect.bottom if is_negative else mark.rect.y)
    if value is None or series.xs or (not series.as_line and any(isinstance(mark, BarMark) for mark in marks)):
        return None
    scale = axes.second if series.on_second_axis and axes.second else axes.values
    is_date = axes.names.axis.scale is AxisScale.DATES
    at = room.chart.categories.dates[one.point].toordinal() if is_date else one.point
    return axes.names.at(at), scale.at(value)


def _radius_at(point: Point, marks: Sequence[Mark]) -> float:
    """Return the radius of the dot that stands at a point, 0 where none does."""
    dots = (one for one in marks if isinstance(one, DotMark) and dist(one.center, point) < 1)
    return max((one.radius for one in dots), default=0.0)


def _over_value(point: Point, off: float, placing: Placing) -> float:
    """Return how far the value that stands right above a point reaches up, 0 where none does."""
    (x, y), near = point, off + NEAR_VALUE
    above = (one for one in placing.taken if one.x < x < one.right and y - near <= one.bottom <= y + 1)
    return max((y - one.y for one in above), default=0.0)


def _is_free(place: _Place, placing: Placing, lines: Sequence[Rect]) -> bool:
    leader, words = place.leader, place.words
    if not placing.is_free(words) or any(words.overlaps(one) for one in lines):
        return False
    wider = Rect(words.x - BETWEEN, words.y - APART, words.width + 2 * BETWEEN, words.height + 2 * APART)
    return not any(wider.overlaps(one) or (leader and leader.overlaps(one)) for one in placing.taken)


def _places(
    label: SetLabel, point: Point, offs: tuple[float, float], axes: Axes, marks: Sequence[Mark]
) -> Iterator[_Place]:
    """Yield places above, below and beside a point, at some distances from its dot, which reaches so far.

    The second of `offs` is how far it reaches up, with its value.
    """
    for distance in DISTANCES:
        for words, line in _around(label, point, axes, distance, offs):
            leader = line if distance > AT_POINT else None
            led = max(covered(leader, marks) - 1, 0) if leader else 0
            cost = distance + COVERS * covered(words, marks) + LEADS * led
            struck = crossed(words, axes.grid)
            near = label.setting.size * (NEAR_ON_LINE if struck else NEAR)
            cost += LINED * struck + BASED * crossed(words, axes.lines) + READ_ON * _is_read_on(words, near, axes)
            yield _Place(words, leader, cost)


def _is_read_on(words: Rect, near: float, axes: Axes) -> bool:
    """Tell whether words stand so near behind a number or a name of an axis, at its height, or before one."""
    wider = Rect(words.x - near, words.y + AIR, words.width + 2 * near, words.height - 2 * AIR)
    return any(wider.overlaps(one.rect) for one in axes.around)


def _around(
    label: SetLabel, point: Point, axes: Axes, distance: float, offs: tuple[float, float]
) -> Iterator[tuple[Rect, Rect]]:
    """Yield frames of words at a distance from what reaches so far around a point, each with a leader."""
    (x, y), plot, strong = point, axes.rect, axes.look.leader
    width, height = label.width, label.height
    length = distance - FROM_POINT - FROM_WORDS
    off, over = offs[0] + distance, offs[1] + distance
    start = offs[0] + FROM_POINT
    aside = (x - INSIDE, x - width + INSIDE) if length > 0 else ()  # a leader meets the words somewhere
    begins = (x - width / 2, *aside)
    from_axis = plot.x + label.setting.size
    behind_axis = (from_axis,) if min(begins) < from_axis else ()
    for begin in (*begins, *behind_axis):
        left = min(max(begin, plot.x), plot.right - width)
        if left <= x <= left + width:
            yield (
                Rect(left, y - over - height, width, height),
                Rect(x - strong / 2, y - over + FROM_WORDS, strong, length),
            )
            yield Rect(left, y + off, width, height), Rect(x - strong / 2, y + start, strong, length)
    top = y - height / 2
    if x + off + width <= plot.right:
        yield Rect(x + off, top, width, height), Rect(x + start, y - strong / 2, length, strong)
    if x - off - width >= plot.x:
        yield (
            Rect(x - off - width, top, width, height),
            Rect(x - off + FROM_WORDS, y - strong / 2, length, strong),
        )
