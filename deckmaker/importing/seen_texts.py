"""What a deck has of a text of another program, by the rules of those who read decks.

Whoever reads a text asks here before anything is decided by whether there is one: programs leave texts behind that
consist of a space without width, or of a sign that no output can show.
"""

from __future__ import annotations

from deckmaker.patterns import BLANK
from deckmaker.resolve.characters import without_unusable


def seen_text(text: str) -> str:
    """Return a text without signs that no output can show; nothing where nobody sees any of the rest."""
    kept = without_unusable(text)
    return "" if BLANK.fullmatch(kept) else kept


def seen_line(text: str) -> str:
    """Return what `seen_text` does, with one space between words."""
    return " ".join(seen_text(text).split())
