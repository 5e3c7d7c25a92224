"""Blocks one below the other in a place, or in several whose texts are of one size: how high each is, and where.

Rigid blocks, such as texts, are set first, all a step smaller until they have room. What they leave is for the elastic
ones, such as tables and pictures, which give way before texts are set smaller. A text alone in its place is fitted as
`text.fitting` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, groupby
from math import floor
from typing import Any, NamedTuple

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import BlockKind, ElasticKind, RigidKind
from deckmaker.layout.decision import Change
from deckmaker.layout.document import Placed, TableItem, TextItem
from deckmaker.layout.place import CROWDED_SHARE, Part, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import FOR_ROOM, set_text
from deckmaker.model import Block, Columns, Grid, Table, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.cuts import READ
from deckmaker.text.fitting import SHORT_SHARE, STEP, STRANDED_SHARE, TOLERANCE
from deckmaker.theme import Theme

NOT_ALONE = (Change.SHARED,)

_MOST_CHARACTERS = 4 * READ
"""Of a flow on one page: more than it holds at any size that anybody reads."""

_LEAST_STEP = 6.0
"""Points that a block takes at least with the space before it: less is no text that anybody reads."""


class Wish(NamedTuple):
    """The height in points that an elastic block needs at least and would like, and that all elastic ones behind it
    do."""

    least: float
    natural: float
    least_behind: float
    natural_behind: float


@dataclass(frozen=True, slots=True)
class SetFlow:
    """A flow as set: its blocks, and how far down it reaches from the top of its place."""

    blocks: tuple[SetBlock, ...]
    height: float

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All that is placed, in reading order."""
        return tuple(one for block in self.blocks for one in block.placed)


@dataclass(frozen=True)
class Stack:
    """The blocks of a flow and their place. Neighbouring texts and lists are one text."""

    blocks: tuple[Block, ...]
    place: Place

    @classmethod
    def of(cls, blocks: Sequence[Block], place: Place) -> Stack:
        """Return a stack in which texts that follow one another are one."""
        return cls(joined_texts(blocks), place)

    @cached_property
    def kinds(self) -> tuple[BlockKind[Any], ...]:
        """The kind of each block."""
        return tuple(kind_of(block) for block in self.blocks)

    @cached_property
    def is_elastic(self) -> bool:
        """Whether a block fits itself to the room that others leave."""
        return any(isinstance(kind, ElasticKind) for kind in self.kinds)

    @cached_property
    def text(self) -> TextBlock | None:
        """The text that is all that is rigid here, if there is such a one."""
        rigid = [block for block, kind in zip(self.blocks, self.kinds, strict=True) if isinstance(kind, RigidKind)]
        return rigid[0] if len(rigid) == 1 and isinstance(rigid[0], TextBlock) else None

    @cached_property
    def limit(self) -> float:
        """The height in points that rigid blocks may take: all, or what elastic ones leave, never too little."""
        return self._limit(crowded=False)

    @cached_property
    def crowded_limit(self) -> float:
        """The height that they may take where elastic blocks make do with less.

        Tables are set in no larger type than their style's, and pictures are lower, unless they may go on on another
        slide.
        """
        return self._limit(crowded=True)

    def _limit(self, crowded: bool) -> float:
        flow, place = self.place.styles.theme.flow, self.place
        if not self.is_elastic:
            return place.rect.height - self._gaps
        # Texts come before the size of pictures, which have what they need at least beside texts of their own size.
        own = replace(place, part=place.part or Part(1, 1))
        if crowded and (place.part or place.may_shrink):
            own = replace(own, picture_share=CROWDED_SHARE)
        wished = sum(
            self._wish(block, kind, own, crowded)
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if isinstance(kind, ElasticKind)
        )
        return max(min(flow.least_text, place.rect.height), place.rect.height - self._gaps - wished)

    def _wish(self, block: Block, kind: ElasticKind[Any], own: Place, crowded: bool) -> float:
        if not kind.is_firm or self.place.part:
            return kind.least(block, own)
        natural = kind.natural(block, self.place)
        return min(natural, kind.least(block, own)) if crowded else natural

    def gap_above(self, index: int) -> float:
        """Return how far a block stands below the one before it, in points: close below a heading."""
        flow = self.place.styles.theme.flow
        if index == 0:
            return 0.0
        return flow.heading_gap if self.kinds[index - 1].introduces else flow.gap

    @property
    def _gaps(self) -> float:
        return sum(map(self.gap_above, range(len(self.blocks))))

    @cached_property
    def last_elastic(self) -> int:
        """The index of the last elastic block; -1 without one."""
        return max((index for index, kind in enumerate(self.kinds) if isinstance(kind, ElasticKind)), default=-1)

    @cached_property
    def wishes(self) -> dict[int, Wish]:
        """What each elastic block would like, by its index; worked out once, from the last one on."""
        found: dict[int, Wish] = {}
        least_behind = natural_behind = 0.0
        for index in reversed(range(len(self.blocks))):
            block, kind = self.blocks[index], self.kinds[index]
            if isinstance(kind, ElasticKind):
                least = kind.least(block, self.place)
                natural = max(kind.natural(block, self.place), least)
                found[index] = Wish(least, natural, least_behind, natural_behind)
                least_behind += least
                natural_behind += natural
        return found

    def natural(self) -> float:
        """Return the height in points that it would take if it had all of its place."""
        return self._height(is_least=False)

    def least(self) -> float:
        """Return the height in points that it takes at least: texts at their smallest, all else as low as may be."""
        return self._height(is_least=True)

    def _height(self, is_least: bool) -> float:
        """Return the height of all blocks, each where the grid puts it below the others, and a step for what is below
        an elastic one."""
        place, theme, height = self.place, self.place.styles.theme, 0.0
        if is_endless(self.blocks, theme):
            return 2 * theme.height
        step = self.steps()[-1] if is_least else 0
        for index, (block, kind) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            height += self.gap_above(index)
            if isinstance(kind, ElasticKind):
                height += kind.least(block, place) if is_least else kind.natural(block, place)
                height += theme.baseline if index < len(self.blocks) - 1 else 0.0
            elif isinstance(kind, RigidKind):
                top = place.rect.y + height
                height += kind.set(block, place.within(top, top + 10 * place.rect.height), step).height
        return height

    def steps(self) -> range:
        """Return the steps at which its texts become smaller; below 0 where all of them may be larger when short."""
        ranges = [
            kind.steps(block, self.place)
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if isinstance(kind, RigidKind)
        ]
        longest = max(ranges, key=lambda one: one.stop, default=range(1))
        first = max((one.start for one in ranges), default=0) if not self.is_elastic else 0
        return range(first, longest.stop, longest.step)

    def rigid_height(self, step: int) -> tuple[float, int, bool]:
        """Return how high the rigid blocks are at a step, how many flaws they have, and whether their words fit."""
        height, flaws, fits, gaps = 0.0, 0, True, 0.0
        for index, (block, kind) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            gaps += self.gap_above(index)
            if isinstance(kind, RigidKind):
                top = self.place.rect.y + height + (0.0 if self.is_elastic else gaps)
                one = kind.set(block, self.place.within(top, top + 10 * self.place.rect.height), step)
                height += one.height
                flaws += one.flaws
                fits = fits and not one.overfull
        return height, flaws, fits


def joined_texts(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with neighbouring texts and lists joined: they become one placeholder, and are set as one."""
    joined: list[Block] = []
    for is_text, neighbours in groupby(blocks, lambda block: isinstance(block, TextBlock)):
        found = list(neighbours)
        if is_text and len(found) > 1:
            texts = [one for one in found if isinstance(one, TextBlock)]
            found = [TextBlock(tuple(chain.from_iterable(one.paragraphs for one in texts)), texts[0].span)]
        joined += found
    return tuple(joined)


def is_endless(blocks: Sequence[Block], theme: Theme) -> bool:
    """Tell whether a flow has more blocks or words than any page has room for, which is known before one is set.

    Of tables that is known by their rows.
    """
    if len(blocks) * max(theme.flow.gap, _LEAST_STEP) > theme.height:
        return True
    left = _MOST_CHARACTERS
    owners = (own for block in blocks for own in block.walk() if not isinstance(own, Table))
    return any((left := left - len(text.text)) < 0 for own in owners for text in own.own_texts())


def is_alone(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are one text, which has its place to itself, or nothing."""
    return len(joined_texts(blocks)) <= 1


def is_wide(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the blocks takes all the width that there is, as tables do."""
    return any(isinstance(kind_of(block), ElasticKind) for block in blocks)


def has_columns(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the blocks is columns or a grid, whose texts are of the same size as those beside them."""
    return any(isinstance(block, Columns | Grid) for block in blocks)


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
    least = min(largest, *sizes)
    for most in (*range(largest, least, -STEP), least):
        flows = _fit([Stack(one.blocks, replace(one.place, largest_cells=most)) for one in stacks])
        if _cell_sizes(flows) == {most}:
            break
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
    theme = stacks[0].place.styles.theme
    fitted = fit(frames := [_frame(stack) for stack in stacks], theme)
    if any(one.reason in FOR_ROOM for one in fitted):
        crowded = [_frame(stack, crowded=True) for stack in stacks]
        if any(one.rect != other.rect for one, other in zip(frames, crowded, strict=True)):
            return fit(crowded, theme)
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
    limits = [stack.crowded_limit if crowded else stack.limit for stack in stacks]
    found: tuple[int, int] | None = None
    for step in steps:
        heights = [stack.rigid_height(step) for stack in stacks]
        share = SHORT_SHARE if step < 0 else 1.0
        has_room = all(
            height <= share * limit + TOLERANCE and fits
            for limit, (height, _, fits) in zip(limits, heights, strict=True)
        )
        flaws = sum(flaws for _, flaws, _ in heights)
        if has_room and (found is None or flaws < found[1]):
            if found or not flaws:
                return step
            found = step, flaws
        elif found:
            break
    return found[0] if found else None


def _set(stack: Stack, size: Fitted | int) -> SetFlow:
    """Set a stack, its text as fitted or its rigid blocks at a step; elastic ones share what these leave."""
    place = stack.place
    top, bottom = place.rect.y, place.rect.bottom
    set_blocks: list[SetBlock] = []
    rest = _rest_heights(stack, size)
    y = top + _drop(stack, size)
    for index, (block, kind) in enumerate(zip(stack.blocks, stack.kinds, strict=True)):
        y += stack.gap_above(index)
        if isinstance(kind, ElasticKind):
            room = _elastic_room(stack, index, bottom - y - rest[index])
            is_all = not set_blocks and not rest[index] and room >= bottom - y
            one = kind.fit(block, place if is_all else place.within(y, y + room))
        elif isinstance(size, Fitted):
            one = _set_fitted(stack, block, size, y, bottom - rest[index])
        else:
            assert isinstance(kind, RigidKind)
            one = kind.set(block, place.within(y, bottom - rest[index] if stack.is_elastic else bottom), size)
        set_blocks.append(one)
        y = (
            max((y + one.height, *_bottoms(one)))
            if isinstance(kind, ElasticKind) and kind.stretches
            else y + one.height
        )
    return SetFlow(tuple(set_blocks), y - top)


def _bottoms(block: SetBlock) -> Iterator[float]:
    """Yield how far down the frames of a block reach on the page, which may be more than their texts do."""
    yield from (leaf.rect.bottom for placed in block.placed for leaf in placed.leaves)


def _drop(stack: Stack, size: Fitted | int) -> float:
    """Return how far a lone block goes down into the room that it leaves free, as short texts do, in whole steps."""
    place, theme = stack.place, stack.place.styles.theme
    kind = stack.kinds[0] if len(stack.kinds) == 1 else None
    if not isinstance(kind, RigidKind) or isinstance(size, Fitted):
        return 0.0
    height = kind.set(stack.blocks[0], place, size).height
    if height > STRANDED_SHARE * place.rect.height:
        return 0.0
    return floor(place.text.drop * (place.rect.height - height) / theme.baseline) * theme.baseline


def _set_fitted(stack: Stack, block: Block, fitted: Fitted, y: float, bottom: float) -> SetBlock:
    """Return the text of a stack as fitted; anew where it does not begin at the place's top, on the grid there."""
    assert isinstance(block, TextBlock)
    place, style = stack.place, stack.place.text_style
    alone = len(stack.blocks) == 1
    if y != place.rect.y:
        own = style.only(fitted.setting.size)
        rect = Rect(place.rect.x, y, place.rect.width, max(bottom - y, own.size))
        (again,) = fit([FrameText(block.paragraphs, own, rect)], place.styles.theme)
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
    """Return for each block what those behind it need: gaps, rigid heights, and a step to bring texts onto the grid."""
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
    what it needs at least, and what is left is shared by what each would like.
    """
    left = max(left, 0.0)
    own, kind = stack.blocks[index], stack.kinds[index]
    assert isinstance(kind, ElasticKind)
    is_last = index == len(stack.blocks) - 1
    if index == stack.last_elastic:
        return left if is_last or not kind.stretches else min(left, kind.natural(own, stack.place))
    wish = stack.wishes[index]
    all_least, all_natural = wish.least + wish.least_behind, wish.natural + wish.natural_behind
    if all_natural <= left:
        share = left * wish.natural / max(all_natural, 1.0)
        return wish.natural if kind.stretches else max(share, left - wish.natural_behind)
    spare = left - all_least
    if spare <= 0:
        return left * wish.least / (all_least or 1.0)
    return wish.least + spare * (wish.natural - wish.least) / (all_natural - all_least)
