"""What one page shows: operators (ISO 32000-2, annex A), the resources that they name, and whose each of them is.

A page shows one slide, or several, each in its place; it knows neither slides nor sheets.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from string import printable
from typing import NamedTuple
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFObject, PDFObjectReference

from deckmaker.render.pdf.destinations import Destinations
from deckmaker.render.pdf.placement import WHOLE, Box, Placement
from deckmaker.render.pdf.structure import Element, Structure
from deckmaker.render.pdf.text_strings import text_string
from deckmaker.render.pdf.writing import FONTS, StreamedDocument

Owner = Element | str
"""Whose content is: an element's, or an artifact's, which is seen and not read (ISO 32000-1, 14.8.2.2): the entries of
its property list."""

LAYOUT, BACKGROUND = "/Type/Layout", "/Type/Background"
HEADER, FOOTER = "/Type/Pagination/Subtype/Header", "/Type/Pagination/Subtype/Footer"
"""Artifacts: what parts or adorns content, what lies behind it, what stands on every page."""


class _Link(NamedTuple):
    """What an element leads to: a box on the page, what is said of the target, and entries that say where it is.

    These are known when the page is, which is given by its reference.
    """

    element: Element
    box: Box
    says: str
    target: Callable[[str, Destinations], str]


_APART = 0.1
"""Points between boxes that touch each other, at most."""


def _joined(one: Box, other: Box) -> Box | None:
    """Return the box of two that stand on one line and touch each other; None for others."""
    left, bottom, right, top = one
    on_one_line = abs(bottom - other[1]) <= _APART and abs(top - other[3]) <= _APART
    if on_one_line and min(abs(right - other[0]), abs(left - other[2])) <= _APART:
        return min(left, other[0]), bottom, max(right, other[2]), top
    return None


class PageContent:
    """The content of a page, added in the order in which it is painted. Coordinates are a PDF's: y grows upward.

    Those of what is added within `placed` are its own. Whose it is says `within`, before it is added.
    """

    def __init__(self) -> None:
        self._operators: list[str] = []
        self._objects: dict[str, PDFObjectReference] = {}
        self._states: dict[str, float] = {}
        self._links: list[_Link] = []
        self._placement = WHOLE
        self._owner: Owner | None = None
        self._owners: list[Element] = []  # by the identifiers of their content

    @contextmanager
    def placed(self, placement: Placement, width: float, height: float) -> Iterator[None]:
        """Place what is added within, of which nothing is seen outside of its own `width` and `height`."""
        self.within(None)
        self._operators.append(f"q {placement.operators} 0 0 {width:.3f} {height:.3f} re W n")
        self._placement = placement
        yield
        self.within(None)
        self._placement = WHOLE
        self._operators.append("Q")

    def within(self, owner: Owner | None) -> None:
        """Say whose all is that is added from now on, up to the next time; None for the end (ISO 32000-1, 14.6)."""
        if owner is self._owner:
            return
        if self._owner is not None:
            self._operators.append("EMC")
        self._owner = owner
        if isinstance(owner, Element):
            identifier = len(self._owners)
            self._owners.append(owner)
            owner.own(identifier)
            self._operators.append(f"/{owner.tag} <</MCID {identifier}>> BDC")
        elif owner is not None:
            self._operators.append(f"/Artifact <<{owner}>> BDC")

    def bounds(self, box: Box) -> str:
        """Return the attributes of a figure in a box (14.8.5.4.3), as entries of its element."""
        edges = " ".join(f"{one:.2f}" for one in self._placement.box(box))
        return f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"

    def text(self, operators: str) -> None:
        """Add a text object's operators, without those that begin and end it."""
        self._operators.append(f"BT {operators} ET")

    def rectangle(self, box: tuple[float, ...], fill: str, opacity: float) -> None:
        """Fill left, bottom, width and height, in the color that `fill` sets."""
        x, y, width, height = box
        state = "" if opacity == 1 else f"/{self._state(opacity)} gs "
        self._operators.append(f"q {state}{fill} {x:.3f} {y:.3f} {width:.3f} {height:.3f} re f Q")

    def path(self, path: str, fill: str, opacity: float) -> None:
        """Fill what path operators enclose, in the color that `fill` sets."""
        state = "" if opacity == 1 else f"/{self._state(opacity)} gs "
        self._operators.append(f"q {state}{fill} {path} f Q")

    def drawn(self, operators: str, opacity: float) -> None:
        """Add operators that set colours and paint a path; what they fill lets through what lies below it."""
        state = "" if opacity == 1 else f"/{self._state(opacity)} gs "
        self._operators.append(f"q {state}{operators} Q")

    def _state(self, opacity: float) -> str:
        name = f"fill-{opacity:g}"
        self._states[name] = opacity
        return name

    def form(self, form: PDFObjectReference, x: float, y: float) -> None:
        """Paint a form, its origin at a point."""
        self._operators.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm {self._paint(form)} Q")

    def image(self, image: PDFObjectReference, box: tuple[float, ...], window: str) -> None:
        """Paint an image, or a form of an image's size, over a box: left, bottom, width and height.

        Only what lies within the path `window` is seen.
        """
        x, y, width, height = box
        place = f"{width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm"
        self._operators.append(f"q {window} W n {place} {self._paint(image)} Q")

    def line(self, path: str, color: str, width: float) -> None:
        """Draw a line along a path, in the color that `color` sets."""
        self._operators.append(f"q {color} {width:.3f} w {path} S Q")

    def _paint(self, item: PDFObjectReference) -> str:
        self._objects[item.name] = item
        return f"/{item.name} Do"

    def link(self, element: Element, address: str, box: Box) -> None:
        """Make a box lead to an address, unseen. Left, bottom, right and top."""
        ascii_address = address if address.isascii() else quote(address, safe=printable)
        target = f"/A<</Type/Action/S/URI/URI{text_string(ascii_address)}>>"
        self._add(_Link(element, self._placement.box(box), address, lambda *_: target))

    def go_to(self, element: Element, slide: int, box: Box, says: str) -> None:
        """Make a box lead to the slide of a number, of which something is said (ISO 32000-2, 12.6.4.2)."""

        def target(_page: str, destinations: Destinations) -> str:
            return f"/A<</Type/Action/S/GoTo/D {destinations.written(slide)}>>"

        self._add(_Link(element, self._placement.box(box), says, target))

    def _add(self, link: _Link) -> None:
        """Add a link, or make the last one longer where this one goes on with it: words that are read from the right
        are each set by themselves."""
        last = self._links[-1] if self._links else None
        if last and last.element is link.element and (joint := _joined(last.box, link.box)):
            self._links[-1] = last._replace(box=joint)
        else:
            self._links.append(link)

    def jump(self, element: Element, box: Box, top: float, says: str) -> None:
        """Make a box lead to a height of what it stands on, at whatever zoom there is (ISO 32000-2, 12.3.2)."""
        height = self._placement.height(top)
        self._links.append(
            _Link(element, self._placement.box(box), says, lambda page, _: f"/Dest[{page}/XYZ 0 {height:.3f} 0]")
        )

    def write(
        self,
        document: StreamedDocument,
        page: PDFObject,
        width: float,
        height: float,
        destinations: Destinations,
        structure: Structure,
    ) -> PDFObjectReference:
        """Write the page, so many points wide and high, into a document, which may refer to it already.

        All elements that are open are written with it.
        """
        self.within(None)
        number = document.number_of(page)
        packed = zlib.compress("\n".join(self._operators).encode("ascii"))
        content = document.write_packed({"Filter": "/FlateDecode"}, packed)
        entries = (
            f"/MediaBox[0 0 {width:g} {height:g}]/Resources<<{self._resources(document)}>>"
            f"/Contents {content} 0 R/StructParents {structure.page_key(self._owners)}/Tabs/S"
        )
        if self._links:
            written = [self._annotation(one, document, number, destinations, structure) for one in self._links]
            entries += f"/Annots[{' '.join(written)}]"
        structure.close(number)
        return document.add_page(page, entries)

    def _resources(self, document: StreamedDocument) -> str:
        """Return what the operators name."""
        found = f"/Font {document.number_of(FONTS)} 0 R"
        if self._objects:
            objects = "".join(f"/{name} {document.number_of(one)} 0 R" for name, one in self._objects.items())
            found += f"/XObject<<{objects}>>"
        if self._states:
            states = "".join(f"/{name}<</ca {opacity:g}>>" for name, opacity in self._states.items())
            found += f"/ExtGState<<{states}>>"
        return found

    def _annotation(
        self, link: _Link, document: StreamedDocument, page: int, destinations: Destinations, structure: Structure
    ) -> str:
        """Write the annotation of a link on the page of that number; return a reference to it."""
        number = document.new_number()
        key = structure.hold(link.element, number, page)
        box = " ".join(f"{one:.3f}" for one in link.box)
        target = link.target(f"{page} 0 R", destinations)
        document.write_numbered(
            number,
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4"
            f"/Contents{text_string(link.says)}/StructParent {key}{target}>>",
        )
        return f"{number} 0 R"
