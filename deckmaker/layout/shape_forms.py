"""The forms of shapes: corners, and how one fades out."""

from __future__ import annotations

from deckmaker.layout.document import Outline, ShapeItem

STEPS = 8
"""Straight pieces that the curve is made of, in every format alike; more would not be seen."""


def fade_stops(width: float, fade: float, turned: bool = False) -> tuple[tuple[float, float], ...]:
    """Return the stops of a shape that fades out over the last `fade` of its `width`, in order; of a `turned` one over
    the first.

    Each is a place along the shape, from 0 to 1, and the share of its opacity that is left there.
    """
    begin = 1 - fade / width
    parts = (step / STEPS for step in range(STEPS + 1))
    stops = tuple((begin + (1 - begin) * part, 1 - part * part * (3 - 2 * part)) for part in parts)
    stops = ((0.0, 1.0), *stops) if begin > 0 else stops
    return tuple((1 - place, share) for place, share in reversed(stops)) if turned else stops


def corners_of(width: float, height: float, item: ShapeItem) -> list[tuple[float, float]]:
    """Return the corners of a chevron or diamond of that size, clockwise, in points from its box's top left corner."""
    if item.outline is Outline.DIAMOND:
        return [(width / 2, 0.0), (width, height / 2), (width / 2, height), (0.0, height / 2)]
    straight = [
        (0.0, 0.0),
        (width - item.corner, 0.0),
        (width, height / 2),
        (width - item.corner, height),
        (0.0, height),
    ]
    corners = straight if item.outline is Outline.FIRST_CHEVRON else [*straight, (item.corner, height / 2)]
    return [(width - x, y) for x, y in reversed(corners)] if item.turned else corners
