"""Blocks taken from a flow for one part of a split slide, as many as have room, the last one perhaps in part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import ElasticKind, RigidKind
from deckmaker.layout.place import TableSizes
from deckmaker.layout.room import Room, footnotes_in
from deckmaker.layout.text_splitting import split_text
from deckmaker.model import Block, TextBlock
from deckmaker.text.fitting import TOLERANCE


@dataclass(frozen=True, slots=True)
class Pending:
    """A block that waits for its part; one with `sizes` is a part of a table, and begins one."""

    block: Block
    sizes: TableSizes | None = None


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
        piece, others = _piece(one, room, bool(found), reserved)
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


def _piece(one: Pending, room: Room, is_below: bool, reserved: float) -> tuple[Pending | None, list[Pending]]:
    """Return as much of a block as has room, and what is left of it; take the room."""
    block, kind = one.block, kind_of(one.block)
    if isinstance(block, TextBlock):
        first, left = split_text(block.paragraphs, room, reserved)
        if not first:
            return None, []
        head = TextBlock(first, block.span)
        _take(head, room)
        return Pending(head), [Pending(TextBlock(left, block.span))] if left else []
    notes = footnotes_in([block])
    place = room.here(notes)
    if one.sizes:
        _take(block, room, one.sizes)
        return one, []
    if place and _fits(block, room, notes):
        _take(block, room)
        return one, []
    split = kind.split(block, room)
    if split is None or (split.forced and is_below):
        return None, []
    sizes = split.sizes or (None,) * (1 + len(split.rest))
    head_piece = Pending(split.head, sizes[0])
    _take(split.head, room, sizes[0])
    return head_piece, [Pending(own, size) for own, size in zip(split.rest, sizes[1:], strict=True)]


def _fits(block: Block, room: Room, notes: tuple[object, ...]) -> bool:
    """Tell whether all of a block has room; one that can be as small as it likes must have what it needs at least."""
    kind, place = kind_of(block), room.here(notes)  # type: ignore[arg-type]
    if place is None:
        return False
    height = place.rect.height
    if isinstance(kind, ElasticKind):
        if not room.is_untouched and kind.least(block, place) > height + TOLERANCE:
            return False
        one = kind.fit(block, place)
        return not one.overfull and one.height <= height + TOLERANCE
    assert isinstance(kind, RigidKind)
    one = kind.set(block, place, 0)
    return not one.overfull and one.height <= height + TOLERANCE


def _take(block: Block, room: Room, sizes: TableSizes | None = None) -> None:
    """Take the room of a block from the top of what is left."""
    from dataclasses import replace

    kind, notes = kind_of(block), footnotes_in([block])
    place = room.here(notes) or room.place
    if sizes and place.part:
        place = replace(place, part=replace(place.part, tables=((block, sizes),)))  # type: ignore[arg-type]
    height = kind.fit(block, place).height if isinstance(kind, ElasticKind) else kind.set(block, place, 0).height  # type: ignore[attr-defined]
    room.take(height, notes, place.styles.theme.flow.gap)
