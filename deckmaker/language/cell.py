"""A column, or a cell of a grid, as written: what it may hold, the table of kinds says when one is read."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import EntryOf
from deckmaker.language.kinds import Deferred, Kind


def _cell() -> Kind[Any]:
    from deckmaker.language.flow import cell_entry

    return EntryOf(cell_entry())


CELL = Deferred(_cell)
"""A column, or a cell of a grid."""
