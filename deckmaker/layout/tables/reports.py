"""Diagnostics of a table: its cells, as of other texts, and what of it has no room."""

from __future__ import annotations

from math import ceil

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.reports import report_characters, report_fit, report_towers, ways_out, which_size
from deckmaker.layout.tables.setting import SetTable
from deckmaker.model import Overflow
from deckmaker.text import Fitted, FrameText
from deckmaker.theme import Theme


def report_table(
    table: SetTable, span: Span, number: int, theme: Theme, diagnostics: Diagnostics, overflow: Overflow
) -> None:
    """Report what is wrong with a table on the slide of that number; each cell's faults at its own place."""
    for cell in table.item.cells:
        place = cell.span or span
        paragraphs = tuple(one.paragraph for one in cell.text.setting.paragraphs)
        report_characters(FrameText(paragraphs, cell.text.style, cell.frame), place, number, theme, diagnostics)
        fitted = Fitted(cell.text.setting, 0.0, 0.0, awkward=False)
        report_towers(fitted, "table", place, number, diagnostics)
        if table.fits:
            report_fit(fitted, "table", place, number, diagnostics)
    if not table.fits:
        _report_no_room(table, span, number, diagnostics, overflow)


def _report_no_room(table: SetTable, span: Span, number: int, diagnostics: Diagnostics, overflow: Overflow) -> None:
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
    message = f"slide {number}: `table` is {' and '.join(over)} at {which_size(overflow)}, {table.size} points"
    diagnostics.report("text-too-long", message, span, help=help)


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
