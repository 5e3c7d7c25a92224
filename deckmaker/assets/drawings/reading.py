"""An SVG file to a tree that holds nothing but a drawing. What is drawn is this tree, not the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.references import MovesOut, check_reference, check_style
from deckmaker.assets.flaw import Unusable
from deckmaker.assets.xml_reading import Refused, read_xml
from deckmaker.budget.drawings import DRAWING_BYTES
from deckmaker.budget.pictures import PICTURE_PIXELS

SVG = "{http://www.w3.org/2000/svg}"
_PLAIN = "take it out, or export the drawing as PNG"
_CODE = {"script", "handler", "listener"}
_MOVING = {"animate", "animateColor", "animateMotion", "animateTransform", "set", "discard"}
_FOREIGN = {"foreignObject", "iframe", "video", "audio", "canvas", "object", "embed"}
_XHTML = "{http://www.w3.org/1999/xhtml}"


def read_drawing(data: bytes) -> Element:
    """Return the root of a safe drawing. Raises Unusable with the element and the line of what is not safe."""
    if len(data) > DRAWING_BYTES.most:
        raise Unusable(f"is an SVG file that {DRAWING_BYTES.excess(len(data))}", "export it as PNG")
    try:
        root = read_xml(data, _Watch().look_at)
    except Refused as refusal:
        if refusal.args[0].startswith("it is not XML"):
            raise Unusable(f"is not a whole SVG file: line {refusal.line}: {refusal}", "export it anew") from refusal
        raise Unusable(f"is not a safe SVG file: line {refusal.line}: {refusal}", _PLAIN) from refusal
    if root.tag == "svg":
        raise Unusable("is an SVG file without its namespace", f'begin it with `<svg xmlns="{SVG[1:-1]}"`')
    if root.tag != f"{SVG}svg":
        raise Unusable("is not a picture")
    for style in root.iter(f"{SVG}style"):
        _checked(check_style, style.text or "", "style", int(style.attrib.pop(_LINE)))
    return root


_LINE = "deckmaker-line"
"""Where a style sheet stands, until its text has been read."""


class _Watch:
    """Looks at each element while it is read, and counts the pixels of the pictures that it holds."""

    def __init__(self) -> None:
        self._pixels = 0

    def look_at(self, name: str, attributes: dict[str, str], line: int) -> None:
        """Raise Unusable for an element that is not safe."""
        space, _, local = name.rpartition("}")
        if local in _CODE:
            raise _unsafe(local, line, "runs code")
        if local in _MOVING:
            raise _unsafe(local, line, "moves")
        if local in _FOREIGN or space + "}" == _XHTML:
            raise _unsafe(local, line, "holds another kind of document")
        for key, value in attributes.items():
            plain = key.rpartition("}")[2]
            if key.lower().startswith("on"):
                raise _unsafe(local, line, f"has `{key[:40]}`, which runs code")
            if plain in ("href", "src"):
                self._pixels += _checked(check_reference, value, local, line)
                if self._pixels > PICTURE_PIXELS.most:
                    raise _unsafe(
                        local,
                        line,
                        f"brings the pictures in it to {self._pixels:,} pixels: more than {PICTURE_PIXELS.most:,}",
                    )
            elif "(" in value or "@" in value or "\\" in value:
                _checked(check_style, value, local, line)
        if name == f"{SVG}style":
            attributes[_LINE] = str(line)


T = TypeVar("T")


def _checked(check: Callable[[str], T], value: str, name: str, line: int) -> T:
    try:
        return check(value)
    except MovesOut as found:
        raise _unsafe(name, line, str(found)) from found


def _unsafe(name: str, line: int, why: str) -> Unusable:
    return Unusable(f"is not a safe SVG file: line {line}: `<{name[:40]}>` {why}", _PLAIN)
