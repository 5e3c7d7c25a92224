"""Backslashes before braces that no deck can say: one before `{{` belongs to the braces, which it keeps as they are."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.deck_text import loses_backslash
from deckmaker.importing.imported import ImportedDeck

_HELP = "put a space between it and the braces, if it matters"


def tell_lost_backslashes(deck: ImportedDeck, diagnostics: Diagnostics, compared: str = "") -> None:
    """Report the slides of a deck on which a backslash goes as the deck is written.

    Of one that is to be `compared`, that is the name of its file: the slides are told by their place in that.
    """
    for number, slide in enumerate(deck.slides, start=1):
        if _loses_any(slide):
            message = "a backslash before `{{` is left out"
            if compared:
                diagnostics.report("not-imported", message, _span(deck, number, compared))
            else:
                diagnostics.report("not-imported", f"slide {number}: {message}", help=_HELP)


def _span(deck: ImportedDeck, number: int, name: str) -> Span:
    """Return the place of a deck's slide in the presentation: one of that may be two of the deck."""
    part, begin = max((one for one in deck.begins.items() if one[1] <= number), key=lambda one: one[1])
    title = " ".join(deck.slides[begin - 1].get("title", "(no title)").split())
    return Span(SourceFile(name, "\n" * (part - 1) + title), part, 1, part, 2, cell=f"slide {part}")


def _loses_any(value: Any, key: str = "") -> bool:
    if isinstance(value, str):
        return key != "file" and loses_backslash(value)
    if isinstance(value, dict):
        return any(loses_backslash(name) or _loses_any(one, name) for name, one in value.items())
    return any(map(_loses_any, value))
