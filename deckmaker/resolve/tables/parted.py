"""Cells of several places that picking and sorting would tear apart."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.resolve.tables.grid import Grid, begins_at
from deckmaker.resolve.tables.written import WrittenCell


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
