"""Rows that go together: those that a cell spans, and a heading of rows with the next ones."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from deckmaker.model import Cell, Table, TableRow

MOST_HEADINGS = 2
"""Rows of one cell each that go with the row behind them: more of them are texts of their own."""


class Group(NamedTuple):
    """Rows of a table's body that go together, out of which no cell reaches. The first are `headings` of the others.

    A `rest` is what has no room with the rows that it goes with, and goes on on another slide.
    """

    rows: tuple[TableRow, ...]
    headings: int = 0
    is_rest: bool = False


def row_groups(table: Table) -> list[range]:
    """Return the rows of a table from the first to the last, those together that no line may part."""
    joined = {row for place in table.places() for row in range(place.row + 1, place.row + place.cell.rows)}
    starts = [row for row in range(len(table.rows)) if row not in joined]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)]


def body_groups(table: Table) -> list[Group]:
    """Return the rows of a table's body, those together that stand on one slide where it has room for them."""
    end = len(table.rows) - table.footer_rows
    groups: list[Group] = []
    headings: list[tuple[TableRow, ...]] = []
    for rows in (table.rows[one.start : one.stop] for one in row_groups(table) if table.header_rows <= one.start < end):
        if _is_heading(rows, table):
            headings.append(rows)
            continue
        alone = max(0, len(headings) - MOST_HEADINGS)
        groups += [Group(one) for one in headings[:alone]]
        above = tuple(row for one in headings[alone:] for row in one)
        groups.append(Group((*above, *rows), len(above)))
        headings = []
    return [*groups, *map(Group, headings)]


def _is_heading(rows: tuple[TableRow, ...], table: Table) -> bool:
    """Tell whether rows have one cell, which spans all columns of several."""
    return bool(rows[0].cells) and rows[0].cells[0].columns == len(table.columns) > 1


def first_rows(group: Group, count: int, table: Table) -> Group:
    """Return the first rows of a group of a table; what spans more of them ends with them."""
    return group._replace(rows=_divided(group, count, table)[0])


def parted_group(group: Group, count: int, table: Table) -> tuple[Group, Group]:
    """Return the first rows of a group of a table, and the rest. What spans rows of both says the same in both."""
    before, cells = _divided(group, count, table)
    rest = (replace(group.rows[count], cells=cells), *group.rows[count + 1 :])
    return group._replace(rows=before), Group(rest, is_rest=True)


def _divided(group: Group, count: int, table: Table) -> tuple[tuple[TableRow, ...], tuple[Cell, ...]]:
    """Return so many rows, and the cells of the next one. No further row is looked at."""
    rows = group.rows[: count + 1]
    first: list[list[Cell]] = [[] for _ in range(count)]
    next_row: list[tuple[int, Cell]] = []
    for row, column, cell in replace(table, rows=rows, header_rows=0, footer_rows=0).places():
        below = row + cell.rows - count
        if row < count:
            first[row].append(replace(cell, rows=cell.rows - max(0, below)))
        if row <= count and below > 0:
            next_row.append((column, replace(cell, rows=min(cell.rows, below))))
    cells = tuple(cell for _, cell in sorted(next_row, key=lambda one: one[0]))
    return tuple(replace(row, cells=tuple(own)) for row, own in zip(rows, first, strict=False)), cells
