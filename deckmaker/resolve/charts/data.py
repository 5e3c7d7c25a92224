"""The data of a chart: where they are written, which of their columns and rows are meant, and as what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Span
from deckmaker.language.chart import ChartEntry
from deckmaker.language.entry import with_values
from deckmaker.localization.numerals import numerals_for
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.charts.cells import Cells
from deckmaker.resolve.charts.columns import POINTS, ColumnChoice, Columns, Holds
from deckmaker.resolve.charts.drawn import Drawing, Drawn, is_bearable
from deckmaker.resolve.charts.footers import without_footers
from deckmaker.resolve.charts.frame import FrameMaker
from deckmaker.resolve.charts.in_deck import has_lists, has_values, lists_in_deck, rows_in_deck, series_in_deck
from deckmaker.resolve.charts.one_place import stands_in_one_place
from deckmaker.resolve.charts.places import Places
from deckmaker.resolve.charts.units import without_units
from deckmaker.resolve.tables.grid import Grid, grid_of, names_of
from deckmaker.resolve.tables.in_file import written_in_file
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.resolve.tables.written import Written
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_FALLING = frozenset(("desc", "descending", "falling", "-"))
_RISING = frozenset(("asc", "ascending", "rising"))


class ChartData:
    """Reads the data of one chart; `cells` has read its numbers, once they are."""

    def __init__(self, entry: ChartEntry, path: DataPath, resolver: Resolver) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._tree, self._diagnostics = resolver.tree, resolver.diagnostics
        self._language = resolver.entry.language
        self._places = Places(path, resolver)
        self.cells: Cells | None = None
        self.left_out = 0
        """How many rows `most` leaves out."""
        self._other_sheets = ""

    def drawn(self) -> Drawn | None:
        """Return what is drawn; report what is wrong, and return None where nothing can be.

        Raises Excess where the deck's data take too much.
        """
        found = self._written()
        if found is None:
            return None
        written, columns = found
        self._other_sheets = written.other_sheets
        grid, is_right = grid_of(written, 0, self._diagnostics)
        if grid is None or not is_right or not grid[0]:
            return None
        self._resolver.allowance.places(len(grid) * len(grid[0]), self._places.of_chart())
        return self._of_grid(written, grid, columns)

    def _written(self) -> tuple[Written, Columns | None] | None:
        """Return the data as they are written, and their columns where these are known; report what is missing."""
        entry, tree, diagnostics = self._entry, self._tree, self._diagnostics
        if not stands_in_one_place(entry, self._path, tree, diagnostics):
            return None
        if entry.file and "\n" in entry.file.strip():
            message = "a chart takes the path of a file, and this is a text of several lines"
            help = "write its numbers as `values: {Dogs: 386, Cats: 85}`, or as `rows: [[Pet, Number], [Dogs, 386]]`"
            diagnostics.report("wrong-value", message, tree.value_span((*self._path, "file")), help)
            return None
        if entry.file:
            span = tree.value_span((*self._path, "file"))
            read = written_in_file(
                entry.file, entry, 1, self._resolver.deck_path, span, self._resolver.allowance, diagnostics
            )
            return (read, None) if read else None
        if entry.rows is not None:
            rows = rows_in_deck(entry, self._path, tree, diagnostics)
            return (rows, None) if rows else None
        if has_values(entry):
            return series_in_deck(entry, self._path, tree, diagnostics)
        if has_lists(entry):
            return lists_in_deck(entry, self._path, tree, diagnostics)
        here = self._places.of_chart()
        beginning = Span(here.source, here.line, here.column, here.line, here.column + 1)
        help = "add `file:` with a CSV or XLSX file, or `categories:` and `series:` with their values"
        diagnostics.report("missing-key", "the chart has no data", beginning, help)
        return None

    def _of_grid(self, written: Written, grid: Grid, known: Columns | None) -> Drawn | None:
        entry, diagnostics = self._entry, self._diagnostics
        signs = numerals_for(self._language)
        has_totals = entry.type == "waterfall" or bool(entry.totals)
        grid = without_footers(grid, written, self._language, has_totals, diagnostics)
        picking = self._picking(written, grid, None)
        body = list(range(written.header, len(grid)))
        if not body:
            self._report_empty("has no rows below the names of its columns")
            return None
        choice = ColumnChoice(entry, self._path, grid, body, picking, self._language)
        is_of_points = entry.type in POINTS
        columns = known or choice.columns(is_of_points)
        if columns is None:
            return None
        if not is_of_points and entry.type is None and self._is_of_points(columns, choice):
            is_of_points = True
            columns = known or choice.columns(True) or columns
        if not columns.ys or (is_of_points and columns.x is None):
            self._report_no_numbers(choice, is_of_points)
            return None
        measured = [
            *columns.ys,
            *(one for one in (columns.size, columns.x if is_of_points else None) if one is not None),
        ]
        grid, units = without_units(grid, body, measured)
        if units:
            picking = self._picking(written, grid, None)
            places = {place: written.span(grid[0][place].at) for place in units}
            units = {place: check_line(unit, places[place], diagnostics) for place, unit in units.items()}
        sorting = self._picking(written, grid, self._sort(columns, picking))
        rows = sorting.rows(written.header, len(grid))
        self.left_out = sorting.left_out
        if not rows:
            self._report_empty("has no row left to draw")
            return None
        if not is_bearable(len(rows), len(columns.ys), self._places, self._diagnostics):
            return None
        self.cells = Cells(written, picking, signs.usual, diagnostics, units)
        maker = FrameMaker(written, grid, rows, names_of(written, grid), signs, diagnostics)
        drawing = Drawing(entry, self._language, self.cells, self._places, diagnostics)
        if is_of_points:
            drawn = drawing.points(maker, columns)
        else:
            drawn = drawing.over_categories(maker, columns, choice, grid)
        return drawn if known or drawn is None else _with_names(drawn, columns, names_of(written, grid))

    def _picking(self, written: Written, grid: Grid, sort: list[str] | None) -> RowPicking:
        """Return what picks rows, sorted so."""
        entry = with_values(ChartEntry, **{**self._entry.__dict__, "sort": sort})
        signs, language = numerals_for(self._language), self._language
        return RowPicking(entry, self._path, grid, written, signs, language, self._tree, self._diagnostics, "the chart")

    def _is_of_points(self, columns: Columns, choice: ColumnChoice) -> bool:
        """Tell whether numbers stand over numbers: two columns of them, and nothing else along the x axis."""
        if self._entry.size is not None or columns.size is not None:
            return True
        if columns.x is None or len(columns.ys) != 1 or self._entry.categories is not None:
            return False
        return choice.holds(columns.x) is Holds.NUMBERS

    def _sort(self, columns: Columns, picking: RowPicking) -> list[str] | None:
        """Return by which columns rows are sorted; a direction alone is that of the first values."""
        sort = self._entry.sort
        if sort and len(sort) == 1 and picking.names.known(sort[0]) is None:
            word = sort[0].strip().casefold()
            if word in _FALLING | _RISING:
                return [f"{'-' if word in _FALLING else ''}{columns.ys[0] + 1}"]
        return sort

    def _report_empty(self, what: str) -> None:
        help = self._other_sheets or "add rows below the names of the columns"
        help = "mend what `where:` asks for" if self._entry.where else help
        self._diagnostics.report("empty-chart", f"the chart {what}", self._places.of_data(), help)

    def _report_no_numbers(self, choice: ColumnChoice, is_of_points: bool) -> None:
        what = "the chart has no two columns of numbers" if is_of_points else "the chart has no column of numbers"
        help = self._help_without_numbers(choice)
        self._diagnostics.report("empty-chart", what, self._places.of_data(), help)

    def _help_without_numbers(self, choice: ColumnChoice) -> str:
        if other := choice.other_decimal():
            return f"write `decimal: {other}`, which is the sign of numbers that stand there as texts"
        return self._other_sheets or "name the column of values, as in `y: Deaths`"


def _with_names(drawn: Drawn, columns: Columns, names: list[str]) -> Drawn:
    """Return what is drawn with the names of the columns along both axes."""
    x_name = "" if columns.x is None else names[columns.x].strip()
    y_name = names[columns.ys[0]].strip() if len(columns.ys) == 1 else ""
    return replace(drawn, x_name=x_name, y_name=y_name)
