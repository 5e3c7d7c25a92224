"""Texts that are longer than a deck's may be, as some are with their backslashes: they are told, and written whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.budget.decks import TEXT_CHARACTERS
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.deck_text import as_held, as_written
from deckmaker.importing.imported import ImportedDeck
from deckmaker.resolve.characters import SHORTEN


def tell_endless_texts(deck: ImportedDeck, diagnostics: Diagnostics) -> None:
    """Report the texts of a deck with which it will not be built, by their slides."""
    for number, slide in enumerate(deck.slides, start=1):
        for text in _texts(as_written(slide)):
            if len(text) > TEXT_CHARACTERS.most:
                message = (
                    f"a text has {len(text):,} characters, and a deck is built with {TEXT_CHARACTERS.most:,} at most"
                )
                diagnostics.report("not-imported", f"slide {number}: {message}", help=SHORTEN)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield as_held(value)
    elif isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
