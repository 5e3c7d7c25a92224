"""What one page shows: operators (ISO 32000-2, annex A), and the resources that they name.

A page shows one slide, or several, each in its place; it knows neither slides nor sheets.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from deckmaker.render.pdf.destinations import Destinations
from deckmaker.render.pdf.placement import WHOLE, Box, Placement
from deckmaker.render.pdf.writing import FONTS, StreamedDocument


class PageContent:
    """The content of a page, added in the order in which it is painted. Coordinates are a PDF's: y grows upward.

    Those of what is added within `placed` are its own.
    """

    def __init__(self) -> None:
        self._operators: list[str] = []
        self._objects: dict[str, PDFObjectReference] = {}
        self._states: dict[str, PDFDictionary] = {}
        self._links: list[PDFDictionary] = []
        self._jumps: list[tuple[Box, float]] = []
        self._ways: list[tuple[Box, int]] = []
        self._placement = WHOLE

    @contextmanager
    def placed(self, placement: Placement, width: float, height: float) -> Iterator[None]:
        """Place what is added within, of which nothing is seen outside of its own `width` and `height`."""
        self._operators.append(f"q {placement.operators} 0 0 {width:.3f} {height:.3f} re W n")
        self._placement = placement
        yield
        self._placement = WHOLE
        self._operators.append("Q")

    def text(self, operators: str) -> None:
        """Add a text object's operators, without those that begin and end it."""
        self._operators.append(f"BT {operators} ET")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Mark what is added within as an artifact: it is seen and not read (ISO 32000-2, 14.8.2.2)."""
        self._operators.append("/Artifact BMC")
        yield
        self._operators.append("EMC")

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

    def begin(self, tag: str, alt: str) -> None:
        """Begin what is one thing together (14.6), such as a figure; `alt` says it to those who do not see it."""
        written = alt.encode("utf-16-be", "replace").hex().upper()
        self._operators.append(f"/{tag} <</Alt <FEFF{written}>>> BDC")

    def end(self) -> None:
        """End what is one thing together."""
        self._operators.append("EMC")

    def _state(self, opacity: float) -> str:
        name = f"fill-{opacity:g}"
        self._states[name] = PDFDictionary({"ca": opacity})
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

    def link(self, address: str, box: Box) -> None:
        """Make a box lead to an address, unseen. Left, bottom, right and top."""
        action = {"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(address)}
        self._links.append(PDFDictionary({**_link(self._placement.box(box)), "A": PDFDictionary(action)}))

    def go_to(self, slide: int, box: Box) -> None:
        """Make a box lead to the slide of a number, unseen (ISO 32000-2, 12.6.4.2)."""
        self._ways.append((self._placement.box(box), slide))

    def jump(self, box: Box, top: float) -> None:
        """Make a box lead to a height of what it stands on, unseen, at whatever zoom there is (ISO 32000-2, 12.3.2)."""
        self._jumps.append((self._placement.box(box), self._placement.height(top)))

    def _jump(self, box: Box, top: float, page: PDFObjectReference) -> PDFDictionary:
        entries = {"Dest": PDFArray([page, PDFName("XYZ"), 0, round(top, 3), 0])}
        return PDFDictionary({**_link(box), **entries})

    def write(
        self,
        document: StreamedDocument,
        page: PDFDictionary,
        width: float,
        height: float,
        destinations: Destinations,
    ) -> PDFObjectReference:
        """Write the page, so many points wide and high, into a document, which may refer to it already."""
        resources = {"Font": FONTS}
        if self._objects:
            resources["XObject"] = PDFDictionary(self._objects)
        if self._states:
            resources["ExtGState"] = PDFDictionary(self._states)
        content = zlib.compress("\n".join(self._operators).encode("ascii"))
        entries = {
            "Type": PDFName("Page"),
            "MediaBox": PDFArray([0, 0, width, height]),
            "Resources": PDFDictionary(resources),
            "Contents": document.write_stream({"Filter": PDFName("FlateDecode")}, content),
        }
        page.dict.update(entries)
        links = [
            *self._links,
            *(_way(box, destinations.of(slide)) for box, slide in self._ways),
            *(self._jump(box, top, document.Reference(page)) for box, top in self._jumps),
        ]
        if links:
            page["Annots"] = PDFArray([document.write(one) for one in links])
        return document.add_page(page)


def _way(box: Box, destination: PDFArray) -> PDFDictionary:
    action = {"Type": PDFName("Action"), "S": PDFName("GoTo"), "D": destination}
    return PDFDictionary({**_link(box), "A": PDFDictionary(action)})


def _link(box: Box) -> dict[str, object]:
    """Return what every link says of itself."""
    return {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Link"),
        "Rect": PDFArray([round(one, 3) for one in box]),
        "Border": PDFArray([0, 0, 0]),
    }
