"""The blocks of a flow in their place, before they are set: their kinds, what they need, and what texts may take."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby
from math import inf
from typing import Any, NamedTuple

from deckmaker.blocks import kind_of
from deckmaker.blocks.kind import BlockKind, ElasticKind, RigidKind
from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.place import CROWDED_SHARE, OWN_SIZES, Place
from deckmaker.model import Block, Columns, Grid, Table, TextBlock
from deckmaker.text.break_points import LOOKAHEAD
from deckmaker.theme import Theme

_MOST_CHARACTERS = 4 * LOOKAHEAD
"""Of a flow on one page: more than it holds at any size that anybody reads."""


CLEAR_SHARE = 2 / 3
"""Of the gap between blocks: how far below a heading lines and grounds stand, so that none underlines it."""

_LEAST_STEP = 6.0
"""Points that a block takes at least with the space before it: less is no text that anybody reads."""


class Wish(NamedTuple):
    """The height in points that an elastic block needs at least and would like, and that all elastic ones behind it
    do."""

    least: float
    natural: float
    least_behind: float
    natural_behind: float

    @property
    def all_least(self) -> float:
        """The height in points that it and those behind it need at least."""
        return self.least + self.least_behind

    @property
    def all_natural(self) -> float:
        """The height in points that it and those behind it would like."""
        return self.natural + self.natural_behind


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
        own = self._own_place
        if crowded and (place.part or place.may_shrink):
            own = replace(own, picture_share=CROWDED_SHARE)
        wished = sum(
            self._wish(block, kind, own, crowded)
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if isinstance(kind, ElasticKind)
        )
        return max(min(flow.least_text, place.rect.height), place.rect.height - self._gaps - wished)

    @cached_property
    def _own_place(self) -> Place:
        """The place with texts of their own size: they come before the size of pictures, which have what they need at
        least beside those."""
        return replace(self.place, part=self.place.part or OWN_SIZES)

    def _wish(self, block: Block, kind: ElasticKind[Any], own: Place, crowded: bool) -> float:
        if not kind.is_firm:
            return kind.least(block, own)
        natural = kind.natural(block, self.place)
        return min(natural, kind.least(block, own)) if crowded else natural

    def gap_above(self, index: int) -> float:
        """Return how far a block stands below the one before it, in points: close below a heading.

        What begins with a line or a ground, and not with words, stands a little further from that.
        """
        flow = self.place.styles.theme.flow
        if index == 0:
            return 0.0
        if not self.kinds[index - 1].introduces:
            return flow.gap
        kind = self.kinds[index]
        begins_with_words = (
            not isinstance(kind, RigidKind) or isinstance(self.blocks[index], TextBlock) or kind.introduces
        )
        return flow.heading_gap if begins_with_words else max(flow.heading_gap, CLEAR_SHARE * flow.gap)

    @property
    def _gaps(self) -> float:
        return sum(map(self.gap_above, range(len(self.blocks))))

    @cached_property
    def last_elastic(self) -> int:
        """The index of the last elastic block; -1 without one."""
        return max((index for index, kind in enumerate(self.kinds) if isinstance(kind, ElasticKind)), default=-1)

    @cached_property
    def wishes(self) -> dict[int, Wish]:
        """The height that each elastic block would like, by its index; worked out once, from the last one on."""
        return self._wishes(self.place)

    @cached_property
    def roomy_wishes(self) -> dict[int, Wish]:
        """The same with what each needs at least for texts of their own size, beside pictures as low as may be."""
        return self._wishes(replace(self._own_place, picture_share=CROWDED_SHARE))

    def _wishes(self, least_place: Place) -> dict[int, Wish]:
        found: dict[int, Wish] = {}
        least_behind = natural_behind = 0.0
        for index in reversed(range(len(self.blocks))):
            block, kind = self.blocks[index], self.kinds[index]
            if isinstance(kind, ElasticKind):
                least = kind.least(block, least_place)
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
                room = place.within(top, top + 10 * place.rect.height)
                height += kind.least(block, room, step) if is_least else kind.set(block, room, step).height
        return height

    def steps(self) -> range:
        """Return the steps at which its texts become smaller; below 0 where all of them may be larger when short, but
        for headings, which keep their size then."""
        kinds = [
            (kind, kind.steps(block, self.place))
            for block, kind in zip(self.blocks, self.kinds, strict=True)
            if isinstance(kind, RigidKind)
        ]
        longest = max((steps for _, steps in kinds), key=lambda one: one.stop, default=range(1))
        larger = [steps.start for kind, steps in kinds if not kind.introduces]
        first = max(larger, default=0) if not self.is_elastic else 0
        return range(first, longest.stop, longest.step)

    def rigid_height(self, step: int, most: float = inf) -> tuple[float, int, bool]:
        """Return how high the rigid blocks are at a step, how many flaws they have, and whether their words fit.

        No more are set than tell that they are higher than `most` points, or that words do not fit.
        """
        height, flaws, fits, gaps = 0.0, 0, True, 0.0
        for index, (block, kind) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            gaps += self.gap_above(index)
            if isinstance(kind, RigidKind):
                top = self.place.rect.y + height + (0.0 if self.is_elastic else gaps)
                one = kind.set(block, self.place.within(top, top + 10 * self.place.rect.height), step)
                height += one.height
                flaws += one.flaws
                fits = fits and not one.overfull
            if height > most or not fits:
                break
        return height, flaws, fits

    def floor(self, most: float) -> float:
        """Return no more than the height in points that it takes at its smallest, without what is elastic.

        No more of it is measured than tells that it is higher than `most` points.
        """
        height, place = 0.0, self.place
        for index, (block, kind) in enumerate(zip(self.blocks, self.kinds, strict=True)):
            height += self.gap_above(index)
            if isinstance(kind, RigidKind):
                top = place.rect.y + height
                room = place.within(top, top + 10 * place.rect.height)
                height += kind.floor(block, room, kind.steps(block, place)[-1])
            if height > most:
                break
        return height


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
    """Tell whether a flow has more blocks, rows, broken lines or words than any page has room for.

    That is known before one is set. Of tables that is known by their rows.
    """
    if len(blocks) * max(theme.flow.gap, _LEAST_STEP) > theme.height:
        return True
    if sum(kind_of(block).rows(block) for block in blocks) * _LEAST_STEP > theme.height:
        return True
    left = _MOST_CHARACTERS
    owners = (own for block in blocks for own in block.walk() if not isinstance(own, Table))
    for own in owners:
        lines = 0
        for text in own.own_texts():
            left -= len(text.text)
            lines += text.text.count("\n")
            if left < 0 or lines * _LEAST_STEP > theme.height:
                return True
    return False


def is_alone(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks are one text, which has its place to itself, or nothing."""
    return len(joined_texts(blocks)) <= 1


def is_wide(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the blocks takes all the width that there is, as tables do."""
    return any(isinstance(kind_of(block), ElasticKind) for block in blocks)


def has_columns(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the blocks is columns or a grid, whose texts are of the same size as those beside them."""
    return any(isinstance(block, Columns | Grid) for block in blocks)
