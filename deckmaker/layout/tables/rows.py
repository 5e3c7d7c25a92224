"""Rows that go together, such as those that a cell spans; and rows that no slide holds, parted between lines.

What a part takes costs what is looked at, however long the cells are, and however many rows go with them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.tables.cells import MeasuredCell
from deckmaker.model import Cell, Paragraph, Run, Table, TableRow
from deckmaker.model.geometry import Rect
from deckmaker.model.text import join_runs
from deckmaker.text import FrameText
from deckmaker.text.splitting import LOOKAHEAD, split_frame
from deckmaker.theme import Theme
from deckmaker.theme.baselines import grid_shift

MOST_HEADINGS = 2
"""Rows of one cell each that go with the row behind them: more of them are texts of their own."""


class Group(NamedTuple):
    """Rows of a table's body that go together, out of which no cell reaches. The first are `headings` of the others.

    A `rest` is what has no room with the rows that it goes with, and goes on on another slide.
    """

    rows: tuple[TableRow, ...]
    headings: int = 0
    is_rest: bool = False


def row_groups(table: Table) -> list[range]:
    """Return the rows of a table from the first to the last, those together that no line may part."""
    joined = {row for place in table.places() for row in range(place.row + 1, place.row + place.cell.rows)}
    starts = [row for row in range(len(table.rows)) if row not in joined]
    return [range(start, end) for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True)]


def body_groups(table: Table) -> list[Group]:
    """Return the rows of a table's body, those together that stand on one slide where it has room for them."""
    end = len(table.rows) - table.footer_rows
    groups: list[Group] = []
    headings: list[tuple[TableRow, ...]] = []
    for rows in (table.rows[one.start : one.stop] for one in row_groups(table) if table.header_rows <= one.start < end):
        if _is_heading(rows, table):
            headings.append(rows)
            continue
        alone = max(0, len(headings) - MOST_HEADINGS)
        groups += [Group(one) for one in headings[:alone]]
        above = tuple(row for one in headings[alone:] for row in one)
        groups.append(Group((*above, *rows), len(above)))
        headings = []
    return [*groups, *map(Group, headings)]


def _is_heading(rows: tuple[TableRow, ...], table: Table) -> bool:
    """Tell whether rows have one cell, which spans all columns of several."""
    return bool(rows[0].cells) and rows[0].cells[0].columns == len(table.columns) > 1


def first_rows(group: Group, count: int, table: Table) -> Group:
    """Return the first rows of a group of a table; what spans more of them ends with them."""
    return group._replace(rows=_divided(group, count, table)[0])


def split_group(group: Group, count: int, table: Table) -> tuple[Group, Group]:
    """Return the first rows of a group of a table, and the rest. What spans rows of both says the same in both."""
    before, cells = _divided(group, count, table)
    rest = (replace(group.rows[count], cells=cells), *group.rows[count + 1 :])
    return group._replace(rows=before), Group(rest, is_rest=True)


def _divided(group: Group, count: int, table: Table) -> tuple[tuple[TableRow, ...], tuple[Cell, ...]]:
    """Return so many rows, and the cells of the next one. No further row is looked at."""
    rows = group.rows[: count + 1]
    first: list[list[Cell]] = [[] for _ in range(count)]
    next_row: list[tuple[int, Cell]] = []
    for row, column, cell in replace(table, rows=rows, header_rows=0, footer_rows=0).places():
        below = row + cell.rows - count
        if row < count:
            first[row].append(replace(cell, rows=cell.rows - max(0, below)))
        if row <= count and below > 0:
            next_row.append((column, replace(cell, rows=min(cell.rows, below))))
    cells = tuple(cell for _, cell in sorted(next_row, key=lambda one: one[0]))
    return tuple(replace(row, cells=tuple(own)) for row, own in zip(rows, first, strict=False)), cells


def split_row(
    group: Group, cells: Sequence[MeasuredCell], widths: Sequence[float], lines: int, theme: Theme
) -> tuple[Group, Group] | None:
    """Return a group's headings and what so many lines hold of its first row, and the rest; None where that is nothing.

    The row's `cells` as measured, and the `widths` of their texts in points, stand in its order. A cell's
    text is there once, but that of one which spans more rows and is short: it names them.
    """
    row = group.rows[group.headings]
    first: list[Cell] = []
    rest: list[Cell] = []
    for index, cell in enumerate(row.cells):
        begun, left = _parted(cells[index], widths[index], lines, theme)
        names = cell.rows > 1 and left is None
        said = replace(cell, rows=1, paragraph=begun, decimal_suffix=0 if left else cell.decimal_suffix)
        first.append(said)
        paragraph = cell.paragraph if names else left or replace(cell.paragraph, runs=())
        rest.append(replace(cell, paragraph=paragraph, decimal_suffix=min(cell.decimal_suffix, len(paragraph.text))))
    if not any(cell.paragraph.text for cell in first) or [cell.paragraph.text for cell in first] == [
        cell.paragraph.text for cell in row.cells
    ]:
        return None
    headings, below = group.rows[: group.headings], group.rows[group.headings + 1 :]
    before = Group((*headings, replace(row, cells=tuple(first))), group.headings)
    return before, Group((replace(row, cells=tuple(rest)), *below), is_rest=True)


def _parted(cell: MeasuredCell, width: float, lines: int, theme: Theme) -> tuple[Paragraph, Paragraph | None]:
    """Return as much of a cell's text as so many lines hold, and the rest, None where they hold all."""
    text = cell.place.cell.paragraph
    if not text.text or cell.text.height(width) <= lines * cell.leading:
        return text, None
    style = replace(cell.style, size=cell.text.size, anchor="top")
    place = Rect(0.0, 0.0, width, lines * cell.leading)
    shift = grid_shift(place, style.anchor, cell.text.styles[0].line, theme.baseline)
    begun, left = split_frame(FrameText((text,), style, replace(place, height=place.height + shift)), theme)
    if not begun:
        return replace(text, runs=()), text
    return begun[0], replace(left[0], continues=False) if left else None


MOST_READ = 2 * LOOKAHEAD
"""Characters of a cell that are looked at for one part: more than any page holds in the smallest type."""

_MOST_ROWS = 100
"""Rows of a group that are looked at when not one of them has room: more than any page has."""


def is_endless(paragraph: Paragraph) -> bool:
    """Tell whether a cell's text is more than any part holds."""
    length = 0
    return any((length := length + len(run.text)) > MOST_READ for run in paragraph.runs)


def readable(group: Group, table: Table) -> Group:
    """Return as much of a group of a table as is looked at when a part is begun with its first row: few rows, and
    cells whose texts are cut short."""
    if len(group.rows) - group.headings > _MOST_ROWS:
        group = first_rows(group, group.headings + _MOST_ROWS, table)
    if not any(is_endless(cell.paragraph) for row in group.rows for cell in row.cells):
        return group
    return group._replace(rows=tuple(replace(row, cells=tuple(map(_readable, row.cells))) for row in group.rows))


def completed(rest: Group, group: Group) -> Group:
    """Return all that is left of a group, where a `rest` is left of as much of it as was looked at."""
    row, own = rest.rows[0], group.rows[group.headings]
    cells = tuple(map(_completed, row.cells, own.cells))
    return rest._replace(rows=(replace(row, cells=cells), *group.rows[group.headings + 1 :]))


def _readable(cell: Cell) -> Cell:
    if not is_endless(cell.paragraph):
        return cell
    return replace(cell, paragraph=replace(cell.paragraph, runs=_read_runs(cell.paragraph.runs)[0]), decimal_suffix=0)


def _completed(rest: Cell, own: Cell) -> Cell:
    if not is_endless(own.paragraph):
        return rest
    before, behind = rest.paragraph.runs, _read_runs(own.paragraph.runs)[1]
    runs = (*before[:-1], *join_runs((*before[-1:], *behind[:1])), *behind[1:])  # one run may have been cut in two
    return replace(rest, paragraph=replace(own.paragraph, runs=runs), decimal_suffix=own.decimal_suffix)


def _read_runs(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs that are looked at, and the others, at which none is; marks of footnotes are whole."""
    length = 0
    for index, run in enumerate(runs):
        if length + len(run.text) > MOST_READ:
            at = 0 if run.footnote else MOST_READ - length
            first, second = replace(run, text=run.text[:at]), replace(run, text=run.text[at:])
            return (*runs[:index], *([first] if at else [])), (second, *runs[index + 1 :])
        length += len(run.text)
    return runs, ()
