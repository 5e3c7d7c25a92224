"""A table set for a place at a size: columns, rows, every cell with its lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.layout.document import CellItem, TableItem, TextItem
from deckmaker.layout.tables.cells import MeasureCache, MeasuredCell, Spacing, each_measured, gutters, spaced
from deckmaker.layout.tables.fills import TableFills
from deckmaker.layout.tables.tracks import Height, Need, column_widths, row_heights, spread
from deckmaker.model import Align, Table
from deckmaker.model.geometry import Rect
from deckmaker.text import TextLayout
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TableStyle, TextStyle, Theme
from deckmaker.theme.baselines import grid_shift, in_steps, line_box

MOST_LINES, MOST_BROKEN = 2, 0.15
"""Lines of a cell that reads well, and the share of cells that have a second one in a table that does."""

CLOSE_GUTTER = 1.0
"""Multiples of the size: how close columns may be at any size, so that cells have fewer lines."""

AIR_OF_WORDS = 2.0
"""Multiples of the theme's air between rows that one of words may have: no column of numbers falls apart for it."""

FARTHEST = 9.0
"""Multiples of the size that columns may be farther apart than their gutter, so that a table fills its place."""

_NOTHING = 1e-6  # points; rounding of sums


@dataclass(frozen=True)
class SetRows:
    """A table's cells as set in its columns, and the heights of its rows: the same wherever on the page it stands."""

    settings: Sequence[TextLayout]
    heights: Sequence[float]

    @cached_property
    def height(self) -> float:
        """The height of all rows, in points."""
        return sum(self.heights)

    @cached_property
    def most_lines(self) -> int:
        """How many lines a cell has at most."""
        return max((len(one.lines) for one in self.settings), default=0)

    @property
    def broken_share(self) -> float:
        """How many of the cells have a second line: 0 for none, 1 for all."""
        return sum(len(one.lines) > 1 for one in self.settings) / max(1, len(self.settings))

    @cached_property
    def parts_pairs(self) -> bool:
        """Whether a line of a cell ends between what belongs together, such as a number and its unit."""
        return any(one.parts_pairs for one in self.settings)


@dataclass(frozen=True)
class SetTable:
    """A table as set at `size`, in its box; what hangs out of its place below and at the right.

    `widest` is the column, from 0, whose longest word needs most; all may be `close`. Its item is made when it is asked
    for: of most tables that are tried, it never is.
    """

    size: int
    rect: Rect
    rows: SetRows
    excess_height: float
    excess_width: float
    widest: int
    close: bool
    _made: Callable[[], TableItem] = field(repr=False, compare=False)

    @cached_property
    def item(self) -> TableItem:
        """The table as it is placed."""
        return self._made()

    @property
    def fits(self) -> bool:
        return self.excess_height <= TOLERANCE and self.excess_width <= TOLERANCE

    @property
    def most_lines(self) -> int:
        """How many lines a cell has at most."""
        return self.rows.most_lines

    @property
    def is_single_line(self) -> bool:
        """Whether every cell has one line."""
        return self.most_lines <= 1

    @property
    def is_awkward(self) -> bool:
        """Whether a cell has a third line, many have a second one, or a line parts what belongs together."""
        return self.most_lines > MOST_LINES or self.rows.broken_share > MOST_BROKEN or self.rows.parts_pairs


class Grid(NamedTuple):
    """A table's cells as measured at one size, the space around their texts, and its columns' widths."""

    spacing: Spacing
    cells: Sequence[MeasuredCell]
    needs: Sequence[Need]
    columns: tuple[float, ...]

    def width(self, one: MeasuredCell) -> float:
        """Return the width of a cell's box."""
        return self._width(one.place.column, one.place.cell.columns)

    def _width(self, column: int, count: int) -> float:
        return self.columns[column] if count == 1 else sum(self.columns[column : column + count])

    def inner(self, one: MeasuredCell) -> float:
        """Return the width that a cell's text has; a little at least, be it in columns too narrow for its margins."""
        return max(SAFE_MARGIN, self.width(one) - one.left - one.right)

    @property
    def has_room_for_words(self) -> bool:
        """Whether no cell's widest word needs more."""
        return all(one.least <= self._width(one.column, one.columns) + TOLERANCE for one in self.needs)

    @property
    def is_single_line(self) -> bool:
        """Whether every cell's text has room on one line."""
        return all(one.natural <= self._width(one.column, one.columns) + TOLERANCE for one in self.needs)

    @property
    def spare_lines(self) -> int:
        """About how many lines cells have beside their first ones."""
        return sum(
            ceil(one.natural / max(self._width(one.column, one.columns), 1.0) - _NOTHING) - 1 for one in self.needs
        )

    def has_room_for_lines(self, width: float) -> bool:
        """Tell whether every cell has one line in a place of that width."""
        return self.is_single_line and sum(self.columns) <= width + TOLERANCE


Measured = tuple[list[MeasuredCell], list[Need]]
"""A table's cells at one size, with one space between columns, and the widths that they need."""

GridKey = tuple[tuple[float, ...], bool, float, int]
"""Given widths of columns, whether they may be close, the width of the place and the size: what a grid follows from."""


@dataclass(frozen=True)
class TableSetter:
    """Sets one table in any place at any size; what is measured is kept. Its `columns` may have given widths.

    They are `close` where that saves some cells a line, and not only where it saves all cells a second one.
    """

    table: Table
    style: TextStyle
    theme: Theme
    columns: tuple[float, ...] = ()
    close: bool = False
    cache: MeasureCache = field(default_factory=MeasureCache, repr=False, compare=False)
    _measured: dict[tuple[int, float], Measured] = field(default_factory=dict, repr=False, compare=False)
    _single: dict[int, list[MeasuredCell]] = field(default_factory=dict, repr=False, compare=False)
    _grids: dict[GridKey, Grid] = field(default_factory=dict, repr=False, compare=False)
    _least: dict[GridKey, list[float]] = field(default_factory=dict, repr=False, compare=False)
    _rows: dict[tuple[GridKey, int], SetRows] = field(default_factory=dict, repr=False, compare=False)
    _tables: dict[tuple[object, ...], SetTable] = field(default_factory=dict, repr=False, compare=False)

    def for_rows(self, part: Table, style: TextStyle) -> TableSetter:
        """Return what sets a part of the table, which has much in common with it, in its style."""
        return TableSetter(part, style, self.theme, cache=self.cache)

    @cached_property
    def is_of_words(self) -> bool:
        """Whether no column is of numbers, which are compared line by line."""
        return all(one.align is Align.LEFT for one in self.table.columns)

    def with_widths(self, columns: tuple[float, ...]) -> TableSetter:
        """Return what sets the table in columns of these widths."""
        return replace(self, columns=columns)

    def with_close_columns(self) -> TableSetter:
        """Return what sets the table in columns that are close for the sake of single lines."""
        return replace(self, close=True)

    def grid(self, width: float, size: int) -> Grid:
        """Return the table's grid in a place of that width, with its columns closer where that saves all cells a second
        line, or at the least size where their words need it; once for the same width."""
        key = self.columns, self.close, width, size
        if key not in self._grids:
            self._grids[key] = self._found_grid(width, size)
        return self._grids[key]

    def _found_grid(self, width: float, size: int) -> Grid:
        grids = (self._grid(width, size, gutter) for gutter in gutters(self.theme))
        grid = next(grids)
        if size > self.style.minimum and not self.columns and not grid.has_room_for_lines(width):
            closer = [self._grid(width, size, gutter) for gutter in gutters(self.theme) if gutter >= CLOSE_GUTTER]
            fewest = min([grid, *closer], key=lambda one: one.spare_lines) if self.close else grid
            return next((one for one in closer if one.has_room_for_lines(width)), fewest)
        while size <= self.style.minimum and not (grid.has_room_for_words and sum(grid.columns) <= width):
            tighter = next(grids, None)
            if tighter is None:
                break
            grid = tighter
        return grid

    def _grid(self, width: float, size: int, gutter: float) -> Grid:
        spacing = Spacing.of(self.table, size, self.theme, gutter)
        if (size, gutter) not in self._measured:
            cells = spaced(self._texts(size, spacing), self.table, spacing, self.theme.turned)
            self._measured[size, gutter] = cells, [one.need for one in cells]
        cells, needs = self._measured[size, gutter]
        return Grid(spacing, cells, needs, self.columns or self._widths(needs, width, size))

    def _widths(self, needs: Sequence[Need], width: float, size: int) -> tuple[float, ...]:
        """Return the widths of columns in a place of that width, as their contents or the author wish."""
        shares = [one.share for one in self.table.columns]
        widths = column_widths(needs, shares, width)
        aligns = [one.align for one in self.table.columns]
        if self.theme.turned:  # numbers are at the other side of their columns than they will be
            aligns = [Align.LEFT if one is Align.DECIMAL else one for one in aligns]
        return tuple(spread(widths, aligns, width, FARTHEST * size))

    def _texts(self, size: int, spacing: Spacing) -> list[MeasuredCell]:
        """Return the cells at a size, each on its own; measured once, whatever space is between columns."""
        if size not in self._single:
            self._single[size] = [*each_measured(self.table, self.style, size, self.theme, spacing, self.cache)]
        return self._single[size]

    def set(self, place: Rect, size: int) -> SetTable:
        """Set the table at the top left of its place, its lines on the page's grid; once for the same place."""
        key = self.columns, self.close, place, size
        if key not in self._tables:
            self._tables[key] = self._set(place, size)
        return self._tables[key]

    def loosened(self, table: SetTable, place: Rect, room: float) -> SetTable:
        """Return a table that was set in a place with its rows as far apart as the theme allows in so high a room."""
        step, air = self.theme.baseline, self.theme.table.air * (AIR_OF_WORDS if self.is_of_words else 1)
        steps = min(air * table.size, (room - table.rect.height) / max(1, len(table.rows.heights))) // (2 * step)
        return replace(self, close=table.close)._set(place, table.size, steps * step) if steps > 0 else table

    def _set(self, place: Rect, size: int, air: float = 0.0) -> SetTable:
        grid, step = self.grid(place.width, size), self.theme.baseline
        rows = self._set_rows(place, size)
        if air:
            spacing = replace(grid.spacing, above=grid.spacing.above + air, below=grid.spacing.below + air)
            grid = grid._replace(spacing=spacing)
            rows = SetRows(rows.settings, self._row_heights(grid, rows.settings))
        line, first = line_box(self.style, size, self.theme.families), replace(place, y=place.y + grid.spacing.above)
        top = place.y + grid_shift(first, "top", line, step)
        rect = Rect(place.x, top, sum(grid.columns), rows.height)
        return SetTable(
            size,
            rect,
            rows,
            excess_height=max(0.0, rect.bottom - place.bottom),
            excess_width=max(0.0, rect.width - place.width),
            widest=max(range(len(grid.columns)), key=grid.columns.__getitem__, default=0),
            close=self.close,
            # Not by the setter, which holds the table: circles would stay in memory.
            _made=partial(_item, self.table, self.theme.table, self.style.color, rect, rows, grid, step),
        )

    def _set_rows(self, place: Rect, size: int) -> SetRows:
        """Return the cells as set and the heights of rows: once for places of a width, whatever room they have."""
        key, grid = (self.columns, self.close, place.width, size), self.grid(place.width, size)
        if key not in self._least:
            self._least[key] = sorted(one.text.least_height(grid.inner(one)) for one in grid.cells)
        # Of its room nothing matters but how many texts are far too tall for it: these are set plainly.
        plain = len(grid.cells) - bisect_right(self._least[key], 2 * place.height)
        if (key, plain) not in self._rows:
            settings = [one.setting(grid.inner(one), place.height) for one in grid.cells]
            self._rows[key, plain] = SetRows(settings, self._row_heights(grid, settings))
        return self._rows[key, plain]

    def _row_heights(self, grid: Grid, settings: Sequence[TextLayout]) -> list[float]:
        cells, around, step = grid.cells, grid.spacing.above + grid.spacing.below, self.theme.baseline
        needs = [
            Height(one.place.row, one.place.cell.rows, around + _height(one, setting) + _lift(one, step))
            for one, setting in zip(cells, settings, strict=True)
        ]
        least = around + in_steps(min((one.leading for one in cells), default=0.0), step)
        return row_heights(needs, len(self.table.rows), least, step)


def _item(
    table: Table,
    style: TableStyle,
    ink: str,
    rect: Rect,
    set_rows: SetRows,
    grid: Grid,
    step: float,
) -> TableItem:
    """Return a table as it is placed, in a box of its size, its lines on a grid of that `step`."""
    columns, rows = grid.columns, set_rows.heights
    lefts, tops = list(accumulate(columns, initial=rect.x)), list(accumulate(rows, initial=rect.y))
    fills = TableFills(table, rect.x, rect.y, columns, rows, style, ink)
    items = []
    for one, setting in zip(grid.cells, set_rows.settings, strict=True):
        row, column, cell = one.place
        x, y = lefts[column], tops[row]
        box = Rect(x, y, lefts[column + cell.columns] - x, tops[row + cell.rows] - y)
        frame = _frame(one, setting, box, grid.spacing, _lift(one, step))
        text = TextItem(one.style, setting, 0.0)
        span = cell.paragraph.span or table.rows[row].span
        items.append(CellItem(row, column, cell.rows, cell.columns, box, frame, text, one.role, one.strong, span))
    return TableItem(
        columns,
        tuple(rows),
        tuple(items),
        table.header_rows,
        table.footer_rows,
        table.stub_columns,
        fills.backgrounds,
        fills.rules,
        table.caption.unmarked if table.caption else "",
        table.credit,
    )


def _height(one: MeasuredCell, setting: TextLayout) -> float:
    """Return how tall a text is; an empty cell is as tall as a line, which every program gives it."""
    return max(setting.height, one.leading)


def _lift(one: MeasuredCell, step: float) -> float:
    """Return by how much more than its space a text at the foot of its cell is above that, so that its last line is on
    the grid as the first is of a text at the head of its cell."""
    return in_steps(one.leading, step) - one.leading if one.style.anchor == "bottom" else 0.0


def _frame(one: MeasuredCell, setting: TextLayout, box: Rect, spacing: Spacing, lift: float) -> Rect:
    """Return the text's own frame in a cell's box: at the side, and at the edge, where its lines stand."""
    height = _height(one, setting)
    y = box.bottom - spacing.below - lift - height if one.style.anchor == "bottom" else box.y + spacing.above
    left, right = box.x + one.left, box.right - one.right
    x = {"left": left, "right": right - setting.width, "center": (left + right - setting.width) / 2}[one.style.align]
    # Lines that are kept as they are need no exact width, and must not be too wide for another program's box.
    spare = 0.0 if setting.safe or one.style.align != "left" else min(SAFE_MARGIN, box.right - x - setting.width)
    return Rect(x, y, setting.width + max(0.0, spare), height)
