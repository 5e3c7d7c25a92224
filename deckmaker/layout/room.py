"""The room that a part of a split slide has left: below what stands there already, above the footnotes of all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from math import inf

from deckmaker.layout.footnotes import Foot, of_footnotes
from deckmaker.layout.place import REGION, Place, TableSizes
from deckmaker.model import Block, Footnote, Paragraph, Table
from deckmaker.text.fitting import TOLERANCE


@dataclass
class Room:
    """A place from whose top blocks are taken, one after the other.

    `footnotes` are those of what is taken; what is taken reaches down to `deepest`, and the next block begins at
    `top`. What stands in cells beside it reaches down to `beside`. Of the first text, `fixed` paragraphs must not stand
    there alone. `following` returns the room of the next part. `tables` says how those are set that are taken in part.
    `has_elastic` says that what is taken leaves room to others. One that `is_below` others is a cell's on a part that
    holds more than the cells; one that `is_begun` holds more than what introduces others.
    """

    place: Place
    foot: Foot | None = None
    footnotes: tuple[Footnote, ...] = ()
    fixed: int = 0
    following: Callable[[], Room] | None = None
    top: float = field(default=-1.0)
    deepest: float = 0.0
    beside: float = 0.0
    tables: list[tuple[Table, TableSizes]] = field(default_factory=list)
    has_elastic: bool = False
    is_below: bool = False
    is_begun: bool = False

    def __post_init__(self) -> None:
        if self.top < 0:
            self.top = self.place.rect.y

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is taken yet."""
        return self.deepest == 0.0

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands above but what introduces others: what has no room here has none anywhere."""
        return not (self.is_begun or self.is_below)

    def bottom(self, footnotes: Iterable[Footnote] = (), reserved: float = 0.0) -> float:
        """Return how far down blocks may reach that have these footnotes, with `reserved` points for others'.

        That is -inf where the footnotes, or what is taken already, would have no room.
        """
        if self.foot is None:
            return self.place.rect.bottom
        if self._least_of(footnotes, reserved) > self.foot.room.height + TOLERANCE:
            return -inf
        notes = of_footnotes((*self.footnotes, *footnotes))
        if not self.foot.has_room(notes, reserved):
            return -inf
        bottom = self.foot.raised(notes, reserved)[REGION].bottom
        return -inf if self._reaches_below(bottom) else bottom

    def highest_bottom(self, footnotes: Iterable[Footnote] = (), reserved: float = 0.0) -> float:
        """Return how far down such blocks reach at most, before their footnotes are set together."""
        if self.foot is None:
            return self.place.rect.bottom
        needed = self._least_of(footnotes, reserved)
        if needed > self.foot.room.height + TOLERANCE:
            return -inf
        rects = self.foot.raised_by(needed) if needed > 0 else self.foot.rects
        return -inf if self._reaches_below(rects[REGION].bottom) else rects[REGION].bottom

    def _reaches_below(self, bottom: float) -> bool:
        return max(self.deepest, self.beside) > bottom + TOLERANCE

    def _least_of(self, footnotes: Iterable[Footnote], reserved: float) -> float:
        """Return what footnotes take at least; no more are measured than tell that they have no room."""
        assert self.foot
        needed = reserved - TOLERANCE
        for one in (*self.footnotes, *footnotes):
            needed += self.foot.least(one)
            if needed > self.foot.room.height + TOLERANCE:
                break
        return needed

    def here(self, footnotes: Iterable[Footnote] = ()) -> Place | None:
        """Return the place of a block with these footnotes, None where none is left."""
        bottom = self.bottom(footnotes)
        if bottom <= self.top:
            return None
        if self.is_untouched and bottom == self.place.rect.bottom:
            return self.place
        place = self.place.within(self.top, bottom)
        return replace(place, top=self.place.top) if self.is_untouched else place

    def copy(self) -> Room:
        """Return a room of its own for what is tried."""
        return replace(self)

    def lower(self, points: float) -> Room:
        """Return the room without so many points at its foot."""
        return replace(self, place=self.place.within(self.place.top, self.place.rect.bottom - points))

    def take(self, height: float, footnotes: Iterable[Footnote], gap: float) -> None:
        """Note that a block of so many points is taken, with its footnotes; the next one stands `gap` points below."""
        self.footnotes = (*self.footnotes, *footnotes)
        self.deepest = self.top + height
        self.top = self.deepest + gap

    def sizes_of(self, block: Block) -> TableSizes | None:
        """Return how a part of a table is set, None for all else."""
        return next((sizes for table, sizes in self.tables if table is block), None)


def footnotes_in(blocks: Iterable[Block]) -> tuple[Footnote, ...]:
    """Return the footnotes that are marked in blocks, in reading order."""
    return tuple(footnote for block in blocks for text in block.texts() for footnote in text.footnotes)


def footnotes_of_texts(texts: Iterable[Paragraph]) -> tuple[Footnote, ...]:
    """Return the footnotes that are marked in texts, in their order."""
    return tuple(footnote for text in texts for footnote in text.footnotes)
