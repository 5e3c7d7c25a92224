"""Cells of several places that picking and sorting would tear apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from deckmaker.resolve.tables.grid import Grid, begins_at
from deckmaker.resolve.tables.written import WrittenCell


def parted_cell(grid: Grid, rows: list[int], columns: list[int]) -> tuple[WrittenCell, str] | None:
    """Return a cell of several places that are not all side by side any more, and whether rows or columns are not.

    `rows` and `columns` are those that are shown, in order; the grid has no mistakes.
    """
    shown_rows, shown_columns = _where(rows), _where(columns)

    @cache
    def of_rows(first: int, count: int) -> list[int]:
        return _shown(shown_rows, range(first, first + count))

    @cache
    def of_columns(first: int, count: int) -> list[int]:
        return _shown(shown_columns, range(first, first + count))

    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            if cell.rows == cell.columns == 1 or not begins_at(grid, row, column):
                continue
            down, right = of_rows(row, cell.rows), of_columns(column, cell.columns)
            if len(down) not in (0, cell.rows) or not _is_run([rows[one] for one in down], down):
                return cell, "rows"
            if len(right) not in (0, cell.columns) or not _is_run([columns[one] for one in right], right):
                return cell, "columns"
    return None


def _where(shown: Sequence[int]) -> Mapping[int, list[int]]:
    """Return by place in the source where it is shown."""
    found: dict[int, list[int]] = {}
    for index, place in enumerate(shown):
        found.setdefault(place, []).append(index)
    return found


def _shown(where: Mapping[int, list[int]], places: Iterable[int]) -> list[int]:
    """Return where places of the source are shown, in the order in which they are."""
    return sorted(index for place in places for index in where.get(place, ()))


def _is_run(places: list[int], indices: list[int]) -> bool:
    """Tell whether places follow one another, in the source and as shown."""
    return all(later - earlier == 1 for these in (places, indices) for earlier, later in pairwise(these))
