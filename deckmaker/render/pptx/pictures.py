"""Pictures as `p:pic`: cropped by the source rectangle, never squeezed, in their placeholder where they have one.

A drawing is there twice, as PowerPoint's own are: as lines and curves, and as pixels for programs that know no SVG.
"""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.layout import Edge, Outline, PictureItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.geometry import geometry_xml
from deckmaker.render.pptx.placeholders import Placeholder
from deckmaker.render.pptx.units import emu, thousandths
from deckmaker.render.pptx.xml import Xml, properties, transform


class Embedded(NamedTuple):
    """The relationships of what a picture shows: its pixels, and its drawing where it has one."""

    pixels: str
    drawing: str | None


def picture_xml(
    id: int,
    name: str,
    item: PictureItem,
    embedded: Embedded,
    rect: Rect | None,
    placeholder: Placeholder | None,
    colors: SchemeColors,
    frame: Rect,
) -> Xml:
    """Return a picture in a `frame`; `rect` is None where it inherits that, `placeholder` None where it fills none."""
    left, top, right, bottom = (thousandths(part) for part in item.crop)
    crop = f'<a:srcRect l="{left}" t="{top}" r="{right}" b="{bottom}"/>' if any(item.crop) else ""
    # A picture without placeholder needs a geometry; one with inherits it.
    locks = 'noGrp="1" ' if placeholder else ""
    geometry = "" if placeholder and item.edge is None else edge_xml(frame, item.edge, colors)
    return Xml(
        f"<p:pic><p:nvPicPr>{properties(id, name, item.alt, decorative=item.decorative)}<p:cNvPicPr>"
        f'<a:picLocks {locks}noChangeAspect="1"/></p:cNvPicPr>'
        f"<p:nvPr>{placeholder.xml() if placeholder else ''}</p:nvPr></p:nvPicPr><p:blipFill>"
        f"{_blip(embedded)}{crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{transform(rect) if rect else ''}{geometry}</p:spPr></p:pic>"
    )


def edge_xml(frame: Rect, edge: Edge | None, colors: SchemeColors) -> Xml:
    """Return the geometry of a picture, and the line around it where there is one."""
    corner = edge.corner if edge else 0.0
    outline = Outline.ROUNDED if corner else Outline.RECTANGLE
    line = ""
    if edge and edge.color:
        line = f'<a:ln w="{emu(edge.width)}">{colors.fill(edge.color)}<a:miter lim="800000"/></a:ln>'
    return Xml(f"{geometry_xml(frame, outline, corner)}{line}")


def _blip(embedded: Embedded) -> Xml:
    """Return what is shown; a drawing as an extension ([MS-ODRAWXML], CT_SVGBlip)."""
    if embedded.drawing is None:
        return Xml(f'<a:blip r:embed="{embedded.pixels}"/>')
    return Xml(
        f'<a:blip r:embed="{embedded.pixels}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
        '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{embedded.drawing}"/></a:ext></a:extLst></a:blip>'
    )
