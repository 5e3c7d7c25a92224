"""Guides: lines that a colleague lines things up with, and that no slide shows ([MS-PPTX] 2.4.1.6, `sldGuideLst`)."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.xml import NOTHING, Xml

OF_MASTER = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
OF_LAYOUT = "{DCECCB84-F9BA-43D5-87BE-67443E8EF086}"
"""The extensions of a master and of a layout that hold its guides."""

_P15 = "http://schemas.microsoft.com/office/powerpoint/2012/main"
_COLOR = "F26B43"
"""As PowerPoint's own are."""

_UNITS = 8
"""In which guides are placed, to a point."""


def columns(places: Iterable[Rect]) -> list[float]:
    """Return where the left and right edges of places stand, from the left, in points; each edge once."""
    return _once(edge for place in places for edge in (place.x, place.right))


def rows(places: Iterable[Rect]) -> list[float]:
    """Return where the upper and lower edges of places stand, from the top, in points; each edge once."""
    return _once(edge for place in places for edge in (place.y, place.bottom))


def guides_xml(uri: str, down: Iterable[float], across: Iterable[float] = ()) -> Xml:
    """Return `p:extLst` with guides that go down the page at some places and across it at others, in points."""
    at = [("", edge) for edge in down] + [(' orient="horz"', edge) for edge in across]
    ones = "".join(
        f'<p15:guide id="{id}"{orient} pos="{round(edge * _UNITS)}" userDrawn="1"><p15:clr><a:srgbClr val="{_COLOR}"/>'
        "</p15:clr></p15:guide>"
        for id, (orient, edge) in enumerate(at, start=1)
    )
    list = f'<p15:sldGuideLst xmlns:p15="{_P15}">{ones}</p15:sldGuideLst>'
    return Xml(f'<p:extLst><p:ext uri="{uri}">{list}</p:ext></p:extLst>') if at else NOTHING


def _once(edges: Iterable[float]) -> list[float]:
    return sorted({round(edge * _UNITS) / _UNITS for edge in edges})
