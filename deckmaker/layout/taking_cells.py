"""Cells taken for one part of a split slide: rows that have room, or what of each cell of one has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeVar

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import Split
from deckmaker.dataclasses import replace
from deckmaker.layout.cell import Cell, body_of, has_endless_flow, heading_of
from deckmaker.layout.cells import CellSetter
from deckmaker.layout.place import TableSizes
from deckmaker.layout.splitting import Room, footnotes_in, footnotes_of_texts
from deckmaker.layout.taking import Pending, holds_further_parts, taken
from deckmaker.model import Block, Cells, Columns, Flow, Footnote, Table, TextBlock
from deckmaker.text.fitting import TOLERANCE
from deckmaker.text.splitting import LOOKAHEAD

C = TypeVar("C", bound=Cells)


RESERVED = 3
"""Lines of footnotes that a column leaves to those of the column beside it, whose text is chosen after its own."""


def split_cells(cells: C, room: Room, word: str, ruled: bool) -> Split[C] | None:
    """Return the cells that have room, or what of each has, and the rest; None where nothing has."""
    place = room.here()
    if place is None:
        return None
    setter = CellSetter(cells, place, word, ruled)
    if len(setter.rows) == 1:
        return _split_row(cells, setter, room)
    return _split_between_rows(cells, setter, room) or _split_first_row(cells, setter, room)


def _split_between_rows(cells: C, setter: CellSetter, room: Room) -> Split[C] | None:
    gap, height, count = setter.place.styles.theme.columns.row_gap, 0.0, 0
    notes: tuple[Footnote, ...] = ()
    bottom = room.bottom()
    naturals = setter.each_natural()
    for row in setter.rows:
        own_row = replace(setter, cells=replace(cells, flows=row))
        if holds_further_parts(own_row.cells, room) or own_row.is_far_too_tall:
            break
        natural = next(naturals)
        needed = height + (gap if count else 0.0) + natural
        if own := footnotes_in(block for flow in row for block in flow.blocks):
            notes += own
            bottom = room.bottom(notes)
        if room.top + needed > bottom and (count or not _fits_alone(cells, setter, room, own)):
            break
        if own_row.set().overfull:
            break  # a word is wider than its cell, which it may not be in smaller type
        height, count = needed, count + 1
    if not count:
        return None
    first, rest = cells.flows[: count * cells.across], cells.flows[count * cells.across :]
    return Split(replace(cells, flows=first), (replace(cells, flows=rest),) if rest else ())


def _fits_alone(cells: C, setter: CellSetter, room: Room, footnotes: tuple[Footnote, ...]) -> bool:
    """Tell whether the first row has room above its footnotes, where nothing else is.

    Its pictures and tables are as small as need be.
    """
    row = replace(cells, flows=cells.flows[: cells.across])
    if not room.is_fresh or has_endless_flow(row, setter.place):
        return False
    place = room.here(footnotes)
    if place is None:
        return False
    found = replace(
        setter, cells=row, place=place
    ).set()  # a table on a part has room for what it is, whatever is there
    return not found.overfull and found.height <= place.rect.height + TOLERANCE


def _split_first_row(cells: C, setter: CellSetter, room: Room) -> Split[C] | None:
    """Return what of the first row has room, where that is taller than the place, and the rest with the other rows."""
    if not room.is_fresh:
        return None
    count = len(setter.rows[0])
    row, others = replace(cells, flows=cells.flows[:count]), cells.flows[count:]
    found = _split_row(row, replace(setter, cells=row), room)
    if found is None:
        return None
    rest = (flow for one in found.rest for flow in one.flows)
    return found._replace(rest=(replace(cells, flows=(*rest, *others)),))


def _split_row(cells: C, setter: CellSetter, room: Room) -> Split[C] | None:
    place = setter.place
    placed = setter.placed([place.top], [place.bottom])
    own = room.copy()
    own.footnotes = (*own.footnotes, *_of_headings(placed))
    firsts: list[Flow] = []
    rests: list[Flow] = []
    tables: list[tuple[Table, TableSizes]] = []
    for index, cell in enumerate(placed):
        behind = any(_has_footnotes(body_of(other.flow)) for other in placed[index + 1 :])
        own.following = partial(_following, setter, room, index)
        first, rest = _taken(cell, own, RESERVED if behind else 0, setter.inset)
        waits = bool(body_of(cell.flow)) and not first
        if waits and not room.may_wait:
            return None
        firsts.append(_flow(cell.flow, first, keeps_heading=not waits))
        rests.append(_flow(cell.flow, rest, keeps_heading=bool(rest)))
        tables += [(one.block, one.sizes) for one in rest if isinstance(one.block, Table) and one.sizes]
    if not any(body_of(one) for one in firsts):
        return None
    remaining = tuple(_remaining(cells, rests, bool(tables)))
    return Split(replace(cells, flows=tuple(firsts)), remaining, tables=tuple(tables))


def _following(setter: CellSetter, room: Room, index: int) -> Room:
    """Return the room that a cell has on the next part, of which its row has all, beside the same cells."""
    on_next = room.following() if room.following else room
    place = on_next.here() or on_next.place
    placed = replace(setter, place=place).placed([place.top], [place.bottom])
    following = _room_in(placed[index], on_next, setter.inset)
    following.footnotes = (*on_next.footnotes, *_of_headings(placed))
    following.kept_free = room.kept_free + setter.inset
    return following


def _room_in(cell: Cell, room: Room, inset: float) -> Room:
    """Return the room in a cell, whose contents end `inset` points above what is below it: footnotes or the bottom."""
    place = cell.stack.place
    rect = replace(place.rect, height=place.rect.height + inset)
    return Room(replace(place, rect=rect, wide=rect), room.foot, room.footnotes, kept_free=room.kept_free + inset)


def _remaining(cells: C, rests: Sequence[Flow], keep_widths: bool) -> Iterator[C]:
    """Yield the cells of which something is left, if there are such.

    Columns that are at their end leave their width to those that go on, unless a table goes on, which is parted for the
    width that it has. Cells of grids have no other place than their own.
    """
    left = tuple(one for one in rests if body_of(one))
    if left and (keep_widths or not isinstance(cells, Columns)):
        yield replace(cells, flows=tuple(rests))
    elif left:
        yield replace(cells, flows=left, across=len(left))


def _taken(cell: Cell, room: Room, reserved: int, inset: float) -> tuple[list[Pending], list[Pending]]:
    """Return what of a cell has room, first with lines left to footnotes of the cells behind, and the rest."""
    pending = [Pending(block, room.sizes_of(block)) for block in cell.stack.blocks]
    first = next((one.block for one in pending if not kind_of(one.block).introduces), None)
    # Texts alone are shorter for what is reserved: a table that has no room with it has none without, either.
    for lines in dict.fromkeys((reserved, 0)) if isinstance(first, TextBlock) else (reserved,):
        own = _room_in(cell, room, inset)
        own.is_below, own.beside, own.following = not room.is_fresh, room.beside, room.following
        own_taken, rest = taken(pending, own, lines * _leading(room))
        if own_taken:
            room.footnotes, room.beside = own.footnotes, max(room.beside, own.deepest)
            room.tables += own.tables
            break
    return own_taken, rest


def _has_footnotes(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the texts of a flow that may be on one part has a footnote."""
    left = LOOKAHEAD
    for text in (text for block in blocks for text in block.texts()):
        if text.footnotes:
            return True
        if (left := left - max(1, len(text.text))) < 0:
            return False
    return False


def _leading(room: Room) -> float:
    from deckmaker.theme.slots import FOOTNOTES

    return room.foot.layout.slots[FOOTNOTES].rect.height if room.foot else 0.0


def _of_headings(cells: Sequence[Cell]) -> tuple[Footnote, ...]:
    return footnotes_of_texts(cell.heading.paragraph for cell in cells if cell.heading)


def _flow(flow: Flow, held: Sequence[Pending], keeps_heading: bool) -> Flow:
    """Return a flow of what is held of it. A heading inside it that comes first so does not become its own."""
    heading = heading_of(flow)
    own = (heading,) if heading and keeps_heading else ()
    return replace(flow, blocks=(*own, *(one.block for one in held)), may_be_headed=bool(own))
