"""What a deck picks of a table: its columns, and its rows by `where`, `sort` and `most`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.table import TableColumnEntry, TableEntry
from deckmaker.resolve.inline import parse_inline
from deckmaker.resolve.tables.choice import fits, rank
from deckmaker.resolve.tables.grid import Grid, begins_at, names_of
from deckmaker.resolve.tables.naming import Names
from deckmaker.resolve.tables.numbers import Evidence, evidence
from deckmaker.resolve.tables.written import Written, WrittenCell
from deckmaker.source import DataPath, Tree


@dataclass(frozen=True, slots=True)
class PickedColumn:
    """A column that is shown: its place in the grid, what the deck says of it, and its numbers' decimal sign.

    Without a sign, its numbers can be read in two ways.
    """

    place: int
    entry: TableColumnEntry | None
    decimal: str | None


class Picking:
    """Holds what is needed to pick from one grid."""

    def __init__(
        self, entry: TableEntry, path: DataPath, grid: Grid, written: Written, tree: Tree, diagnostics: Diagnostics
    ) -> None:
        self._entry, self._path, self._tree, self._diagnostics = entry, path, tree, diagnostics
        self._grid, self._written, self._header = grid, written, written.header
        names = names_of(written, grid)
        plain = names if written.is_file else [_without_marks(name, tree.value_span(path)) for name in names]
        self.names = Names(names, plain, diagnostics)
        self.decimal = cache(self._decimal)

    def columns(self) -> list[PickedColumn]:
        """Return the columns that are shown, in order; report those that there are not."""
        if self._entry.columns is None:
            return [PickedColumn(place, None, self.decimal(place)) for place in range(len(self._grid[0]))]
        picked: list[PickedColumn] = []
        for index, one in enumerate(self._entry.columns):
            here = (*self._path, "columns", index)
            if one.origin is None:
                span = self._tree.value_span(here)
                self._diagnostics.report("missing-key", "key `from` is missing", span, "add `from:` with a column")
                continue
            place = self._place(one.origin, *here, "from" if one.__dict__["from"] else "name")
            if place is not None:
                picked.append(PickedColumn(place, one, self.decimal(place)))
            if place is not None and one.name:
                self._check_name(place, (*here, "name"))
        for column in picked:  # when all are found: one may be given the name that another had
            if column.entry and column.entry.name:
                self.names.show(column.entry.name, column.place)
        return picked

    def rows(self, first: int, end: int) -> list[int]:
        """Return which of the rows from `first` to `end` are shown, in order."""
        rows = list(range(first, end))
        for name, wanted in self._entry.where.items():
            place = self._place(name, "where", name, is_key=True)
            if place is not None:
                test = fits(wanted, self.decimal(place) or "point")
                rows = [row for row in rows if test(self._value(row, place))]
        for index, name in reversed(list(enumerate(self._entry.sort or ()))):
            rows = self._sorted(rows, name, index)
        return rows[: self._entry.most]

    def is_picking_rows(self) -> str | None:
        """Return the key that leaves out or moves rows, None where all stay as they are."""
        entry = self._entry
        return "where" if entry.where else "sort" if entry.sort else "most" if entry.most else None

    def _check_name(self, place: int, path: DataPath) -> None:
        """Report a new name for a column that shares the lowest cell of its header with others."""
        cell = self._grid[self._header - 1][place] if self._header else None
        if cell and cell.columns > 1:
            message = f"`name` would rename one of the {cell.columns} columns under `{cell.text}`"
            help = "remove `name:`, or let each column have a cell of its own in the header"
            self._diagnostics.report("broken-span", message, self._tree.value_span(path), help)

    def _sorted(self, rows: list[int], name: str, index: int) -> list[int]:
        is_falling = name.startswith("-") and self.names.known(name) is None
        place = self._place(name[1:].lstrip() if is_falling else name, "sort", index)
        if place is None:
            return rows
        decimal = self.decimal(place) or "point"
        ranks = {row: rank(self._value(row, place), decimal) for row in rows}
        empty = [row for row in rows if ranks[row] is None]
        return sorted((row for row in rows if ranks[row]), key=lambda row: ranks[row] or (), reverse=is_falling) + empty

    def _value(self, row: int, place: int) -> str:
        """Return what a cell is compared by: its text as typed, without footnotes."""
        text = self._grid[row][place].text
        marked = "^[" in text and not self._written.is_file
        return _without_marks(text, self._tree.value_span(self._path)) if marked else text

    def _place(self, name: str, *path: str | int, is_key: bool = False) -> int | None:
        here: DataPath = path if path[: len(self._path)] == self._path else (*self._path, *path)
        return self.names.place(name, lambda: self._tree.key_span(here) if is_key else self._tree.value_span(here))

    def _decimal(self, place: int) -> str | None:
        if self._entry.decimal:
            return self._entry.decimal
        own = evidence(self._value(row, place) for row in range(self._header, len(self._grid)))
        if own.decimal or not own.is_open:
            return own.decimal or "point"
        return self._elsewhere.decimal or own.plain

    @cached_property
    def _elsewhere(self) -> Evidence:
        """What all numbers of the table tell of their decimal sign."""
        rows, places = range(self._header, len(self._grid)), range(len(self._grid[0]))
        return evidence(self._value(row, place) for row in rows for place in places)


def _without_marks(name: str, span: Span) -> str:
    return "".join(run.text for run in parse_inline(name, span, Diagnostics()))  # its cell reports what is amiss


def parted_cell(grid: Grid, rows: list[int], columns: list[int]) -> tuple[WrittenCell, str] | None:
    """Return a cell of several places that are not all side by side any more, and whether rows or columns are not.

    `rows` and `columns` are those that are shown, in order.
    """
    for row in range(len(grid)):
        for column in range(len(grid[row])):
            cell = grid[row][column]
            if cell.rows == cell.columns == 1 or not begins_at(grid, row, column):
                continue
            down = [index for index, one in enumerate(rows) if grid[one][column] is cell]
            right = [index for index, one in enumerate(columns) if grid[row][one] is cell]
            height = sum(grid[one][column] is cell for one in range(len(grid)))
            width = sum(one is cell for one in grid[row])
            if not down and not right:
                continue
            if len(down) not in (0, height) or not _is_run([rows[one] for one in down], down):
                return cell, "rows"
            if len(right) not in (0, width) or not _is_run([columns[one] for one in right], right):
                return cell, "columns"
    return None


def _is_run(places: list[int], indices: list[int]) -> bool:
    """Tell whether places follow one another, in the source and as shown."""
    return all(later - earlier == 1 for these in (places, indices) for earlier, later in pairwise(these))
