"""The row of a table for which a deck was made, where a mistake in it is due to that."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A row of the table in `file`: its number, from 1 below the names of the columns, and the line in which it begins.

    `columns` are those whose values the mistake is about; none where it is about no value, or about too many.
    """

    file: str
    number: int
    line: int | None = None
    columns: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The row in words: `row 7 (line 8 of regions.csv), column `sales``."""
        line = f"line {self.line} of " if self.line is not None else ""
        names = ", ".join(f"`{name}`" for name in self.columns)
        columns = f", column{'s' if len(self.columns) > 1 else ''} {names}" if names else ""
        return f"row {self.number} ({line}{self.file}){columns}"
