"""A table on parts of a split slide: below what stands on the first, and alone on the others."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.place import Place
from deckmaker.layout.room import Room, footnotes_in
from deckmaker.layout.tables.block import TableBlock
from deckmaker.layout.tables.frame import TableFrame
from deckmaker.layout.tables.setting import TableSetter
from deckmaker.layout.tables.splitting import TablePart, split_rows
from deckmaker.model import Table
from deckmaker.theme.flow_styles import CELL


def split_table(table: Table, room: Room) -> list[TablePart]:
    """Return the parts of a table, the first in the room that is left; none where something has no room."""
    first, others = _frame(table, room), _frame(table, room.following or room)
    return list(split_rows(table, lambda index: others if index else first))


def _frame(table: Table, room: Room) -> TableFrame:
    place = room.here() or room.place
    style = place.styles.named(CELL)

    def fits(own: TableSetter) -> bool:
        here = room.here(footnotes_in([own.table]))
        return here is not None and TableBlock(own.table, _beside(here, room), own).fits(here.wide)

    return TableFrame(style, place.wide, TableSetter(table, style, place.styles.theme), fits)


def _beside(place: Place, room: Room) -> Place:
    return replace(place, part=room.place.part)
