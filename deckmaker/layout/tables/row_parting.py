"""A row that no slide holds, parted: its cells' texts all between lines at the same height."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckmaker.layout.tables.cells import MeasuredCell
from deckmaker.layout.tables.row_groups import Group
from deckmaker.model import Cell, Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.text.splitting import split_frame
from deckmaker.theme import Theme
from deckmaker.theme.baselines import grid_shift


def parted_row(
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
        said = replace(cell, rows=1, paragraph=begun, tail=0 if left else cell.tail)
        first.append(said)
        paragraph = cell.paragraph if names else left or replace(cell.paragraph, runs=())
        rest.append(replace(cell, paragraph=paragraph, tail=min(cell.tail, len(paragraph.text))))
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
    shift = grid_shift(place, style.anchor, style.size, theme.baseline)
    begun, left = split_frame(FrameText((text,), style, replace(place, height=place.height + shift)), theme)
    if not begun:
        return replace(text, runs=()), text
    return begun[0], replace(left[0], continues=False) if left else None
