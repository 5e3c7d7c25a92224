"""How much a layout's brand looks like what LibreOffice shows of an empty slide in that layout."""

from __future__ import annotations

import glob
import io
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageChops
from pptx import Presentation

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page
from deckmaker.render.pdf import PdfRenderer
from deckmaker.template import Template, read_template
from deckmaker.template.brand import Brand
from deckmaker.template.opening import brands_of
from deckmaker.theme import SlideLayout
from tests.projects import briefing

WIDTH = 480
"""Pixels across at which two pictures are compared."""

_SEEN = 24
"""Of 255, in the lightness of the difference: less is smoothing."""


def opened(content: bytes) -> Presentation:
    """Return a presentation by python-pptx, which opens no templates and no slide shows."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "[Content_Types].xml":
                for kind in (b"template.main+xml", b"slideshow.main+xml"):
                    data = data.replace(kind, b"presentation.main+xml")
            target.writestr(info, data)
    out.seek(0)
    return Presentation(out)


def with_empty_slides(content: bytes, path: Path) -> None:
    """Write a presentation that has one slide without placeholders in each layout of a template."""
    deck = opened(content)
    ids = deck.slides._sldIdLst
    for one in list(ids):
        deck.part.drop_rel(one.rId)
        ids.remove(one)
    for master in deck.slide_masters:
        for layout in master.slide_layouts:
            slide = deck.slides.add_slide(layout)
            for shape in list(slide.placeholders):
                shape._element.getparent().remove(shape._element)
    deck.save(path)


def document_of(template: Template, brands: Sequence[Brand]) -> Document:
    """Return a document with an empty page for each brand."""
    theme = replace(briefing(), width=template.width, height=template.height)
    pages = (
        Page(number, "", None, SlideLayout("empty", "bright", None, {}, (), brand=one), (), ())
        for number, one in enumerate(brands, 1)
    )
    return Document("Brands", None, "en", theme, None, tuple(pages))


def shown(pdf: Path) -> list[Image.Image]:
    """Return the pages of a PDF as pixels, by poppler."""
    subprocess.run(
        ["pdftoppm", "-png", "-scale-to-x", str(WIDTH), "-scale-to-y", "-1", pdf, pdf.with_suffix("")], check=True
    )
    found = sorted(pdf.parent.glob(f"{glob.escape(pdf.stem)}-[0-9]*.png"), key=lambda one: int(one.stem.split("-")[-1]))
    return [Image.open(one).convert("RGB") for one in found]


def difference(own: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly, from 0 to 1."""
    found = ImageChops.difference(own, other.resize(own.size)).convert("L")
    return sum(found.histogram()[_SEEN + 1 :]) / (own.width * own.height)


def differences(content: bytes, folder: Path, convert: Callable[[Path], Path]) -> list[tuple[str, float]]:
    """Return, for each layout of a template, how our PDF of it differs from LibreOffice's.

    `convert` makes a PDF of a presentation, by LibreOffice, in the same folder.
    """
    with_empty_slides(content, folder / "empty.pptx")
    theirs = shown(convert(folder / "empty.pptx"))
    template = read_template(content)
    ours = folder / "ours.pdf"
    brands = [brands_of(template).of(layout) for layout in template.layouts]
    with ours.open("wb") as stream:
        PdfRenderer().render(document_of(template, brands), stream, Diagnostics())
    pairs = zip(template.names, shown(ours), theirs, strict=True)
    return [(name, difference(own, other)) for name, own, other in pairs]
