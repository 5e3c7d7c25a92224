"""Contrast: every text's colour against what is really drawn behind it, pictures and panels included."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
from PIL import Image

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, Placed, TableItem, TextItem
from deckmaker.render.registry import load_renderer
from deckmaker.text import GlyphRun
from tests.visual.placed_lines import DROP, RISE, PlacedLine, document_lines
from tests.visual.wcag import channels, contrast, required

PERCENTILE = 2
"""Of the pixels behind a text, so many in a hundred may give less contrast: edges, and specks that hide no letter."""

SCALE = 1.0
"""Pixels a point at which the grounds are drawn: letters are several pixels high."""


def grounds(document: Document) -> list[Image.Image]:
    """Draw each page without its texts, through the PDF and poppler."""
    pages = [replace(page, placed=tuple(_wordless(page))) for page in document.pages]
    stream = BytesIO()
    renderer = load_renderer("pdf", Diagnostics())
    assert renderer
    renderer.render(replace(document, pages=tuple(pages)), stream, Diagnostics())
    with TemporaryDirectory(prefix="visual-") as folder:
        command = ["pdftoppm", "-r", f"{72 * SCALE:g}", "-", str(Path(folder) / "page")]
        subprocess.run(command, input=stream.getvalue(), check=True, capture_output=True)
        drawn = sorted(Path(folder).glob("page-*.ppm"), key=lambda one: int(one.stem.rpartition("-")[2]))
        return [Image.open(BytesIO(one.read_bytes())).convert("RGB") for one in drawn]


def _wordless(page: Page) -> Iterator[Placed]:
    """Yield what a page shows besides words: of a table its grounds and rules."""
    for placed in page.leaves:
        if isinstance(placed.item, TableItem):
            yield replace(placed, item=replace(placed.item, cells=()))
        elif not isinstance(placed.item, TextItem):
            yield placed


def contrasts(document: Document, pictures: Sequence[Image.Image]) -> list[str]:
    """Return a finding for each text that stands out too little from `pictures`, the pages without their texts."""
    arrays = {page.number: numpy.asarray(image) / 255 for page, image in zip(document.pages, pictures, strict=True)}
    found = []
    for line in document_lines(document):
        for run, box in _boxes(line):
            ground = _pixels(arrays[line.page.number], box, document.theme.width)
            color = document.theme.palette[run.style.color]
            least = float(numpy.percentile(contrast(ground, channels(color)), PERCENTILE))
            wanted = required(run.style.size, run.style.face.bold)
            if least < wanted:
                found.append(
                    f"{line}: {run.style.color} has a contrast of {least:.2f} with its ground, {wanted} wanted"
                )
    return list(dict.fromkeys(found))


def _boxes(line: PlacedLine) -> Iterator[tuple[GlyphRun, tuple[float, float, float, float]]]:
    """Yield each run of a line with its box: left, top, right, bottom. A space that ends the line has none."""
    for run in line.runs:
        left = line.x if line.is_marker else line.x + run.x
        right = min(left + run.width, line.x + line.width)
        if right > left:
            yield run, (left, line.baseline - RISE * line.size, right, line.baseline + DROP * line.size)


def _pixels(picture: numpy.ndarray, box: tuple[float, float, float, float], width: float) -> numpy.ndarray:
    """Return the pixels of a box in points, as far as it is on the page, in a row."""
    scale = picture.shape[1] / width
    left, top, right, bottom = (max(0, round(edge * scale)) for edge in box)
    cut = picture[top : max(bottom, top + 1), left : max(right, left + 1)]
    return cut.reshape(-1, 3)
