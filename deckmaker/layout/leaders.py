"""Labels along a line that has marks to scale: where each stands, and how thin leaders reach it without crossing."""

from __future__ import annotations

from collections.abc import Sequence

NEAR = 3.0
"""Points: a label that is no further from its mark stands at it, and leaders no further apart would touch."""


def spread(wishes: Sequence[float], sizes: Sequence[float], gap: float, room: float) -> list[float]:
    """Return where labels begin, `gap` points apart at least and in their order, all within 0 and `room`.

    Each is as near as can be to where it would like to begin: the squares of distances are least. `sizes` must have
    room. Source: isotonic regression by pooling neighbours (Barlow et al., 1972).
    """
    offsets = [sum(sizes[:index]) + gap * index for index in range(len(sizes))]
    pools: list[tuple[float, int]] = []  # means of neighbours that move together, and how many they are
    for wish, offset in zip(wishes, offsets, strict=True):
        mean, count = wish - offset, 1
        while pools and pools[-1][0] > mean:
            other, more = pools.pop()
            mean, count = (mean * count + other * more) / (count + more), count + more
        pools.append((mean, count))
    spare = max(room - offsets[-1] - sizes[-1], 0.0)
    means = [min(max(mean, 0.0), spare) for mean, count in pools for _ in range(count)]
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
