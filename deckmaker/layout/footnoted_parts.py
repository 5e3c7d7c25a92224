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
from deckmaker.text.fitting import TOLERANCE
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

    def parted(self, slot: str, frame: FrameText, given: int, beside: bool) -> Parted:
        """Return what of a slot's text stands on the part, and the rest; nothing where no line has room.

        Texts that are chosen after it, `beside` it, may have footnotes.
        """
        first, rest = self._parted(slot, frame, given, RESERVED * self._leading if beside else 0.0)
        if beside and not first:
            first, rest = self._parted(slot, frame, given, 0.0)
        if first:
            self._needs[slot] = self.foot.context.height_of(replace(frame, paragraphs=first))
            self.footnotes += tuple(footnote for one in first for footnote in one.footnotes)
        return first, rest

    def _parted(self, slot: str, frame: FrameText, given: int, reserved: float) -> Parted:
        room = FootnotedRoom(slot, self.foot, self.footnotes, self._needs, reserved)
        return parted(frame, self.foot.context.theme, given, room.above, room.most)

    @property
    def _leading(self) -> float:
        return self.foot.layout.slots[FOOTNOTES].rect.height


@dataclass(frozen=True)
class FootnotedRoom:
    """The room of the text in a `slot` above footnotes: those that stand on the part anyway, and its own.

    Texts chosen before it have their `needs`; a few points are `reserved`. Asked for ever more footnotes of one text.
    """

    slot: str
    foot: Foot
    footnotes: tuple[Footnote, ...]
    needs: Mapping[str, float]
    reserved: float
    _heights: dict[int, float] = field(default_factory=dict)
    _least: list[float] = field(default_factory=list)

    def above(self, footnotes: tuple[Footnote, ...]) -> float:
        """Return the height that the text has above footnotes of its own, in points; -inf where these have no room."""
        if self._least_of(footnotes) > self._highest:
            return -inf
        if len(footnotes) not in self._heights:
            notes = of_footnotes((*self.footnotes, *footnotes))
            needed = self.foot.needed(notes) + self.reserved
            self._heights[len(footnotes)] = self._height(needed, bool(notes))
        return self._heights[len(footnotes)]

    def most(self, footnotes: tuple[Footnote, ...]) -> float:
        """Return that height at most, before the footnotes are set together."""
        return self._height(self._least_of(footnotes), bool(self.footnotes or footnotes))

    def _height(self, needed: float, noted: bool) -> float:
        if noted and not self.foot.holds(needed):
            return -inf
        rects = self.foot.raised_by(needed) if needed else self.foot.rects
        if any(need > rects[other].height for other, need in self.needs.items()):
            return -inf
        return rects[self.slot].height

    def _least_of(self, footnotes: tuple[Footnote, ...]) -> float:
        """Return what footnotes take at least; no more are measured than tell that they have no room."""
        if not self._least:
            self._least.append(self.reserved + sum(map(self.foot.least, self.footnotes)) - TOLERANCE)
        known = self._least
        while len(known) <= len(footnotes) and known[-1] <= self._highest:
            known.append(known[-1] + self.foot.least(footnotes[len(known) - 1]))
        return known[min(len(footnotes), len(known) - 1)]

    @property
    def _highest(self) -> float:
        return self.foot.room.height + TOLERANCE
