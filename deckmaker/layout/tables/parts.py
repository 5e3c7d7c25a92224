"""A table on the parts of a slide: below other blocks on the first, and alone on the others."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import replace
from deckmaker.layout.splitting import Room, footnotes_in
from deckmaker.layout.tables.block import TableBlock
from deckmaker.layout.tables.setting import TableSetter
from deckmaker.layout.tables.splitting import TableFrame, TablePart, split_rows
from deckmaker.model import Table
from deckmaker.text.fitting import sizes
from deckmaker.theme.flow_styles import CELL

MOST_STEPS = 2
"""Of size that cells of all parts give for the sake of a second line."""


def split_table(table: Table, room: Room) -> list[TablePart]:
    """Return the parts of a table, the first in the room that is left; none where something has no room.

    Where not even the words of its header and its first row have room side by side, all parts are set smaller; and a
    step or two smaller where that saves each of these texts a second line. So they are where a header leaves no room
    for a line of a row: its footnotes and the title's are on each part. A single row is `forced` where others go on.
    """
    parts: list[TablePart] = []
    for smaller in _all_smaller(table, room):
        parts = _split_at(table, room, smaller)
        if len(parts) > 1:  # else all of it has room at that size, at which it may not be set where nothing is split
            break
    if len(parts) > 1 and len(parts[0].table.rows) == table.header_rows + 1:
        parts[0] = parts[0]._replace(forced=True)
    return parts


def _split_at(table: Table, room: Room, smaller: int) -> list[TablePart]:
    """Return the parts of a table whose cells are so many points smaller than their style, or more."""
    first, others = _frame(table, room, smaller), _frame(table, room.following() if room.following else room, smaller)
    parts = split_rows(table, lambda index: others if index else first)
    return [one._replace(smaller=one.smaller + smaller) for one in parts]


def _all_smaller(table: Table, room: Room) -> Iterator[int]:
    """Yield by how many points cells may be smaller, the best first; those below it for want of any room."""
    best = _smaller_for_words(table, room)
    yield from best
    style = room.place.styles.named(CELL)
    yield from (style.size - size for size in sizes(style) if style.size - size > max(best))


def _smaller_for_words(table: Table, room: Room) -> list[int]:
    """Return by how many points cells may be smaller than their style for the first rows' words to have room.

    The best comes first: as little as can be, or a step or two more where that saves each of them a second line.
    """
    place, style = room.place, room.place.styles.named(CELL)
    first = replace(table, rows=table.rows[: table.header_rows + 1], footer_rows=0, caption=None)
    whole = first if _is_whole(first) else table
    roomy: list[int] = []
    for size in sizes(style):
        grid = place.context.setter_of_parts(whole, style.only(size)).grid(place.wide.width, size)
        if grid.has_room_for_words and sum(grid.columns) <= place.wide.width:
            roomy.append(style.size - size)
            if grid.is_single_line:
                return roomy[::-1]
        if len(roomy) > MOST_STEPS:
            break
    return roomy[:1] or [0]


def _is_whole(table: Table) -> bool:
    """Tell whether no cell reaches beyond a table's rows."""
    return all(place.row + place.cell.rows <= len(table.rows) for place in table.places())


def _frame(table: Table, room: Room, smaller: int) -> TableFrame:
    place = room.here() or room.place
    named = place.styles.named(CELL)
    style = replace(named, size=named.size - smaller)

    def fits(own: TableSetter) -> bool:
        here = room.here(footnotes_in([own.table]))
        return here is not None and TableBlock(own.table, here, own).fits(here.wide)

    return TableFrame(style, place.wide, place.context.setter_of_parts(table, style), fits)
