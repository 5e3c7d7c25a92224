"""The one row that somebody looks at: that of a number, or the first that the deck's `rows:` means."""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.prepared import Prepared
from deckmaker.reuse.mistakes import report_mistake
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest, request_in
from deckmaker.rows.scopes import Scopes, scopes_of
from deckmaker.rows.source import RowSource
from deckmaker.values.conditions import Condition, condition
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
        if number is not None and not (isinstance(data, dict) and "rows" in data):
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
    found = source.row(number)
    if found is None:
        message = f"`{source.columns.file}` has no row {number}"
        diagnostics.report("unknown-row", message, request.file.span, f"it has {_counted(len(source))}")
        raise NoRow
    return found


def _first(source: RowSource, request: RowsRequest, prepared: Prepared, diagnostics: Diagnostics) -> Row:
    """Return the first row for which the condition holds; those after it are not looked at."""
    asked, span = None, None
    if request.where:
        span = request.where.span or prepared.tree.value_span(("rows",))
        try:
            asked = condition(request.where.text)
        except ValueMistake as mistake:
            report_mistake(mistake, request.where.text, span, diagnostics)
            raise NoRow from None
    scopes = scopes_of(prepared)
    for row in source:
        if asked is None or span is None or _holds(asked, span, row, scopes, diagnostics):
            return row
    message = f"`where` holds for none of the {_counted(len(source))} of `{source.columns.file}`"
    diagnostics.report("unknown-row", message, span, "ask for less, or look at a row by its number, as in `--row 1`")
    raise NoRow


def _holds(asked: Condition, span: Span, row: Row, scopes: Scopes, diagnostics: Diagnostics) -> bool:
    try:
        return asked.holds(*scopes.of(row))
    except ValueMistake as mistake:
        with diagnostics.of_row(row.mark):
            report_mistake(mistake, asked.text, span, diagnostics)
        raise NoRow from None


def _counted(count: int) -> str:
    return "one row" if count == 1 else f"{count:,} rows"
