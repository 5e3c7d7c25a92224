"""Preset geometries (ECMA-376 Part 1, 20.1.9.18)."""

from __future__ import annotations

from math import sqrt

from deckmaker.layout import Outline, ShapeItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import Xml

_PRESETS = {
    Outline.RECTANGLE: "rect",
    Outline.ROUNDED: "roundRect",
    Outline.ELLIPSE: "ellipse",
    Outline.FIRST_CHEVRON: "homePlate",
    Outline.CHEVRON: "chevron",
    Outline.DIAMOND: "diamond",
}
"""PowerPoint's words for outlines (ECMA-376 Part 1, 20.1.10.56)."""


def geometry_xml(rect: Rect, outline: Outline, corner: float) -> Xml:
    """Return the outline of a shape or a picture; its `corner`, in points, is said as a share of its shorter side."""
    guides = ""
    if corner:
        share = thousandths(corner / min(rect.width, rect.height))
        guides = f'<a:gd name="adj" fmla="val {share}"/>'
    return Xml(f'<a:prstGeom prst="{_PRESETS[outline]}"><a:avLst>{guides}</a:avLst></a:prstGeom>')


def text_rectangle(rect: Rect, item: ShapeItem) -> Rect:
    """Return where the words of a shape stand that have no insets (the `rect` of its preset in annex D)."""
    match item.outline:
        case Outline.ROUNDED:
            across = up = item.corner * (1 - sqrt(0.5))
        case Outline.ELLIPSE:
            across, up = (side * (1 - sqrt(0.5)) / 2 for side in (rect.width, rect.height))
        case Outline.DIAMOND:
            across, up = rect.width / 4, rect.height / 4
        case _:
            across = up = 0.0
    return Rect(rect.x + across, rect.y + up, rect.width - 2 * across, rect.height - 2 * up)
