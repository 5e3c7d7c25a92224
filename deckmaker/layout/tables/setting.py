"""A table set at one size for a place: columns, rows, and every cell with its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from deckmaker.layout.document import CellItem, TableItem, TextItem
from deckmaker.layout.tables.bands import Bands
from deckmaker.layout.tables.cells import Known, MeasuredCell, Spacing, gutters, measured_cells
from deckmaker.layout.tables.column_widths import column_widths
from deckmaker.layout.tables.row_heights import Height, row_heights
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.text import Setting
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import grid_shift


@dataclass(frozen=True, slots=True)
class SetTable:
    """A table as set at `size`, in its box; what hangs out of its place below and at the right.

    `widest` is the column, from 0, whose longest word needs most.
    """

    size: int
    rect: Rect
    item: TableItem
    excess_height: float
    excess_width: float
    widest: int

    @property
    def fits(self) -> bool:
        return self.excess_height <= TOLERANCE and self.excess_width <= TOLERANCE

    @property
    def is_plain(self) -> bool:
        """Whether every cell has one line."""
        return all(len(cell.text.setting.lines) <= 1 for cell in self.item.cells)


class Grid(NamedTuple):
    """A table's cells as measured at one size, the space around their texts, and its columns' widths."""

    spacing: Spacing
    cells: Sequence[MeasuredCell]
    columns: tuple[float, ...]

    def width(self, one: MeasuredCell) -> float:
        """Return the width of a cell's box."""
        return sum(self.columns[one.place.column : one.place.column + one.place.cell.columns])

    def inner(self, one: MeasuredCell) -> float:
        """Return the width that a cell's text has; a little at least, be it in columns too narrow for its margins."""
        return max(SAFE_MARGIN, self.width(one) - one.left - one.right)

    @property
    def has_room_for_words(self) -> bool:
        """Whether no cell's widest word needs more."""
        return all(one.need.least <= self.width(one) + TOLERANCE for one in self.cells)

    @property
    def is_plain(self) -> bool:
        """Whether every cell's text has room on one line."""
        return all(one.need.natural <= self.width(one) + TOLERANCE for one in self.cells)


@dataclass(frozen=True)
class TableSetter:
    """Sets one table in any place at any size; what is measured is kept. Its `columns` may have given widths."""

    table: Table
    style: TextStyle
    theme: Theme
    columns: tuple[float, ...] = ()
    _known: Known = field(default_factory=dict, repr=False, compare=False)
    _cells: dict[tuple[int, float], list[MeasuredCell]] = field(default_factory=dict, repr=False, compare=False)

    def of(self, part: Table, style: TextStyle) -> TableSetter:
        """Return what sets a part of the table, which has much in common with it, in its style."""
        return TableSetter(part, style, self.theme, (), self._known)

    def within(self, columns: tuple[float, ...]) -> TableSetter:
        """Return what sets the table in columns of these widths."""
        return TableSetter(self.table, self.style, self.theme, columns, self._known, self._cells)

    def grid(self, width: float, size: int) -> Grid:
        """Return the table's grid in a place of that width, at the least size with its columns closer if need be."""
        grids = (self._grid(width, size, gutter) for gutter in gutters(self.theme))
        grid = next(grids)
        while size <= self.style.minimum and not (grid.has_room_for_words and sum(grid.columns) <= width):
            tighter = next(grids, None)
            if tighter is None:
                break
            grid = tighter
        return grid

    def _grid(self, width: float, size: int, gutter: float) -> Grid:
        spacing = Spacing.of(self.table, size, self.theme, gutter)
        if (size, gutter) not in self._cells:
            self._cells[size, gutter] = measured_cells(self.table, self.style, size, self.theme, spacing, self._known)
        cells = self._cells[size, gutter]
        shares = [one.share for one in self.table.columns]
        columns = self.columns or tuple(column_widths([one.need for one in cells], shares, width))
        return Grid(spacing, cells, columns)

    def set(self, place: Rect, size: int) -> SetTable:
        """Set the table at the top left of its place, its lines on the page's grid."""
        grid = self.grid(place.width, size)
        spacing, cells, columns = grid
        settings = [_set(one, grid.inner(one), place.height) for one in cells]
        around, step = spacing.above + spacing.below, self.theme.baseline
        needs = [
            Height(one.place.row, one.place.cell.rows, around + _height(one, setting))
            for one, setting in zip(cells, settings, strict=True)
        ]
        least = around + min((one.leading for one in cells), default=0.0)
        rows = row_heights(needs, len(self.table.rows), least, step)
        top = place.y + grid_shift(replace(place, y=place.y + spacing.above), "top", size, step)
        rect = Rect(place.x, top, sum(columns), sum(rows))
        item = self._item(rect, columns, rows, cells, settings, spacing)
        return SetTable(
            size,
            rect,
            item,
            excess_height=max(0.0, rect.bottom - place.bottom),
            excess_width=max(0.0, rect.width - place.width),
            widest=max(range(len(columns)), key=columns.__getitem__, default=0),
        )

    def _item(
        self,
        rect: Rect,
        columns: Sequence[float],
        rows: Sequence[float],
        cells: Sequence[MeasuredCell],
        settings: Sequence[Setting],
        spacing: Spacing,
    ) -> TableItem:
        table = self.table
        lefts, tops = list(accumulate(columns, initial=rect.x)), list(accumulate(rows, initial=rect.y))
        bands = Bands(table, rect.x, rect.y, columns, rows, self.theme.table, self.style.color)
        items = []
        for one, setting in zip(cells, settings, strict=True):
            row, column, cell = one.place
            x, y = lefts[column], tops[row]
            box = Rect(x, y, lefts[column + cell.columns] - x, tops[row + cell.rows] - y)
            frame = _frame(one, setting, box, spacing)
            text = TextItem(one.style, setting, 0.0)
            span = cell.paragraph.span or table.rows[row].span
            items.append(CellItem(row, column, cell.rows, cell.columns, box, frame, text, one.role, one.strong, span))
        return TableItem(
            tuple(columns),
            tuple(rows),
            tuple(items),
            table.header_rows,
            table.footer_rows,
            table.stub_columns,
            bands.grounds,
            bands.rules,
            table.caption.unmarked if table.caption else "",
        )


def _set(one: MeasuredCell, inner: float, room: float) -> Setting:
    """Set a cell's text; what is far too tall for any place is broken once, and no better way is looked for."""
    return one.text.set_plainly(inner) if one.text.least_height(inner) > 2 * room else one.text.set(inner)


def _height(one: MeasuredCell, setting: Setting) -> float:
    """Return how tall a text is; an empty cell is as tall as a line, which every program gives it."""
    return max(setting.height, one.leading)


def _frame(one: MeasuredCell, setting: Setting, box: Rect, spacing: Spacing) -> Rect:
    """Return the text's own frame in a cell's box: at the side, and at the edge, where its lines stand."""
    height = _height(one, setting)
    y = box.bottom - spacing.below - height if one.style.anchor == "bottom" else box.y + spacing.above
    left, right = box.x + one.left, box.right - one.right
    x = {"left": left, "right": right - setting.width, "center": (left + right - setting.width) / 2}[one.style.align]
    # Lines that are kept as they are need no exact width, and must not be too wide for another program's box.
    spare = 0.0 if setting.safe or one.style.align != "left" else min(SAFE_MARGIN, box.right - x - setting.width)
    return Rect(x, y, setting.width + max(0.0, spare), height)
