"""Whether a font that is not ours can go into every output: judged as renderers will use it.

What a font lacks shows when it is cut down, which takes some milliseconds: too long for all fonts of a machine, and for
all glyphs of one. So it is judged when it is chosen, and again by the characters that a deck shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from deckmaker.fonts.face import Face, face
from deckmaker.fonts.sfnt import tables_of
from deckmaker.fonts.source import FaceKey
from deckmaker.fonts.subset import subset_by_glyph, subset_by_text

_LEAST = {b"head": 54, b"hhea": 36, b"maxp": 6, b"hmtx": 4}
"""Bytes of what every font file holds (OpenType: Required Tables)."""

_LEAST_FOR_PAGES = {b"cmap": 4, b"name": 6, b"OS/2": 78}
"""Of what else a page's fonts have, as the renderer of pages writes it."""

_OUTLINES = (b"glyf", b"CFF ", b"CFF2")


def is_sound(face: Face, text: str) -> bool:
    """Tell whether a face can be cut down to the glyphs of a text that it has, in each of the ways of the outputs."""
    try:
        shaped = face.shape(text).glyphs
        if shaped and not any(shaped):  # all of it is there, and becomes more glyphs than any text does
            return False
        page = tables_of(subset_by_text(face, {" ", *text}))
        if not _has(page, _LEAST | _LEAST_FOR_PAGES) or not any(page.get(tag) for tag in _OUTLINES):
            return False
        if face.has_cubic_outlines:  # which are drawn anew for a PDF, and what stands for no glyph with them
            return face.is_within_bounds(0)
        printed = tables_of(subset_by_glyph(face, shaped))
    except Exception:  # HarfBuzz says RuntimeError, and bytes that are no font may be anything
        return False
    return _has(printed, _LEAST) and bool(printed.get(b"glyf"))


_sound: defaultdict[FaceKey, set[str]] = defaultdict(set)
"""Characters of faces that were seen to be whole."""


def first_damaged(key: FaceKey, characters: Iterable[str]) -> str | None:
    """Return one of the characters with which a face that is not ours cannot be cut down; None where there is none."""
    rest = [one for one in dict.fromkeys(characters) if one not in _sound[key]]
    own = face(key)
    if not rest or is_sound(own, "".join(rest)):
        _sound[key].update(rest)
        return None
    while len(rest) > 1:
        half = rest[: len(rest) // 2]
        rest = rest[len(half) :] if is_sound(own, "".join(half)) else half
    return rest[0]


def _has(tables: dict[bytes, bytes], least: dict[bytes, int]) -> bool:
    return all(len(tables.get(tag, b"")) >= size for tag, size in least.items())
