"""Rows of a sheet of a workbook (XLSX)."""

from __future__ import annotations

from itertools import chain, islice
from typing import BinaryIO

from deckmaker.budget.tables import TABLE_FILE_BYTES
from deckmaker.diagnostics import Span
from deckmaker.resolve.tables.in_file import report_empty, report_titles
from deckmaker.resolve.tables.in_workbook import other_sheets, report_stale
from deckmaker.rows.reading.collecting import Collecting, Place
from deckmaker.rows.request import RowsRequest
from deckmaker.source.delimited import title_count
from deckmaker.source.workbook import NoSuchSheet, NotAWorkbook, SheetRow, SheetStream

_BEGINNING = 200
"""Rows among which titles, and the first column that holds anything, are looked for."""

_TO_THE_LEFT = "remove it, or name its column"


def read_workbook_rows(
    stream: BinaryIO, name: str, request: RowsRequest, span: Span | None, collecting: Collecting
) -> bool:
    """Give all rows of a sheet to `collecting`; report, and return False, where it cannot be read.

    `name` is the file's in messages, `span` where it is named. A formula counts by its value, as it was last worked
    out.
    """
    diagnostics, written = collecting.diagnostics, collecting.written
    for key in ("delimiter", "encoding"):
        if getattr(request, key):
            message = f"`{written}` is a workbook, which has no `{key}`"
            diagnostics.report("wrong-value", message, span, f"remove `{key}:`")
    naming = "`sheet:` beside `file:`" if span else "`--sheet`"
    try:
        sheet = SheetStream(name, stream.read(TABLE_FILE_BYTES.most), request.sheet, request.decimal or "point")
        rows = (row for row in sheet.rows() if row.number > (request.skip or 0))
        beginning = list(islice(rows, _BEGINNING))
        others = "" if request.sheet else other_sheets(sheet.name, sheet.others, naming)
        collecting.part_columns()
        if others:
            collecting.say_elsewhere(others)
        if not beginning:
            report_empty(written, request.skip, span, diagnostics, others)
            return False
        first = min(_first(row) for row in beginning)
        lines = [SheetRow(row.number, row.cells[first:], row.formats[first:]) for row in beginning]
        titles = title_count(lines, are_cut=True) if request.skip is None else 0
        if titles:
            top = sheet.alone(beginning[0]).span(beginning[0].number, first)
            report_titles(written, lines[titles].number - 1, top, diagnostics)
        collecting.names(lines[titles].cells, _place(sheet, beginning[titles], first))
        for row in chain(beginning[titles + 1 :], rows):
            place = _place(sheet, row, first)
            if _first(row) < first:
                message = f"`{written}` holds a text to the left of its columns"
                diagnostics.report("unusable-table", message, place(_first(row) - first), _TO_THE_LEFT)
                return False
            numbers = [shown is not None for shown in row.formats[first:]]
            collecting.row(row.number, [cell.strip() for cell in row.cells[first:]], place, numbers=numbers)
        if stale := sheet.stale:
            top = sheet.alone(SheetRow(stale.row, [], [])).span(stale.row, stale.column)
            report_stale(written, stale, top, diagnostics)
    except NoSuchSheet as error:
        diagnostics.report("unknown-sheet", f"`{written}` {error}", span, error.help)
        return False
    except NotAWorkbook as error:
        diagnostics.report("unusable-table", f"`{written}` {error}", span, error.help)
        return False
    return True


def _first(row: SheetRow) -> int:
    return next((index for index, cell in enumerate(row.cells) if cell), len(row.cells))


def _place(sheet: SheetStream, row: SheetRow, first: int) -> Place:
    """Return what knows the places of a row's cells, by their indexes from the first column of the table on."""
    return lambda cell: sheet.alone(row).span(row.number, first + (cell or 0))
