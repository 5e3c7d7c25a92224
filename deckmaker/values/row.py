"""A row of a table for each of which a deck is made: its texts, under the columns that all rows share."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.localization.typed_numbers import Evidence


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table of rows, shared by all of them.

    `names` differ from each other and are not empty. `evidence` says for each column what all of its texts tell of
    their decimal sign, or those of the whole table where they leave it open, or what somebody said of it. `file` is the
    table's file as messages show it.
    """

    file: str
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    def decimal(self, column: int, usual: str) -> str | None:
        """Return the decimal sign of a column's numbers, `point` or `comma`, by the column's index from 0.

        `usual` is that of the language. None where the texts leave it open.
        """
        told = self.evidence[column]
        return told.decimal or told.plain(usual)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: small, and as it is in a process of its own. An empty cell is an empty text.

    `number` counts from 1, the first row below the names of the columns. `line` is the line of the file, or the row of
    the sheet, in which it begins, from 1; None where the file has no lines. `texts` has one for each column.
    """

    number: int
    line: int | None
    texts: tuple[str, ...]
    columns: Columns

    @property
    def mark(self) -> RowPlace:
        """The row as messages about its deck have it."""
        return RowPlace(self.columns.file, self.number, self.line)

    @property
    def place(self) -> str:
        """Where the row is, in words: `row 7 (line 8 of regions.csv)`."""
        line = "" if self.line is None else f"line {self.line} of "
        return f"row {self.number} ({line}{self.columns.file})"
