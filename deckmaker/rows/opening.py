"""A table's file to its rows: where it is, and which reader takes it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from deckmaker.addresses import displayed, is_store
from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.bound import Bound
from deckmaker.budget.rows import ROWS_FILE_BYTES
from deckmaker.budget.tables import TABLE_FILE_BYTES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.near import nearest_file
from deckmaker.project import files_beside, without_links
from deckmaker.resolve.files import find_file
from deckmaker.rows.reading.collecting import Collecting, TooMuch
from deckmaker.rows.request import RowsRequest, Said
from deckmaker.rows.source import RowSource
from deckmaker.rows.spool import NoRoom
from deckmaker.source.reading import display_name

_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb")
_JSON_LINES = (".jsonl", ".ndjson", ".jsonlines", ".json")
_PARQUET, _PARQUETS = b"PAR1", (".parquet", ".pq")
"""How files begin, and what they are called."""


def open_rows(request: RowsRequest, deck: Path, diagnostics: Diagnostics) -> RowSource | None:
    """Read the table that is asked for; report every mistake in it, and return None where it has one.

    `deck` is the path of the deck's file, which a path that the deck names is relative to, and within whose project it
    lies. One that the command names is relative to the working folder, and may lie anywhere, in a store too, as
    `s3://bucket/table.csv`: no deck has a network asked.
    """
    written, span = request.file.text, request.file.span
    if span is None and is_store(written):
        from deckmaker.rows.stores.inputs import fetched

        with fetched(written, diagnostics) as copy:
            shown = displayed(written)
            return _rows_in(copy, shown, replace(request, file=Said(shown)), diagnostics) if copy else None
    path = find_file(written, deck, span, diagnostics, "table") if span else _named(written, diagnostics)
    return _rows_in(path, display_name(path), request, diagnostics) if path else None


def _rows_in(path: Path, name: str, request: RowsRequest, diagnostics: Diagnostics) -> RowSource | None:
    """Read the table in a file that messages call by a `name`; report as `open_rows` does."""
    written, span = request.file.text, request.file.span
    collecting = Collecting(written, name, request.decimal, diagnostics)
    try:
        with opened(path, ROWS_FILE_BYTES) as (stream, stamp):
            is_read = _read(stream, stamp[0], path.suffix.lower(), name, request, collecting)
        return collecting.source(span) if is_read else None
    except TooMuch:  # which is reported
        return None
    except Unusable as error:
        help = "leave out rows and columns where it is exported" if error.flaw.help else None
        diagnostics.report("unusable-table", f"`{written}` {error.flaw.what}", span, help)
    except NoRoom as error:
        message = f"the rows of `{written}` cannot be kept while decks are made of them: {error}"
        diagnostics.report("unusable-table", message, span, "make room in the folder for passing files")
    return None


def _read(stream: BinaryIO, size: int, suffix: str, name: str, request: RowsRequest, collecting: Collecting) -> bool:
    """Give the rows of an open file to `collecting`, and tell whether it could be read. Each reader is loaded alone."""
    span = request.file.span
    head = stream.read(len(_PACKAGES[0]))
    stream.seek(0)
    if head == _PARQUET or suffix in _PARQUETS:
        from deckmaker.rows.reading.parquet import read_parquet_rows

        collecting.unpacks(size)
        return read_parquet_rows(stream, request, span, collecting)
    if head in _PACKAGES or suffix in _WORKBOOKS:
        from deckmaker.rows.reading.workbook import read_workbook_rows

        _refuse_larger(size, TABLE_FILE_BYTES)
        collecting.unpacks(size)
        return read_workbook_rows(stream, name, request, span, collecting)
    if suffix in _JSON_LINES:
        from deckmaker.rows.reading.json_lines import read_json_lines

        collecting.leaves_out(size)
        return read_json_lines(stream, name, request, span, collecting)
    from deckmaker.rows.reading.delimited import read_delimited_rows

    return read_delimited_rows(stream, name, request, span, collecting)


def _refuse_larger(size: int, most: Bound) -> None:
    if size > most.most:
        raise Unusable(most.excess(size), "export it as CSV")


def _named(written: str, diagnostics: Diagnostics) -> Path | None:
    """Return the file that the command names, without links; report and return None where there is none."""
    path, what, help = Path(written), "is not a file", None
    if "\0" not in written:
        real = without_links(path)
        if os.path.isfile(real):  # never fails, as `Path.is_file` may for a name that no system has
            return real
        is_folder = os.path.isdir(real)
        what = "is a folder" if is_folder else what
        help = "name a file in it" if is_folder else nearest_file(path.name, files_beside(real))
    diagnostics.report("missing-file", f"`{written}` {what}", None, help)
    return None
