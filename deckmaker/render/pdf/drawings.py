"""Drawings as form XObjects (ISO 32000-2, 8.10): their own lines and curves, no pixels. Each is in the file once.

A form is one unit wide and high, as images are, so that pages place both alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from deckmaker.assets import drawing_of
from deckmaker.assets.drawings.vectors.drawing import (
    Clip,
    Drawing,
    Fill,
    Gradient,
    Group,
    Item,
    Outline,
    Paint,
    Path,
    Raster,
    Stroke,
)
from deckmaker.assets.drawings.vectors.matrices import IDENTITY, Matrix, product
from deckmaker.assets.drawings.vectors.writing import inner_svg
from deckmaker.model import PictureFile
from deckmaker.render.pdf.lightness import grey_of
from deckmaker.render.pdf.operators import color_operator
from deckmaker.render.pdf.pictures import Pictures
from deckmaker.render.pdf.shadings import Shadings, decimal, number
from deckmaker.render.pdf.writing import StreamedDocument

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_MITER = 10.0
"""What is usual in a PDF (8.4.3.5)."""


class Drawings:
    """The drawings of one document. One at a time is in memory."""

    def __init__(self, document: StreamedDocument, pictures: Pictures, grey: bool = False) -> None:
        self._document, self._pictures, self._grey = document, pictures, grey
        self._brands: dict[int, PDFObjectReference] = {}
        self._files: dict[PictureFile, PDFObjectReference] = {}
        self._alike: dict[bytes, PDFObjectReference] = {}

    def write(self, file: PictureFile) -> PDFObjectReference:
        """Write a drawing, unless it is there, and return a reference to it: a form one unit wide and high."""
        if file not in self._files:
            drawing = drawing_of(file)
            digest = sha256(inner_svg(drawing, "").encode() + file.packet).digest()
            if digest not in self._alike:
                self._alike[digest] = self._form(drawing, file.packet)
            self._files[file] = self._alike[digest]
        return self._files[file]

    def write_drawing(self, drawing: Drawing) -> PDFObjectReference:
        """Write a drawing that lives as long as the document, unless it is there, and return as `write` does."""
        if id(drawing) not in self._brands:
            self._brands[id(drawing)] = self._form(drawing, b"")
        return self._brands[id(drawing)]

    def _form(self, drawing: Drawing, packet: bytes) -> PDFObjectReference:
        shadings = Shadings(self._document, self._grey)
        content = _Content(self._document, self._pictures, (drawing.width, drawing.height), shadings, self._grey)
        content.add(drawing.children)
        entries: dict[str, object] = {
            "Matrix": PDFArray([decimal(1 / drawing.width), 0, 0, decimal(-1 / drawing.height), 0, 1])
        }
        if packet:
            entries["Metadata"] = self._document.write_metadata(packet)
        return content.write(entries)


class _Content:
    """The operators of one form and what they name. Coordinates are the drawing's."""

    def __init__(
        self,
        document: StreamedDocument,
        pictures: Pictures,
        size: tuple[float, float],
        shadings: Shadings,
        grey: bool,
    ) -> None:
        self._document, self._pictures, self._size, self._shadings = document, pictures, size, shadings
        self._grey = grey
        self._operators: list[str] = []
        self._resources: dict[str, dict[str, object]] = {}
        self._names: dict[str, dict[str, str]] = {}

    def add(self, items: Iterable[Item]) -> None:
        """Paint items in order."""
        for one in items:
            if isinstance(one, Group):
                self._group(one)
            elif isinstance(one, Raster):
                self._raster(one)
            else:
                self._path(one)

    def write(self, entries: dict[str, object]) -> PDFObjectReference:
        """Write the form and return a reference to it."""
        width, height = self._size
        resources = {kind: PDFDictionary(ones) for kind, ones in self._resources.items()}
        whole = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, decimal(width), decimal(height)]),
            "Resources": PDFDictionary(resources),
            "Filter": PDFName("FlateDecode"),
            **entries,
        }
        return self._document.write_stream(whole, zlib.compress("\n".join(self._operators).encode("ascii")))

    def _group(self, group: Group) -> None:
        self._operators.append("q")
        masks = []
        for clip in group.clips:
            if len(clip.outlines) == 1:
                ((outline, even_odd),) = clip.outlines
                self._operators.append(f"{_steps(outline)} {'W*' if even_odd else 'W'} n")
            else:
                masks.append(self._mask(clip))
        if group.opacity == 1 and not masks:
            self.add(group.children)
        else:
            self._together(group, masks)
        self._operators.append("Q")

    def _together(self, group: Group, masks: list[PDFDictionary]) -> None:
        """Paint what is in a group by itself, then all of it through an opacity and masks, each around the next."""
        inner = self._another()
        inner.add(group.children)
        for mask in masks[1:]:
            outer = self._another()
            outer._masked(inner, PDFDictionary({"SMask": mask}))
            inner = outer
        state: dict[str, object] = {"ca": decimal(group.opacity)} if group.opacity < 1 else {}
        if masks:
            state["SMask"] = masks[0]
        self._masked(inner, PDFDictionary(state))

    def _masked(self, inner: _Content, state: PDFDictionary) -> None:
        form = inner.write({"Group": _transparency("DeviceRGB")})
        self._operators.append(f"{self._named('ExtGState', state)} gs {self._named('XObject', form)} Do")

    def _another(self) -> _Content:
        return _Content(self._document, self._pictures, self._size, self._shadings, self._grey)

    def _raster(self, raster: Raster) -> None:
        """Paint a picture. The first row of one stands at the top of its unit square (8.9.5), where y grows upward."""
        place = " ".join(map(decimal, product(raster.matrix, (1.0, 0.0, 0.0, -1.0, 0.0, 1.0))))
        image = self._named("XObject", self._pictures.write_pixels(raster.pixels))
        self._operators.append(f"q {place} cm {image} Do Q")

    def _mask(self, clip: Clip) -> PDFDictionary:
        """Return a soft mask that lets through what any outline of a clip holds (11.6.5.2)."""
        content = self._another()
        for outline, even_odd in clip.outlines:
            content._operators.append(f"1 g {_steps(outline)} {'f*' if even_odd else 'f'}")
        return self._luminosity(content)

    def _luminosity(self, content: _Content) -> PDFDictionary:
        form = content.write({"Group": _transparency("DeviceGray")})
        return PDFDictionary({"Type": PDFName("Mask"), "S": PDFName("Luminosity"), "G": form})

    def _path(self, path: Path) -> None:
        fill, stroke, steps = path.fill, path.stroke, _steps(path.outline)
        if fill and stroke and _is_plain(fill) and _is_plain(stroke):
            # One operator would have what shines through painted otherwise (11.7.4.4), so it is for what does not.
            look = f"{self._paint(fill.paint, 'rg')} {self._stroking(stroke)}"
            self._painted(path.matrix, {}, look, steps, "B*" if fill.even_odd else "B")
            return
        if fill:
            look = self._paint(fill.paint, "rg")
            self._painted(path.matrix, self._state("ca", fill), look, steps, "f*" if fill.even_odd else "f")
        if stroke:
            self._painted(path.matrix, self._state("CA", stroke), self._stroking(stroke), steps, "S")

    def _painted(self, matrix: Matrix, state: dict[str, object], look: str, steps: str, operator: str) -> None:
        # A mask's place is that of the state in which it is named, so before the path's own.
        set_state = f"{self._named('ExtGState', PDFDictionary(state))} gs " if state else ""
        place = f"{' '.join(map(decimal, matrix))} cm " if matrix != IDENTITY else ""
        self._operators.append(f"q {set_state}{place}{look} {steps} {operator} Q")

    def _state(self, key: str, look: Fill | Stroke) -> dict[str, object]:
        """Return the graphics state of what is not opaque."""
        state: dict[str, object] = {key: number(look.opacity)} if look.opacity < 1 else {}
        if isinstance(look.paint, Gradient) and look.paint.has_opacity:
            content = self._another()
            shading = content._named("Shading", self._shadings.opacities(look.paint))
            content._operators.append(f"{' '.join(map(decimal, look.paint.matrix))} cm {shading} sh")
            state["SMask"] = self._luminosity(content)
        return state

    def _stroking(self, stroke: Stroke) -> str:
        """Return the operators that say how a line is drawn, but for those that are usual."""
        said = [self._paint(stroke.paint, "RG"), f"{decimal(stroke.width)} w"]
        if cap := _CAPS[stroke.cap]:
            said.append(f"{cap} J")
        if join := _JOINS[stroke.join]:
            said.append(f"{join} j")
        elif stroke.miter != _MITER:
            said.append(f"{decimal(stroke.miter)} M")
        if stroke.dashes:
            said.append(f"[{' '.join(map(decimal, stroke.dashes))}] {decimal(stroke.offset)} d")
        return " ".join(said)

    def _paint(self, paint: Paint, operator: str) -> str:
        """Return what sets a paint, as `rg` for what is filled and `RG` for lines (8.6.8).

        A gradient of one colour, which only fades, is that colour: its mask does the rest, and a reader draws half.
        """
        if isinstance(paint, Gradient) and len({stop.color for stop in paint.stops}) == 1:
            paint = paint.stops[0].color
        if isinstance(paint, str):
            return color_operator(grey_of(paint) if self._grey else paint, operator, self._grey)
        pattern = self._named("Pattern", self._shadings.pattern(paint))
        space, color = ("cs", "scn") if operator == "rg" else ("CS", "SCN")
        return f"/Pattern {space} {pattern} {color}"

    def _named(self, kind: str, item: PDFDictionary | PDFObjectReference) -> str:
        """Return the name under which operators find an item; equal ones have one."""
        ones = self._resources.setdefault(kind, {})
        key = item.name if isinstance(item, PDFObjectReference) else repr(item.format(self._document))
        names = self._names.setdefault(kind, {})
        if key not in names:
            names[key] = f"{kind[0]}{len(names) + 1}"
            ones[names[key]] = item
        return f"/{names[key]}"


def _is_plain(look: Fill | Stroke) -> bool:
    return look.opacity == 1 and not (isinstance(look.paint, Gradient) and look.paint.has_opacity)


def _transparency(space: str) -> PDFDictionary:
    return PDFDictionary({"S": PDFName("Transparency"), "CS": PDFName(space)})


def _steps(outline: Outline) -> str:
    return " ".join(f"{' '.join(map(number, values))} {_OPERATORS[name]}".lstrip() for name, values in outline)
