"""The cells that are shown, row by row: their texts, how they stand, and what is stressed."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics
from deckmaker.localization.numerals import Numerals
from deckmaker.model import Align, Cell, TableColumn, TableRow
from deckmaker.resolve.tables.emphasis import Emphasis
from deckmaker.resolve.tables.grid import MOST_TOLD, Grid, further
from deckmaker.resolve.tables.picking import PickedColumn
from deckmaker.resolve.tables.showing import (
    Shown,
    align_of,
    in_sheet_words,
    paragraph_of,
    shown,
    shows_numbers,
    which_sign,
)
from deckmaker.resolve.tables.written import Written, WrittenCell


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the grid that are shown, in order: `header` rows first, then the body, then `footer` rows."""

    shown: list[int]
    header: int
    footer: int


def set_rows(
    grid: Grid,
    rows: Rows,
    columns: list[PickedColumn],
    written: Written,
    emphasis: Emphasis,
    signs: Numerals,
    diagnostics: Diagnostics,
) -> tuple[tuple[TableColumn, ...], tuple[TableRow, ...]]:
    """Return the columns and rows of a table; report what is no number where its column asks for numbers."""
    setting = _Setting(grid, rows, columns, written, signs, diagnostics)
    aligns = setting.aligns()
    made = tuple(
        TableColumn(align, column.entry.width if column.entry else None, index in emphasis.columns)
        for index, (align, column) in enumerate(zip(aligns, columns, strict=True))
    )
    return made, tuple(setting.row(index, aligns, emphasis) for index in range(len(rows.shown)))


class _Setting:
    """Holds the texts of the cells that begin in each row, by the columns in which they do."""

    def __init__(
        self,
        grid: Grid,
        rows: Rows,
        columns: list[PickedColumn],
        written: Written,
        signs: Numerals,
        diagnostics: Diagnostics,
    ) -> None:
        self._rows, self._columns, self._written, self._diagnostics = rows, columns, written, diagnostics
        self._grid = [[grid[row][column.place] for column in columns] for row in rows.shown]
        self._texts = [
            {
                column: self._shown(row, column, cell, signs)
                for column, cell in enumerate(cells)
                if self._begins(row, column)
            }
            for row, cells in enumerate(self._grid)
        ]
        for column, picked in enumerate(columns):
            if shows_numbers(picked.entry):
                self._report_words(column)

    def aligns(self) -> list[Align]:
        """Return how each column stands."""
        return [
            align_of(
                picked.entry,
                [
                    texts[column]
                    for row, texts in enumerate(self._texts[self._rows.header :], start=self._rows.header)
                    if column in texts and self._grid[row][column].columns == 1
                ],
            )
            for column, picked in enumerate(self._columns)
        ]

    def row(self, row: int, aligns: list[Align], emphasis: Emphasis) -> TableRow:
        """Return a row with the cells that begin in it."""
        body = row - self._rows.header
        cells = []
        for column, text in self._texts[row].items():
            cell = self._grid[row][column]
            is_strong = cell.strong or (body, column) in emphasis.cells
            align = cell.align or self._align(text, cell, aligns[column], body < 0)
            suffix = text.decimal_suffix if (align or aligns[column]) is Align.DECIMAL and body >= 0 else 0
            cells.append(Cell(text.paragraph, cell.rows, cell.columns, is_strong, align, suffix))
        span = self._written.span(self._written.rows[self._rows.shown[row]].at)
        return TableRow(tuple(cells), body in emphasis.rows, span)

    def _align(self, text: Shown, cell: WrittenCell, align: Align, is_header: bool) -> Align | None:
        """Return how a cell stands where not as its column does: names stand over the ends of numbers."""
        if is_header and cell.columns > 1:
            return Align.CENTER
        is_text = cell.columns > 1 and not text.is_number and not is_header
        return Align.LEFT if is_text and align is Align.DECIMAL else None

    def _begins(self, row: int, column: int) -> bool:
        """Tell whether a cell begins at a place as shown, and is not one that reaches there."""
        cell = self._grid[row][column]
        if cell.rows == cell.columns == 1:
            return True
        above, left = row and self._grid[row - 1][column] is cell, column and self._grid[row][column - 1] is cell
        return not above and not left

    def _shown(self, row: int, column: int, cell: WrittenCell, signs: Numerals) -> Shown:
        picked = self._columns[column]
        text = cell.text
        if row < self._rows.header and cell.shown:
            text = in_sheet_words(text, cell.shown, self._written.sign_of(cell, None), signs)
        is_marked = not self._written.is_file
        if row < self._rows.header == row + cell.rows and picked.entry and picked.entry.name and cell.columns == 1:
            text, is_marked = picked.entry.name, True
        paragraph = paragraph_of(text, self._written.span(cell.at), is_marked, self._diagnostics)
        if row < self._rows.header:
            return Shown(paragraph, 0, False)
        return shown(paragraph, picked.entry, self._written.sign_of(cell, picked.decimal), signs, cell.shown)

    def _report_words(self, column: int) -> None:
        """Report what is no number in a column of numbers, and what may be two."""
        name = self._name(column)
        found = [
            (row, texts[column])
            for row, texts in enumerate(self._texts)
            if row >= self._rows.header
            and column in texts
            and not texts[column].is_number
            and not texts[column].is_missing
            and self._grid[row][column].columns == 1
        ]
        for number, (row, text) in enumerate(found[:MOST_TOLD], start=1):
            words, span = text.paragraph.text, text.paragraph.span
            where = f"row {row - self._rows.header + 1} of {name}"
            notes = further(number, len(found))
            if text.is_open:
                message = f"{where} holds `{words}`, which is one number or a thousandth of it"
                self._diagnostics.report("ambiguous-number", message, span, which_sign(words), notes)
            else:
                message = f"{where} holds `{words}`, which is no number"
                help = "it is shown as it is; write a number, or leave the cell empty"
                self._diagnostics.report("not-a-number", message, span, help, notes)

    def _name(self, column: int) -> str:
        entry = self._columns[column].entry
        return f"column `{entry.name or entry.origin}`" if entry else f"column {column + 1}"
