"""A deck and what is asked for to the rows that decks are made of, each with its name; nothing is made yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.pdf import PdfEntry
from deckmaker.model.paper import PaperSettings
from deckmaker.prepared import Prepared
from deckmaker.render.registry import DEFAULT_FORMATS, SHEETS, file_name, with_sheets
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
    prepared: Prepared,
    request: RowsRequest,
    formats: Sequence[str],
    diagnostics: Diagnostics,
    paper: PaperSettings | None = None,
) -> Plan | None:
    """Return the rows that are meant, with the names that their outputs have: in `formats`, and on paper as the options
    in `paper` say. A deck that is only checked has no formats, and may be built in the usual ones.

    Report every mistake in the formats, the table, the condition and the names, and return None where the table or the
    condition has one.
    """
    unknown = [one for one in formats if not file_name(prepared.path.stem, one, diagnostics)]  # each row would say so
    selection = selected_rows(prepared, request, diagnostics)
    if selection is None:
        return None
    scopes = scopes_of(prepared)
    every = with_sheets(formats or DEFAULT_FORMATS, _own_paper(prepared), paper or PaperSettings())
    rows = named(selection, request, prepared.path.stem, scopes, diagnostics, every)
    return Plan(rows or NamedRows(selection, None, scopes), rows is not None and not unknown)


def _own_paper(prepared: Prepared) -> PaperSettings:
    """Return which files for paper the deck itself wants; mistakes in that are told of each row."""
    data = prepared.with_defaults.data
    settings = data.get("pdf") if isinstance(data, dict) else None
    if not isinstance(settings, dict):
        return PaperSettings()
    said = {one: PdfEntry.keys[one].kind.read(settings[one], (), []) for one in SHEETS if one in settings}
    return PaperSettings(**said)


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
