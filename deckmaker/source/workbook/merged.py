"""Cells that a spreadsheet shows as one: what stands in the first of them is meant for each row."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from deckmaker.budget.tables import TABLE_FILE_CELLS
from deckmaker.patterns import pattern
from deckmaker.source.workbook.package import NotAWorkbook

T = TypeVar("T")

_RANGE = pattern(r"([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})")


class Merged:
    """The `ranges` of a sheet whose cells are one over several rows, by their first column, first and last row."""

    def __init__(self) -> None:
        self.ranges: list[tuple[int, int, int]] = []

    def add(self, reference: str) -> None:
        """Take a range, as in `A2:A5`; what is none is nothing."""
        match = _RANGE.fullmatch(reference)
        if match and int(match[2]) < int(match[3]):
            self.ranges.append((column_number(match[1]), int(match[2]), int(match[3])))

    def fill(self, numbers: list[int], rows: Sequence[list[T]], nothing: T) -> None:
        """Write what stands at the top of each range into its other rows, by their `numbers`, which rise.

        `nothing` is what an empty cell has.

        Rows that hold nothing else are not there, and stay so. Raises NotAWorkbook where that is endless.
        """
        left = TABLE_FILE_CELLS.most
        for column, first, last in self.ranges:
            begin = bisect_left(numbers, first)
            if begin == len(numbers) or numbers[begin] != first or column >= len(rows[begin]):
                continue
            end = bisect_left(numbers, last + 1)
            left -= (end - begin) * (column + 1)
            if left < 0:
                raise NotAWorkbook("merges more cells than anybody does", "part them, or export it as CSV")
            for cells in rows[begin + 1 : end]:
                cells.extend([nothing] * (column + 1 - len(cells)))
                cells[column] = cells[column] or rows[begin][column]


def column_number(letters: str) -> int:
    """Return the number of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
