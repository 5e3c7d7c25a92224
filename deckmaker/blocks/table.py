"""A table and its caption: `table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.blocks.kind import ElasticKind, Split
from deckmaker.language.entry import EntryOf
from deckmaker.language.table import TableEntry
from deckmaker.model import Table

if TYPE_CHECKING:
    from deckmaker.layout.place import Place, SetBlock
    from deckmaker.layout.splitting import Room
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath


class TableKind(ElasticKind[Table]):
    """A table: cells as large as its place allows."""

    value = EntryOf(TableEntry, shorthand="file")
    description = "The slide's table: the path of a CSV or XLSX file, or keys that say what it holds."
    block = Table
    is_firm = True

    def resolve(self, entry: TableEntry, path: DataPath, resolver: Resolver) -> Table | None:
        """Return the table, None where nothing of it can be read."""
        return resolver.table(entry, path)

    def natural(self, block: Table, place: Place) -> float:
        """Return the height at which it fits all of its place, its caption below it."""
        from deckmaker.layout.tables.block import TableBlock

        return TableBlock.of(block, place).natural

    def least(self, block: Table, place: Place) -> float:
        """Return the height of all of it, and a step to bring it onto the grid: rows that have no room go on on the
        next slide."""
        return self.natural(block, place) + place.styles.theme.baseline

    def fit(self, block: Table, place: Place) -> SetBlock:
        """Set the table at the top of its place, and the caption where it ends."""
        from deckmaker.layout.tables.block import TableBlock

        return TableBlock.of(block, place).set()

    def split(self, block: Table, room: Room) -> Split[Table] | None:
        """Return the rows that have room, and all further parts, each of which begins a slide."""
        from deckmaker.layout.place import TableSizes
        from deckmaker.layout.tables.parts import split_table

        parts = split_table(block, room)
        if not parts:
            return None
        sizes = tuple(TableSizes(one.smaller, one.columns) for one in parts)
        return Split(parts[0].table, tuple(one.table for one in parts[1:]), sizes, forced=parts[0].forced)


TABLE = TableKind()
