"""Blocks taken from a flow for one part of a split slide: as many as have room, the last perhaps in part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import ElasticKind, RigidKind
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.cell import body_of, has_endless_flow
from deckmaker.layout.place import REGION, Place, SetBlock, TableSizes
from deckmaker.layout.splitting import Room, TextRest, footnotes_in, split_text
from deckmaker.layout.stack import is_endless
from deckmaker.model import Block, Cells, Paragraph, Table, TextBlock
from deckmaker.text.fitting import TOLERANCE


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
    if _fits_as_foreseen(one, room) if one.sizes else _fits(block, room):
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


def _fits_as_foreseen(one: Pending, room: Room) -> bool:
    """Tell whether a part of a table has room as it is set: in a cell, footnotes beside it may be in its way."""
    block, place = one.block, room.here(footnotes_in([one.block]))
    if room.place.name == REGION or not isinstance(block, Table) or not one.sizes:
        return True
    if place is None or place.part is None:
        return False
    part = replace(place.part, tables=(*room.tables, (block, one.sizes)))
    return not set_block(block, replace(place, part=part)).overfull


def _fits(block: Block, room: Room) -> bool:
    """Tell whether all of a block has room; one that can be as small as it likes must have what it needs at least."""
    kind, theme = kind_of(block), room.place.styles.theme
    # First what is told by its size: its footnotes may be very many.
    if isinstance(block, Cells) and (has_endless_flow(block, room.place) or holds_further_parts(block, room)):
        return False
    if is_endless((block,), theme):
        return False
    place = room.here(footnotes_in([block]))
    if place is None:
        return False
    height = place.rect.height + TOLERANCE
    if isinstance(kind, ElasticKind) and kind.is_far_too_tall(block, place):
        return False
    # What it needs at least follows from all of the place: what is left of it would make do with anything.
    if isinstance(kind, ElasticKind) and not room.is_fresh and kind.least(block, room.place) > height:
        return False
    own = set_block(block, place)
    return not own.overfull and own.height <= height


def holds_further_parts(cells: Cells, room: Room) -> bool:
    """Tell whether a flow of cells holds a part of a table, and the next one, which begins a part of the slide."""
    return any(
        room.sizes_of(one) and room.sizes_of(other) for flow in cells.flows for one, other in pairwise(body_of(flow))
    )


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
