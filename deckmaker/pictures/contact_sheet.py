"""Sheets on which slides are small and beside each other, in their order, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from PIL import Image, ImageDraw, ImageFont

from deckmaker.fonts.families import font_file

MOST = 100
"""Slides on a sheet; more would be too small to tell one from another, or the sheet too large to open."""

_ACROSS = 2400
"""Pixels of a sheet from left to right."""

_MOST_COLUMNS = 10
_GAP, _LABEL = 24, 30
"""Pixels between slides, and of the line with their number, which stands in the gap below each."""

_GROUND, _LINE, _INK = "#e9e9e9", "#b8b8b8", "#333333"
"""Grey, so that white slides have an edge; the numbers have a contrast of 10:1 on it."""


class ContactSheet:
    """A sheet in the making: `add` each of its slides in turn, `count` of them in all."""

    def __init__(self, count: int, page_size: tuple[float, float]) -> None:
        self.columns = min(_MOST_COLUMNS, ceil(sqrt(count)))
        across = _ACROSS if self.columns > 1 else _ACROSS // 2
        width = (across - _GAP) // self.columns - _GAP
        self._slide = (width, max(1, round(width * page_size[1] / page_size[0])))
        rows = ceil(count / self.columns)
        height = _GAP + rows * (self._slide[1] + _LABEL + _GAP)
        self.image = Image.new("RGB", (_GAP + self.columns * (width + _GAP), height), _GROUND)
        self._draw = ImageDraw.Draw(self.image)
        file = font_file("Calibri", bold=False, italic=False)
        # Not by Raqm, which some machines have: the same pixels on all of them.
        self._font = ImageFont.truetype(file, _LABEL - 4, layout_engine=ImageFont.Layout.BASIC)
        self._added = 0

    def add(self, picture: Image.Image, number: int) -> None:
        """Put a slide on the sheet, behind those before it."""
        row, column = divmod(self._added, self.columns)
        width, height = self._slide
        left, top = _GAP + column * (width + _GAP), _GAP + row * (height + _LABEL + _GAP)
        self.image.paste(picture.resize(self._slide, Image.Resampling.LANCZOS), (left, top))
        self._draw.rectangle((left - 1, top - 1, left + width, top + height), outline=_LINE)
        self._draw.text((left, top + height + 4), str(number), fill=_INK, font=self._font)
        self._added += 1


def sheets_of(count: int) -> Sequence[tuple[str, int, int]]:
    """Return the sheets for so many slides: each one's name, and which slides it has, from 0, to but without."""
    if count <= MOST:
        return [("contact-sheet", 0, count)]
    starts = range(0, count, MOST)
    digits = len(str(len(starts)))
    return [
        (f"contact-sheet-{number:0{digits}}", start, min(start + MOST, count))
        for number, start in enumerate(starts, start=1)
    ]
