"""What is said of a file that passes one of the bounds of its parsing."""

from __future__ import annotations

from deckmaker.budget.source import SOURCE_LEVELS
from deckmaker.diagnostics import Span

MOST_MARKED = 100
"""Repetitions of one key in one mapping that are marked each; the others are counted."""

TOO_DEEP = f"values are nested more than {SOURCE_LEVELS.limit} deep"
FLATTEN = "write fewer values inside values; a text that begins with brackets needs quotes around it"


class Limit(Exception):
    """A file passed one of the limits: what is said of it, where, and the help."""

    def __init__(self, message: str, span: Span, help: str) -> None:
        super().__init__(message)
        self.span, self.help = span, help
