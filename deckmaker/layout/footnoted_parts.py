"""What of a slide's texts goes on its next part, where footnotes take room: each part has those marked on it.

Whatever takes part in a choice stands before the place where a text is parted, so that a word more moves nothing on
parts before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import inf

from deckmaker.layout.footnotes import Foot, of_footnotes
from deckmaker.layout.part_texts import parted
from deckmaker.model import Columns, Footnote, Paragraph, Slide
from deckmaker.text import FrameText
from deckmaker.theme.slots import FOOTNOTES

RESERVED = 3
"""Lines of footnotes that a column leaves to those of the column beside it, whose text is chosen after its own."""

Parted = tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]


def footnotes_above(slide: Slide) -> tuple[Footnote, ...]:
    """Return the footnotes of the title and the headings of columns, which stand on parts with what is below them."""
    columns = (column for block in slide.blocks if isinstance(block, Columns) for column in block.columns)
    texts = (slide.title, *(column.heading for column in columns))
    return tuple(footnote for text in texts if text for footnote in text.footnotes)


@dataclass
class FootnotedPart:
    """Chooses texts one after the other; `footnotes` are those of what stands on the part in any case, then of all."""

    foot: Foot
    footnotes: tuple[Footnote, ...]
    _needs: dict[str, float] = field(default_factory=dict)

    def parted(self, slot: str, frame: FrameText, given: int, others: Mapping[str, FrameText]) -> Parted:
        """Return what of a slot's text stands on the part, and the rest; nothing where no line has room.

        `others` are texts that are chosen after it.
        """
        beside = any(one.footnotes for other in others.values() for one in other.paragraphs)
        first, rest = self._parted(slot, frame, given, RESERVED * self._leading if beside else 0.0)
        if beside and not first:
            first, rest = self._parted(slot, frame, given, 0.0)
        if first:
            self._needs[slot] = self.foot.context.height_of(replace(frame, paragraphs=first))
            self.footnotes += tuple(footnote for one in first for footnote in one.footnotes)
        return first, rest

    def _parted(self, slot: str, frame: FrameText, given: int, reserved: float) -> Parted:
        def room(footnotes: tuple[Footnote, ...]) -> float:
            notes = of_footnotes((*self.footnotes, *footnotes))
            rects = self.foot.raised(notes, reserved)
            if not self.foot.has_room(notes, reserved) or any(
                need > rects[other].height for other, need in self._needs.items()
            ):
                return -inf
            return rects[slot].height

        return parted(frame, self.foot.context.theme, given, room)

    @property
    def _leading(self) -> float:
        return self.foot.layout.slots[FOOTNOTES].rect.height
