"""Rows of a file of delimited values (CSV)."""

from __future__ import annotations

from itertools import chain, islice
from typing import BinaryIO

from deckmaker.diagnostics import Span
from deckmaker.resolve.tables.in_file import report_empty, report_guess, report_titles
from deckmaker.rows.reading.collecting import Collecting
from deckmaker.rows.request import RowsRequest
from deckmaker.source.delimited import DelimitedStream, NotDelimited, title_count

_BEGINNING = 200
"""Records among which titles are looked for."""


def read_delimited_rows(
    stream: BinaryIO, name: str, request: RowsRequest, span: Span | None, collecting: Collecting
) -> bool:
    """Give all rows of a file to `collecting`; report, and return False, where it cannot be read.

    `name` is the file's in messages, `span` where it is named.
    """
    diagnostics, written = collecting.diagnostics, collecting.written
    if request.sheet:
        message, help = f"`{written}` has no sheets: it is no workbook", f"remove {'`sheet:`' if span else '`--sheet`'}"
        diagnostics.report("wrong-value", message, span, help)
    try:
        file = DelimitedStream(name, stream, request.encoding, request.delimiter, request.skip or 0)
        records = file.records()
        beginning = list(islice(records, _BEGINNING))
        if not beginning:
            report_empty(written, request.skip, span, diagnostics)
            return False
        titles = title_count(beginning) if request.skip is None else 0
        if titles:
            report_titles(written, beginning[titles].line - 1, beginning[0].span(), diagnostics)
        header = beginning[titles]
        collecting.names(header.cells, header.span)
        for record in chain(beginning[titles + 1 :], records):
            cells = [cell.strip(" \t") for cell in record.cells]
            collecting.row(record.line, cells, record.span, is_whole=False)
    except NotDelimited as error:
        diagnostics.report("unusable-table", f"`{written}` {error}", error.span or span, error.help)
        return False
    if file.guessed:
        report_guess(written, file.guessed, diagnostics)
    return True
