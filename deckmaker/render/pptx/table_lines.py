"""A table's grid as other programs bear it: without rows and columns in which no cell begins.

LibreOffice takes such a row out, and draws what is left of the table at the page's corner (docs/analysis/tables.md).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import accumulate

from deckmaker.layout import TableItem


def without_idle_lines(item: TableItem) -> TableItem:
    """Return a table whose rows and columns all have a cell that begins in them; what it looks like is the same.

    A row or column that others only reach over becomes a part of the one before it.
    """
    rows, columns = {cell.row for cell in item.cells}, {cell.column for cell in item.cells}
    if len(rows) == len(item.rows) and len(columns) == len(item.columns):
        return item
    row, column = _places(rows, len(item.rows)), _places(columns, len(item.columns))
    cells = tuple(
        replace(
            cell,
            row=row[cell.row],
            column=column[cell.column],
            rows=row[cell.row + cell.rows] - row[cell.row],
            columns=column[cell.column + cell.columns] - column[cell.column],
        )
        for cell in item.cells
    )
    return replace(
        item,
        rows=_joined(item.rows, rows),
        columns=_joined(item.columns, columns),
        cells=cells,
        header_rows=row[item.header_rows],
        footer_rows=len(rows) - row[len(item.rows) - item.footer_rows],
        stub_columns=column[item.stub_columns],
    )


def _places(begun: Collection[int], count: int) -> list[int]:
    """Return how many of the lines before each are kept, and before the end."""
    return list(accumulate((line in begun for line in range(count)), initial=0))


def _joined(lengths: Sequence[float], begun: Collection[int]) -> tuple[float, ...]:
    joined: list[float] = []
    for line, length in enumerate(lengths):
        if line in begun:
            joined.append(length)
        else:
            joined[-1] += length
    return tuple(joined)
