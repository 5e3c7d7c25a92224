"""How much a layout's brand looks like what LibreOffice shows of an empty slide in that layout."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import resvg_py
from PIL import Image, ImageChops
from pptx import Presentation

from deckmaker.assets.drawings.vectors.writing import svg_file
from deckmaker.template.brand import Brand

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


def drawn(brand: Brand) -> Image.Image:
    """Return a brand as pixels, on white, drawn by resvg."""
    png = resvg_py.svg_to_bytes(svg_string=svg_file(brand.drawing, b"").decode(), width=WIDTH)
    return on_white(Image.open(io.BytesIO(bytes(png))))


def on_white(image: Image.Image) -> Image.Image:
    """Return a picture without what lets through."""
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def difference(own: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly, from 0 to 1."""
    found = ImageChops.difference(own, other.convert("RGB").resize(own.size)).convert("L")
    return sum(found.point(lambda level: level > _SEEN).getdata()) / (own.width * own.height)
