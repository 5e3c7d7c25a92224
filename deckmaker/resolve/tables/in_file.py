"""Rows that stand in a file of the project, CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from deckmaker.assets.files import opened
from deckmaker.assets.flaw import Unusable
from deckmaker.budget.tables import TABLE_FILE_BYTES
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.data import FileEntry
from deckmaker.resolve.allowance import Allowance
from deckmaker.resolve.files import find_file
from deckmaker.resolve.tables.grid import counted
from deckmaker.resolve.tables.kept import kept_tables
from deckmaker.resolve.tables.written import Written, WrittenCell, WrittenRow
from deckmaker.source.delimited import Delimited, NotDelimited, read_delimited, title_count
from deckmaker.source.reading import display_name

_PACKAGES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb")
"""How workbooks begin, and what they are called."""

_BITS = 32  # offsets in a file of up to 2**32 characters


def written_in_file(
    written: str,
    entry: FileEntry,
    header: int,
    deck_path: Path,
    span: Span,
    allowance: Allowance,
    diagnostics: Diagnostics,
) -> Written | None:
    """Return the rows of the file that the deck names at `span`; report and return None where there are none.

    The first `header` rows name its columns. Raises Excess where the deck's tables have read too much.
    """
    path = find_file(written, deck_path, span, diagnostics, "table")
    if path is None:
        return None
    try:
        with opened(path, TABLE_FILE_BYTES) as (stream, stamp):
            allowance.file_bytes(stamp[0], span)
            kept = kept_tables()
            if kept is None:
                content = stream.read(stamp[0])
            else:
                reading = tuple(getattr(entry, key) for key in FileEntry.keys)
                key = path, stamp, header, written, reading
                return kept.written(
                    key,
                    stamp[0],
                    lambda: _read(written, path, stream.read(stamp[0]), entry, header, span, diagnostics),
                    diagnostics,
                )
    except Unusable as error:
        help = "leave out rows and columns where it is exported" if error.flaw.help else None
        diagnostics.report("unusable-table", f"`{written}` {error.flaw.what}", span, help)
        return None
    return _read(written, path, content, entry, header, span, diagnostics)


def _read(
    written: str, path: Path, content: bytes, entry: FileEntry, header: int, span: Span, diagnostics: Diagnostics
) -> Written | None:
    """Return the rows that a file's content holds, as `written_in_file` does."""
    if content.startswith(_PACKAGES) or path.suffix.lower() in _WORKBOOKS:
        from deckmaker.resolve.tables.in_workbook import written_in_workbook  # loads what few decks need

        return written_in_workbook(written, display_name(path), content, entry, header, span, diagnostics)
    if entry.sheet:
        message, help = f"`{written}` has no sheets: it is no workbook", "remove `sheet:`"
        diagnostics.report("wrong-value", message, span, help)
    return _written_in_text(written, display_name(path), content, entry, header, span, diagnostics)


def _written_in_text(
    written: str, name: str, content: bytes, entry: FileEntry, header: int, span: Span, diagnostics: Diagnostics
) -> Written | None:
    """Return the rows of a file of delimited values."""
    try:
        file = read_delimited(name, content, entry.encoding, entry.delimiter, entry.skip or 0)
    except NotDelimited as error:
        diagnostics.report("unusable-table", f"`{written}` {error}", error.span or span, error.help)
        return None
    if not file.records:
        report_empty(written, entry.skip, span, diagnostics)
        return None
    if file.guessed:
        report_guess(written, file.guessed, diagnostics)
    titles = title_count(file.records) if header and entry.skip is None else 0
    if titles:
        lines = file.record_span(file.records[titles]).line - 1
        report_titles(written, lines, file.record_span(file.records[0]), diagnostics)
    return Written(list(_rows(file, titles)), header, True, lambda at: _span(file, at))


def report_guess(written: str, place: Span, diagnostics: Diagnostics) -> None:
    """Report a file whose encoding is guessed, at its first letter that may be another."""
    letter = place.source.line(place.line)[place.column - 1]
    message = f"`{written}` is not UTF-8, and is read as Windows-1252, in which this letter is `{letter}`"
    help = "save it as UTF-8, or say which it is, as in `encoding: windows-1252`"
    diagnostics.report("guessed-encoding", message, place, help)


def report_empty(written: str, skip: int | None, span: Span | None, diagnostics: Diagnostics, others: str = "") -> None:
    """Report a file without rows, or without any below the lines that are left out; `others` leads to other sheets."""
    what, help = "is empty", others or "export it again, with the names of its columns in its first line"
    if skip:
        what = f"has nothing below the {counted(skip, 'line')} that `skip` leaves out"
        help = "write a smaller `skip:`"
    diagnostics.report("unusable-table", f"`{written}` {what}", span, help)


def report_titles(written: str, lines: int, span: Span, diagnostics: Diagnostics) -> None:
    """Report lines that are taken for titles."""
    message = f"`{written}` has {counted(lines, 'line')} above the names of its columns, which are left out"
    help = f"write `skip: {lines}` where that is right, else `skip: 0`"
    diagnostics.report("lines-above-header", message, span, help)


def _rows(file: Delimited, first: int) -> Iterator[WrittenRow]:
    """Yield the rows of a file's records from the `first` on, and leave it none: both would take twice the memory."""
    del file.records[:first]
    file.records.reverse()
    while file.records:
        record = file.records.pop()
        places = zip(record.begins, record.ends, strict=True)
        cells = [WrittenCell(text.strip(" \t"), _at(*place)) for text, place in zip(record.cells, places, strict=True)]
        yield WrittenRow(cells, _at(record.places[0], record.places[-1]))


def _at(begin: int, end: int) -> int:
    """Return a stretch of the file in one number, of which there may be a million."""
    return begin << _BITS | end


def _span(file: Delimited, at: int) -> Span:
    return file.span(at >> _BITS, at & (1 << _BITS) - 1)
