"""Preset geometries (ECMA-376 Part 1, 20.1.9.18)."""

from __future__ import annotations

from deckmaker.layout import Outline
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.units import thousandths
from deckmaker.render.pptx.xml import Xml

_PRESETS = {
    Outline.RECTANGLE: "rect",
    Outline.ROUNDED: "roundRect",
    Outline.ELLIPSE: "ellipse",
    Outline.FIRST_CHEVRON: "homePlate",
    Outline.CHEVRON: "chevron",
}
"""PowerPoint's words for outlines (ECMA-376 Part 1, 20.1.10.56)."""


def geometry_xml(rect: Rect, outline: Outline, corner: float) -> Xml:
    """Return the outline of a shape or a picture; its `corner`, in points, is said as a share of its shorter side."""
    guides = ""
    if corner:
        share = thousandths(corner / min(rect.width, rect.height))
        guides = f'<a:gd name="adj" fmla="val {share}"/>'
    return Xml(f'<a:prstGeom prst="{_PRESETS[outline]}"><a:avLst>{guides}</a:avLst></a:prstGeom>')
