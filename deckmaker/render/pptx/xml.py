"""XML of a presentation as text: namespaces, escaping, and the pieces that shapes share.

Text with escaped values is shorter and faster than building trees. What is markup has a type of its own, `Xml`, so that
mypy finds words that are given where markup is wanted: those go through `words` or `attribute`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.units import emu

Xml = NewType("Xml", str)
"""Markup, or a part of it such as attributes: what an XML parser may read."""

NOTHING = Xml("")

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


def whole(element: Xml) -> bytes:
    """Return the part that a root element makes."""
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{element}'.encode()


def words(text: str) -> Xml:
    """Return text as the content of an element."""
    return Xml(escape(text))


def joined(parts: Iterable[Xml]) -> Xml:
    """Return parts one after the other."""
    return Xml("".join(parts))


def attribute(value: object) -> Xml:
    """Return a value quoted and escaped for an attribute."""
    return Xml(quoteattr(str(value), {"\n": "&#10;"}))


def transform(rect: Rect, element: str = "a:xfrm", flipped: bool = False) -> Xml:
    """Return the position and size of a shape; `flipped`, of one whose left is its right."""
    attributes = ' flipH="1"' if flipped else ""
    return Xml(
        f'<{element}{attributes}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{emu(rect.width)}" cy="{emu(rect.height)}"/></{element}>'
    )


def properties(id: int, name: str, alt: str | None = None, decorative: bool = False, click: Xml | None = None) -> Xml:
    """Return `p:cNvPr`: a shape's id, its name in the selection pane, its alt text, and what a click on it does."""
    description = f" descr={attribute(alt)}" if alt else ""
    return Xml(
        f"<p:cNvPr id={attribute(id)} name={attribute(name)}{description}>"
        f"{click or ''}{DECORATIVE if decorative else ''}</p:cNvPr>"
    )


def shape_tree(*shapes: Xml) -> Xml:
    """Return a slide's, layout's or master's tree of shapes."""
    return Xml(
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{''.join(shapes)}</p:spTree>"
    )
