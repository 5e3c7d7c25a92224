"""What is said of a table that has no room."""

from __future__ import annotations

from math import ceil

from deckmaker.diagnostics import Span
from deckmaker.layout.findings import Finding
from deckmaker.layout.reports import ways_out, which_size
from deckmaker.layout.tables.setting import SetTable
from deckmaker.model import Overflow


def no_room(table: SetTable, name: str, span: Span, overflow: Overflow) -> Finding:
    """Return what is said of a table that has no room."""
    over, help = [], ways_out(overflow, "leave something out")
    if table.excess_height > 0:
        rows = _rows_over(table)
        points = ceil(table.excess_height)
        over.append(f"{points} points ({rows} {'row' if rows == 1 else 'rows'}) too tall")
        if _is_header_too_tall(table):
            over[-1] += ", and its header leaves no room for a row"
            help = "shorten the header, or choose a layout with more room"
    if table.excess_width > 0:
        over.append(f"{ceil(table.excess_width)} points too wide")
        column = f"column {table.widest + 1}"
        help = f"{column} needs most, for a word that cannot be broken; shorten it, or leave a column out"
    message = f": `{name}` is {' and '.join(over)} at {which_size(overflow)}, {table.size} points"
    return Finding("text-too-long", message, span, help=help)


def _is_header_too_tall(table: SetTable) -> bool:
    """Tell whether the header takes all the height that there is, so that no line has room below it on any slide."""
    item = table.item
    room = sum(item.rows) - table.excess_height
    return bool(item.header_rows) and sum(item.rows[: item.header_rows]) + table.size > room


def _rows_over(table: SetTable) -> int:
    """Return how many rows at the table's end hang out of its place."""
    left, rows = table.excess_height, 0
    for height in reversed(table.item.rows):
        if left <= 0:
            break
        left -= height
        rows += 1
    return rows
