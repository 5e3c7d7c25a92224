"""A sheet of a workbook row by row, in the memory of a few rows and of the texts that cells share."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from deckmaker.budget.rows import SHEET_CELLS
from deckmaker.source.workbook.cells import SheetRow
from deckmaker.source.workbook.merged import Merged, join_cells
from deckmaker.source.workbook.number_formats import NumberFormat
from deckmaker.source.workbook.package import Attributes, NotAWorkbook
from deckmaker.source.workbook.reading import ChosenSheet, Sheet, Stale, chosen_sheet


class SheetStream:
    """The rows of a sheet that hold something, which can be gone through once."""

    def __init__(self, file: str, content: bytes, sheet: str | None = None, decimal: str = "point") -> None:
        """Begin with a sheet of a workbook as `read_workbook` chooses it. Raises NotAWorkbook."""
        self._file = file
        self._chosen = chosen_sheet(content, sheet, decimal, SHEET_CELLS)

    @property
    def name(self) -> str:
        """The name of the sheet."""
        return self._chosen.name

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the other sheets that are not hidden."""
        return self._chosen.others

    @property
    def stale(self) -> Stale | None:
        """The formulas of the rows that were read so far whose values may be old."""
        return self._chosen.stale

    def rows(self) -> Iterator[SheetRow]:
        """Yield the rows, with what stands at the top of merged cells in each of their rows. Raises NotAWorkbook."""
        found, cells, last = self._chosen, self._chosen.cells, 0
        merged = _merged(found)
        for _ in found.package.reading(found.part, cells.start, cells.end):
            for row in cells.rows:
                if row.number <= last:
                    raise NotAWorkbook("is broken: its rows are out of order", "save it anew")
                last = row.number
                merged.fill(row)
                if row.cut():
                    yield row
            cells.rows.clear()

    def alone(self, row: SheetRow) -> Sheet:
        """Return a row as a sheet of its own, which knows the places of its cells."""
        return Sheet(self._file, self.name, [row])


def _merged(found: ChosenSheet) -> MergedRows:
    """Return the ranges of merged cells, which stand behind all rows; a part that has none is not parsed for them."""
    merged = Merged()

    def start(tag: str, attributes: Attributes) -> None:
        if tag == "mergeCell":
            merged.add(attributes.get("ref", ""))

    if found.package.holds(found.part, "mergeCell"):
        found.package.read(found.part, start, lambda *_: None)
    return MergedRows(merged.ranges)


class _Open(NamedTuple):
    """A range that goes on below, the how manieth it is, and what stands at its top."""

    last: int
    number: int
    column: int
    last_column: int
    text: str
    shown: NumberFormat | None


class MergedRows:
    """Fills rows, one after the other, with what merged cells have at their top."""

    def __init__(self, ranges: list[tuple[int, int, int, int]]) -> None:
        """Begin with ranges by their first and last column, their first and last row."""
        self._coming = sorted(ranges, key=lambda one: one[2], reverse=True)
        self._open: list[_Open] = []
        self._left = SHEET_CELLS.most

    def fill(self, row: SheetRow) -> None:
        """Write the texts of merged cells into their other rows. Raises NotAWorkbook where that is endless."""
        while self._open and self._open[0].last < row.number:
            heappop(self._open)
        while self._coming and self._coming[-1][2] <= row.number:
            column, last_column, first, last = self._coming.pop()
            if last >= row.number:
                is_there = first == row.number and column < len(row.cells)
                top = (row.cells[column], row.formats[column]) if is_there else ("", None)
                heappush(self._open, _Open(last, len(self._coming), column, last_column, *top))
        for one in self._open:
            self._take(join_cells(row.cells, one.column, one.last_column, one.text, ""))
            join_cells(row.formats, one.column, one.last_column, one.shown, None)

    def _take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise NotAWorkbook("merges more cells than anybody does", "part them, or export it as CSV")
