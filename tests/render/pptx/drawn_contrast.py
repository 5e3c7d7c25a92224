"""How words of a PDF stand out from what is drawn behind them: their colours as the file has them, what lies behind as
poppler paints it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
import pdfplumber
from PIL import Image

from deckmaker.theme.contrast import contrast, rgb
from tests.render.pptx.painted import hexadecimal

_ROUNDING = 0.1
"""Points by which LibreOffice's sizes may be off."""

_SCALE = 2
"""Pixels a point."""

_AROUND = 2
"""Points around a word that are looked at, too: so that more of them are ground than are ink."""

_ALIKE = 40
"""The sum of the differences of three channels, of 255 each, below which two colours are one, but for smooth edges."""

_STEP = 8
"""To how many levels of a channel colours are rounded before the most frequent is looked for."""

_AS_ONE_NUMBER = np.array([(256 // _STEP) ** place for place in (2, 1, 0)])
"""What a rounded colour's channels are multiplied by: numbers are counted, where colours would have to be sorted."""


class DrawnWord(NamedTuple):
    """A word, its page from 1, its colour, that which is seen most of behind it, both RRGGBB, and their contrast.

    It is of that `size` in points, and `is_large` as WCAG 2.2 has it: from 18 points on, or 14 in bold.
    """

    text: str
    page: int
    color: str
    ground: str
    contrast: float
    is_large: bool
    size: float


def drawn_words(path: Path) -> Iterator[DrawnWord]:
    """Yield the words of a PDF."""
    with TemporaryDirectory() as folder, pdfplumber.open(path) as pdf:
        subprocess.run(
            ["pdftoppm", "-r", str(72 * _SCALE), str(path), f"{folder}/page"], check=True, capture_output=True
        )
        images = sorted(Path(folder).glob("page*.ppm"))
        for page, image in zip(pdf.pages, images, strict=True):
            with Image.open(image) as opened:
                pixels = np.asarray(opened.convert("RGB")).astype(int)
            attributes = ["non_stroking_color", "size", "fontname"]
            for word in page.extract_words(extra_attrs=attributes, use_text_flow=True):
                if found := _drawn(word, page.page_number, pixels):
                    yield found


def _drawn(word: dict[str, Any], page: int, pixels: np.ndarray) -> DrawnWord | None:
    color = hexadecimal(word["non_stroking_color"])
    left, right = ((word[side] + sign * _AROUND) * _SCALE for side, sign in (("x0", -1), ("x1", 1)))
    top, bottom = ((word[side] + sign * _AROUND) * _SCALE for side, sign in (("top", -1), ("bottom", 1)))
    box = pixels[max(0, round(top)) : round(bottom), max(0, round(left)) : round(right)].reshape(-1, 3)
    if not len(box):
        return None  # beyond the page's edge
    ink = np.array([int(color[at : at + 2], 16) for at in (0, 2, 4)])
    others = box[np.abs(box - ink).sum(axis=1) > _ALIKE]
    behind = others if len(others) > len(box) / 5 else box  # where nearly all is its colour, there is no other ground
    rounded = (behind // _STEP) @ _AS_ONE_NUMBER
    most = behind[rounded == np.bincount(rounded).argmax()]
    ground = "".join(f"{round(channel):02X}" for channel in np.median(most, axis=0))
    is_large = word["size"] > (14 if "Bold" in word["fontname"] else 18) - _ROUNDING
    return DrawnWord(
        word["text"], page, color, ground, contrast(rgb(f"#{color}"), rgb(f"#{ground}")), is_large, word["size"]
    )
