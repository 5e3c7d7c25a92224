"""Decks that are to be compared, read as far as what they say."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from typing import NamedTuple

from deckmaker.comparison.deck_facts import facts_of
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.reading import PlacedSide
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import printable
from deckmaker.guards import guarded
from deckmaker.layout import Document
from deckmaker.memories import DeckMemory
from deckmaker.messages import MessageOptions, message_lines
from deckmaker.one_deck import read_one
from deckmaker.project import project_root
from deckmaker.resolve.embedded import silent_files


class ReadSide(NamedTuple):
    """One of the two decks, None where it has errors, and what there is to say of it."""

    facts: DeckFacts | None
    document: Document | None
    messages: Sequence[str]
    causes: Sequence[str]


def read_side(
    side: PlacedSide,
    messages: MessageOptions,
    audience: str | None,
    row: int | None,
    flawed: bool,
    memory: DeckMemory | None = None,
) -> ReadSide:
    """Read a deck; one that may be `flawed` was imported, and nobody is to mend it. A `memory` has what was laid out of
    it before."""
    found = Diagnostics(messages.levels)
    with guarded(side.path, found):
        with silent_files() if flawed else nullcontext():
            read = read_one(side.path, found, audience, row, flawed, memory)
        if read and (flawed or not found.failed(messages.strict)):
            root = project_root(side.path)
            name, pages = printable(side.name), read.document.pages
            facts = facts_of(name, read.deck, read.entry, read.theme, root, pages, audience, side.arrows)
            return ReadSide(facts, read.document, (), ())
    return ReadSide(None, None, [side.named(line) for line in message_lines(found, messages)], found.causes)
