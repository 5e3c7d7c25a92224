"""Rows to a grid: at each row and column, the cell that stands there or reaches there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from deckmaker.budget.tables import TABLE_PLACES
from deckmaker.diagnostics import Diagnostics
from deckmaker.resolve.tables.written import Written, WrittenCell, WrittenRow

Grid = list[list[WrittenCell]]
"""A cell that takes several places stands in each of them, as the very same value; so does a row's empty cell."""

MOST_TOLD = 10
"""Rows of one table that are reported each; a message for each of a thousand is read by nobody."""


def grid_of(written: Written, footer: int, diagnostics: Diagnostics) -> tuple[Grid | None, bool]:
    """Return the grid, as wide as its names, else its header, else most of its rows, and whether it has no mistakes.

    Report rows of other widths, cells that reach over others or out of the table, and out of the header, the body or
    the last `footer` rows. A table of too many places is reported alone, and has no grid.
    """
    found = Diagnostics()
    try:
        placed: Placed = _side_by_side(written.rows) or _placed(written, footer, found)
        widths = [max(row, default=-1) + 1 if isinstance(row, dict) else len(row) for row in placed]
        named = widths[: written.header] or [next(iter(Counter(widths).most_common(1)), (0, 0))[0]]
        width = len(written.names) or max(named, default=0)
        _check_places(written, width)
    except TooManyPlaces as many:
        help = "leave out rows and columns where it is exported" if written.is_file else "let cells take fewer places"
        diagnostics.report("endless-table", str(many), written.span(many.at), help)
        return None, False
    lacking: list[int] = []
    longer: list[tuple[int, WrittenCell]] = []
    grid: Grid = []
    for index, (row, one) in enumerate(zip(placed, written.rows, strict=True)):
        if widths[index] > width and (beyond := _first_beyond(row, width)):
            longer.append((index, beyond))
        is_listed = not one.cells or one.cells[0].column is None
        if is_listed and widths[index] < width:
            lacking.append(index)
        grid.append(_filled(row, width, one))
    _report_longer(longer, widths, width, written, found)
    is_right = not len(found)
    _report_lacking(lacking, widths, width, written, found)
    diagnostics.extend(found)
    return grid, is_right


class TooManyPlaces(Exception):
    """A table has more places than one may have: what is said of it, and where they begin, for its `span`."""

    def __init__(self, places: int | None, at: Any) -> None:
        super().__init__(f"the table {TABLE_PLACES.excess(places)}")
        self.at = at


Placed = Sequence[dict[int, WrittenCell] | list[WrittenCell]]
"""The cells of each row by their columns."""


def _check_places(written: Written, width: int) -> None:
    """Raise TooManyPlaces, at the first row that is too much, where rows as wide as the table are too many places."""
    if (places := len(written.rows) * width) > TABLE_PLACES.most:
        raise TooManyPlaces(places, written.rows[TABLE_PLACES.most // width].at)


def _first_beyond(row: dict[int, WrittenCell] | list[WrittenCell], width: int) -> WrittenCell | None:
    """Return the first cell of a row that is not empty and stands beyond the table's width."""
    cells = row.items() if isinstance(row, dict) else enumerate(row)
    return next((cell for column, cell in cells if column >= width and (cell.text or cell.columns > 1)), None)


def _filled(row: dict[int, WrittenCell] | list[WrittenCell], width: int, written: WrittenRow) -> list[WrittenCell]:
    """Return as many cells as the table is wide; empty ones, which are all the same, where the row has none."""
    if isinstance(row, list) and len(row) == width:
        return row
    nothing = WrittenCell("", written.at)
    if isinstance(row, list):
        return row[:width] + [nothing] * (width - len(row))
    return [row.get(column) or nothing for column in range(width)]


def _side_by_side(rows: list[WrittenRow]) -> list[list[WrittenCell]] | None:
    """Return the cells of rows in which each takes the place behind the one before, None where any do otherwise."""
    is_plain = all(cell.rows == cell.columns == 1 and cell.column is None for row in rows for cell in row.cells)
    return [row.cells for row in rows] if is_plain else None


def _placed(written: Written, footer: int, diagnostics: Diagnostics) -> list[dict[int, WrittenCell]]:
    """Return for each row its cells by columns, those that reach into it from above among them.

    Raises TooManyPlaces before it looks at as many.
    """
    rows = written.rows
    placed: list[dict[int, WrittenCell]] = [{} for _ in rows]
    ends = (written.header, len(rows) - footer, len(rows))
    reached = 0
    for index, row in enumerate(rows):
        end = next(end for end in ends if index < end)
        column = 0
        for cell in row.cells:
            if cell.column is not None:
                column = cell.column
            else:
                while column in placed[index]:
                    column += 1
            if cell.rows == cell.columns == 1 and column not in placed[index]:  # as nearly all are
                placed[index][column] = cell
                column += 1
                continue
            down, right = min(cell.rows, end - index), cell.columns
            reached += down * right
            if reached > TABLE_PLACES.most:
                raise TooManyPlaces(None, cell.at)
            if down < cell.rows:
                _report_reach(cell, index, end, written, footer, diagnostics)
            rows_taken, columns_taken = range(index, index + down), range(column, column + right)
            if any(j in placed[i] for i in rows_taken for j in columns_taken):
                help = "let it or its neighbour take fewer rows or columns, or remove the cell below it"
                message = f"`{cell.text}` reaches over another cell"
                diagnostics.report("broken-span", message, written.span(cell.at), help)
                rows_taken, columns_taken = range(index, index + 1), range(column, column + 1)
            for i in rows_taken:
                for j in columns_taken:
                    placed[i].setdefault(j, cell)
            column += right
    return placed


def _report_reach(
    cell: WrittenCell, index: int, end: int, written: Written, footer: int, diagnostics: Diagnostics
) -> None:
    beyond = "the table" if end == len(written.rows) else "the header" if index < written.header else "the body"
    if end == len(written.rows) and footer and index >= end - footer:
        beyond = "the footer"
    help = f"let it take {end - index} at most"
    message = f"`{cell.text}` takes {cell.rows} rows and reaches out of {beyond}"
    diagnostics.report("broken-span", message, written.span(cell.at), help)


def _report_longer(
    longer: list[tuple[int, WrittenCell]], widths: list[int], width: int, written: Written, diagnostics: Diagnostics
) -> None:
    sign = "its delimiter" if written.is_file else "a comma"
    has_spans = any(cell.rows > 1 or cell.columns > 1 for row in written.rows for cell in row.cells)
    for number, (index, cell) in enumerate(longer[:MOST_TOLD], start=1):
        message = f"a row has {widths[index]} cells: expected {width}"
        help = f"put quotes around a cell that holds {sign}, or give the table another column"
        if written.is_file and written.header and width > 1 and len(longer) == len(written.rows) - written.header:
            help = "if its first line joins cells above the names of columns, leave it out with `skip: 1`"
        if has_spans:
            help = "write no cell where one reaches from above or from the left, or give the table another column"
        diagnostics.report("long-row", message, written.span(cell.at), help, further(number, len(longer)))


def _report_lacking(
    lacking: list[int], widths: list[int], width: int, written: Written, diagnostics: Diagnostics
) -> None:
    help = "write all of its cells" if written.is_file else 'write `""` for each empty cell'
    for number, index in enumerate(lacking[:MOST_TOLD], start=1):
        message = f"a row has {counted(widths[index], 'cell')}: expected {width}; the others stay empty"
        span = written.span(written.rows[index].at)
        diagnostics.report("short-row", message, span, help, further(number, len(lacking)))


def counted(number: int, noun: str) -> str:
    """Return a number of things in words."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def further(number: int, count: int) -> tuple[str, ...]:
    """Return the note that the last message about rows of one kind bears, where there are more than are told."""
    return (f"{count - number:,} further rows are so, too",) if number == MOST_TOLD < count else ()


def begins_at(grid: Grid, row: int, column: int) -> bool:
    """Tell whether a place is the first of the cell that stands there."""
    cell = grid[row][column]
    return not (row and grid[row - 1][column] is cell) and not (column and grid[row][column - 1] is cell)


def names_of(written: Written, grid: Grid) -> list[str]:
    """Return the columns' names: those that are known, else in each the header's lowest text; empty without one."""
    if written.names:
        return list(written.names)
    header = grid[: written.header]
    return [
        next((text for row in reversed(header) if (text := row[column].text.strip())), "")
        for column in range(len(grid[0]))
    ]
