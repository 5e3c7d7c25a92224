"""Labels beside dots: each where it covers neither a dot nor another label, the most wanted first; nearer to its own
dot than to any other, or with a leader to it. Others are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import dist, hypot
from typing import NamedTuple

from deckmaker.layout.chart_item import LabelPosition, Point
from deckmaker.layout.charts.label_boxes import FROM_DOT, Size
from deckmaker.layout.charts.nearby import Nearby
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE

APART = 2.0
"""Points between labels."""

FROM_OTHERS = 2.5 * FROM_DOT
"""Points between a label that has no leader and other dots than its own: at half of it nobody knows whose it is."""

LEVEL = 5 * FROM_DOT
"""Points between a label above or below its dot, without a leader, and another dot at the label's own height: one reads
along a line, and takes a name for that of the dot before or behind it."""

TOGETHER = 1.0
"""Points between dots that a reader takes for one: any of their names is as near to all of them."""

BESIDE = (LabelPosition.RIGHT, LabelPosition.LEFT, LabelPosition.ABOVE, LabelPosition.BELOW)
"""Where labels are tried, in turn."""

ON_LINE = (LabelPosition.RIGHT, LabelPosition.LEFT)
"""Where a label stands at the height of its own dot."""

AWAY = (10.0, 16.0, 24.0, 34.0)
"""Points between a dot and a label that has a leader to it, the nearer the better."""

MEETS = 6.0
"""Points from the beginning or end of a label to the leader that meets it there, or to the middle of its dot."""

FROM_EDGE, INTO_BOX = 1.5, 1.5
"""Points that a leader keeps from its dot, and by which it reaches into a label's box, which has no letters there."""


class Dot(NamedTuple):
    """A dot, and the size of its label, None where it has none. On one that is a `ground`, words can be read."""

    center: Point
    radius: float
    label: Size | None
    is_ground: bool = True


class DotLabel(NamedTuple):
    """Where the label of a dot stands, and in which box. Where native charts place none it has no `position`, and a
    leader if it is away from its dot."""

    dot: int
    position: LabelPosition | None
    box: Rect
    leader: Rect | None = None


def box_beside(dot: Dot, position: LabelPosition, size: Size) -> Rect:
    """Return the box of a label at a dot, as native charts place it."""
    (x, y), (width, height), off = dot.center, size, dot.radius + FROM_DOT
    match position:
        case LabelPosition.RIGHT:
            return Rect(x + off, y - height / 2, width, height)
        case LabelPosition.LEFT:
            return Rect(x - off - width, y - height / 2, width, height)
        case LabelPosition.ABOVE:
            return Rect(x - width / 2, y - off - height, width, height)
        case LabelPosition.BELOW:
            return Rect(x - width / 2, y + off, width, height)
        case _:
            return Rect(x - width / 2, y - height / 2, width, height)


def dot_labels(
    dots: Sequence[Dot],
    order: Iterable[int],
    room: Rect,
    obstacles: Iterable[Rect] = (),
    leader: float = 0.0,
    avoided: Sequence[Rect] = (),
) -> list[DotLabel]:
    """Return the labels that have room, tried in that order. Of large dots they stand within.

    `obstacles` are what else is on the page there. Labels that have no room where native charts place them stand
    elsewhere, with leaders so many points strong, once all others stand; with 0 they are left out. Only labels that
    have no room even so stand upon what is `avoided`.
    """
    taken = Nearby()
    alike = Counter[tuple[Point, float]]()
    for index, dot in enumerate(dots):
        alike[dot.center, dot.radius] += 1
        if alike[dot.center, dot.radius] <= 2:  # the label of each has one that is another's, and no more to look at
            taken.add(_around(dot), index)
    for rect in obstacles:
        taken.add(rect, None)
    lines = Nearby()
    for rect in avoided:
        lines.add(rect, None)
    found: list[DotLabel] = []
    waiting = list(order)
    ways = (_beside, _aside) if leader else (_beside,)
    for way, others in [(way, others) for others in ((lines, Nearby()) if avoided else (lines,)) for way in ways]:
        tried, waiting = waiting, []
        for index in tried:
            free = (one for one in way(dots, index, leader) if _is_free(one, dots, room, taken))
            if label := next((one for one in free if _is_free(one, dots, room, others)), None):
                taken.add(label.box, None)
                if label.leader:
                    taken.add(label.leader, None)
                found.append(label)
            else:
                waiting.append(index)
    return found


def _beside(dots: Sequence[Dot], index: int, leader: float) -> Iterator[DotLabel]:
    """Yield the places at a dot in which native charts set labels."""
    dot = dots[index]
    if dot.label is None:
        return
    inside = dot.is_ground and hypot(*dot.label) <= 2 * dot.radius
    for position in (LabelPosition.CENTER, *BESIDE) if inside else BESIDE:
        yield DotLabel(index, position, box_beside(dot, position, dot.label))


def _aside(dots: Sequence[Dot], index: int, leader: float) -> Iterator[DotLabel]:
    """Yield the places above and below a dot, not over its middle; and those further away, with leaders."""
    dot = dots[index]
    if dot.label is None:
        return
    (x, y), (width, height) = dot.center, dot.label
    starts = (x - MEETS, x - width + MEETS) if width > 2 * MEETS else ()
    for left in starts:
        yield DotLabel(index, None, Rect(left, y - dot.radius - FROM_DOT - height, width, height))
        yield DotLabel(index, None, Rect(left, y + dot.radius + FROM_DOT, width, height))
    start = dot.radius + FROM_EDGE
    for away in AWAY:
        off = dot.radius + away
        length = off - start
        for left in (x - width / 2, *starts):
            upright = Rect(x - leader / 2, y - off - INTO_BOX, leader, length + INTO_BOX)
            yield DotLabel(index, None, Rect(left, y - off - height, width, height), upright)
            upright = Rect(x - leader / 2, y + start, leader, length + INTO_BOX)
            yield DotLabel(index, None, Rect(left, y + off, width, height), upright)
        level = Rect(x + start, y - leader / 2, length - INTO_BOX, leader)
        yield DotLabel(index, None, Rect(x + off, y - height / 2, width, height), level)
        level = Rect(x - off + INTO_BOX, y - leader / 2, length - INTO_BOX, leader)
        yield DotLabel(index, None, Rect(x - off - width, y - height / 2, width, height), level)


def _is_free(label: DotLabel, dots: Sequence[Dot], room: Rect, taken: Nearby) -> bool:
    """Tell whether a label has room in its place, and nobody takes it for that of another dot."""
    box, leader = label.box, label.leader
    if not (room.x <= box.x and box.right <= room.right and room.y <= box.y and box.bottom <= room.bottom):
        return False
    for rect, other in taken.near(_grown(box, LEVEL)):
        is_within = other == label.dot and label.position is LabelPosition.CENTER
        if not is_within and rect.overlaps(_grown(box, _distance(label, other, dots))):
            return False
    if leader is None:
        return True
    line = _grown(leader, APART)
    return not any(other != label.dot and rect.overlaps(line) for rect, other in taken.near(line))


def _distance(label: DotLabel, other: int | None, dots: Sequence[Dot]) -> float:
    """Return how many points a label keeps from its own dot, from others, and from what is no dot."""
    if other is None:
        frames = 0.0 if label.position else SAFE_MARGIN + TOLERANCE  # texts' are so much wider than their boxes
        return APART + frames
    is_own = dist(dots[other].center, dots[label.dot].center) < TOGETHER
    if is_own or label.leader:
        return APART
    is_level = label.box.y <= dots[other].center[1] <= label.box.bottom
    return LEVEL if is_level and label.position not in ON_LINE else FROM_OTHERS


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _around(dot: Dot) -> Rect:
    (x, y), radius = dot.center, dot.radius
    return Rect(x - radius, y - radius, 2 * radius, 2 * radius)
