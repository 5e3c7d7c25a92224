"""Whether a deck takes a block that an import has made: those who read decks are asked, whose rules are many."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Severity, SourceFile, Span
from deckmaker.importing.deck_text import as_written
from deckmaker.importing.imported import Block
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.resolve.deck import resolve_deck
from deckmaker.source import Tree

_DECK = SourceFile("deck.yaml", "")


def refusal_of(block: Block) -> str | None:
    """Return what is said of a block that no deck takes, None where one does."""
    key, value = block
    tree = Tree({"title": "-", "slides": [{key: as_written(value)}]}, {(): Span(_DECK, 1, 1, 1, 1)}, {})
    found = Diagnostics()
    entry = validate(DeckEntry, tree, found)
    if entry is not None:
        resolve_deck(entry, tree, Path(_DECK.name), found)
    return next((one.message for one in found if one.severity is Severity.ERROR), None)
