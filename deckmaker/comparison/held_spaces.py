"""Spaces at which no line breaks, in what has changed: they look as others do.

Layout has them in presentations where it holds words together, and elsewhere when a text is another. People type plain
ones there.
"""

from __future__ import annotations

from deckmaker.comparison.changes import Change

_PLAIN = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")

HELD_SPACES_TOLD = "no-break spaces in place of others, or the other way round"
"""What is said of a text that differs by such spaces alone: nobody would see what is marked."""


def with_plain_spaces(text: str) -> str:
    """Return a text with a plain space for each at which no line breaks."""
    return text.translate(_PLAIN)


def is_of_held_spaces(change: Change) -> bool:
    """Tell whether a text differs by such spaces alone."""
    old, new = change.old, change.new
    return old is not None and new is not None and old != new and with_plain_spaces(old) == with_plain_spaces(new)
