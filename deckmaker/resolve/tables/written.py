"""A table as somebody wrote it, in the deck or in a file: rows of cells that know their places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.diagnostics import Span
from deckmaker.model import Align

if TYPE_CHECKING:
    from deckmaker.source.workbook import NumberFormat


@dataclass(frozen=True, slots=True, eq=False)
class WrittenCell:
    """A cell. `column` is its place where its row names it, else it takes the first that is free.

    `at` is what the table's `span` takes: a place is made where it is wanted, as a file may have millions of cells.
    `shown` is how a workbook shows a number, None of what is none to it.
    """

    text: str
    at: Any
    column: int | None = None
    rows: int = 1
    columns: int = 1
    strong: bool = False
    align: Align | None = None
    shown: NumberFormat | None = None


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row; `at` as for a cell."""

    cells: list[WrittenCell]
    at: Any


@dataclass(frozen=True, slots=True)
class Written:
    """Rows, the first `header` of them the header's, whose texts name the columns where there are no `names`.

    `is_file` tells that they come from a file of values, in whose texts no sign is a mark. `decimal` is the sign of
    its numbers where the file itself knows what a number is; its texts may have another one. `other_sheets` says what
    to do where the sheet is not the one that is meant.
    """

    rows: list[WrittenRow]
    header: int
    is_file: bool
    span: Callable[[Any], Span] = field(repr=False)
    names: tuple[str, ...] = ()
    decimal: str | None = None
    other_sheets: str = ""

    def sign_of(self, cell: WrittenCell, column: str | None) -> str | None:
        """Return the decimal sign of a cell in a column whose texts have this one."""
        return self.decimal if self.decimal and cell.shown else column
