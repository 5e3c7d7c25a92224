"""A deck and what is asked for to the rows that decks are made of, each with its name; nothing is made yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.pdf import PdfEntry
from deckmaker.prepared import Prepared
from deckmaker.render.registry import SHEETS, file_name
from deckmaker.rows.naming import NamedRows, named
from deckmaker.rows.opening import open_rows
from deckmaker.rows.request import RowsRequest
from deckmaker.rows.scopes import scopes_of
from deckmaker.rows.selection import Selection, selected


class Plan(NamedTuple):
    """The rows that are meant; where formats or names of files have mistakes, they can only be checked."""

    rows: NamedRows
    can_build: bool


def planned(
    prepared: Prepared, request: RowsRequest, formats: Collection[str], diagnostics: Diagnostics
) -> Plan | None:
    """Return the rows that are meant, with the names that their outputs in `formats` have; report every mistake in the
    formats, the table, the condition and the names, and return None where the table or the condition has one."""
    unknown = [one for one in formats if not file_name(prepared.path.stem, one, diagnostics)]  # each row would say so
    selection = selected_rows(prepared, request, diagnostics)
    if selection is None:
        return None
    scopes = scopes_of(prepared)
    every = {*formats, *_own_sheets(prepared, formats)}
    rows = named(selection, request, prepared.path.stem, scopes, diagnostics, every)
    return Plan(rows or NamedRows(selection, None, scopes), rows is not None and not unknown)


def _own_sheets(prepared: Prepared, formats: Collection[str]) -> Iterator[str]:
    """Yield the formats for paper that the deck itself has beside its PDF; a deck that is only checked may have it."""
    data = prepared.with_defaults.data
    settings = data.get("pdf") if isinstance(data, dict) and (not formats or "pdf" in formats) else None
    if isinstance(settings, dict):
        yield from (one for one in SHEETS if one in settings and PdfEntry.keys[one].kind.read(settings[one], (), []))


def selected_rows(prepared: Prepared, request: RowsRequest, diagnostics: Diagnostics) -> Selection | None:
    """Return the rows that are meant; report as `planned` does. A variable that is called as a column is told once."""
    source = open_rows(request, prepared.path, diagnostics)
    if source is None:
        return None
    first = source.row(1)
    if prepared.assembly and first:
        found = diagnostics.fork()
        prepared.assembly.report_doubled(first, found)
        diagnostics.extend(found)
        if found.failed():
            return None
    return selected(source, request, scopes_of(prepared), diagnostics)
