"""Rows that stand in a sheet of a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.data import FileEntry
from deckmaker.resolve.tables.in_file import report_empty, report_titles
from deckmaker.resolve.tables.written import Written, WrittenCell, WrittenRow
from deckmaker.source.delimited import title_count
from deckmaker.source.workbook import NoSuchSheet, NotAWorkbook, Sheet, SheetRow, Stale, read_workbook

_MOST_LISTED = 12
_BITS = 20
"""Of a column's number, beside which the row's is kept: a sheet may have a million cells."""


def written_in_workbook(
    written: str, name: str, content: bytes, entry: FileEntry, header: int, span: Span, diagnostics: Diagnostics
) -> Written | None:
    """Return the rows of a workbook's sheet; report and return None where there are none."""
    for key in ("delimiter", "encoding"):
        if getattr(entry, key):
            message = f"`{written}` is a workbook, which has no `{key}`"
            diagnostics.report("wrong-value", message, span, f"remove `{key}:`")
    try:
        sheet = read_workbook(name, content, entry.sheet, entry.decimal or "point")
    except NoSuchSheet as error:
        diagnostics.report("unknown-sheet", f"`{written}` {error}", span, error.help)
        return None
    except NotAWorkbook as error:
        diagnostics.report("unusable-table", f"`{written}` {error}", span, error.help)
        return None
    if sheet.stale:
        report_stale(written, sheet.stale, sheet.span(sheet.stale.row, sheet.stale.column), diagnostics)
    if sheet.money:
        message = f"`{written}` shows this amount in the currency of whoever opens it, which nobody can know"
        help = "give the cells a format that names their currency, or write it under `unit:`"
        diagnostics.report("unsaid-currency", message, sheet.span(*sheet.money), help)
    rows = [row for row in sheet.rows if row.number > (entry.skip or 0)]
    if not rows:
        report_empty(written, entry.skip, span, diagnostics, _others(sheet, entry))
        return None
    first = sheet.first
    lines = [SheetRow(row.number, row.cells[first:], row.formats[first:]) for row in rows]
    titles = title_count(lines, are_cut=True) if header and entry.skip is None else 0
    if titles:
        report_titles(written, lines[titles].number - 1, sheet.span(lines[0].number, first), diagnostics)
    made = [_row(row, first) for row in _squared(lines[titles:])]
    decimal, others = entry.decimal or "point", _others(sheet, entry)
    return Written(made, header, True, lambda at: _span(sheet, at), decimal=decimal, other_sheets=others)


def report_stale(written: str, stale: Stale, place: Span, diagnostics: Diagnostics) -> None:
    """Report formulas whose values may be old, at the first of them."""
    what = "this formula" if stale.formulas == 1 else f"this formula and {stale.formulas - 1:,} more"
    message = f"`{written}` is to work out {what} anew when it is opened: a program left the value, and it may be wrong"
    diagnostics.report("stale-formula", message, place, "open it in a spreadsheet and save it")


def _others(sheet: Sheet, entry: FileEntry) -> str:
    return "" if entry.sheet else other_sheets(sheet.name, sheet.others)


def other_sheets(name: str, others: Sequence[str], naming: str = "`sheet:`") -> str:
    """Return which sheet was read, what others there are, and by what they are named; nothing where there are none."""
    if not others:
        return ""
    listed = ", ".join(f"`{one}`" for one in others[:_MOST_LISTED])
    more = " …" if len(others) > _MOST_LISTED else ""
    return f"this is its first sheet, `{name}`: name another with {naming}, one of {listed}{more}"


def _squared(rows: list[SheetRow]) -> list[SheetRow]:
    """Return rows as long as the first one: a cell at a row's end that is empty is none in the file."""
    width = len(rows[0].cells)
    return [_as_long(row, width - len(row.cells)) for row in rows]


def _as_long(row: SheetRow, lacking: int) -> SheetRow:
    return SheetRow(row.number, row.cells + [""] * lacking, row.formats + [None] * lacking)


def _row(row: SheetRow, first: int) -> WrittenRow:
    cells = [
        WrittenCell(text.strip(), row.number << _BITS | index + first, shown=shown)
        for index, (text, shown) in enumerate(zip(row.cells, row.formats, strict=True))
    ]
    return WrittenRow(cells, row.number << _BITS | first)


def _span(sheet: Sheet, at: int) -> Span:
    return sheet.span(at >> _BITS, at & (1 << _BITS) - 1)
