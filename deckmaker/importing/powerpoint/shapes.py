"""What stands on a slide: its shapes with their places, and what placeholders take from layout and master."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.model.geometry import Rect
from deckmaker.template.names import MC, A, P, local
from deckmaker.template.numbers import EMU, attribute
from deckmaker.template.placeholders import placeholder_of

_KINDS = ("sp", "pic", "graphicFrame", "cxnSp", "contentPart")
_DEEPEST = 30
"""Groups inside one another, as far as they are looked into."""

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLES = ("title", "ctrTitle")

Move = Callable[[Rect], Rect]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its element and kind, such as `sp`, its place in points, and its placeholder's type.

    `parents` are the placeholders of layout and master that it takes texts and places from, the nearest first. The
    `group` is the name of the innermost one that it stands in.
    """

    element: Element
    kind: str
    place: Rect | None
    type: str
    parents: tuple[Element, ...]
    name: str
    description: str
    is_decorative: bool
    group: str = ""

    @property
    def is_title(self) -> bool:
        """Tell whether it is a placeholder of a title."""
        return self.type in _TITLES

    @property
    def body(self) -> Element | None:
        """The text of the shape."""
        return self.element.find(f"{P}txBody")


def shapes_of(slide: SlidePart) -> list[Shape]:
    """Return the shapes of a slide in the order in which they are drawn."""
    tree = slide.root.find(f"{P}cSld/{P}spTree")
    return list(_within(slide, tree, lambda rect: rect, ())) if tree is not None else []


def _within(slide: SlidePart, around: Element, move: Move, groups: tuple[str, ...]) -> Iterator[Shape]:
    """Yield the shapes in an element, which stands in `groups` of these names, the outermost first."""
    for one in around:
        name = local(one.tag)
        if one.tag == f"{MC}AlternateContent":
            yield from _of_alternatives(slide, one, move, groups)
        elif name == "grpSp" and len(groups) < _DEEPEST:
            own = one.find(f"{P}nvGrpSpPr/{P}cNvPr")
            called = (own.get("name") or "") if own is not None else ""
            yield from _within(slide, one, _moved(one, move), (*groups, called))
        elif name in _KINDS:
            yield _shape(slide, one, name, move, groups[-1] if groups else "")


def _of_alternatives(slide: SlidePart, one: Element, move: Move, groups: tuple[str, ...]) -> Iterator[Shape]:
    """Yield what a program shows that knows as much as we do: a choice that holds what is known, else the fallback."""
    found: list[Shape] = []
    for choice in (*one.iterfind(f"{MC}Choice"), *one.iterfind(f"{MC}Fallback")):
        found = list(_within(slide, choice, move, groups))  # once: choices may stand in choices
        if found and not any(shape.kind == "contentPart" or _is_unknown(shape) for shape in found):
            break
    yield from found


def _is_unknown(shape: Shape) -> bool:
    """Tell whether a frame holds a chart of the new kinds, of which only PowerPoint 2016 and later draw the data."""
    data = shape.element.find(f"{A}graphic/{A}graphicData")
    return data is not None and "chartex" in data.get("uri", "")


def _shape(slide: SlidePart, element: Element, kind: str, move: Move, group: str) -> Shape:
    placeholder = placeholder_of(element)
    type = "" if placeholder is None else placeholder.get("type") or "obj"
    index = "" if placeholder is None else placeholder.get("idx") or ""
    parents = tuple(_parents(slide, type, index)) if type else ()
    own = element.find(f"./*/{P}cNvPr")
    place = next((found for one in (element, *parents) if (found := _place(one)) is not None), None)
    return Shape(
        element,
        kind,
        move(place) if place else None,
        type,
        parents,
        (own.get("name") or "") if own is not None else "",
        (own.get("descr") or "") if own is not None else "",
        own is not None and any(found.get("val") in ("1", "true") for found in own.iter(_DECORATIVE)),
        group,
    )


def _parents(slide: SlidePart, type: str, index: str) -> Iterator[Element]:
    """Yield the placeholders of layout and master that one of the slide takes from (19.3.1.36)."""
    of_layout = list(_placeholders(slide.layout))
    same = [one for one, its_type, its_index in of_layout if index and its_index == index]
    same = same or [one for one, its_type, _ in of_layout if _kind(its_type) == _kind(type)]
    yield from same[:1]
    yield from [one for one, its_type, _ in _placeholders(slide.master) if _kind(its_type) == _kind(type)][:1]


def _placeholders(root: Element | None) -> Iterator[tuple[Element, str, str]]:
    for one in root.iterfind(f"{P}cSld/{P}spTree/*") if root is not None else ():
        if (found := placeholder_of(one)) is not None:
            yield one, found.get("type") or "obj", found.get("idx") or ""


def _kind(type: str) -> str:
    """Return what a placeholder is a kind of in a master: a title, a piece of furniture, or a body."""
    return "title" if type in _TITLES else type if type in ("dt", "ftr", "sldNum", "hdr") else "body"


def _place(element: Element) -> Rect | None:
    frame = element.find(f"{P}spPr/{A}xfrm")
    frame = element.find(f"{P}xfrm") if frame is None else frame
    return _rect(frame, "off", "ext")


def _rect(frame: Element | None, offset: str, extent: str) -> Rect | None:
    off = frame.find(f"{A}{offset}") if frame is not None else None
    ext = frame.find(f"{A}{extent}") if frame is not None else None
    if off is None or ext is None:
        return None
    x, y, width, height = (attribute(*one) / EMU for one in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy")))
    return Rect(x, y, max(width, 0.0), max(height, 0.0))


def _moved(group: Element, move: Move) -> Move:
    """Return where a group puts what stands in it, whose places count in the group's own measure (20.1.7.5)."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    outer, inner = _rect(frame, "off", "ext"), _rect(frame, "chOff", "chExt")
    if not outer or not inner or not inner.width or not inner.height:
        return move
    across, down = outer.width / inner.width, outer.height / inner.height

    def moved(rect: Rect) -> Rect:
        x, y = outer.x + (rect.x - inner.x) * across, outer.y + (rect.y - inner.y) * down
        return move(Rect(x, y, rect.width * across, rect.height * down))

    return moved
