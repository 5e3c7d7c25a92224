"""What stands on a slide: its shapes with their places, and what placeholders take from layout and master."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import dataclass, replace
from deckmaker.importing.powerpoint.inherited import TITLES
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.seen_texts import seen_line, seen_text
from deckmaker.model.geometry import Rect
from deckmaker.patterns import pattern
from deckmaker.template.names import MC, A, P, R, local
from deckmaker.template.numbers import EMU, attribute, flag
from deckmaker.template.placeholders import placeholder_of

_KINDS = ("sp", "pic", "graphicFrame", "cxnSp", "contentPart")
_FAR = 1e9
"""Points: groups in groups may enlarge each other, and floats end somewhere."""

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"

_FILE_NAME = pattern(
    r"(?i)[^\s/\\]*\.(?:png|jpe?g|gif|tiff?|svg|bmp|emf|wmf|webp|mp[34]|m4[av]|mov|avi|wm[av]|mpe?g|wav|aac|ogg|webm)"
)
"""What programs write where nobody has said what a picture, a film or a sound is of."""

_LINES = (f"{A}p", f"{A}br")

SLIDE_NUMBER = "slidenum"
"""The type of a field that programs fill with the number of its slide (21.1.2.2.4)."""

_STAYING = ("ppaction://noaction", "ppaction://media")
"""What a click does that leads nowhere."""

_KNOWN = pattern(r"[acp]\d{2,4}|c16r\d+|cx\d*|wp[cgis]|ps[elu]z|am3d|aink|adec|ahyp|asvg|iact|v")
"""Prefixes of the namespaces that PowerPoint knows, as it writes them: a reader of XML does not say what they stand for
(ECMA-376 part 3, 7.6)."""

Move = Callable[[Rect], Rect]


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its element and kind, such as `sp`, its place in points, and its placeholder's type.

    `parents` are the placeholders of layout and master that it takes texts and places from, the nearest first. The
    `group` is the name of the innermost one that it stands in. One that `is_hidden` nobody sees on the slide: it, or a
    group around it, is switched off in the Selection Pane.
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
    is_hidden: bool = False
    instead: Shape | None = None

    @property
    def is_title(self) -> bool:
        """Tell whether it is a placeholder of a title."""
        return self.type in TITLES

    @property
    def body(self) -> Element | None:
        """The text of the shape."""
        return self.element.find(f"{P}txBody")

    @property
    def click(self) -> Element | None:
        """What a click on the shape does."""
        return click_in(own_properties(self.element))


def shapes_of(slide: SlidePart) -> list[Shape]:
    """Return the shapes that are seen on a slide, in the order in which they are drawn."""
    return [one for one in _all(slide) if not one.is_hidden]


def hidden_on(slide: SlidePart) -> list[Shape]:
    """Return the shapes of a slide that nobody sees."""
    return [one for one in _all(slide) if one.is_hidden]


def own_properties(element: Element) -> Element | None:
    """Return what a shape or a group says of itself: its name, what it shows, whether it is hidden (20.1.2.2.8)."""
    return next((one for one in element.iterfind("./*/*") if local(one.tag) == "cNvPr"), None)


def description_of(properties: Element | None) -> str:
    """Return what is said of a shape for those who cannot see it, behind the title that older programs have beside it;
    the names of files say nothing."""
    found = [seen_text(properties.get(key) or "") for key in ("title", "descr")] if properties is not None else []
    title, said = ("" if _FILE_NAME.fullmatch(one.strip()) else one for one in found or ("", ""))
    return f"{title}: {said}" if title and said and title not in said else said or title


def descriptions_in(element: Element) -> Iterator[str]:
    """Yield what is said of a shape, and of the shapes in it, but for those that nobody sees: objects of other programs
    are shown by a picture of their own (19.3.2.4)."""
    for one in element.iter():
        if local(one.tag) == "cNvPr" and not flag(one, "hidden"):
            yield description_of(one)


def plain_words(body: Element | None) -> str:
    """Return the words of a text, or of a part of one, on one line."""
    if body is None:
        return ""
    signs = (" " if one.tag in _LINES else (one.text or "") if one.tag == f"{A}t" else "" for one in body.iter())
    return seen_line("".join(signs))


def is_number_alone(body: Element | None) -> bool:
    """Tell whether a text is the number of its slide alone, which a deck's pages have by themselves."""
    if body is None:
        return False
    fields = [one for one in body.iter(f"{A}fld") if one.get("type") == SLIDE_NUMBER]
    return plain_words(body) == " ".join(" ".join(map(plain_words, fields)).split())


def click_in(properties: Element | None) -> Element | None:
    """Return where a click on a shape or on words leads (21.1.2.3.5); None where it leads nowhere, or plays a film."""
    found = properties.find(f"{A}hlinkClick") if properties is not None else None
    return found if found is not None and leads_somewhere(found) else None


def leads_somewhere(link: Element) -> bool:
    """Tell whether a link leads anywhere, and does not play a film."""
    return link.get("action") not in _STAYING and bool(link.get("action") or link.get(f"{R}id"))


def _all(slide: SlidePart) -> Iterator[Shape]:
    tree = slide.root.find(f"{P}cSld/{P}spTree")
    return _within(slide, tree, lambda rect: rect, "", False) if tree is not None else iter(())


def _within(slide: SlidePart, around: Element, move: Move, called: str, is_hidden: bool) -> Iterator[Shape]:
    """Yield the shapes in an element, which stands in a group of that name; how deep elements may stand, the reader of
    XML bounds."""
    for one in around:
        name = local(one.tag)
        if one.tag == f"{MC}AlternateContent":
            yield from _of_alternatives(slide, one, move, called, is_hidden)
        elif name == "grpSp":
            own = own_properties(one)
            group = (own.get("name") or "") if own is not None else ""
            yield from _within(slide, one, _moved(one, move), group, is_hidden or flag(own, "hidden"))
        elif name in _KINDS:
            yield _shape(slide, one, name, move, called, is_hidden)


def _of_alternatives(slide: SlidePart, one: Element, move: Move, called: str, is_hidden: bool) -> Iterator[Shape]:
    """Yield what a program shows that knows as much as we do: a choice that holds what is known, else the fallback.
    A choice for what PowerPoint does not know comes last: so no word is lost where there is no fallback.

    A chart of the new kinds has its fallback beside it: words that say that it is not shown, or a picture of it.
    """
    found: list[Shape] = []
    choices = [*one.iterfind(f"{MC}Choice")]
    known = [choice for choice in choices if all(map(_KNOWN.fullmatch, choice.get("Requires", "").split()))]
    others = [choice for choice in choices if choice not in known]
    for choice in (*known, *one.iterfind(f"{MC}Fallback"), *others):
        before, found = (
            found,
            list(_within(slide, choice, move, called, is_hidden)),
        )  # once: choices may stand in choices
        if any(map(is_new_chart, before)):
            pictures = [shape for shape in found if shape.kind == "pic"]
            found = [replace(before[0], instead=pictures[0])] if len(before) == len(pictures) == 1 else before
            break
        if found and not any(shape.kind == "contentPart" or is_new_chart(shape) for shape in found):
            break
    yield from found


def is_new_chart(shape: Shape) -> bool:
    """Tell whether a frame holds a chart of the new kinds, which PowerPoint draws since 2016."""
    data = shape.element.find(f"{A}graphic/{A}graphicData")
    return data is not None and "chartex" in data.get("uri", "")


def _shape(slide: SlidePart, element: Element, kind: str, move: Move, group: str, is_hidden: bool) -> Shape:
    placeholder = placeholder_of(element)
    type = "" if placeholder is None else placeholder.get("type") or "obj"
    index = "" if placeholder is None else placeholder.get("idx") or ""
    parents = _parents(slide, type, index) if type else ()
    own = own_properties(element)
    place = next((found for one in (element, *parents) if (found := _place(one)) is not None), None)
    return Shape(
        element,
        kind,
        move(place) if place else None,
        type,
        parents,
        (own.get("name") or "") if own is not None else "",
        description_of(own),
        own is not None and any(found.get("val") in ("1", "true") for found in own.iter(_DECORATIVE)),
        group,
        is_hidden or flag(own, "hidden"),
    )


def _parents(slide: SlidePart, type: str, index: str) -> tuple[Element, ...]:
    """Return the placeholders of layout and master that one of the slide takes from (19.3.1.36)."""
    found = (slide.of_layout.of_index(type, index), slide.of_master.of_kind(type))
    return tuple(one for one in found if one is not None)


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
    """Return where a group puts what stands in it, whose places count in the group's own measure (20.1.7.5). One may
    show it as in a mirror."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    outer, inner = _rect(frame, "off", "ext"), _rect(frame, "chOff", "chExt")
    if not outer or not inner or not inner.width or not inner.height:
        return move
    across, down = outer.width / inner.width, outer.height / inner.height

    is_turned, is_upside_down = flag(frame, "flipH"), flag(frame, "flipV")

    def moved(rect: Rect) -> Rect:
        x = inner.right - rect.right if is_turned else rect.x - inner.x
        y = inner.bottom - rect.bottom if is_upside_down else rect.y - inner.y
        x, y = outer.x + x * across, outer.y + y * down
        return move(Rect(*(max(-_FAR, min(one, _FAR)) for one in (x, y, rect.width * across, rect.height * down))))

    return moved
