"""Pages as pictures of one size, grey for measuring, and how alike two are."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy
from PIL import Image

WIDTH = 960
OVERSAMPLING = 3
"""PDFs and presentations are drawn at three times the size and reduced: engines snap glyphs to fractions of a pixel,
and at the size itself that alone costs two texts in the same place 0.06 of their similarity. At twice the size it still
costs 0.005, and at four times they are no more alike."""


def draw_pdf(path: Path) -> list[Image.Image]:
    """Draw a PDF's pages with poppler, 960 wide."""
    with TemporaryDirectory(prefix="agreement-") as folder:
        subprocess.run(
            [
                *("pdftoppm", "-scale-to-x", str(WIDTH * OVERSAMPLING), "-scale-to-y", "-1"),
                *(str(path), str(Path(folder) / "page")),
            ],
            check=True,
            capture_output=True,
        )
        pages = sorted(Path(folder).glob("page-*.ppm"), key=lambda one: int(one.stem.rpartition("-")[2]))
        return [_reduced_pixmap(page.read_bytes()) for page in pages]


def _reduced_pixmap(file: bytes) -> Image.Image:
    """Return what `reduced` makes of a pixmap as poppler writes it, in less than half the time."""
    kind, size, levels, pixels = file.split(b"\n", 3)
    assert (kind, levels) == (b"P6", b"255")
    width, height = map(int, size.split())
    return Image.frombuffer("RGB", (width, height), pixels, "raw", "RGB", 0, 1).reduce(OVERSAMPLING)


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


def similarities(ours: Sequence[Image.Image], theirs: Sequence[Image.Image]) -> list[float]:
    """Return a score a page; a page that only one side has scores 0."""
    scores = [similarity(one, other) for one, other in zip(ours, theirs, strict=False)]
    return scores + [0.0] * abs(len(ours) - len(theirs))
