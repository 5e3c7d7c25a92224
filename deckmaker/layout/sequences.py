"""Items in an order: events in time, steps of a process. What their arrangements have in common.

side by side (`axes`)         one below the other (`rails`)   narrow
●───────●───────●──────       2019  ●  Title   Text           ●  2019
2019    2021    2024                │                         │  Title
Title   Title   Title         2021  ●  Title   Text           │  Text
Text    Text    Text                │                         ●  2021
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.compositions import composed, shape
from deckmaker.layout.document import Outline, Placed
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import GroupText, proportional_step, set_at, stacked_texts
from deckmaker.layout.splitting import Room, footnotes_in
from deckmaker.layout.taking import set_block
from deckmaker.model import Block
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted
from deckmaker.text.fitting import TOLERANCE
from deckmaker.text.styling import least_leading
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import ITEM_TITLE

WIDE = 480.0
"""Points of a place's width from which items stand side by side, and texts beside their titles."""

MARK, LINE = 10.5, 1.5
"""Points: how large marks are, and how strong the line is that leads through them."""

INK = "muted"
"""The palette's name for the colour of lines: they are seen, and say less than marks."""

GAP = 3.0
"""Points between the texts of an item."""

APART, CLOSE = 16.5, 7.5
"""Points between items that stand one below the other, and between those of which there are many."""

MANY = 6
"""Items of which there are more stand close to one another, if they stand one below the other."""


@dataclass(frozen=True, slots=True)
class SequenceItem:
    """An item: when it was, what it is called, what is said of it, and where the author wrote it."""

    when: GroupText | None
    title: GroupText
    text: GroupText | None
    span: Span

    @property
    def texts(self) -> tuple[GroupText, ...]:
        """Its texts in reading order."""
        return tuple(one for one in (self.when, self.title, self.text) if one)


@dataclass(frozen=True)
class SequenceSetter:
    """Sets items in a place, their texts `step` points smaller than the style that is their `measure`.

    `role` is what they are together.
    """

    role: Role
    items: Sequence[SequenceItem]
    place: Place
    step: int
    measure: TextStyle
    span: Span

    def text(self, text: GroupText, item: SequenceItem, x: float, y: float, width: float) -> SetBlock:
        """Return a text set at a point of the page, in lines as long as `width`."""
        rect = Rect(x, y, width, max(self.place.rect.bottom - y, 0.0))
        own = replace(self.place, rect=rect, wide=rect, top=y)
        (found,) = stacked_texts((text,), own, self.step, item.span, measure=self.measure)
        return found

    def fitted(self, text: GroupText, width: float) -> Fitted:
        """Return a text as it is set at the top of the place in lines as long as `width`."""
        _, _, style, paragraphs = text
        wide, step = self.place.wide, proportional_step(style, self.step, self.measure)
        rect = Rect(wide.x, wide.y, width, max(self.place.rect.bottom - wide.y, 0.0))
        return set_at(paragraphs, style, rect, step, self.place.context)

    def composed(self, groups: Sequence[Placed], texts: Sequence[SetBlock], height: float) -> SetBlock:
        """Return all items as one block of so many points, from the place's top."""
        wide = self.place.wide
        return composed(self.role, replace(wide, y=self.place.rect.y, height=height), groups, texts, self.span)

    def fits(self, texts: Sequence[tuple[GroupText | None, float]]) -> bool:
        """Tell whether the words of texts have room in the widths given, in the sizes of their styles."""
        return all(self.whole(text, width).setting.excess_width <= TOLERANCE for text, width in texts if text)

    def whole(self, text: GroupText, width: float, short: bool = False) -> Fitted:
        """Return a text in lines of a width, at the size of its style on slides that are not split.

        That is the size for texts that are `short`, if so it is asked.
        """
        style = self.place.styles.named(text[2].name)
        room = Rect(self.place.wide.x, self.place.rect.y, width, self.place.styles.theme.height)
        return set_at(text[3], style.only((style.short if short else None) or style.size), room, 0, self.place.context)

    def tallest(self, texts: Sequence[GroupText | None], width: float) -> float:
        """Return how high the highest of texts is then; 0 without any."""
        return max((self.whole(text, width).setting.height for text in texts if text), default=0.0)


def mark_at(x: float, y: float, size: float = MARK) -> Placed:
    """Return a mark around a point of the page."""
    return shape(Rect(x - size / 2, y - size / 2, size, size), "accent", Outline.ELLIPSE)


def around(children: Sequence[Placed]) -> Rect:
    """Return the smallest rectangle around items."""
    rects = [one.rect for one in children]
    x, y = min(one.x for one in rects), min(one.y for one in rects)
    return Rect(x, y, max(one.right for one in rects) - x, max(one.bottom for one in rects) - y)


def fitting(parts: Sequence[Block], room: Room) -> int:
    """Return how many items have room, where `parts` are a sequence's first item, its first two, and so on.

    The last item of all does not go on alone, where it can be helped.
    """
    few, most = 1, min(len(parts), _most(room))
    while few < len(parts) and _has_room(parts[few - 1], room):
        few *= 2
    # Two columns may hold what one does not, but never twice as many and more: those need not be set to be told.
    for count in range(min(2 * few, most), 0, -1):
        if _has_room(parts[count - 1], room):
            return count - 1 if count == len(parts) and count > 2 else count
    return 0


def _most(room: Room) -> int:
    """Return how many items have room at most: each takes a line of a title, and stands close to the next one."""
    style = room.place.style(ITEM_TITLE)
    row = least_leading(style, style.minimum) + CLOSE
    across = 2 if room.place.wide.width >= WIDE else 1
    return across * (1 + int((room.lowest - room.top) / row))


def _has_room(part: Block, room: Room) -> bool:
    place = room.here(footnotes_in([part]))
    if place is None:
        return False
    own = set_block(part, place)
    return not own.overfull and own.height <= place.rect.height + TOLERANCE
