"""Decks read and described for tests, without laying them out."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from deckmaker.comparison.changes import Comparison
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.deck_facts import facts_of
from deckmaker.comparison.facts import DeckFacts
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Deck
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml
from deckmaker.theme import load_theme


class Resolved(NamedTuple):
    """A deck as it is written, and what its author means."""

    entry: DeckEntry
    deck: Deck


def resolved(text: str, path: Path) -> Resolved:
    """Return the deck of a text that stands in a file, or would."""
    diagnostics = Diagnostics()
    tree = parse_yaml(SourceFile(path.name, text), diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    deck = entry and resolve_deck(entry, tree, path, diagnostics)
    assert entry and deck and not diagnostics.failed(), [one.message for one in diagnostics]
    return Resolved(entry, deck)


def described(deck: dict[str, Any] | str, folder: Path, name: str = "deck.yaml") -> DeckFacts:
    """Return what a deck says that lies in a folder, or would."""
    text = deck if isinstance(deck, str) else yaml.safe_dump(deck, allow_unicode=True, sort_keys=False)
    path = folder / name
    entry, meant = resolved(text, path)
    place = Span(SourceFile(name, "x"), 1, 1, 1, 2)
    theme = load_theme(entry.theme, entry.size, path, place, Diagnostics())
    assert theme
    return facts_of(name, meant, entry, theme, folder)


def compared(old: dict[str, Any] | str, new: dict[str, Any] | str, folder: Path) -> Comparison:
    """Return what has changed between two decks in one folder."""
    return compare(described(old, folder, "old.yaml"), described(new, folder, "new.yaml"))
