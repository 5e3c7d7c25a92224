"""What a deck picks of a table: its columns, and its rows by `where`, `sort` and `most`."""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.entry import with_values
from deckmaker.language.table import TableColumnEntry, TableEntry
from deckmaker.localization.numerals import Numerals
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.tables.grid import Grid
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.resolve.tables.showing import shows_numbers
from deckmaker.resolve.tables.written import Written
from deckmaker.source import DataPath, Tree


@dataclass(frozen=True, slots=True)
class PickedColumn:
    """A column that is shown: its place in the grid, what the deck says of it, and its numbers' decimal sign.

    Without a sign, its numbers can be read in two ways.
    """

    place: int
    entry: TableColumnEntry | None
    decimal: str | None


class Picking(RowPicking):
    """Holds what is needed to pick from the grid of a table."""

    def __init__(
        self,
        entry: TableEntry,
        path: DataPath,
        grid: Grid,
        written: Written,
        signs: Numerals,
        language: str,
        tree: Tree,
        diagnostics: Diagnostics,
    ) -> None:
        super().__init__(entry, path, grid, written, signs, language, tree, diagnostics)
        self._table = entry

    def columns(self) -> list[PickedColumn]:
        """Return the columns that are shown, in order; report those that there are not."""
        if self._table.columns is None:
            return [PickedColumn(place, None, self.decimal(place)) for place in range(len(self._grid[0]))]
        picked: list[PickedColumn] = []
        if self._lacks_header(self._table.columns):
            return []
        for index, one in enumerate(self._table.columns):
            here = (*self._path, "columns", index)
            if one.origin is None:
                span = self._tree.value_span(here)
                self._diagnostics.report("missing-key", "key `from` is missing", span, "add `from:` with a column")
                continue
            place = self._place(one.origin, *here, "from" if one.__dict__["from"] else "name")
            if place is not None:
                picked.append(PickedColumn(place, self._with_usable_unit(one, here), self.decimal(place)))
                if shows_numbers(one):
                    self._told.add(place)  # of each of its cells, where it is shown
            if place is not None and one.name:
                self._check_name(place, (*here, "name"))
        for column in picked:  # when all are found: one may be given the name that another had
            if column.entry and column.entry.name:
                self.names.show(column.entry.name, column.place)
        return picked

    def _with_usable_unit(self, one: TableColumnEntry, here: DataPath) -> TableColumnEntry:
        """Return a column with its unit as outputs may hold it; report what is left out."""
        if one.unit is None:
            return one
        unit = check_line(one.unit, self._tree.value_span((*here, "unit")), self._diagnostics)
        return with_values(TableColumnEntry, **{**one.__dict__, "unit": unit})

    def _lacks_header(self, columns: list[TableColumnEntry]) -> bool:
        """Tell whether `columns` are the names that the first row lacks, since all rows are values; report that."""
        names = [one.origin for one in columns if one.origin]
        is_likely = not self._written.is_file and self._table.header is None and len(names) == len(self._grid[0]) > 1
        if not is_likely or any(self.names.is_near(name) for name in names):
            return False
        row = ", ".join(f'"{name}"' if "," in name else name for name in names)
        help = f"put `- [{row}]` above the other rows"
        span = self._tree.value_span((*self._path, "columns"))
        self._diagnostics.report(
            "unknown-column", "the first row is to name the columns, and has none of these", span, help
        )
        return True

    def is_picking_rows(self) -> str | None:
        """Return the key that leaves out or moves rows, None where all stay as they are."""
        entry = self._table
        return "where" if entry.where else "sort" if entry.sort else "most" if entry.most else None

    def _check_name(self, place: int, path: DataPath) -> None:
        """Report a new name for a column that shares the lowest cell of its header with others."""
        cell = self._grid[self._header - 1][place] if self._header else None
        if cell and cell.columns > 1:
            message = f"`name` would rename one of the {cell.columns} columns under `{cell.text}`"
            help = "remove `name:`, or let each column have a cell of its own in the header"
            self._diagnostics.report("broken-span", message, self._tree.value_span(path), help)
