"""Sizes: nothing is too small to be read, whatever a theme allows itself."""

from __future__ import annotations

from deckmaker.layout import Document
from tests.visual.placed_lines import document_lines

LEAST = 9
"""Points under which no text goes, not even the strip of credits."""

LEAST_BODY = 12
"""Points under which no text goes that is there to be read by all."""

READ_BY_ALL = ("title", "body", "heading")
"""The beginnings of these slots' names."""


def small_texts(document: Document) -> list[str]:
    """Return a finding for each text under its style's smallest size, or under what any style may allow."""
    found = []
    for line in document_lines(document):
        least = LEAST_BODY if line.slot.startswith(READ_BY_ALL) else LEAST
        least = max(least, line.item.style.minimum)
        if line.size < least:
            found.append(f"{line}: {line.size} points, at least {least} wanted")
    return found
