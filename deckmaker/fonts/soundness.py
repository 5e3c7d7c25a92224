"""Whether a font that is not ours can go into every output: judged as renderers will use it.

What a font lacks shows when it is cut down, which takes some milliseconds: too long for all fonts of a machine, and for
all glyphs of one. So it is judged when it is chosen, and again by the characters that a deck shows.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable

from deckmaker.fonts.cff import LONGEST_NAME, charstrings_of, is_second, name_of
from deckmaker.fonts.charstrings import is_drawn
from deckmaker.fonts.face import Face, face
from deckmaker.fonts.glyf import Glyphs
from deckmaker.fonts.sfnt import tables_of
from deckmaker.fonts.source import FaceKey
from deckmaker.fonts.subset import subset_by_glyph, subset_by_text

_LEAST = {b"head": 54, b"hhea": 36, b"maxp": 6, b"hmtx": 4}
"""Bytes of what every font file holds (OpenType: Required Tables)."""

_LEAST_FOR_PAGES = {b"cmap": 4, b"name": 6, b"OS/2": 78}
"""Of what else a page's fonts have, as the renderer of pages writes it."""

_OUTLINES = (b"glyf", b"CFF ", b"CFF2")


_FIRST = bytes((0, 1))
"""The version of the tables head and hhea, of which there is no other."""

_MAGIC = bytes.fromhex("5f0f3cf5")
"""What every font's head holds at one place (OpenType: head, magicNumber)."""


def is_sound(face: Face, text: str) -> bool:
    """Tell whether a face can be cut down to the glyphs of a text that it has, in each of the ways of the outputs."""
    try:
        shaped = face.shape(text).glyphs
        if shaped and not any(shaped):  # all of it is there, and becomes more glyphs than any text does
            return False
        page = tables_of(subset_by_text(face, (" ", text, *text)))
        if not _has(page, _LEAST | _LEAST_FOR_PAGES) or not any(page.get(tag) for tag in _OUTLINES):
            return False
        if not _is_shown(page, {*shaped, *face.shape(" ").glyphs} if face.is_whole else None):
            return False
        if face.has_cubic_outlines:  # which are drawn anew for a PDF, and what stands for no glyph with them
            return face.is_within_bounds(0)
        printed = tables_of(subset_by_glyph(face, shaped))
    except Exception:  # HarfBuzz says RuntimeError, and bytes that are no font may be anything
        return False
    return _has(printed, _LEAST) and bool(printed.get(b"glyf"))


def _is_shown(page: dict[bytes, bytes], glyphs: Collection[int] | None) -> bool:
    """Tell whether browsers show a font of a page: these glyphs of it, or all. Its other tables are written anew.

    They judge each font that a page brings along (https://github.com/khaledhosny/ots), and show one of their own in
    place of all of it where a glyph is damaged, without a word to whoever reads. Raises ValueError or IndexError where
    a table is cut off.
    """
    head, hhea = page[b"head"], page[b"hhea"]
    left, bottom, right, top, places, layout = struct.unpack(">4h6x2H", head[36:54])
    if head[:2] != _FIRST or head[12:16] != _MAGIC or left > right or bottom > top or places > 1 or layout:
        return False
    if hhea[:2] != _FIRST or any(hhea[32:34]):
        return False
    if b"glyf" in page:
        all_of_it = Glyphs(page)
        return all_of_it.are_whole(range(all_of_it.count) if glyphs is None else glyphs)
    table = page.get(b"CFF ") or page[b"CFF2"]
    second = is_second(table)
    glyphs_drawn = charstrings_of(table)
    if len(glyphs_drawn) != int.from_bytes(page[b"maxp"][4:6]):
        return False
    return (second or len(name_of(table)) <= LONGEST_NAME) and all(is_drawn(one, second) for one in glyphs_drawn)


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
