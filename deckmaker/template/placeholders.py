"""Placeholders of masters and layouts, and what the ones take over from the others (ECMA-376 part 1, 19.3.1.36)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass
from deckmaker.model.geometry import Rect
from deckmaker.patterns import pattern
from deckmaker.template.colors import Palette
from deckmaker.template.levels import levels_of
from deckmaker.template.names import A, P, local
from deckmaker.template.numbers import ANGLE, EMU, attribute, flag, number
from deckmaker.template.template import TemplatePlaceholder

_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")
_FITS = ("noAutofit", "normAutofit", "spAutoFit")
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
"""And what they are where nobody says it (21.1.2.1.1)."""

_LEAST = 1.0
"""Points on each side of a placeholder: none is shown in less, which people and programs give those that they hide."""

_INDEX = pattern("0|[1-9][0-9]{0,9}")


@dataclass(frozen=True, slots=True)
class PlaceholderShape:
    """The shape of a placeholder in a part: its element, and what slides refer to it by."""

    element: Element
    type: str
    index: int
    name: str

    @property
    def kind(self) -> str:
        """What it is a kind of in a master, which has one of each: title, body, or a piece of furniture."""
        return "title" if self.type in _TITLES else self.type if self.type in _FURNITURE else "body"


PAINTED_PLACE = "a painted place for a text"
"""What is told of a layout whose placeholder has a fill."""


def placeholder_of(shape: Element) -> Element | None:
    """Return the `p:ph` of a shape, None where it is no placeholder."""
    return next(iter(shape.iterfind(f"./*/{P}nvPr/{P}ph")), None)


def placeholder_shapes(tree: Element) -> Iterator[PlaceholderShape]:
    """Yield the placeholders of a part, in their order; none stands in a group."""
    for shape in tree.iterfind(f"{P}cSld/{P}spTree/*"):
        if (found := placeholder_of(shape)) is not None:
            named = shape.find(f"./*/{P}cNvPr")
            name = (named.get("name") if named is not None else None) or ""
            yield PlaceholderShape(shape, found.get("type") or "obj", _index(found.get("idx")), name)


def _index(written: str | None) -> int:
    """Return the index of a placeholder: PowerPoint takes the largest of 32 bits for one that its master does not have.

    It is -1 where slides could not refer to it: where no number stands there as they would write it.
    """
    if written is None:
        return 0
    return int(written) if _INDEX.fullmatch(written) and int(written) < 2**32 else -1


@dataclass(frozen=True, slots=True)
class Styles:
    """The list styles of a master, outermost first: the presentation's, and those for titles, bodies and all else."""

    default: Element | None
    master: Element

    def around(self, kind: str) -> tuple[Element | None, ...]:
        """Return those around a placeholder of a kind."""
        name = {"title": "titleStyle", "body": "bodyStyle"}.get(kind, "otherStyle")
        return self.default, self.master.find(f"{P}txStyles/{P}{name}")

    @property
    def turned(self) -> bool:
        """Whether texts without placeholder may run from right to left.

        Those have the presentation's style in PowerPoint (19.2.1.8), and the master's for all else in LibreOffice.
        """
        return any(flag(level, "rtl") for style in self.around("") if style is not None for level in style)


def resolved(own: PlaceholderShape, parent: Element | None, styles: Styles, palette: Palette) -> TemplatePlaceholder:
    """Return a placeholder with what it takes over from the `parent`, the shape of its kind in the master."""
    place = own.element.find(f"{P}spPr/{A}xfrm")
    chain = [one for one in (parent, own.element) if one is not None]
    frames = [found for one in chain if (found := one.find(f"{P}spPr/{A}xfrm")) is not None]
    bodies = [found for one in chain if (found := one.find(f"{P}txBody/{A}bodyPr")) is not None]
    lists = [one.find(f"{P}txBody/{A}lstStyle") for one in chain]
    prompts = [found for one in chain if (found := one.find(f"{P}txBody")) is not None]

    def said(name: str, default: str) -> str:
        return next((found for one in reversed(bodies) if (found := one.get(name)) is not None), default)

    left, top, right, bottom = (number(said(name, str(usual)), usual) / EMU for name, usual in _INSETS)
    return TemplatePlaceholder(
        own.type,
        own.index,
        own.name,
        _rect(frames[-1]) if frames else None,
        place is not None,
        attribute(frames[-1], "rot") / ANGLE if frames else 0.0,
        said("anchor", "t"),
        (left, top, right, bottom),
        said("vert", "horz"),
        levels_of((*styles.around(own.kind), *lists), palette, prompts),
        next((local(one.tag) for body in reversed(bodies) for one in body if local(one.tag) in _FITS), "noAutofit"),
        said("wrap", "square") != "none",
        max(1, number(said("numCol", "1"), 1)),
    )


def _rect(frame: Element) -> Rect | None:
    off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
    if off is None or ext is None:
        return None
    x, y, width, height = (attribute(*one) / EMU for one in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    return Rect(x, y, width, height) if min(width, height) >= _LEAST else None
