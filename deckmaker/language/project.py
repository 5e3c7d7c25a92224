"""What a project's `deckmaker.yaml` may say: defaults for its decks, and what is built of them. Reference:
docs/project.md.
"""

from __future__ import annotations

from typing import Any

from deckmaker.language.deck import DeckEntry
from deckmaker.language.entry import Entry, Key, optional
from deckmaker.language.kinds import ListOf, Text


def _of_decks(name: str) -> Key[Any]:
    """Return a key of decks, such that each deck without it takes what the project says."""
    key = DeckEntry.keys[name]
    return optional(key.kind, f"{key.description} For decks that do not say so themselves.")


class ProjectEntry(Entry):
    """Defaults for the decks of a project. What a deck says wins, and what the command is given wins over all."""

    theme = _of_decks("theme")
    mode = _of_decks("mode")
    size = _of_decks("size")
    language = _of_decks("language")
    author = _of_decks("author")
    trail = _of_decks("trail")
    footer = _of_decks("footer")
    marking = _of_decks("marking")
    logo = _of_decks("logo")
    credits = _of_decks("credits")
    overflow = _of_decks("overflow")
    pdf = _of_decks("pdf")
    use = _of_decks("use")
    license = _of_decks("license")
    severity = _of_decks("severity")
    formats = optional(ListOf(Text(), least=1), "Formats to build, such as pptx; without it pptx, pdf and html.")
    output = optional(Text(), "Folder to build into, within the project; without it build.")


OF_DECKS = tuple(name for name in ProjectEntry.keys if name in DeckEntry.keys)
"""Keys that decks have, too."""
