"""Rows that go on over many slides: as much of one as is looked at for one part, and the rest behind what that takes.

What a part takes costs what is looked at, however long the cells are, and however many rows go with them.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.tables.row_groups import Group, first_rows
from deckmaker.model import Cell, Paragraph, Run, Table
from deckmaker.model.text import join_runs
from deckmaker.text.splitting import LOOKAHEAD

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
    return replace(cell, paragraph=replace(cell.paragraph, runs=_divided(cell.paragraph.runs)[0]), tail=0)


def _completed(rest: Cell, own: Cell) -> Cell:
    if not is_endless(own.paragraph):
        return rest
    before, behind = rest.paragraph.runs, _divided(own.paragraph.runs)[1]
    runs = (*before[:-1], *join_runs((*before[-1:], *behind[:1])), *behind[1:])  # one run may have been cut in two
    return replace(rest, paragraph=replace(own.paragraph, runs=runs), tail=own.tail)


def _divided(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs that are looked at, and the others, at which none is; marks of footnotes are whole."""
    length = 0
    for index, run in enumerate(runs):
        if length + len(run.text) > MOST_READ:
            at = 0 if run.footnote else MOST_READ - length
            first, second = replace(run, text=run.text[:at]), replace(run, text=run.text[at:])
            return (*runs[:index], *([first] if at else [])), (second, *runs[index + 1 :])
        length += len(run.text)
    return runs, ()
