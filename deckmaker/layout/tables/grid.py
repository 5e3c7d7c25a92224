"""The grid of a table: which rows and columns belong together, and what each header is the header of.

As HTML has it (4.9.12): a header of several rows or columns is one of a group of them, if they are a group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from deckmaker.layout.document import CellItem, CellRole, TableItem

Group = tuple[int, int]
"""Rows, or columns, that belong together: the first, and the first after them."""


class Scope(Enum):
    """What a header is the header of, in HTML's words."""

    COLUMN = "col"
    COLUMNS = "colgroup"
    ROW = "row"
    ROWS = "rowgroup"


def scope(cell: CellItem, item: TableItem, rows: Group, columns: list[Group]) -> Scope | None:
    """Return what a cell is the header of, None where it is of nothing; `rows` are those of its part of the table."""
    if cell.role is CellRole.HEADER:
        own = (cell.column, cell.column + cell.columns)
        return Scope.COLUMNS if cell.columns > 1 and own in columns else Scope.COLUMN
    if cell.role is CellRole.STUB or cell.column < item.stub_columns:  # a footer's rows have names, too
        return Scope.ROWS if cell.rows > 1 and (cell.row, cell.row + cell.rows) == rows else Scope.ROW
    return None


def row_groups(item: TableItem) -> Iterator[tuple[CellRole, Group]]:
    """Yield a table's parts: header, body, footer. In the body, rows that share a name are a part of their own."""
    end, body_end = len(item.rows), len(item.rows) - item.footer_rows
    if item.header_rows:
        yield CellRole.HEADER, (0, item.header_rows)
    named = [(cell.row, cell.row + cell.rows) for cell in item.cells if cell.role is CellRole.STUB and cell.rows > 1]
    spans = [(cell.row, cell.row + cell.rows) for cell in item.cells]
    for group in _parted(item.header_rows, body_end, named, spans):
        yield CellRole.BODY, group
    if item.footer_rows:
        yield CellRole.FOOTER, (body_end, end)


def column_groups(item: TableItem) -> list[Group]:
    """Return the columns that share a header, in groups, and what is between them."""
    header = [cell for cell in item.cells if cell.role is CellRole.HEADER]
    named = [(cell.column, cell.column + cell.columns) for cell in header if cell.columns > 1]
    return [*_parted(0, len(item.columns), named, ())]


def _parted(first: int, end: int, named: Iterable[Group], uncut: Iterable[Group]) -> Iterator[Group]:
    """Yield groups from `first` to `end`: the named ones, where nothing uncut reaches over their edges, and the rest.

    Of named ones that share something the largest is one.
    """
    uncut = list(uncut)
    taken: list[Group] = []
    for one in sorted(named, key=lambda group: (group[0] - group[1], group[0])):
        crossed = any(a < edge < b for a, b in uncut for edge in one)
        if not crossed and not any(one[0] < b and a < one[1] for a, b in taken):
            taken.append(one)
    for start, stop in sorted(taken):
        if first < start:
            yield first, start
        yield start, stop
        first = stop
    if first < end:
        yield first, end
