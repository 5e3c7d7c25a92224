"""Blocks one below the other in a place, or in several whose texts are of one size: how high each is, and where.

Rigid blocks, such as texts, are set first, all a step smaller until they have room. What they leave is for the elastic
ones, such as tables and pictures, which give way before texts are set smaller. A text alone in its place is fitted as
`text.fitting` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import ceil, floor
from typing import Any

from deckmaker.blocks.kind import BlockKind, ElasticKind, RigidKind
from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.document import (
    NOT_ALONE,
    ConnectorsItem,
    EquationItem,
    GroupItem,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.place import REGION, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import FOR_ROOM, set_text
from deckmaker.layout.stack import Stack, is_endless
from deckmaker.model import Block, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText
from deckmaker.text.fitting import SHORT_SHARE, STEP, TOLERANCE

COMPOSED_SHARE = 0.88
"""Of its place's height: what compositions may take in larger type, where no text is beside them; as tables may."""

ABOVE_SHARE = 0.3
"""Of the room that a composition leaves free on its page: what is above it."""

CENTRED_SHARE = 0.42
"""The same of one that stands about the middle: a little above that, where the eye takes the middle to be."""


@dataclass(frozen=True, slots=True)
class SetFlow:
    """A flow as set: its blocks, how high they are, and how far `down` from the top of their place they begin."""

    blocks: tuple[SetBlock, ...]
    height: float
    down: float = 0.0

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All that is placed, in reading order."""
        return tuple(one for block in self.blocks for one in block.placed)


def fit_flows(stacks: Sequence[Stack]) -> list[SetFlow]:
    """Set flows whose texts are of one size, and whose tables are: no larger than the texts, however small they are.
    What has no room even so says so itself."""
    flows = _fit(stacks)
    sizes = _cell_sizes(flows)
    if not sizes:
        return flows
    largest = min(max(sizes), max(_text_sizes(flows), default=max(sizes)))
    if sizes == {largest}:
        return flows
    least, most = min(largest, *sizes), largest
    while True:
        flows = _fit([Stack(one.blocks, replace(one.place, largest_cells=most)) for one in stacks])
        sizes = _cell_sizes(flows)
        if sizes == {most}:
            return flows
        if most > least:
            most = max(most - STEP, least)
        elif min(sizes) < most:  # Smaller tables share their room anew, and one of them may then have less.
            most = min(sizes)
        else:
            return flows


def _cell_sizes(flows: Sequence[SetFlow]) -> set[int]:
    return {size for flow in flows for size in cell_sizes(flow.placed)}


def _text_sizes(flows: Sequence[SetFlow]) -> Iterator[int]:
    for one in (leaf for flow in flows for placed in flow.placed for leaf in placed.leaves):
        if isinstance(one.item, TextItem) and one.role is Role.TEXT:
            yield one.item.setting.size


def cell_sizes(placed: Sequence[Placed]) -> Iterator[int]:
    """Yield the size of each table's cells, in points."""
    for one in (leaf for item in placed for leaf in item.leaves):
        if isinstance(one.item, TableItem) and one.item.cells:
            yield max(cell.text.setting.size for cell in one.item.cells)


def _fit(stacks: Sequence[Stack]) -> list[SetFlow]:
    if all(stack.text for stack in stacks if any(isinstance(kind, RigidKind) for kind in stack.kinds)):
        return _fit_texts(stacks)
    step = _step(stacks)
    return [_set(stack, step) for stack in stacks]


def _fit_texts(stacks: Sequence[Stack]) -> list[SetFlow]:
    """Set flows with a text each, or none, and nothing else that is rigid."""
    texts = [stack for stack in stacks if stack.text]
    fitted = iter(_fitted(texts) if texts else [])
    return [_set(stack, next(fitted)) if stack.text else _set(stack, 0) for stack in stacks]


def _fitted(stacks: Sequence[Stack]) -> list[Fitted]:
    """Fit the texts of stacks: beside all that elastic blocks would like, else beside what these make do with."""
    context = stacks[0].place.context
    fitted = context.fit(frames := [_frame(stack) for stack in stacks])
    if any(one.reason in FOR_ROOM for one in fitted):
        crowded = [_frame(stack, crowded=True) for stack in stacks]
        if any(one.rect != other.rect for one, other in zip(frames, crowded, strict=True)):
            return context.fit(crowded)
    return fitted


def _frame(stack: Stack, crowded: bool = False) -> FrameText:
    assert stack.text
    rect, style = stack.place.rect, stack.place.text_style
    if stack.is_elastic:
        rect = replace(rect, height=stack.crowded_limit if crowded else stack.limit)
    return FrameText(stack.text.paragraphs, replace(style, short=None) if crowded else style, rect)


def _step(stacks: Sequence[Stack]) -> int:
    """Return the first step at which all rigid blocks have room; of two, the one with fewer flaws. The last if none."""
    all_steps = [stack.steps() for stack in stacks]
    longest = max(all_steps, key=lambda one: one.stop)
    steps = range(max(one.start for one in all_steps), longest.stop, longest.step)
    found = _first_step(stacks, steps)
    if (found is None or found > 0) and any(stack.is_elastic for stack in stacks):
        found = _first_step(stacks, range(0, longest.stop, longest.step), crowded=True)
    return steps[-1] if found is None else found


def _first_step(stacks: Sequence[Stack], steps: range, crowded: bool = False) -> int | None:
    if any(is_endless(stack.blocks, stack.place.styles.theme) for stack in stacks):
        return None
    limits = [stack.crowded_limit if crowded else stack.limit for stack in stacks]
    found: tuple[int, int] | None = None
    for step in steps:
        flaws = _flaws(stacks, limits, step)
        if flaws is not None and (found is None or flaws < found[1]):
            if found or not flaws:
                return step
            found = step, flaws
        elif found:
            break
    return found[0] if found else None


def _flaws(stacks: Sequence[Stack], limits: Sequence[float], step: int) -> int | None:
    """Return how many flaws the rigid blocks of stacks have at a step; None as soon as one has no room."""
    flaws = 0
    for stack, limit in zip(stacks, limits, strict=True):
        most = (_short_share(stack) if step < 0 else 1.0) * limit + TOLERANCE
        height, own, fits = stack.rigid_height(step, most)
        if height > most or not fits:
            return None
        flaws += own
    return flaws


def _short_share(stack: Stack) -> float:
    """Return what of its place's height a flow may take in type larger than usual."""
    return SHORT_SHARE if any(isinstance(one, TextBlock) for one in stack.blocks) else COMPOSED_SHARE


def _set(stack: Stack, size: Fitted | int) -> SetFlow:
    """Set a stack, its text as fitted or its rigid blocks at a step; elastic ones share what these leave."""
    place = stack.place
    top, bottom = place.rect.y, place.rect.bottom
    set_blocks: list[SetBlock] = []
    rest, last = _rest_heights(stack, size), len(stack.blocks) - 1
    is_one = place.name == REGION and not last
    y = top
    for index, (block, kind) in enumerate(zip(stack.blocks, stack.kinds, strict=True)):
        y += stack.gap_above(index)
        if isinstance(kind, ElasticKind):
            height = _elastic_room(stack, index, bottom - y - rest[index])
            is_all = not set_blocks and not rest[index] and height >= bottom - y
            all_of_it = replace(place, holds_one=is_one)
            one = kind.fit(block, all_of_it if is_all else place.within(y, y + height))
        elif isinstance(size, Fitted):
            one = _set_fitted(stack, block, size, y, bottom - rest[index])
        else:
            assert isinstance(kind, RigidKind)
            if stack.is_elastic:  # As far from the grid as where its height was told: a step more or less adds up.
                y = top + ceil((y - top) / place.styles.theme.baseline - TOLERANCE) * place.styles.theme.baseline
            room = replace(place.within(y, bottom - rest[index] if stack.is_elastic else bottom), holds_one=is_one)
            one = kind.set(block, room, size)
        set_blocks.append(one)
        end = y + one.height
        y = max((end, *_bottoms(one))) if isinstance(kind, ElasticKind) and kind.stretches and index < last else end
    return SetFlow(tuple(set_blocks), y - top)


def _bottoms(block: SetBlock) -> Iterator[float]:
    """Yield how far down the frames of a block reach on the page, which may be more than their texts do."""
    yield from (leaf.rect.bottom for placed in block.placed for leaf in placed.leaves)


def _set_fitted(stack: Stack, block: Block, fitted: Fitted, y: float, bottom: float) -> SetBlock:
    """Return the text of a stack as fitted; anew where it does not begin at the place's top, on the grid there."""
    assert isinstance(block, TextBlock)
    place, style = stack.place, stack.place.text_style
    alone = len(stack.blocks) == 1
    if y != place.rect.y:
        own = style.only(fitted.setting.size)
        rect = Rect(place.rect.x, y, place.rect.width, max(bottom - y, own.size))
        (again,) = place.context.fit([FrameText(block.paragraphs, own, rect)])
        fitted = replace(again, reason=fitted.reason if again.fits else again.reason)
    height = fitted.shift + fitted.setting.height - fitted.excess_height
    if alone:
        return set_text(fitted, Role.TEXT, place.name, style, place, block.span)
    standing = place.within(y, y + height)
    room = standing.rect
    if y == place.rect.y and stack.is_elastic:
        # It has what elastic blocks leave it; with more, these would be lower.
        room = replace(room, height=max(height, stack.limit))
    return set_text(fitted, Role.TEXT, place.name, style, standing, block.span, NOT_ALONE, room)


def _rest_heights(stack: Stack, size: Fitted | int) -> list[float]:
    """Return for each block what those behind it need: gaps, rigid heights, and a step to bring texts onto the grid.

    Where nothing gives way to them, as no text and no elastic block does, that is nothing.
    """
    if not (stack.is_elastic or isinstance(size, Fitted)):
        return [0.0] * len(stack.blocks)
    theme = stack.place.styles.theme
    rest, heights = 0.0, []
    for index, (block, kind) in reversed(list(enumerate(zip(stack.blocks, stack.kinds, strict=True)))):
        heights.append(rest)
        rest += stack.gap_above(index)
        if isinstance(kind, ElasticKind):
            continue
        if isinstance(size, Fitted):
            rest += size.setting.height + theme.baseline
        else:
            assert isinstance(kind, RigidKind)
            rest += kind.set(block, stack.place, size).height + theme.baseline
    return heights[::-1]


def _elastic_room(stack: Stack, index: int, left: float) -> float:
    """Return what of the room that is `left` an elastic block may take: what it would like, as far as others leave it.

    The last one may have all, unless it would stretch below what stands under it. Where there is too little, each has
    what it needs at least, if possible for texts of their own size, and what is left is shared by what each would like.
    """
    left = max(left, 0.0)
    own, kind = stack.blocks[index], stack.kinds[index]
    assert isinstance(kind, ElasticKind)
    is_last = index == len(stack.blocks) - 1
    if stack.place.part and kind.is_firm:
        # On a part of a slide it has room for what it is; what stands below it may need less than it would take alone.
        left = max(left, kind.natural(own, stack.place))
    if index == stack.last_elastic:
        return left if is_last or not kind.stretches else min(left, kind.natural(own, stack.place))
    wish = stack.wishes[index]
    if wish.all_natural <= left:
        share = left * wish.natural / max(wish.all_natural, 1.0)
        return wish.natural if kind.stretches else max(share, left - wish.natural_behind)
    if stack.roomy_wishes[index].all_least < left:
        wish = stack.roomy_wishes[index]
    spare = left - wish.all_least
    if spare <= 0 or wish.all_natural <= wish.all_least:
        return left * wish.least / (wish.all_least or 1.0)
    return wish.least + spare * (wish.natural - wish.least) / (wish.all_natural - wish.all_least)


def lowered(flow: SetFlow, stack: Stack) -> SetFlow:
    """Return a flow on the theme's optical line, if all of it has room below; else where it is.

    Slides that are not full begin at one height so. What is alone on its page but for a heading, and no text or table,
    stands about its middle.
    """
    place, theme = stack.place, stack.place.styles.theme
    free = place.rect.height - flow.height
    down = theme.flow.line + place.styles.lowered - place.top
    only = [kind for kind in stack.kinds if not kind.introduces]
    kind = only[0] if len(only) == 1 else None
    if kind and theme.flow.line:
        down = max(down, _share_above(kind, stack) * free)
    down = floor(down / theme.baseline) * theme.baseline
    if down <= 0 or down > free:
        return flow
    lower = partial(
        _lowered, down=down, bottom=place.bottom, keeps_frame=len(stack.blocks) == 1 and stack.text is not None
    )
    blocks = (replace(block, placed=tuple(map(lower, block.placed))) for block in flow.blocks)
    return replace(flow, blocks=tuple(blocks), down=down)


def _share_above(kind: BlockKind[Any], stack: Stack) -> float:
    """Return what of the room that it leaves free is above a kind of block that is alone on its page."""
    if kind.is_centred:
        return CENTRED_SHARE
    return ABOVE_SHARE if isinstance(kind, RigidKind) and not stack.text else 0.0


def _lowered(placed: Placed, down: float, bottom: float, keeps_frame: bool = False) -> Placed:
    """Return what is placed so many points lower. Frames that would end below `bottom` end there, but for those of
    marks: below its ink, what a line has is empty.

    A text that `keeps_frame`, as one does that has its place to itself, moves within that; so do columns of one.
    """

    item, decision = placed.item, placed.decision
    is_mark = placed.role is Role.DECORATION and isinstance(item, TextItem)

    def lower(rect: Rect) -> Rect:
        height = rect.height if is_mark else min(rect.height, bottom - rect.y - down)
        return Rect(rect.x, rect.y + down, rect.width, height)

    if isinstance(item, TextItem) and keeps_frame:
        return replace(placed, item=replace(item, offset=item.offset + down))
    if decision:
        decision = replace(decision, room=lower(decision.room))
    if isinstance(item, PictureItem | ShapeItem | TextItem | EquationItem | ConnectorsItem):
        pass
    elif isinstance(item, GroupItem):
        children = tuple(_lowered(one, down, bottom, keeps_frame) for one in item.children)
        item = replace(item, children=children)
    elif isinstance(item, TableItem):
        cells = (replace(one, rect=lower(one.rect), frame=lower(one.frame)) for one in item.cells)
        backgrounds, rules = (
            tuple(replace(one, rect=lower(one.rect)) for one in fills) for fills in (item.backgrounds, item.rules)
        )
        item = replace(item, cells=tuple(cells), backgrounds=backgrounds, rules=rules)
    else:
        item = item.moved(0.0, down)
    return replace(placed, rect=lower(placed.rect), item=item, decision=decision)
