"""Cells that a spreadsheet shows as one: what stands in the first of them is meant for each row.

What others of them hold is not shown: LibreOffice keeps what stood there before they were merged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from deckmaker.budget.tables import TABLE_FILE_CELLS
from deckmaker.patterns import pattern
from deckmaker.source.workbook.package import NotAWorkbook

T = TypeVar("T")

_RANGE = pattern(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class Merged:
    """The `ranges` of a sheet whose cells are one, by their first and last column, their first and last row."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int, int, int]] = []

    def add(self, reference: str) -> None:
        """Take a range, as in `A2:A5`; what is none is nothing."""
        match = _RANGE.fullmatch(reference)
        if match:
            first, last = column_number(match[1]), column_number(match[3])
            if first <= last and 0 < int(match[2]) <= int(match[4]):
                self.ranges.append((first, last, int(match[2]), int(match[4])))

    def fill(self, numbers: list[int], rows: Sequence[list[T]], nothing: T) -> None:
        """Write what stands at the top of each range into its other rows, by their `numbers`, which rise.

        `nothing` is what an empty cell has.

        Rows that hold nothing else are not there, and stay so. Raises NotAWorkbook where that is endless.
        """
        left = TABLE_FILE_CELLS.most
        for column, last_column, first, last in self.ranges:
            begin, end = bisect_left(numbers, first), bisect_left(numbers, last + 1)
            is_there = begin < end and numbers[begin] == first and column < len(rows[begin])
            top = rows[begin][column] if is_there else nothing
            for cells in rows[begin:end]:
                left -= join_cells(cells, column, last_column, top, nothing)
                if left < 0:
                    raise NotAWorkbook("merges more cells than anybody does", "part them, or export it as CSV")


def join_cells(cells: list[T], column: int, last_column: int, top: T, nothing: T) -> int:
    """Write what stands at the `top` of a range into one of its rows. Return how many cells that cost."""
    before, covered = len(cells), 0
    if top != nothing:
        cells.extend([nothing] * (column + 1 - before))
    if column < len(cells):
        cells[column] = top
        covered = len(cells[column + 1 : last_column + 1])
        cells[column + 1 : column + 1 + covered] = [nothing] * covered
    return 1 + len(cells) - before + covered


def column_number(letters: str) -> int:
    """Return the number of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
