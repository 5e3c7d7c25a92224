"""A deck as the pattern of many: read once, then filled and laid out for each row of a table.

    deck.yaml ─read, include─→ Template, once ─fill, validate, resolve, lay out─→ ReadDeck, for each row

What does not depend on the row is kept: the deck's file and those that it includes, its tables, its theme, and slides
without values as they were laid out. What comes out is what `read_stages` makes of the same row in another process, and
so is what is reported.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.aid import aid_for_one_deck
from deckmaker.memories import DeckMemory
from deckmaker.pipeline import ReadDeck, stages_of
from deckmaker.prepared import Prepared, prepare
from deckmaker.resolve.tables.kept import KeptTables, tables_kept
from deckmaker.source import Tree, gc_paused
from deckmaker.values.row import Row


class Template:
    """A deck that is read. Belongs to one process, and gives one deck after the other."""

    def __init__(self, prepared: Prepared, found: Diagnostics) -> None:
        """Begin with a deck that is read, and what was found wrong meanwhile."""
        self._prepared, self._found = prepared, found
        self._tables = KeptTables()

    @classmethod
    def read(cls, path: Path, diagnostics: Diagnostics) -> Template | None:
        """Read the deck at `path`; report what is wrong, and return None where nothing can be read of it."""
        found = diagnostics.fork()
        with gc_paused(), aid_for_one_deck():
            prepared = prepare(path, found, DeckMemory().of_layout())
        diagnostics.extend(found)
        return cls(prepared, found) if prepared else None

    @property
    def tree(self) -> Tree:
        """The deck's own tree, without what it includes, and as it is written."""
        return self._prepared.tree

    def stages(
        self, row: Row | None, diagnostics: Diagnostics, audience: str | None = None, flawed: bool = False
    ) -> ReadDeck | None:
        """Take the deck of a row through all phases before rendering; report and return as `read_stages`.

        What was found wrong with the deck as a whole is reported for each row.
        """
        diagnostics.extend(self._found)
        with aid_for_one_deck(), tables_kept(self._tables):
            return stages_of(self._prepared, diagnostics, audience, flawed, row)
