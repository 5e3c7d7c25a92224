"""Text in the columns of a terminal."""

from __future__ import annotations

import unicodedata

from deckmaker.diagnostics.printer.escapes import printable
from deckmaker.patterns import pattern

_NOT_SHOWN = pattern("[\xad\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Soft hyphens, joiners and variation selectors. Terminals disagree about how wide they make what is around them."""

_JAMO = pattern("[\u1160-\u11ff\ud7b0-\ud7fb]")
"""Vowels and finals that are set inside the syllable before them (Unicode 16, 3.12)."""


def display_width(text: str) -> int:
    """Return the columns that a text takes (Unicode UAX 11: wide and fullwidth take two, marks on letters none)."""
    return sum(_width(character) for character in text)


def as_shown(character: str) -> str:
    """Return what stands for a character of a source line, so that its width is the same on every terminal."""
    if character == "\t":
        return " "
    return "" if _NOT_SHOWN.match(character) else printable(character)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or _JAMO.match(character) or _NOT_SHOWN.match(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
