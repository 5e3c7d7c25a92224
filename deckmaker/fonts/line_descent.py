"""How far the baseline of a font stands above the bottom of a line, as PowerPoint has it."""

from __future__ import annotations

import struct
from functools import cache

from deckmaker.fonts.face import face
from deckmaker.fonts.source import FaceKey

SINGLE = 1.2
"""The height of a line at single spacing, in ems: that of every font in PowerPoint (docs/analysis/powerpoint.md)."""

_OFFICE = {
    "Calibri": (1950, 550),
    "Arial": (1854, 434),
    "Times New Roman": (1825, 443),
    "Courier New": (1705, 615),
    "Georgia": (1878, 449),
}
"""`usWinAscent` and `usWinDescent` of Office's own fonts. Their twins share advance widths, not always these."""

_WIN = slice(74, 78)  # of OS/2: usWinAscent, usWinDescent


@cache
def line_descent(key: FaceKey) -> float:
    """Return how far a face's baseline is above the bottom of a line at single spacing, in ems.

    Its share of the line is that of `usWinDescent` in both of the font's extents (OpenType, OS/2): measured of
    PowerPoint for Windows and for Mac, see docs/analysis/powerpoint.md. Raises KeyError for a family that is not at
    hand.
    """
    ascent, descent = _OFFICE[key.family] if key.is_office else _extents(key)
    return SINGLE * descent / (ascent + descent)


def _extents(key: FaceKey) -> tuple[int, int]:
    """Return what a face reaches up and down by its own table; by its other metrics where that has nothing."""
    font = face(key)
    ascent, descent = struct.unpack(">HH", bytes(font.hb_face.reference_table("OS/2").data)[_WIN] or bytes(4))
    if ascent + descent:
        return ascent, descent
    metrics = font.metrics
    return round(metrics.ascent * font.units_per_em), round(-metrics.descent * font.units_per_em)
