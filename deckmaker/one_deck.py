"""The one deck that a command looks at: of a deck for each row of a table, that of one row."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import ReadDeck, stages_of
from deckmaker.prepared import prepare

if TYPE_CHECKING:
    from deckmaker.memories import DeckMemory


def read_one(
    path: Path,
    diagnostics: Diagnostics,
    audience: str | None = None,
    row: int | None = None,
    flawed: bool = False,
    memory: DeckMemory | None = None,
    lists: bool = False,
) -> ReadDeck | None:
    """Read a deck and lay it out; report and return as `pipeline.read_stages`.

    Of a deck with `rows`, it is the deck of the row of that number, from 1, or of the first row that is meant. Who
    `lists` what is in it is warned where nobody named the row.
    """
    prepared = prepare(path, diagnostics, memory)
    if prepared is None:
        return None
    found = None
    if row is not None or (isinstance(prepared.tree.data, dict) and "rows" in prepared.tree.data):
        from deckmaker.rows.one_row import NoRow, one_row  # loads what few decks need

        try:
            found = one_row(prepared, path, row, diagnostics)
        except NoRow:
            return None
    if found and lists and row is None:
        message = f"this is what the deck of {found.place} has: other rows may have other themes and fonts"
        help = "name a row, as in `--row 1`, and list those that differ"
        diagnostics.report("one-row-only", message, prepared.tree.key_span(("rows",)), help)
    read = stages_of(prepared, diagnostics, audience, flawed, found)
    return read._replace(row=found.number) if read and found else read
