"""Rows that stand in the deck: lists of cells, or mappings from the columns' names."""

from __future__ import annotations

from typing import Any

from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.language.cells import CellEntry
from deckmaker.language.table import TableEntry
from deckmaker.model import Align
from deckmaker.resolve.tables.written import Written, WrittenCell, WrittenRow
from deckmaker.source import DataPath, Tree


def written_in_deck(entry: TableEntry, path: DataPath, tree: Tree, diagnostics: Diagnostics) -> Written | None:
    """Return the rows under `rows`; report what they are not, and return None where they are of two kinds."""
    rows: list[Any] = entry.rows or []
    here = (*path, "rows")

    def span(at: DataPath) -> Span:
        return tree.value_span((*here, *at))

    header = 1 if entry.header is None else entry.header
    kinds = [isinstance(row, dict) for row in rows]
    if any(kinds) and not all(kinds):
        other = kinds.index(not kinds[0])
        if kinds[other]:
            message = f"row {other + 1} names its columns, and those before it are lists"
            help = "write all rows as lists"
        else:
            message = f"row {other + 1} is a list, and those before it name their columns"
            help = "name the columns in all rows"
        diagnostics.report("wrong-type", message, span((other,)), help)
        return None
    if not kinds[0]:
        listed = [_listed(row, index) for index, row in enumerate(rows)]
        return Written(listed, header, False, span)
    columns = _columns(rows, here, tree, diagnostics)
    named = [_named(row, index, columns) for index, row in enumerate(rows)]
    if header:
        # Names are keys, and stand where the first row has them.
        names = [WrittenCell(name, (0,), column) for name, column in columns.items()]
        named.insert(0, WrittenRow(names, ()))
    return Written(named, header, False, span, tuple(columns))


def _listed(row: list[Any], number: int) -> WrittenRow:
    return WrittenRow([_cell(cell, (number, index)) for index, cell in enumerate(row)], (number,))


def _named(row: dict[str, Any], number: int, columns: dict[str, int]) -> WrittenRow:
    cells = [_cell(cell, (number, name), columns[name]) for name, cell in row.items() if name in columns]
    return WrittenRow(sorted(cells, key=lambda cell: cell.column or 0), (number,))


def _cell(cell: str | CellEntry | None, at: DataPath, column: int | None = None) -> WrittenCell:
    """Return a cell; `at` is its path below the rows."""
    if not isinstance(cell, CellEntry):
        return WrittenCell(cell or "", at, column)
    align = Align(cell.align) if cell.align else None
    return WrittenCell(cell.text or "", at, column, cell.rows, cell.columns, cell.strong, align)


def _columns(rows: list[dict[str, Any]], path: DataPath, tree: Tree, diagnostics: Diagnostics) -> dict[str, int]:
    """Return the places of the columns by their names, in the order in which they first stand.

    A name that the first row lacks is a slip where it is near one that its own row lacks.
    """
    columns = {name: place for place, name in enumerate(rows[0])}
    left = NAMES_COMPARED.most
    for index, row in enumerate(rows):
        if all(map(columns.__contains__, row)):
            continue
        lacking = [known for known in rows[0] if known not in row]
        for name in row:
            if name in columns:
                continue
            left -= len(lacking)
            if left >= 0 and (help := nearest(name, lacking)):
                span = tree.key_span((*path, index, name))
                diagnostics.report("unknown-column", f"the rows before have no column `{name}`", span, help)
            else:
                columns[name] = len(columns)
    return columns
