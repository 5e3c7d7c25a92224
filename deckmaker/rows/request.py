"""What is asked for: a table's file and how it is read, which of its rows, and how their decks are called."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Said:
    """A text that somebody wrote, and its place in the deck; None where it is an option of the command."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class RowsRequest:
    """A table of rows, as a deck's `rows:` or the command's options ask for it.

    `file` is relative to the deck where it has a place there, else to the working folder. `sheet` to `decimal` say how
    it is read, as for other tables. `where` is a condition, `name` a pattern of file names. `limit` takes the first
    rows that the condition leaves, `sample` so many spread over all of them.
    """

    file: Said
    sheet: str | None = None
    delimiter: str | None = None
    encoding: str | None = None
    skip: int | None = None
    decimal: str | None = None
    where: Said | None = None
    name: Said | None = None
    limit: int | None = None
    sample: int | None = None
