"""A table's file to its rows: where it is, and which reader takes it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget import ROWS_FILE_BYTES, TABLE_FILE_BYTES, Bound
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.near import nearest_file
from deckmaker.project import files_beside
from deckmaker.resolve.files import find_file
from deckmaker.rows.reading.collecting import Collecting, TooMuch
from deckmaker.rows.request import RowsRequest
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
    lies. One that the command names is relative to the working folder, and may lie anywhere.
    """
    written, span = request.file.text, request.file.span
    path = find_file(written, deck, span, diagnostics, "table") if span else _named(written, diagnostics)
    if path is None:
        return None
    name = display_name(path)
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

        return read_parquet_rows(stream, request, span, collecting)
    if head in _PACKAGES or suffix in _WORKBOOKS:
        from deckmaker.rows.reading.workbook import read_workbook_rows

        _refuse_larger(size, TABLE_FILE_BYTES)
        return read_workbook_rows(stream, name, request, span, collecting)
    if suffix in _JSON_LINES:
        from deckmaker.rows.reading.json_lines import read_json_lines

        return read_json_lines(stream, name, request, span, collecting)
    from deckmaker.rows.reading.delimited import read_delimited_rows

    return read_delimited_rows(stream, name, request, span, collecting)


def _refuse_larger(size: int, most: Bound) -> None:
    if size > most.most:
        raise Unusable(f"has {size / 1e6:,.0f} MB: more than {most.most / 1e6:,.0f} MB", "export it as CSV")


def _named(written: str, diagnostics: Diagnostics) -> Path | None:
    """Return the file that the command names, without links; report and return None where there is none."""
    path = Path(written)
    try:
        if path.is_file():
            return Path(os.path.realpath(path))
        what = "is a folder" if path.is_dir() else "is not a file"
    except ValueError:  # a NUL
        what = "is not a file"
    help = "name a file in it" if path.is_dir() else nearest_file(path.name, files_beside(Path(os.path.realpath(path))))
    diagnostics.report("missing-file", f"`{written}` {what}", None, help)
    return None
