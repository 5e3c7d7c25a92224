"""PPTX through betteroffice, a second engine that reads PowerPoint's files: a second opinion, lines and pictures.

It tells its lines as numbers (a display list in pixels, 96 to the inch), so that nothing has to be read off a picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from PIL import Image

from deckmaker.fonts.families import FAMILIES, font_file
from tests.agreement.glyphs import Glyph, joined_lines
from tests.agreement.rasters import OVERSAMPLING, WIDTH, reduced
from tests.agreement.view import PageView

_PIXELS_PER_INCH = 96

_GEORGIA = {"ascent": 1878, "descent": 449}
"""Georgia's own vertical metrics, of 2048 units an em. Gelasio is its twin in advance widths alone, and betteroffice
places baselines by the font's ascent and descent, as LibreOffice at exact spacing does not."""


@cache
def as_office_has_it(family: str, font: bytes) -> bytes:
    """Return the font that stands for a family, with the vertical metrics of the one that Office has."""
    if family != "Georgia":
        return font  # the other families' twins have their vertical metrics too
    twin = TTFont(BytesIO(font), recalcTimestamp=False)
    ascent, descent = (round(value * twin["head"].unitsPerEm / 2048) for value in _GEORGIA.values())
    twin["hhea"].ascent, twin["hhea"].descent, twin["hhea"].lineGap = ascent, -descent, 0
    os2 = twin["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    stream = BytesIO()
    twin.save(stream)
    return stream.getvalue()


class BetterOffice:
    """One presentation, with deckmaker's fonts under the names that the file uses."""

    def __init__(self, path: Path) -> None:
        from betteroffice_pptx import Presentation

        self._presentation = Presentation.open(path.read_bytes())
        for family in FAMILIES:
            for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
                font = as_office_has_it(family, font_file(family, bold, italic).read_bytes())
                self._presentation.register_font(family, font, bold=bold, italic=italic)

    def views(self, width: float) -> list[PageView]:
        """Return the lines of every slide, scaled to pages of `width` points. Frames are not told."""
        lists = [self._presentation.render_slide(i).to_dict() for i in range(self._presentation.slide_count)]
        return [
            PageView(number, width, tuple(joined_lines(_glyphs(one, width / one["width"]))), ())
            for number, one in enumerate(lists, start=1)
        ]

    def pictures(self, odd: bool = False) -> list[Image.Image]:
        """Return every slide, or those of odd numbers, 960 wide."""
        from betteroffice_pptx import EMU_PER_INCH

        own_width = self._presentation.width_emu / EMU_PER_INCH * _PIXELS_PER_INCH
        scale = WIDTH * OVERSAMPLING / own_width
        slides = range(0, self._presentation.slide_count, 2 if odd else 1)
        return [reduced(self._presentation.render_png(i, scale=scale).bytes) for i in slides]


def _glyphs(display_list: dict[str, Any], scale: float) -> Iterator[Glyph]:
    boxes = (one for one in _primitives(display_list) if one["kind"] == "textBox")
    for line in (line for box in boxes for line in box["lines"]):
        stops = {stop["position"]: stop["x"] * scale for stop in line["caretStops"]}
        for run in line["runs"]:
            for text, x0, x1 in _characters(run, stops, scale):
                yield Glyph(text, x0, x1, line["baseline"] * scale, run["fontSizePx"] * scale)


def _primitives(holder: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what is drawn, and what tables hold in place of each; all in pixels of the page."""
    for one in holder["primitives"]:
        yield from _primitives(one) if one["kind"] == "table" else (one,)


def _characters(run: dict[str, Any], stops: dict[int, float], scale: float) -> Iterator[tuple[str, float, float]]:
    """Yield a run's characters between their caret stops; a list marker, which has none, as one piece."""
    if run["end"] - run["start"] != len(run["text"]):
        x0, x1 = run["x"] * scale, (run["x"] + run["width"]) * scale
        yield run["text"], x0, x1
        return
    for position, character in enumerate(run["text"], start=run["start"]):
        yield character, stops[position], stops[position + 1]
