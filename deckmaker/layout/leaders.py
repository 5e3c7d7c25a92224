"""Labels along a line that has marks to scale: where each stands, and how thin leaders reach it without crossing."""

from __future__ import annotations

from collections.abc import Sequence

NEAR = 3.0
"""Points: a label that is no further from its mark stands at it, and leaders no further apart would touch."""


_LEAST_LINE = 0.5
"""Of its room: how long the line is at least, however much its labels would like to have beyond its ends."""

_ROUNDS, _NEAR_ENOUGH = 8, 0.25
"""How often a line's ends are moved for its labels, as those follow their marks; and of how many points no more."""


def spread(wishes: Sequence[float], sizes: Sequence[float], gap: float, room: float) -> list[float]:
    """Return where labels begin, `gap` points apart at least and in their order, all within 0 and `room`.

    Each is as near as can be to where it would like to begin: the squares of distances are least. `sizes` must have
    room.
    """
    offsets = _offsets(sizes, gap)
    spare = max(room - offsets[-1] - sizes[-1], 0.0)
    free = _spread_freely(wishes, sizes, gap)
    return [min(max(one - offset, 0.0), spare) + offset for one, offset in zip(free, offsets, strict=True)]


def ends_for(
    places: Sequence[float], anchors: Sequence[float], sizes: Sequence[float], gap: float, room: float
) -> tuple[float, float]:
    """Return where within `room` a line begins and ends, so that the labels of its outermost marks stand around those.

    With the line as long as its room, all of them would stand on one side of their marks, and some nearer to another's.
    `places` are those of the marks, from 0 to 1 and in order; `anchors` what labels have before the mark's height.
    Lengths are in points.
    """
    start, end = anchors[0], sizes[-1] - anchors[-1]
    for _ in range(_ROUNDS):
        wishes = [start + (room - start - end) * one - anchor for one, anchor in zip(places, anchors, strict=True)]
        labels = _spread_freely(wishes, sizes, gap)
        before, after = max(-labels[0], 0.0), max(labels[-1] + sizes[-1] - room, 0.0)
        if before + after < _NEAR_ENOUGH or start + before + end + after > (1 - _LEAST_LINE) * room:
            break
        start, end = start + before, end + after
    return start, room - end


def _offsets(sizes: Sequence[float], gap: float) -> list[float]:
    """Return where labels begin that stand as close as they may, the first at 0."""
    return [sum(sizes[:index]) + gap * index for index in range(len(sizes))]


def _spread_freely(wishes: Sequence[float], sizes: Sequence[float], gap: float) -> list[float]:
    """Return where labels begin that have all the room they want.

    Source: isotonic regression by pooling neighbours (Barlow et al., 1972).
    """
    offsets = _offsets(sizes, gap)
    pools: list[tuple[float, int]] = []  # means of neighbours that move together, and how many they are
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    means = [mean for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]


def lanes(marks: Sequence[float], labels: Sequence[float]) -> list[int]:
    """Return how far from the line each leader turns to its label, in lanes from 1; 0 for one that is straight.

    Marks and labels are in the same order, so that no two leaders cross.
    """
    found = [0] * len(marks)
    count = range(len(marks))
    for one in reversed(count):
        if labels[one] > marks[one] + NEAR:
            crossed = (found[other] for other in count[one + 1 :] if marks[other] < labels[one] + NEAR)
            found[one] = 1 + max(crossed, default=0)
    for one in count:
        if labels[one] < marks[one] - NEAR:
            crossed = (found[other] for other in count[:one] if marks[other] > labels[one] - NEAR)
            found[one] = 1 + max(crossed, default=0)
    return found
