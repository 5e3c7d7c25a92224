"""What a part of a split slide holds, before it is set and after its parts are counted."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.layout.choice import Choice
from deckmaker.layout.place import Part, TableSizes
from deckmaker.layout.taking import Pending
from deckmaker.model import Slide, Table, TextBlock
from deckmaker.text.splitting import WELL_FILLED


class PartContent(NamedTuple):
    """The content of a part of a slide: its blocks, and its layout.

    Its texts are `smaller` by so many points. `tables` are those that are there in part, with the sizes of their parts.
    Its blocks take a `height` of its `room`, both in points.
    """

    blocks: tuple[Pending, ...]
    choice: Choice
    smaller: int
    tables: tuple[tuple[Table, TableSizes], ...]
    height: float
    room: float

    @property
    def is_lonely(self) -> bool:
        """Whether it holds no more than a paragraph or an outermost item, and little of that."""
        block = self.blocks[0].block if len(self.blocks) == 1 else None
        if not isinstance(block, TextBlock) or self.height >= WELL_FILLED * self.room:
            return False
        return sum(one.level == 0 for one in block.paragraphs) <= 1

    @property
    def begins_anew(self) -> bool:
        """Whether it begins with a block, a paragraph or an outermost item, and not within one."""
        block = self.blocks[0].block if self.blocks else None
        return not isinstance(block, TextBlock) or not (block.paragraphs[0].continues or block.paragraphs[0].level)


class SlidePart(NamedTuple):
    """A part of a slide: a slide with its share of the content, the layout, and how it is set."""

    slide: Slide
    choice: Choice
    part: Part
