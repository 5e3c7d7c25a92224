"""How shapes fade out: slowly at first and at last, so that no edge shows where they begin to."""

from __future__ import annotations

STEPS = 8
"""Straight pieces that the curve is made of, in every format alike; more would not be seen."""


def fade_stops(width: float, fade: float) -> tuple[tuple[float, float], ...]:
    """Return the stops of a shape that fades out over the last `fade` of its `width`, in order.

    Each is a place along the shape, from 0 to 1, and the share of its opacity that is left there.
    """
    begin = 1 - fade / width
    parts = (step / STEPS for step in range(STEPS + 1))
    stops = tuple((begin + (1 - begin) * part, 1 - part * part * (3 - 2 * part)) for part in parts)
    return ((0.0, 1.0), *stops) if begin > 0 else stops
