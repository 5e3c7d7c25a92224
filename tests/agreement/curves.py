"""Points on Bézier curves, close enough together that their bounds are those of the curve."""

from __future__ import annotations

Point = tuple[float, float]

STEPS = 32


def points_on(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    """Return points on a cubic curve between two ends, which two control points draw."""
    found = []
    for step in range(STEPS + 1):
        t = step / STEPS
        shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
        corners = (start, first, second, end)
        x, y = (sum(share * one[axis] for share, one in zip(shares, corners, strict=True)) for axis in (0, 1))
        found.append((x, y))
    return found
