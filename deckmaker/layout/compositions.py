"""Compositions: items side by side in rows, each a few texts below one another, their tops level."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.document import NOT_ALONE, Decision, GroupItem, Outline, Placed, ShapeItem
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import GroupText, stacked_texts
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import STEP
from deckmaker.theme import TextStyle

NARROWEST = 108.0
"""Points that an item has across at least: some words of a line of small text."""


@dataclass(frozen=True, slots=True)
class CompositionItem:
    """An item: its texts from the top, and where the author wrote it."""

    texts: tuple[GroupText, ...]
    span: Span


Draw = Callable[[int, Rect], Sequence[Placed]]
"""Given an item's index and all the room that its row gives it, the shapes behind it."""


@dataclass(frozen=True)
class Composition:
    """Items in rows of `across`, `gutter` points apart; rows are `row_gap` apart.

    Each item's texts begin `above` points below its top, `inset` points from its edges and `gap` from one another.
    `draw` makes the shapes behind an item. A step is that of the style `measure`; see `stacked_texts`.
    """

    role: Role
    items: Sequence[CompositionItem]
    measure: TextStyle
    across: int
    gutter: float
    row_gap: float
    gap: float = 3.0
    above: float = 0.0
    inset: float = 0.0
    draw: Draw = field(default=lambda _index, _room: ())

    def set(self, place: Place, step: int, span: Span) -> SetBlock:
        """Set all items from the top of a place, their texts `step` points smaller than their styles.

        Items of a row are equally high, and so are their shapes.
        """
        y = place.rect.y
        groups: list[Placed] = []
        blocks: list[SetBlock] = []
        for start in range(0, len(self.items), self.across):
            if start:
                y += self.row_gap
            row = self.items[start : start + self.across]
            set_items = [
                self._item(item, place, step, y, edge) for item, edge in zip(row, self._edges(place), strict=False)
            ]
            height = self.above + max(sum(one.height for one in texts) for texts in set_items) + self.inset
            for offset, (item, texts, (x, width)) in enumerate(zip(row, set_items, self._edges(place), strict=False)):
                room = Rect(x, y, width, height)
                groups.append(grouped_at(room, (*self.draw(start + offset, room), *placed_in(texts)), item.span))
                blocks += texts
            y += height
        rect = Rect(place.wide.x, place.rect.y, place.wide.width, y - place.rect.y)
        return composed(self.role, rect, groups, blocks, span)

    def _edges(self, place: Place) -> Iterator[tuple[float, float]]:
        """Yield the left edge and the width of each column."""
        width = (place.wide.width - self.gutter * (self.across - 1)) / self.across
        for column in range(self.across):
            yield place.wide.x + column * (width + self.gutter), width

    def _item(
        self, item: CompositionItem, place: Place, step: int, y: float, edge: tuple[float, float]
    ) -> list[SetBlock]:
        x, width = edge
        top = y + self.above
        rect = Rect(x + self.inset, top, width - 2 * self.inset, max(place.rect.bottom - top - self.inset, 0.0))
        own = replace(place, rect=rect, wide=rect, top=top)
        return stacked_texts(item.texts, own, step, item.span, self.gap, self.measure)


def across_for(count: int, width: float, gutter: float, most: int = 4, narrowest: float = NARROWEST) -> int:
    """Return how many of so many items stand side by side in that width: rows are as long as one another, or nearly.

    None is narrower than `narrowest` points, but one alone in its row.
    """
    fits = max(1, min(most, count, int((width + gutter) // (narrowest + gutter))))
    rows = -(-count // fits)
    return -(-count // rows)


def least_width(texts: Sequence[Paragraph], style: TextStyle, place: Place) -> float:
    """Return how wide items are at least whose large texts stay on one line at their style's size."""
    measured = (one for text in texts for one in place.context.measured((text,), style, style.size).measured)
    return max([NARROWEST, *(one.width(0, len(one.text)) for one in measured)])


def short_on_a_line(text: Paragraph, style: TextStyle, least: int, place: Place) -> TextStyle:
    """Return a style whose size for short texts leaves that one on a line of a place, if it may be that large."""
    size = style.short or style.size
    while size > least and least_width([text], style.only(size), place) > place.wide.width:
        size = max(size - STEP, least)
    return replace(style, short=max(size, style.size))


def shape(
    rect: Rect, color: str, outline: Outline = Outline.RECTANGLE, corner: float = 0.0, opacity: float = 1.0
) -> Placed:
    """Return a shape that says nothing, in a colour of the palette."""
    item = ShapeItem(color, opacity, outline=outline, corner=corner)
    return Placed(rect, item, Role.DECORATION, None, None, decision=Decision(rect))


def composed(role: Role, rect: Rect, groups: Sequence[Placed], texts: Sequence[SetBlock], span: Span) -> SetBlock:
    """Return items, which are groups, as one block of that role; `texts` are all texts in them, as they were set."""
    return SetBlock(
        (grouped_at(rect, groups, span, role),),
        rect.height,
        flaws=sum(text.flaws for text in texts),
        excess=max((text.excess for text in texts), default=0.0),
        overfull=tuple((name, replace(one, block=span)) for text in texts for name, one in text.overfull),
        findings=tuple(one for text in texts for one in text.findings),
    )


def placed_in(texts: Sequence[SetBlock]) -> tuple[Placed, ...]:
    """Return what is placed of texts, in reading order."""
    return tuple(one for text in texts for one in text.placed)


def grouped_at(rect: Rect, children: Sequence[Placed], span: Span, role: Role = Role.ITEM) -> Placed:
    """Return what stands in a rectangle as one thing: an item, unless another role is given."""
    return Placed(rect, GroupItem(tuple(children)), role, None, span, decision=Decision(rect, NOT_ALONE))
