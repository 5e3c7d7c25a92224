"""Blocks and cells taken from a flow for one part of a split slide: as many as have room, the last perhaps in part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import ElasticKind, RigidKind, Split
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.cells import Cell, CellSetter, body_of, has_endless_flow, heading_of
from deckmaker.layout.place import REGION, Place, SetBlock, TableSizes
from deckmaker.layout.splitting import Room, TextRest, footnotes_in, footnotes_of_texts, split_text
from deckmaker.layout.stack import is_endless
from deckmaker.model import Block, Cells, Columns, Flow, Footnote, Paragraph, Table, TextBlock
from deckmaker.text.fitting import TOLERANCE
from deckmaker.text.splitting import LOOKAHEAD


@dataclass(frozen=True, slots=True)
class Pending:
    """A block that waits for its part; one with `sizes` is a part of a table, and begins one.

    One that holds parts of tables in its cells says how these are set: `tables`. Where the `rest` of a text is known,
    the block is no more than its beginning, of which one part holds less.
    """

    block: Block
    sizes: TableSizes | None = None
    rest: TextRest | None = None
    tables: tuple[tuple[Table, TableSizes], ...] = ()

    @classmethod
    def text(cls, rest: TextRest, span: Span) -> Pending:
        """Return the rest of a text."""
        return cls(TextBlock(rest.beginning, span), rest=rest)

    def behind(self, left: tuple[Paragraph, ...], span: Span) -> list[Pending]:
        """Return what waits behind a part that leaves these paragraphs of a text; nothing where none do."""
        if self.rest is None:
            return [Pending(TextBlock(left, span))] if left else []
        rest = self.rest.behind(self.rest.beginning, left)
        return [Pending.text(rest, span)] if rest else []


def taken(blocks: Sequence[Pending], room: Room, reserved: float = 0.0) -> tuple[list[Pending], list[Pending]]:
    """Return the blocks that have room, and the rest; nothing where not even a part of the first has.

    What introduces others goes with them. Footnotes of other flows have `reserved` points.
    """
    found: list[Pending] = []
    rest = list(blocks)
    while rest:
        one = rest[0]
        if one.sizes and found:
            break
        if _is_before_next_part(rest) and room.place.name == REGION:
            # It has its page to itself: what it takes of it is of no interest.
            _keep_sizes(one, room)
            return [one], rest[1:]
        piece, others = _piece(one, room, reserved)
        if piece is None:
            break
        found.append(piece)
        rest = [*others, *rest[1:]]
        if others:
            break
    while rest and len(found) > 1 and kind_of(found[-1].block).introduces:
        rest.insert(0, found.pop())
    if rest and len(found) == 1 and kind_of(found[0].block).introduces:
        return [], list(blocks)
    return found, rest


def _piece(one: Pending, room: Room, reserved: float) -> tuple[Pending | None, list[Pending]]:
    """Return as much of a block as has room, and what is left of it; take the room."""
    block = one.block
    room.tables += one.tables
    if isinstance(block, TextBlock):
        first, left = split_text(block.paragraphs, room, reserved)
        if not first:
            return None, []
        head = TextBlock(first, block.span)
        _take(Pending(head), room)
        return Pending(head), one.behind(left, block.span)
    if one.sizes or _fits(block, room):
        _take(one, room)
        return one, []
    split = kind_of(block).split(block, room)
    # What is whole in its head has room only because its pictures are lower there than they may be below others.
    if split is None or (not room.is_fresh and (split.forced or not split.rest)):
        return None, []
    sizes = split.sizes or (None,) * (1 + len(split.rest))
    piece = Pending(split.head, sizes[0])
    _take(piece, room)
    others = zip(split.rest, sizes[1:], strict=True)
    return piece, [Pending(own, size, tables=split.tables) for own, size in others]


def _fits(block: Block, room: Room) -> bool:
    """Tell whether all of a block has room; one that can be as small as it likes must have what it needs at least."""
    kind, place = kind_of(block), room.here(footnotes_in([block]))
    if place is None:
        return False
    if is_endless((block,), place.styles.theme):
        return False
    if isinstance(block, Cells) and has_endless_flow(block, place.styles.theme):
        return False
    height = place.rect.height + TOLERANCE
    # What it needs at least follows from all of the place: what is left of it would make do with anything.
    if isinstance(kind, ElasticKind) and not room.is_fresh and kind.least(block, room.place) > height:
        return False
    own = set_block(block, place)
    return not own.overfull and own.height <= height


def _is_before_next_part(rest: Sequence[Pending]) -> bool:
    """Tell whether blocks begin with a part of a table, and the next part of it follows."""
    return bool(len(rest) > 1 and rest[0].sizes and rest[1].sizes)


def _keep_sizes(one: Pending, room: Room) -> None:
    """Note how a part of a table is set."""
    if one.sizes and isinstance(one.block, Table):
        room.tables.append((one.block, one.sizes))


def _take(one: Pending, room: Room) -> None:
    """Take the room of a block from the top of what is left."""
    notes = footnotes_in([one.block])
    place = room.here(notes) or room.place
    _keep_sizes(one, room)
    if place.part:
        place = replace(place, part=replace(place.part, tables=tuple(room.tables)))
    room.is_begun = room.is_begun or not kind_of(one.block).introduces
    room.take(_height(one.block, place, room), notes, place.styles.theme.flow.gap)


def _height(block: Block, place: Place, room: Room) -> float:
    """Return what a block takes of a place: with its frames, and, below what is elastic, the step that brings a text to
    the grid."""
    kind, height = kind_of(block), set_block(block, place).height
    if isinstance(kind, ElasticKind):
        room.has_elastic = True
        return min(max(height, kind.natural(block, place)), place.rect.height) if kind.stretches else height
    return height + (place.styles.theme.baseline if room.has_elastic else 0.0)


def set_block(block: Block, place: Place) -> SetBlock:
    """Set a block at the top of a place, its texts at the sizes of the place."""
    kind = kind_of(block)
    if isinstance(kind, ElasticKind):
        return kind.fit(block, place)
    assert isinstance(kind, RigidKind)
    return kind.set(block, place, 0)


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
    return Split(replace(cells, flows=first), (replace(cells, flows=rest),) if rest else ())


def _fits_alone(cells: C, setter: CellSetter, room: Room) -> bool:
    """Tell whether the first row has room where nothing else is, its pictures and tables as small as need be."""
    row = replace(cells, flows=cells.flows[: cells.across])
    if not room.is_fresh or has_endless_flow(row, setter.place.styles.theme):
        return False
    return not replace(setter, cells=row).set().overfull


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
        first, rest = _taken(cell, own, RESERVED if behind else 0, setter.inset)
        if body_of(cell.flow) and not first:
            return None
        firsts.append(_flow(cell.flow, first, keeps_heading=True))
        rests.append(_flow(cell.flow, rest, keeps_heading=bool(rest)))
        tables += [(one.block, one.sizes) for one in rest if isinstance(one.block, Table) and one.sizes]
    if not any(body_of(one) for one in firsts):
        return None
    remaining = tuple(_remaining(cells, rests, bool(tables)))
    return Split(replace(cells, flows=tuple(firsts)), remaining, tables=tuple(tables))


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
    """Return what of a cell has room, first with lines left to footnotes of the cells behind, and the rest.

    It ends `inset` points above what is below it.
    """
    pending = [Pending(block, room.sizes_of(block)) for block in cell.stack.blocks]
    for lines in dict.fromkeys((reserved, 0)):
        own = Room(cell.stack.place, room.foot, room.footnotes, is_below=not room.is_fresh, beside=room.beside)
        own.kept_free = room.kept_free
        own_taken, rest = taken(pending, own, lines * _leading(room) + inset)
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
    heading = heading_of(flow)
    return replace(flow, blocks=(*((heading,) if heading and keeps_heading else ()), *(one.block for one in held)))
