"""The corners of shapes that are polygons."""

from __future__ import annotations

from deckmaker.layout.document import Outline, ShapeItem


def chevron_points(width: float, height: float, item: ShapeItem) -> list[tuple[float, float]]:
    """Return the corners of a chevron of that size, clockwise from its top left one, in points from there."""
    straight = [
        (0.0, 0.0),
        (width - item.corner, 0.0),
        (width, height / 2),
        (width - item.corner, height),
        (0.0, height),
    ]
    return straight if item.outline is Outline.FIRST_CHEVRON else [*straight, (item.corner, height / 2)]
