"""Items side by side, each title in a chevron that points to the next one, and texts below, their tops level."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.dataclasses import dataclass
from deckmaker.layout.compositions import grouped_at, placed_in, shape
from deckmaker.layout.document import Outline
from deckmaker.layout.place import SetBlock
from deckmaker.layout.sequences import WIDE, SequenceItem, SequenceSetter, around
from deckmaker.layout.set_texts import GroupText
from deckmaker.model.geometry import Rect

NARROWEST = 96.0
"""Points that a title has across at least: a long word of a line of small text."""

MOST_LINES, TALLEST = 3, 0.4
"""Lines of a title in a chevron at most; of the page's height, what titles and texts take together at most."""

POINT, APART = 15.0, 4.5
"""Points: how far a chevron's point reaches, and how far apart two are."""

GROUND = "tint"
"""The palette's name for the colour of chevrons."""

START, ABOVE, LEAST = 15.0, 15.0, 60.0
"""Points: before a title, above and below it, and the height of a chevron at least."""

AIR, GUTTER = 12.0, 18.0
"""Points between chevrons and texts, and between texts."""


@dataclass(frozen=True)
class Chevrons:
    """Items in chevrons."""

    setter: SequenceSetter

    @property
    def has_room(self) -> bool:
        """Whether items have room side by side, at the size of their styles and on slides that are not split."""
        setter = self.setter
        edges = self._titles
        if setter.place.wide.width < WIDE or min(width for _, width in edges) < NARROWEST:
            return False
        texts = [(item.text, width) for item, (_, width) in zip(setter.items, self._texts, strict=True)]
        titles = [(item.title, width) for item, (_, width) in zip(setter.items, edges, strict=True)]
        if not setter.fits([*titles, *texts]):
            return False
        if any(len(setter.whole(title, width, short=True).setting.lines) > MOST_LINES for title, width in titles):
            return False
        heights = [max(setter.tallest([text], width) for text, width in level) for level in (titles, texts)]
        return 2 * ABOVE + AIR + sum(heights) <= TALLEST * setter.place.styles.theme.height

    @property
    def holds(self) -> bool:
        """Whether the words of items have room side by side at the size that is to be set."""
        return not self.set().overfull

    @property
    def _pitch(self) -> float:
        """How far a chevron begins behind the one before."""
        count = len(self.setter.items)
        return (self.setter.place.wide.width - POINT + APART) / count

    @property
    def _lefts(self) -> list[float]:
        return [self.setter.place.wide.x + self._pitch * index for index in range(len(self.setter.items))]

    @property
    def _titles(self) -> list[tuple[float, float]]:
        """The left edge and the width of each title: between the points of its chevron."""
        notches = [0.0, *(POINT for _ in self._lefts[1:])]
        return [
            (x + notch + START, self._pitch - APART - notch - START)
            for x, notch in zip(self._lefts, notches, strict=True)
        ]

    @property
    def _texts(self) -> list[tuple[float, float]]:
        """The left edge and the width of each text: from its title to the next one."""
        starts = [x for x, _ in self._titles]
        ends = [*(after - GUTTER for _, after in pairwise(starts)), self.setter.place.wide.right]
        return [(start, end - start) for start, end in zip(starts, ends, strict=True)]

    def _words(self, item: SequenceItem) -> GroupText:
        """Return an item's title in a colour that can be read on a chevron, whatever the page's own colours."""
        role, name, style, paragraphs = item.title
        return role, name, self.setter.place.styles.on_tint(style), paragraphs

    def set(self) -> SetBlock:
        """Set the items from the top of their place."""
        setter, top = self.setter, self.setter.place.rect.y
        words = [self._words(item) for item in setter.items]
        titles = [
            setter.text(title, item, x, top + ABOVE, width)
            for title, item, (x, width) in zip(words, setter.items, self._titles, strict=True)
        ]
        height = max(LEAST, 2 * ABOVE + max(one.height for one in titles))
        below = top + height + AIR
        texts = [
            setter.text(item.text, item, x, below, width) if item.text else None
            for item, (x, width) in zip(setter.items, self._texts, strict=True)
        ]
        groups, blocks = [], []
        for index, (item, x, text) in enumerate(zip(setter.items, self._lefts, texts, strict=True)):
            start, width = self._titles[index]
            # In the middle of its chevron, on the grid.
            title = setter.text(words[index], item, start, top + (height - titles[index].height) / 2, width)
            own = [title, text] if text else [title]
            outline = Outline.CHEVRON if index else Outline.FIRST_CHEVRON
            chevron = shape(Rect(x, top, self._pitch - APART + POINT, height), GROUND, outline, POINT)
            children = (chevron, *placed_in(own))
            groups.append(grouped_at(around(children), children, item.span))
            blocks += own
        bottom = max((below + one.height for one in texts if one), default=top + height)
        return setter.composed(groups, blocks, bottom - top)
