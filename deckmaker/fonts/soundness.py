"""Whether an installed font can go into every output: judged once, when it is chosen, as renderers will use it.

What a font lacks shows when it is cut down, which takes some milliseconds: too long for all fonts of a machine.
"""

from __future__ import annotations

from deckmaker.fonts.face import Face
from deckmaker.fonts.sfnt import tables_of
from deckmaker.fonts.subset import subset_by_glyph, subset_by_text

_LEAST = {b"head": 54, b"hhea": 36, b"maxp": 6, b"hmtx": 4}
"""Bytes of what every font file holds (OpenType: Required Tables)."""

_LEAST_FOR_PAGES = {b"cmap": 4, b"name": 6, b"OS/2": 78}
"""Of what else a page's fonts have, as the renderer of pages writes it."""

_OUTLINES = (b"glyf", b"CFF ", b"CFF2")


def is_sound(face: Face, text: str) -> bool:
    """Tell whether a face can be cut down to the glyphs of a text that it has, in each of the ways of the outputs."""
    try:
        page = tables_of(subset_by_text(face, {" ", *text}))
        if not _has(page, _LEAST | _LEAST_FOR_PAGES) or not any(page.get(tag) for tag in _OUTLINES):
            return False
        if face.has_cubic_outlines:  # which are drawn anew for a PDF
            return True
        printed = tables_of(subset_by_glyph(face, face.shape(text).glyphs))
    except Exception:  # HarfBuzz says RuntimeError, and bytes that are no font may be anything
        return False
    return _has(printed, _LEAST) and bool(printed.get(b"glyf"))


def _has(tables: dict[bytes, bytes], least: dict[bytes, int]) -> bool:
    return all(len(tables.get(tag, b"")) >= size for tag, size in least.items())
