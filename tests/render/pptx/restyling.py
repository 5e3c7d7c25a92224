"""Built decks restyled as PowerPoint does it: in the master's text styles, and in the theme's fonts and colours."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Pt

from tests.render.pptx.decks import find


@dataclass(frozen=True)
class Look:
    """What a text style is changed to. `color` is RRGGBB; `sizes` in points, one a level."""

    font: str
    color: str
    sizes: tuple[int, ...]


def with_styles(content: bytes, title: Look, body: Look) -> bytes:
    """Change the text styles of the master, as its text is changed under View, Slide Master."""
    presentation = Presentation(BytesIO(content))
    (master,) = presentation.slide_masters
    for style, look in (("titleStyle", title), ("bodyStyle", body)):
        levels = find(master._element, f"p:txStyles/p:{style}/*/a:defRPr")
        for level, size in zip(levels, look.sizes, strict=True):
            level.set("sz", str(Pt(size).centipoints))
            find(level, "a:latin")[0].set("typeface", look.font)
            (color,) = find(level, "a:solidFill/*")
            color.getparent().replace(color, _rgb(look.color))
    return _saved(presentation)


def with_theme(content: bytes, heading: str, body: str, accent: str) -> bytes:
    """Change the theme's fonts, its accents and its links, as under Design, Variants."""
    presentation = Presentation(BytesIO(content))
    (master,) = presentation.slide_masters
    part = master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    find(root, "//a:majorFont/a:latin")[0].set("typeface", heading)
    find(root, "//a:minorFont/a:latin")[0].set("typeface", body)
    for place in (*(f"accent{number}" for number in range(1, 7)), "hlink"):
        find(root, f"//a:{place}/a:srgbClr")[0].set("val", accent)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _saved(presentation)


def _rgb(color: str) -> Any:
    element = etree.Element("{http://schemas.openxmlformats.org/drawingml/2006/main}srgbClr")
    element.set("val", str(RGBColor.from_string(color)))
    return element


def _saved(presentation: Any) -> bytes:
    stream = BytesIO()
    presentation.save(stream)
    return stream.getvalue()
