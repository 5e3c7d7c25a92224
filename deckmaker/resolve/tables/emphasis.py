"""What `strong` stresses: rows, columns and cells, by their numbers and names."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.table import TableEntry
from deckmaker.resolve.tables.naming import Names
from deckmaker.resolve.tables.picking import PickedColumn
from deckmaker.source import DataPath, Tree


class Emphasis:
    """The stressed rows and columns of a table as shown, both from 0, the header's rows left out."""

    def __init__(
        self,
        entry: TableEntry,
        path: DataPath,
        names: Names,
        columns: list[PickedColumn],
        count: int,
        tree: Tree,
        diagnostics: Diagnostics,
    ) -> None:
        """Find what `entry` names among `columns` and `count` rows; report what is not there."""
        self._names, self._columns, self._count = names, columns, count
        self._tree, self._diagnostics = tree, diagnostics
        self.rows: set[int] = set()
        self.columns = {index for index, one in enumerate(columns) if one.entry and one.entry.strong}
        self.cells: set[tuple[int, int]] = set()
        if strong := entry.strong:
            here = (*path, "strong")
            self.rows |= {self._row(number, (*here, "rows", i)) for i, number in enumerate(strong.rows)}
            for i, name in enumerate(strong.columns):
                self.columns |= self._column(name, (*here, "columns", i))
            for i, (number, name) in enumerate(strong.cells):
                row = self._row(self._number(number, (*here, "cells", i, 0)), (*here, "cells", i, 0))
                self.cells |= {(row, column) for column in self._column(name, (*here, "cells", i, 1))}

    def _number(self, written: str, path: DataPath) -> int | None:
        if written.isascii() and written.isdigit() and len(written) < 10:
            return int(written)
        message = f"a cell is named by its row's number and its column, and `{written}` is no number"
        self._diagnostics.report("wrong-value", message, self._tree.value_span(path), "write it as in `[2, Level]`")
        return None

    def _row(self, number: int | None, path: DataPath) -> int:
        if number is not None and not 0 < number <= self._count:
            message = f"the table has no row {number}"
            help = f"its rows are 1 to {self._count}, the header left out"
            self._diagnostics.report("wrong-value", message, self._tree.value_span(path), help)
        return (number or 0) - 1

    def _column(self, name: str, path: DataPath) -> set[int]:
        """Return where a column is shown, which may be in several places."""
        place = self._names.place(name, lambda: self._tree.value_span(path))
        found = {index for index, one in enumerate(self._columns) if one.place == place}
        named = {index for index in found if (entry := self._columns[index].entry) and entry.name == name}
        if place is not None and not found:
            message, help = f"column `{name}` is not shown", "add it to `columns:`, or remove it here"
            self._diagnostics.report("unknown-column", message, self._tree.value_span(path), help)
        return named or found
