"""Which characters of a text can be drawn: those that some font has, in scripts that run from left to right."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from deckmaker.fonts.fallback import stretches
from deckmaker.model import Paragraph
from deckmaker.text.styling import inline_style
from deckmaker.theme import TextStyle, Theme


class Undrawable(NamedTuple):
    """Characters that cannot be drawn, each once: in no font, or of a right-to-left script (UAX 9: R, AL, AN)."""

    missing: tuple[str, ...]
    right_to_left: tuple[str, ...]


def undrawable(paragraph: Paragraph, style: TextStyle, theme: Theme) -> Undrawable:
    """Return what of a paragraph in a text of `style` cannot be drawn."""
    missing: dict[str, None] = {}
    right_to_left: dict[str, None] = {}
    for run in paragraph.runs:
        refused = set() if run.text.isascii() else {one for one in set(run.text) if is_right_to_left(one)}
        right_to_left |= dict.fromkeys(one for one in run.text if one in refused)
        for part in stretches(run.text, inline_style(run, style, style.size, theme).face):
            if part.missing:
                missing |= dict.fromkeys(one for one in part.text if one not in refused)
    return Undrawable(tuple(missing), tuple(right_to_left))


def is_right_to_left(character: str) -> bool:
    """Tell whether a character runs from right to left, or, Arabic digits, turns the signs beside it that way."""
    return unicodedata.bidirectional(character) in ("R", "AL", "AN")
