"""Backslashes before braces that no deck can say: one before `{{` belongs to the braces, which it keeps as they are."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.deck_text import loses_backslash
from deckmaker.importing.imported import ImportedDeck

_HELP = "put a space between it and the braces, if it matters"


def tell_lost_backslashes(deck: ImportedDeck, diagnostics: Diagnostics) -> None:
    """Report the slides of a deck on which a backslash goes as the deck is written."""
    for number, slide in enumerate(deck.slides, start=1):
        if _loses_any(slide):
            diagnostics.report("not-imported", f"slide {number}: a backslash before `{{{{` is left out", help=_HELP)


def _loses_any(value: Any, key: str = "") -> bool:
    if isinstance(value, str):
        return key != "file" and loses_backslash(value)
    if isinstance(value, dict):
        return any(loses_backslash(name) or _loses_any(one, name) for name, one in value.items())
    return any(map(_loses_any, value))
