"""Tables: rows of cells, and what their columns have in common."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple, Self

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.model.block import Block, ChangeText
from deckmaker.model.credit import Credit
from deckmaker.model.overflow import Overflow
from deckmaker.model.text import Paragraph


class Align(Enum):
    """How the cells of a column stand in it. `DECIMAL` sets them to the right, integers' ends below one another."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    DECIMAL = "decimal"


class Lines(Enum):
    """The way in which a table leads the eye along its rows: thin rules, or a background behind every other row."""

    RULES = "rules"
    ZEBRA = "zebra"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column. `share` is its part of the table's width against the others' shares, None where its content decides.

    One that is `picked` stands out against all others, as the option that is advised.
    """

    align: Align = Align.LEFT
    share: float | None = None
    strong: bool = False
    picked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, which may be empty, and how many rows and columns it takes.

    In a column aligned on the decimal sign, the last `decimal_suffix` characters stand behind the integer's end: the
    sign, the decimals, a unit.
    """

    paragraph: Paragraph
    rows: int = 1
    columns: int = 1
    strong: bool = False
    align: Align | None = None
    decimal_suffix: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: the cells that begin in it, from left to right."""

    cells: tuple[Cell, ...]
    strong: bool = False
    span: Span | None = field(default=None, repr=False, compare=False)


class CellPlace(NamedTuple):
    """A cell and the row and column, from 0, in which it begins."""

    row: int
    column: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table. Its first rows are the header, its last the footer, its first columns the stub: names of rows.

    `credit` says whose the data are.

    No cell reaches beyond the table, nor from the header or footer into other rows, and none overlaps another.
    """

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    header_rows: int
    footer_rows: int
    stub_columns: int
    lines: Lines
    caption: Paragraph | None
    overflow: Overflow | None
    span: Span = field(repr=False, compare=False)
    credit: Credit | None = None

    def own_texts(self) -> Iterator[Paragraph]:
        yield from (cell.paragraph for row in self.rows for cell in row.cells)
        if self.caption:
            yield self.caption

    def map_own_texts(self, change: ChangeText) -> Self:
        cells = iter([self._changed(place, change) for place in self.places()])
        rows = tuple(replace(row, cells=tuple(next(cells) for _ in row.cells)) for row in self.rows)
        return replace(self, rows=rows, caption=self.caption and change(self.caption))

    def _changed(self, place: CellPlace, change: ChangeText) -> Cell:
        """Return a cell with its text changed; what that adds to a number stands behind the integer's end."""
        cell, paragraph = place.cell, change(place.cell.paragraph)
        align = cell.align or self.columns[place.column].align
        more = len(paragraph.text) - len(cell.paragraph.text) if align is Align.DECIMAL else 0
        return replace(cell, paragraph=paragraph, decimal_suffix=cell.decimal_suffix + more)

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()

    def places(self) -> Iterator[CellPlace]:
        """Yield the cells, row by row, each where it begins: the first place that those before it leave free."""
        taken: set[tuple[int, int]] = set()  # by cells of rows above
        for row, one in enumerate(self.rows):
            column = 0
            for cell in one.cells:
                while (row, column) in taken:
                    column += 1
                yield CellPlace(row, column, cell)
                for down in range(1, min(cell.rows, len(self.rows) - row)):  # of a table's part, rows are no more there
                    taken |= {(row + down, column + right) for right in range(cell.columns)}
                column += cell.columns
