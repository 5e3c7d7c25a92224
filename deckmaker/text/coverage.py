"""Which characters of a text can be drawn: those that some font has."""

from __future__ import annotations

from deckmaker.fonts.fallback import stretches
from deckmaker.model import Paragraph
from deckmaker.text.styling import inline_style
from deckmaker.theme import TextStyle, Theme


def undrawable(paragraph: Paragraph, style: TextStyle, theme: Theme) -> tuple[str, ...]:
    """Return the characters of a paragraph in a text of `style` that no font has, each once."""
    missing: dict[str, None] = {}
    for run in paragraph.runs:
        for part in stretches(run.text, inline_style(run, style, style.size, theme).face):
            if part.missing:
                missing |= dict.fromkeys(part.text)
    return tuple(missing)
