"""Cells on a part of a split slide: of one row as much of each flow as has room, of several as many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from deckmaker.layout.cells import Cell, CellSetter, body_of, has_endless_flow, heading_of
from deckmaker.layout.room import Room, footnotes_in, footnotes_of_texts
from deckmaker.layout.taking import Pending, taken
from deckmaker.model import Block, Cells, Flow, Footnote

C = TypeVar("C", bound=Cells)

RESERVED = 3
"""Lines of footnotes that a column leaves to those of the column beside it, whose text is chosen after its own."""


def split_cells(cells: C, room: Room, word: str, ruled: bool) -> tuple[C, C | None] | None:
    """Return the cells that have room, or what of each has, and the rest, None where nothing has."""
    place = room.here()
    if place is None:
        return None
    setter = CellSetter(cells, place, word, ruled)
    if len(setter.rows) == 1:
        return _split_row(cells, setter, room)
    return _split_between_rows(cells, setter, room) or _split_first_row(cells, setter, room)


def _split_between_rows(cells: C, setter: CellSetter, room: Room) -> tuple[C, C | None] | None:
    gap, height, count = setter.place.styles.theme.columns.row_gap, 0.0, 0
    for natural in setter.naturals():
        flows = cells.flows[: (count + 1) * cells.across]
        needed = height + (gap if count else 0.0) + natural
        bottom = room.bottom(footnotes_in(block for flow in flows for block in flow.blocks))
        if room.top + needed > bottom and (count or not _fits_alone(cells, setter, room)):
            break
        height, count = needed, count + 1
    if not count:
        return None
    first, rest = cells.flows[: count * cells.across], cells.flows[count * cells.across :]
    return replace(cells, flows=first), replace(cells, flows=rest) if rest else None


def _fits_alone(cells: C, setter: CellSetter, room: Room) -> bool:
    """Tell whether the first row has room where nothing else is, its pictures and tables as small as need be."""
    row = replace(cells, flows=cells.flows[: cells.across])
    if not room.is_fresh or has_endless_flow(row, setter.place.styles.theme):
        return False
    return not replace(setter, cells=row).set().overfull


def _split_first_row(cells: C, setter: CellSetter, room: Room) -> tuple[C, C | None] | None:
    """Return what of the first row has room, where that is taller than the place, and the rest with the other rows."""
    if not room.is_fresh:
        return None
    count = len(setter.rows[0])
    row, others = replace(cells, flows=cells.flows[:count]), cells.flows[count:]
    found = _split_row(row, replace(setter, cells=row), room)
    if found is None:
        return None
    first, rest = found
    return first, replace(cells, flows=(*(rest.flows if rest else ()), *others))


def _split_row(cells: C, setter: CellSetter, room: Room) -> tuple[C, C | None] | None:
    place = setter.place
    placed = setter.placed([place.top], [place.bottom])
    own = room.copy()
    own.footnotes = (*own.footnotes, *_of_headings(placed))
    firsts: list[Flow] = []
    rests: list[Flow] = []
    for index, cell in enumerate(placed):
        behind = [block for other in placed[index + 1 :] for block in body_of(other.flow)]
        first, rest = _taken(cell, own, RESERVED if footnotes_in(behind) else 0)
        if body_of(cell.flow) and not first:
            return None
        firsts.append(_flow(cell.flow, first, keeps_heading=True))
        rests.append(_flow(cell.flow, rest, keeps_heading=bool(rest)))
    if not any(body_of(one) for one in firsts):
        return None
    has_rest = any(body_of(one) for one in rests)
    return replace(cells, flows=tuple(firsts)), replace(cells, flows=tuple(rests)) if has_rest else None


def _taken(cell: Cell, room: Room, reserved: int) -> tuple[list[Block], list[Block]]:
    """Return what of a cell has room, first with lines left to footnotes of the cells behind, and the rest."""
    for lines in dict.fromkeys((reserved, 0)):
        own = Room(cell.stack.place, room.foot, room.footnotes, is_below=not room.is_fresh, beside=room.beside)
        own_taken, rest = taken([Pending(block) for block in cell.stack.blocks], own, lines * _leading(room))
        if own_taken:
            room.footnotes, room.beside = own.footnotes, max(room.beside, own.deepest)
            room.tables += own.tables
            break
    return [one.block for one in own_taken], [one.block for one in rest]


def _leading(room: Room) -> float:
    from deckmaker.theme.slots import FOOTNOTES

    return room.foot.layout.slots[FOOTNOTES].rect.height if room.foot else 0.0


def _of_headings(cells: Sequence[Cell]) -> tuple[Footnote, ...]:
    return footnotes_of_texts(cell.heading.paragraph for cell in cells if cell.heading)


def _flow(flow: Flow, blocks: Sequence[Block], keeps_heading: bool) -> Flow:
    heading = heading_of(flow)
    return replace(flow, blocks=(*((heading,) if heading and keeps_heading else ()), *blocks))
