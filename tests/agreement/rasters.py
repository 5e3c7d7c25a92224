"""Pages as pictures of one size, grey for measuring, and how alike two are."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO

import numpy
from PIL import Image

WIDTH = 960
OVERSAMPLING = 3
"""PDFs and presentations are drawn at three times the size and reduced: engines snap glyphs to fractions of a pixel,
and at the size itself that alone costs two texts in the same place 0.06 of their similarity. At twice the size it still
costs 0.005, and at four times they are no more alike."""


def draw_pdf(path: Path, odd: bool = False) -> list[Image.Image]:
    """Draw a PDF's pages with poppler, 960 wide: all of them, or those of odd numbers."""
    scale = ["-scale-to-x", str(WIDTH * OVERSAMPLING), "-scale-to-y", "-1"]
    command = ["pdftoppm", *scale, *(["-o"] if odd else []), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as drawing:
        assert drawing.stdout is not None
        # Page by page as they are drawn: each takes 14 megabytes, which no disk needs to hold.
        pages = [*_reduced_pixmaps(drawing.stdout)]
    assert drawing.returncode == 0, f"poppler does not draw {path.name}"
    return pages


def _reduced_pixmaps(stream: IO[bytes]) -> Iterator[Image.Image]:
    """Yield what `reduced` makes of each pixmap as poppler writes them, in less than half the time."""
    while kind := stream.readline():
        size, levels = stream.readline(), stream.readline()
        assert (kind, levels) == (b"P6\n", b"255\n")
        width, height = map(int, size.split())
        pixels = stream.read(3 * width * height)
        yield Image.frombuffer("RGB", (width, height), pixels, "raw", "RGB", 0, 1).reduce(OVERSAMPLING)


def reduced(file: bytes) -> Image.Image:
    """Return a picture file's picture in RGB at 960 pixels across."""
    with Image.open(BytesIO(file)) as image:
        size = (WIDTH, round(image.height * WIDTH / image.width))
        # The mean of what each pixel covers: that is how browsers smooth letters.
        return image.convert("RGB").resize(size, Image.Resampling.BOX)


def similarity(one: Image.Image, other: Image.Image) -> float:
    """Return the structural similarity of two pages in grey, scikit-image's defaults.

    In single precision, which differs in the seventh place, and takes two thirds of the time.
    """
    from skimage.metrics import structural_similarity  # with SciPy, most of a second, in each process of each run

    if other.size != one.size:
        other = other.resize(one.size, Image.Resampling.LANCZOS)
    pixels = (numpy.asarray(image.convert("L"), dtype=numpy.float32) for image in (one, other))
    return float(structural_similarity(*pixels, data_range=255))


def similarities(ours: Mapping[int, Image.Image], theirs: Mapping[int, Image.Image]) -> dict[int, float]:
    """Return a score a page; a page that only one side has scores 0."""
    return {
        page: similarity(ours[page], theirs[page]) if page in ours and page in theirs else 0.0
        for page in sorted({*ours, *theirs})
    }
