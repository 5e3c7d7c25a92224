"""Cells in rows and columns: `grid`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from deckmaker.blocks.cells import CellsKind
from deckmaker.dataclasses import replace
from deckmaker.language.cell import CELL
from deckmaker.language.entry import Entry, EntryOf, optional, required, with_default
from deckmaker.language.kinds import Choice, Integer, ListOf
from deckmaker.model import Grid

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

MOST_ACROSS = 4
"""Cells side by side: more would be too narrow for words."""

MOST_CELLS = 12


class GridEntry(Entry):
    """Cells, how many stand side by side, and how they look."""

    across = optional(
        Integer(least=1, most=MOST_ACROSS), "How many cells stand side by side; without it, as suits them."
    )
    look = with_default(Choice("plain", "cards"), "plain", "Whether cells stand on panels, as cards do.")
    cells = required(ListOf(CELL, least=2, most=MOST_CELLS), "The cells, row by row.")


class GridKind(CellsKind[Grid]):
    """Cells in rows, their tops level."""

    value = EntryOf(GridEntry)
    description = "Cells in rows and columns, each with blocks of its own."
    block = Grid
    word = "cell"
    ruled = True

    def resolve(self, entry: Any, path: DataPath, resolver: Resolver) -> Grid | None:
        """Return the cells; without a number, in the fewest rows that are about as many as columns."""
        flows = self._flows(entry.cells, (*path, "cells"), resolver)
        grid = self._made(flows, entry.across or across_for(len(flows)), path, resolver)
        return replace(grid, cards=entry.look == "cards")


def across_for(count: int) -> int:
    """Return how many of so many cells stand side by side: 2 for up to 4, then 3, then 4."""
    return 2 if count in (2, 4) else 3 if count <= 9 else 4


GRID = GridKind()
