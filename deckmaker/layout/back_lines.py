"""Lines of a diagram that lead back: around below the others, or above them, from the middle of a side to another's.

Drawn in layers, they leave the last box on the side on which lines arrive, and arrive on the side on which lines leave:
their arrows stand beside others that lead the other way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from deckmaker.model.geometry import Rect

Point = tuple[float, float]
Points = tuple[Point, ...]

CLEAR = 3.0
"""Points that such a line keeps from boxes and other lines."""

_NEAR = 0.5
"""Points between what is at one place."""


def led_around(
    lines: Sequence[tuple[Points, ...]], joins: Sequence[Sequence[int]], boxes: Sequence[Rect], back: Sequence[bool]
) -> tuple[tuple[Points, ...], ...]:
    """Return lines to the right, piece by piece, with those that lead `back` led around where that way is free.

    `joins` are the boxes of each line, a label between two pieces among them.
    """
    found = list(lines)
    for index, (own, is_back) in enumerate(zip(joins, back, strict=True)):
        around = _around(found[index], boxes[own[0]], boxes[own[-1]]) if is_back and own[0] != own[-1] else None
        others = [box for place, box in enumerate(boxes) if place not in own[1:-1]]
        beside = (piece for place, pieces in enumerate(found) if place != index for piece in pieces)
        if around and _is_free(around, others, beside):
            found[index] = around
    return tuple(found)


def turned(lines: Iterable[tuple[Points, ...]]) -> tuple[tuple[Points, ...], ...]:
    """Return lines that lead down as such that lead to the right, and the other way."""
    return tuple(tuple(tuple((y, x) for x, y in piece) for piece in pieces) for pieces in lines)


def _around(pieces: tuple[Points, ...], source: Rect, target: Rect) -> tuple[Points, ...] | None:
    """Return a line along the same lane from below a box to below another, or from above; None where it has no lane.

    One whose lane is as high as where it begins leaves the side of its box as it did.
    """
    (start, *_), (*_, end) = pieces[0], pieces[-1]
    if len(pieces) > 2 or abs(start[0] - source.x) > _NEAR or abs(end[0] - target.right) > _NEAR:
        return None
    heights = {y for piece in pieces for _, y in piece if abs(y - start[1]) > _NEAR and abs(y - end[1]) > _NEAR}
    if max(heights, default=0.0) - min(heights, default=0.0) > _NEAR:
        return None
    lane = heights.pop() if heights else start[1]
    is_straight = abs(lane - start[1]) <= _NEAR
    passed = (target,) if is_straight else (source, target)
    is_below = lane > max(one.bottom for one in passed) + CLEAR
    if not is_below and lane > min(one.y for one in passed) - CLEAR:
        return None
    first, last = ((one.x + one.width / 2, one.bottom if is_below else one.y) for one in (source, target))
    out = (start,) if is_straight else (first, (first[0], lane))
    home = ((last[0], lane), last)
    if len(pieces) == 1:
        return ((*out, *home),)
    return ((*out, pieces[0][-1]), (pieces[-1][0], *home))


def _is_free(line: tuple[Points, ...], boxes: Sequence[Rect], others: Iterable[Points]) -> bool:
    """Tell whether a line meets no box but where it begins and ends, and no other line."""
    own = [one for piece in line for one in _stretches(piece, CLEAR)]
    ends = line[0][0], line[-1][-1]
    if any(box.overlaps(one) for box in boxes for one in own if not any(_touches(box, end) for end in ends)):
        return False
    return not any(one.overlaps(other) for points in others for other in _stretches(points, _NEAR) for one in own)


def _touches(box: Rect, end: Point) -> bool:
    return box.x <= end[0] <= box.right and box.y - _NEAR <= end[1] <= box.bottom + _NEAR


def _stretches(points: Points, clear: float) -> Iterator[Rect]:
    for (x, y), (right, bottom) in pairwise(points):
        left, top = min(x, right), min(y, bottom)
        yield Rect(left - clear, top - clear, abs(right - x) + 2 * clear, abs(bottom - y) + 2 * clear)
