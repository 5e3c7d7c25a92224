"""What is wrong with an expression, and where in its text."""

from __future__ import annotations

UNKNOWN, SYNTAX, UNUSABLE = "unknown-variable", "variable-syntax", "unusable-variable"
CONDITION = "condition-syntax"
UNFORMATTED, FAILED = "unformatted-number", "failed-formula"
"""Codes of the catalogue of diagnostics; the last two are no mistakes, but look like some."""


class ValueMistake(Exception):
    """A mistake between `begin` and `end`, 0-based offsets in the text that holds the expression; `help` mends it.

    `column` is the column of a row whose value is at fault.
    """

    column: str | None = None

    def __init__(self, code: str, message: str, begin: int, end: int, help: str | None = None) -> None:
        super().__init__(message)
        self.code, self.message, self.help = code, message, help
        self.begin, self.end = begin, end
