"""The outlines of shapes as path operators (ISO 32000-2, 8.5.2). Arcs are Bézier curves, 0.03 % off at most."""

from __future__ import annotations

from deckmaker.layout import Outline, ShapeItem
from deckmaker.layout.shape_forms import corners_of

_ARC = 0.5523
"""The distance of a control point from a quarter circle's end, in radii: 4/3 of the tangent of 22.5 degrees."""


def shape_path(box: tuple[float, float, float, float], item: ShapeItem) -> str:
    """Return the operators of a shape other than a rectangle, in a box of left, bottom, width and height."""
    x, y, width, height = box
    match item.outline:
        case Outline.ELLIPSE:
            return rounded_path(box, width / 2, height / 2)
        case Outline.RECTANGLE | Outline.ROUNDED:
            return rounded_path(box, item.corner, item.corner)
        case Outline.FIRST_CHEVRON | Outline.CHEVRON | Outline.DIAMOND:
            points = corners_of(width, height, item)
            corners = [f"{x + across:.3f} {y + height - down:.3f}" for across, down in points]
            return f"{corners[0]} m {' '.join(f'{one} l' for one in corners[1:])} h"


def rounded_path(box: tuple[float, float, float, float], across: float, up: float) -> str:
    """Return a box whose corners are quarter ellipses of these radii."""
    x, y, width, height = box
    left, right, bottom, top = x, x + width, y, y + height
    dx, dy = across * (1 - _ARC), up * (1 - _ARC)
    curves = (
        ((right - dx, bottom), (right, bottom + dy), (right, bottom + up), (right, top - up)),
        ((right, top - dy), (right - dx, top), (right - across, top), (left + across, top)),
        ((left + dx, top), (left, top - dy), (left, top - up), (left, bottom + up)),
        ((left, bottom + dy), (left + dx, bottom), (left + across, bottom), (left + across, bottom)),
    )
    path = [f"{left + across:.3f} {bottom:.3f} m {right - across:.3f} {bottom:.3f} l"]
    for *curve, end in curves:
        path.append(f"{' '.join(f'{a:.3f} {b:.3f}' for a, b in curve)} c {end[0]:.3f} {end[1]:.3f} l")
    return " ".join((*path, "h"))
