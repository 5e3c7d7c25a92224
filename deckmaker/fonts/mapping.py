"""The characters whose glyphs a text is shaped from: its own, and others that stand for them.

HarfBuzz takes characters apart and puts them together before a font's own rules begin: Thai's SARA AM is a ring and a
vowel, Khmer's vowels around a letter begin with another, Hebrew letters and points are one in fonts that place no
marks, jamo are a syllable, a bracket is turned, a mark without a letter stands on a dotted circle. Each script has its
own rules for that (HarfBuzz: hb-ot-shape-normalize.cc, hb-ot-shaper-*.cc). None is told again here: HarfBuzz shapes the
texts, and is seen to ask for glyphs.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import mirrored

import uharfbuzz as hb

from deckmaker.fonts.face import LONGEST, Face


def shaped_apart(text: str) -> Iterable[str]:
    """Return what of a text may become other characters as a whole: words, and of ASCII each character by itself."""
    return text if text.isascii() else text.split(" ")


def shaped_from(face: Face, texts: Iterable[str]) -> set[int]:
    """Return the codes of characters with whose glyphs a face shapes texts, each of one script, in either direction."""
    words = dict.fromkeys(one for text in texts for one in shaped_apart(text))
    characters = {one for word in words for one in word}
    asked = set(map(ord, characters))

    def noted(_font: hb.Font, code: int, _data: object) -> int:
        glyph: int = face.hb_font.get_nominal_glyph(code) or 0
        if glyph:
            asked.add(code)
        return glyph

    functions = hb.FontFuncs()
    functions.set_nominal_glyph_func(noted)
    # Opened anew: for a font without rules for Arabic, its joined forms are asked for once, and then remembered.
    font = hb.Font(hb.Face(face.hb_face.blob, face.hb_face.index))
    font.funcs = functions
    for word in words:
        if not word.isascii():
            for start in range(0, len(word), LONGEST):
                _shape(font, word[start : start + LONGEST])
    # Brackets, which may stand in a text from right to left by themselves.
    _shape(font, "".join(sorted(filter(mirrored, characters))), "rtl")
    return asked


def _shape(font: hb.Font, text: str, direction: str | None = None) -> None:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    if direction:
        buffer.direction = direction
    try:
        hb.shape(font, buffer)
    except MemoryError:  # more glyphs than HarfBuzz makes of a text: `Face.shape` shows none of it
        return
