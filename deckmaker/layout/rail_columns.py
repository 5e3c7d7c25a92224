"""Many short items in two columns: one would be long and narrow, and leave most of the page empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.place import SetBlock
from deckmaker.layout.rails import Rail
from deckmaker.layout.sequences import MANY, WIDE, SequenceItem, SequenceSetter

GUTTER = 36.0
"""Points between the columns."""

MOST_LINES = (1, 2)
"""Of a title in half of the width, and of the text below it: longer ones have the whole width."""

RailOf = Callable[[SequenceSetter, int], Rail]
"""Given what sets some of the items, and how many stand before these, returns their line."""


@dataclass(frozen=True)
class RailColumns:
    """Items along two lines, the first half of them along the left one."""

    setter: SequenceSetter
    rail: RailOf

    @property
    def has_room(self) -> bool:
        """Whether there are many items, and all of them are short."""
        if len(self.setter.items) <= MANY or self.setter.place.wide.width < WIDE:
            return False
        return all(
            lines <= most for rail in self._rails for lines, most in zip(rail.most_lines, MOST_LINES, strict=True)
        )

    def set(self) -> SetBlock:
        """Set the items from the top of their place."""
        drawn = [rail.drawn() for rail in self._rails]
        groups = [group for one in drawn for group in one[0]]
        texts = [text for one in drawn for text in one[1]]
        return self.setter.composed(groups, texts, max(one[2] for one in drawn) - self.setter.place.rect.y)

    @cached_property
    def _rails(self) -> Sequence[Rail]:
        items, wide = self.setter.items, self.setter.place.wide
        half, width = (len(items) + 1) // 2, (wide.width - GUTTER) / 2
        return [
            self.rail(self._column(items[:half], wide.x, width), 0),
            self.rail(self._column(items[half:], wide.x + width + GUTTER, width), half),
        ]

    def _column(self, items: Sequence[SequenceItem], x: float, width: float) -> SequenceSetter:
        place = self.setter.place
        rect, wide = replace(place.rect, x=x, width=width), replace(place.wide, x=x, width=width)
        return replace(self.setter, items=items, place=replace(place, rect=rect, wide=wide))
