"""How much one file may hold. Each limit is far beyond what decks need, and its message says what and how much."""

from __future__ import annotations

from deckmaker.diagnostics import Span

MOST_BYTES = 64 * 1024 * 1024
"""Of one file. A deck of 1,000 slides with twenty bullets each takes about one megabyte."""

MOST_REPEATED = 200_000
"""Values that the aliases of one file stand for, beside those that are written in it. Alias bombs take billions."""

MOST_LEVELS = 100
"""Values inside values. The deepest deck has a list in a list in a list in a slide: about twelve levels."""

MOST_MARKED = 100
"""Repetitions of one key in one mapping that are marked each; the others are counted."""

TOO_DEEP = f"values are nested more than {MOST_LEVELS} levels deep"
FLATTEN = "write fewer values inside values; a text that begins with brackets needs quotes around it"


class Limit(Exception):
    """A file passed one of the limits: what is said of it, where, and the help."""

    def __init__(self, message: str, span: Span, help: str) -> None:
        super().__init__(message)
        self.span, self.help = span, help
