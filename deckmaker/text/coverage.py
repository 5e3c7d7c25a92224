"""Which characters of a text can be drawn: those that its fonts have, in scripts that run from left to right."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from deckmaker.fonts import face
from deckmaker.model import Paragraph
from deckmaker.text.styling import inline_style
from deckmaker.theme import TextStyle, Theme


class Undrawable(NamedTuple):
    """Characters that cannot be drawn, each once: without a glyph, or of a right-to-left script (UAX 9: R, AL)."""

    missing: tuple[str, ...]
    right_to_left: tuple[str, ...]


def undrawable(paragraph: Paragraph, style: TextStyle, theme: Theme) -> Undrawable:
    """Return what of a paragraph in a text of `style` cannot be drawn."""
    missing: dict[str, None] = {}
    right_to_left: dict[str, None] = {}
    for run in paragraph.runs:
        drawn = face(inline_style(run, style, style.size, theme).face)
        for character in dict.fromkeys(run.text):
            if unicodedata.bidirectional(character) in ("R", "AL"):
                right_to_left[character] = None
            elif not drawn.has(character):
                missing[character] = None
    return Undrawable(tuple(missing), tuple(right_to_left))
