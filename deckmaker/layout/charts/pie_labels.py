"""Labels around a pie: how large it can be, and where each stands; those that would collide in columns beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import atan2, cos, dist, inf, pi, sin
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.chart_item import Point
from deckmaker.layout.charts.label_boxes import Size
from deckmaker.layout.leaders import lanes, spread
from deckmaker.model.geometry import Rect

OFF = 4.25
"""Points between a pie and its labels: those of native charts in LibreOffice, measured there as the rest is here."""

UPRIGHT = 5 / 360
"""Turns beside 12, 3, 6 and 9 o'clock within which a label stands in the middle above, beside or below that point."""

APART = 2.0
"""Points between labels."""

LANE, LEADER = 4.5, 0.75
"""Points: how far apart leaders run beside one another, and how strong they are."""

COARSE, STEP = 8.0, 2.0
"""Points by which radii are tried at first, and then around the largest that was found."""

INSET = 2.0
"""Points between a label in a wedge and the wedge's edges."""

LEAST = 12.0
"""Points of the least radius that is tried."""

AIR = 9.0
"""Points above and below a pie with labels in columns: leaders turn there."""

WORTH = 0.8
"""Of the radius with labels in columns: with less, labels at their wedges are not worth it."""


class PieLabel(NamedTuple):
    """Where a label's box stands. One away from its wedge has a leader: thin boxes, one after the other."""

    rect: Rect
    leader: tuple[Rect, ...] = ()
    is_moved: bool = False


@dataclass(frozen=True, slots=True)
class LabelledPie:
    """A pie and its labels, None where a wedge has none."""

    center: Point
    radius: float
    labels: tuple[PieLabel | None, ...]

    @property
    def worth(self) -> float:
        """Its radius, and less of it where labels are in columns: at their wedges they need no leaders."""
        return self.radius * (WORTH if any(one and one.is_moved for one in self.labels) else 1.0)

    @property
    def rect(self) -> Rect:
        """The square around it."""
        (x, y), radius = self.center, self.radius
        return Rect(x - radius, y - radius, 2 * radius, 2 * radius)


def on_circle(center: Point, radius: float, place: float) -> Point:
    """Return the point of a circle at a place, in turns clockwise from the top."""
    angle = place * 2 * pi
    return center[0] + radius * sin(angle), center[1] - radius * cos(angle)


def beside_wedge(center: Point, radius: float, place: float, size: Size) -> Rect:
    """Return the box of a label that stands outside a pie at the middle of its wedge, as LibreOffice places it.

    Of its corners, the one nearest to the pie is there, or the middle of a side within `UPRIGHT` of straight above,
    beside and below.
    """
    x, y = on_circle(center, radius + OFF, place)
    width, height = size
    across, down = _alignment(place)
    return Rect(x + width * across, y + height * down, width, height)


def _alignment(place: float) -> tuple[float, float]:
    """Return how far a label's top left corner is from its point, in its widths and heights."""
    place %= 1
    for upright, alignment in ((0, (-0.5, -1.0)), (0.25, (0.0, -0.5)), (0.5, (-0.5, 0.0)), (0.75, (-1.0, -0.5))):
        if abs(place - upright) <= UPRIGHT or (upright == 0 and place >= 1 - UPRIGHT):
            return alignment
    return (0.0 if place < 0.5 else -1.0), (-1.0 if place < 0.25 or place > 0.75 else 0.0)


def box_in_wedge(
    center: Point, radius: float, hole: float, start: float, sweep: float, size: Size, letters: float | None = None
) -> Rect | None:
    """Return the box of a label in the middle of a wedge, as native charts place it; None where it has no room.

    What needs room are its `letters`, which are so many points high in the middle of the box; by default, all of it.
    """
    x, y = on_circle(center, (radius + hole) / 2, start + sweep / 2)
    width, height = size
    box = Rect(x - width / 2, y - height / 2, width, height)
    high = height if letters is None else letters
    own = Rect(box.x - INSET, y - high / 2 - INSET, width + 2 * INSET, high + 2 * INSET)
    corners = [(one, other) for one in (own.x, own.right) for other in (own.y, own.bottom)]
    nearest = (min(max(center[0], own.x), own.right), min(max(center[1], own.y), own.bottom))
    is_free = dist(center, nearest) >= hole and nearest != center if sweep < 1 else dist(center, nearest) >= hole
    fits = all(dist(center, one) <= radius and _is_between(center, one, start, sweep) for one in corners)
    return box if is_free and fits else None


def _is_between(center: Point, point: Point, start: float, sweep: float) -> bool:
    """Tell whether a point lies between the straight edges of a wedge."""
    turn = atan2(point[0] - center[0], center[1] - point[1]) / (2 * pi)
    return (turn - start) % 1 <= sweep


def labelled_pie(
    places: Sequence[float], sizes: Sequence[Size | None], room: Rect, most: float = inf
) -> LabelledPie | None:
    """Return the largest pie in the middle of a room whose labels have room around it; None where they have none.

    Its radius is `most` points at most.

    `places` are the middles of wedges in turns, `sizes` those of their labels. Labels stand at their wedges where the
    pie need not be much smaller for it, else in a column on the side on which they would collide.
    """
    known = [(index, place, size) for index, (place, size) in enumerate(zip(places, sizes, strict=True)) if size]
    found = _labelled(tuple(place for _, place, _ in known), tuple(size for _, _, size in known), room, most)
    if found is None:
        return None
    labels: list[PieLabel | None] = [None] * len(sizes)
    for (index, _, _), label in zip(known, found.labels, strict=True):
        labels[index] = label
    return replace(found, labels=tuple(labels))


@lru_cache(maxsize=1_024)  # a dozen labels each; a slide that is parted asks for the same ones again and again
def _labelled(places: tuple[float, ...], sizes: tuple[Size, ...], room: Rect, most: float) -> LabelledPie | None:
    """Return the largest pie of which each of these wedges has a label."""
    largest = min(room.width / 2, room.height / 2, most)
    in_columns = _largest_pie(places, sizes, room, min(largest, room.height / 2 - AIR), _Setting.columned)
    least = WORTH * in_columns.radius if in_columns else 0.0
    return _largest_pie(places, sizes, room, largest, _Setting.whole, least) or in_columns


def _largest_pie(
    places: Sequence[float],
    sizes: Sequence[Size | None],
    room: Rect,
    most: float,
    place: PlaceLabels,
    least: float = 0.0,
) -> LabelledPie | None:
    """Return the largest pie whose labels can be placed so, between two radii; None where none is."""

    def labelled(radius: float) -> LabelledPie | None:
        setting = _Setting(places, sizes, room, radius)
        labels = place(setting, setting.beside_wedges())
        return None if labels is None else LabelledPie(setting.center, radius, labels)

    found = next(filter(None, map(labelled, _radii(most, COARSE, least))), None)
    if found is None or found.radius == most:
        return found
    return next(filter(None, map(labelled, _radii(found.radius + COARSE - STEP, STEP, found.radius))), found)


def _radii(radius: float, step: float, least: float) -> Iterator[float]:
    while radius >= max(least, LEAST):
        yield radius
        radius -= step


@dataclass(frozen=True)
class _Setting:
    """Labels around a pie of a radius, in the middle of a room."""

    places: Sequence[float]
    sizes: Sequence[Size | None]
    room: Rect
    radius: float

    @property
    def center(self) -> Point:
        return self.room.x + self.room.width / 2, self.room.y + self.room.height / 2

    def beside_wedges(self) -> tuple[PieLabel | None, ...]:
        """Return all labels at their wedges, whether they have room there or not."""
        return tuple(
            size and PieLabel(beside_wedge(self.center, self.radius, place, size))
            for place, size in zip(self.places, self.sizes, strict=True)
        )

    def whole(self, labels: tuple[PieLabel | None, ...]) -> tuple[PieLabel | None, ...] | None:
        """Return labels if they are apart, and within the room; else None."""
        return None if self._amiss(labels) else labels

    def _amiss(self, labels: Sequence[PieLabel | None]) -> set[int]:
        """Return the labels that stand on another one, are crossed by a leader, or hang out of the room."""
        known = [(index, one) for index, one in enumerate(labels) if one]
        found = {index for index, one in known if not self._is_inside(one.rect)}
        for (index, one), (other, behind) in combinations(known, 2):
            crossed = any(_collide(piece, behind.rect) for piece in one.leader)
            if crossed or _collide(one.rect, behind.rect) or any(_collide(one.rect, piece) for piece in behind.leader):
                found |= {index, other}
        return found

    def _is_inside(self, rect: Rect) -> bool:
        room = self.room
        return room.x <= rect.x and rect.right <= room.right and room.y <= rect.y and rect.bottom <= room.bottom

    def columned(self, beside: tuple[PieLabel | None, ...]) -> tuple[PieLabel | None, ...] | None:
        """Return labels of which those that are amiss at their wedges are in columns; None where these have no room.

        A label that is in the way of a column joins it.
        """
        if any(one and self._is_nowhere(index, one) for index, one in enumerate(beside)):
            return None  # for which all others would be moved first
        moved: set[int] = set()
        found = list(beside)
        while amiss := self._amiss(found):
            if amiss <= moved:
                return None
            moved |= amiss
            found = list(beside)
            for is_right in (True, False):
                for index, label in self._column([one for one in moved if self._is_right(one) == is_right], is_right):
                    found[index] = label
        return tuple(found)

    def _is_nowhere(self, index: int, beside: PieLabel) -> bool:
        """Tell whether a label has room neither at its wedge nor in a column beside the pie."""
        reach = self.radius + OFF + LANE + beside.rect.width
        return reach > self.room.width / 2 and not self._is_inside(beside.rect)

    def _is_right(self, index: int) -> bool:
        return self.places[index] % 1 < 0.5

    def _column(self, own: list[int], is_right: bool) -> list[tuple[int, PieLabel]]:
        """Return labels of a side, one below the other, with leaders that do not cross."""
        if not own:
            return []
        points = {index: on_circle(self.center, self.radius, self.places[index]) for index in own}
        own.sort(key=lambda index: (points[index][1], index if is_right else -index))
        sizes = [self.sizes[index] or (0.0, 0.0) for index in own]
        heights = [height for _, height in sizes]
        marks = [points[index][1] for index in own]
        wishes = [mark - height / 2 - self.room.y for mark, height in zip(marks, heights, strict=True)]
        tops = [self.room.y + top for top in spread(wishes, heights, APART, self.room.height)]
        middles = [top + height / 2 for top, height in zip(tops, heights, strict=True)]
        turns = lanes(marks, middles)
        sign = 1 if is_right else -1
        edge = self.center[0] + sign * (self.radius + OFF)
        start = edge + sign * LANE * (max(turns) + 1)
        labels = []
        for index, top, middle, turn, (width, height) in zip(own, tops, middles, turns, sizes, strict=True):
            rect = Rect(start if is_right else start - width, top, width, height)
            lane = edge + sign * LANE * turn
            line = leader(points[index], lane, middle if turn else points[index][1], start - sign * APART)
            labels.append((index, PieLabel(rect, line, True)))
        return labels


def _collide(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right + APART
        and other.x < one.right + APART
        and one.y < other.bottom + APART
        and other.y < one.bottom + APART
    )


def leader(start: Point, lane: float, level: float, end: float) -> tuple[Rect, ...]:
    """Return a leader from a point across to a lane, along that to a level, and across to its end."""
    if abs(level - start[1]) < LEADER:
        return (_across(start[0], end, start[1]),)
    top, bottom = sorted((start[1], level))
    upright = Rect(lane - LEADER / 2, top - LEADER / 2, LEADER, bottom - top + LEADER)
    return _across(start[0], lane, start[1]), upright, _across(lane, end, level)


def _across(one: float, other: float, level: float) -> Rect:
    return Rect(min(one, other), level - LEADER / 2, abs(other - one), LEADER)


PlaceLabels = Callable[[_Setting, tuple[PieLabel | None, ...]], tuple[PieLabel | None, ...] | None]
"""Given labels at their wedges, returns where they stand, None where they have no room."""
