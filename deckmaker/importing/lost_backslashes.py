"""Backslashes before braces that no deck can say: one before `{{` belongs to the braces, which it keeps as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.deck_text import loses_backslash
from deckmaker.importing.imported import ImportedDeck
from deckmaker.importing.told import Loss

_LEFT_OUT = "a backslash before `{{` is left out"
_HELP = "put a space between it and the braces, if it matters"


def tell_lost_backslashes(deck: ImportedDeck, diagnostics: Diagnostics) -> None:
    """Report the slides of a deck on which a backslash goes as the deck is written."""
    for number in _slides_that_lose_any(deck):
        diagnostics.report("not-imported", f"slide {number}: {_LEFT_OUT}", help=_HELP)


def backslashes_lost(deck: ImportedDeck, name: str) -> list[Loss]:
    """Return the same of a deck that is to be compared, by the slides of its file, which has that `name`."""
    return [_loss(deck, number, name) for number in _slides_that_lose_any(deck)]


def _loss(deck: ImportedDeck, number: int, name: str) -> Loss:
    """Return the loss on a deck's slide: one of the presentation may be two of the deck."""
    part, begin = max((one for one in deck.begins.items() if one[1] <= number), key=lambda one: one[1])
    title = " ".join(deck.slides[begin - 1].get("title", "(no title)").split())
    source = SourceFile(name, "\n" * (part - 1) + title)
    return Loss(_LEFT_OUT, part, Span(source, part, 1, part, 2, cell=f"slide {part}"))


def _slides_that_lose_any(deck: ImportedDeck) -> Iterator[int]:
    return (number for number, slide in enumerate(deck.slides, start=1) if _loses_any(slide))


def _loses_any(value: Any, key: str = "") -> bool:
    if isinstance(value, str):
        return key != "file" and loses_backslash(value)
    if isinstance(value, dict):
        return any(loses_backslash(name) or _loses_any(one, name) for name, one in value.items())
    return any(map(_loses_any, value))
