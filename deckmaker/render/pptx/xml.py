"""XML of a presentation as text: namespaces, escaping, and the pieces that shapes share.

Text with escaped values is shorter and faster than building trees.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.units import emu

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Marks a shape that tells a reader nothing, so that screen readers pass it by."""


def whole(element: str) -> bytes:
    """Return the part that a root element makes."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{element}'.encode()


def attribute(value: object) -> str:
    """Return a value quoted and escaped for an attribute."""
    return quoteattr(str(value), {"\n": "&#10;"})


def transform(rect: Rect, element: str = "a:xfrm") -> str:
    """Return the position and size of a shape."""
    return (
        f'<{element}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.width)}" cy="{emu(rect.height)}"/></{element}>'
    )


def properties(id: int, name: str, alt: str | None = None, decorative: bool = False, click: str = "") -> str:
    """Return `p:cNvPr`: a shape's id, its name in the selection pane, its alt text, and what a click on it does."""
    description = f" descr={attribute(alt)}" if alt else ""
    return (
        f"<p:cNvPr id={attribute(id)} name={attribute(name)}{description}>"
        f"{click}{DECORATIVE if decorative else ''}</p:cNvPr>"
    )


def shape_tree(*shapes: str) -> str:
    """Return a slide's, layout's or master's tree of shapes."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:spTree>"
    )
