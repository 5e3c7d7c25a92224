"""The one row that somebody looks at: that of a number or a name, or the first that the deck's `rows:` means."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.prepared import Prepared
from deckmaker.rows.file_names import caseless
from deckmaker.rows.opening import open_rows
from deckmaker.rows.pattern import pattern_of
from deckmaker.rows.request import RowsRequest, request_in
from deckmaker.rows.scopes import scopes_of
from deckmaker.rows.selection import held_by, row_of
from deckmaker.rows.source import RowSource
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.row import Row


class NoRow(Exception):
    """There is no such row, which is reported."""


def one_row(prepared: Prepared, deck: Path, number: int | None, diagnostics: Diagnostics) -> Row | None:
    """Return the row of a number, or without one the first for which the condition of the deck's `rows:` holds.

    None of a deck without rows, where no number is asked for, and of one whose `rows:` has mistakes, which are reported
    where the deck is validated. Raises NoRow where there is none; why is reported.
    """
    data = prepared.tree.data
    request = request_in(prepared.tree)
    if request is None:
        if number is not None and not (isinstance(data, dict) and data.get("rows") is not None):
            message = f"there is no row {number}: the deck has no `rows`"
            help = "leave `--row` out, or name the table in the deck, as in `rows: regions.csv`"
            diagnostics.report("unknown-row", message, prepared.tree.key_span(()), help)
            raise NoRow
        return None
    source = open_rows(request, deck, diagnostics)
    if source is None:
        raise NoRow
    if number is None:
        return _first(source, request, prepared, diagnostics)
    found = row_of(number, source, request, diagnostics)
    if found is None:
        raise NoRow
    return found


def number_named(prepared: Prepared, deck: Path, name: str, diagnostics: Diagnostics) -> int | None:
    """Return the number of the row whose files have that name; None where there is none. Reports what is wrong with the
    table."""
    request = request_in(prepared.tree)
    source = open_rows(request, deck, diagnostics) if request else None
    if request is None or source is None:
        return None
    columns, scopes, wanted = source.columns.names, scopes_of(prepared), caseless(name)
    try:
        names = pattern_of(request.name.text if request.name else None, deck.stem, columns)
    except ValueMistake:  # which is told where the deck is built
        return None
    for row in source.rows(range(1, len(source) + 1)):
        with suppress(ValueMistake):
            if caseless(names.name(row, scopes)) == wanted:
                return row.number
    return None


def _first(source: RowSource, request: RowsRequest, prepared: Prepared, diagnostics: Diagnostics) -> Row | None:
    """Return the first row for which the condition holds; those after it are not looked at."""
    if request.where is None:
        return source.row(1)
    every = range(1, len(source) + 1)
    held = held_by(request.where, source, every, scopes_of(prepared), diagnostics, most=1)
    if held is None:
        raise NoRow
    return source.row(held[0])
