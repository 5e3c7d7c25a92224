"""Whether a deck takes a block that an import has made: those who read decks are asked, whose rules are many."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Diagnostic, Diagnostics, Severity, SourceFile, Span
from deckmaker.importing.deck_text import as_written
from deckmaker.importing.imported import Block
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Deck
from deckmaker.resolve.deck import resolve_deck
from deckmaker.source import DataPath, Tree

DECK = Path("deck.yaml")
SPAN = Span(SourceFile(DECK.name, ""), 1, 1, 1, 1)
"""Where all stands of a deck that is tried."""


def resolved(
    data: dict[str, Any], found: Diagnostics, places: Mapping[DataPath, Span] | None = None
) -> tuple[DeckEntry, Deck] | None:
    """Return a deck of plain data, as entered and as meant; report what is wrong, and return None for no deck.

    Values that are to be told from others have `places` of their own.
    """
    tree = Tree(data, {(): SPAN, **(places or {})}, {})
    entry = validate(DeckEntry, tree, found)
    deck = resolve_deck(entry, tree, DECK, found) if entry is not None else None
    return (entry, deck) if entry is not None and deck is not None else None


def refused(block: Block) -> Diagnostic | None:
    """Return the error for which no deck takes a block, None where one does."""
    key, value = block
    resolved({"title": "-", "slides": [{key: as_written(value)}]}, found := Diagnostics())
    return next((one for one in found if one.severity is Severity.ERROR), None)


def refusal_of(block: Block) -> str | None:
    """Return what is said of a block that no deck takes, None where one does."""
    error = refused(block)
    return error.message if error else None
