"""Items one below the other, the first text of each at the start of its row and the others beside it.

─────────────────────────────
€ 1.2 million   for berth 4
─────────────────────────────
61 dB(A)        at the nearest window today
                +4 since 2019
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.compositions import CompositionItem, Draw, composed, grouped_at, placed_in
from deckmaker.layout.document import Placed
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import GroupText, stacked_texts
from deckmaker.model.geometry import Rect
from deckmaker.theme import TextStyle


@dataclass(frozen=True)
class ValueRows:
    """Items in rows `row_gap` points apart. Their first texts are `lead` points wide, the others `gutter` behind them.

    Both stand `above` points below a row's top, or lower, about its middle. Texts of an item are `gap` points apart.
    `draw` makes the shapes behind an item. A step is that of the style `measure`; see `stacked_texts`.
    """

    role: Role
    items: Sequence[CompositionItem]
    measure: TextStyle
    lead: float
    gutter: float
    row_gap: float
    gap: float = 3.0
    above: float = 0.0
    draw: Draw = field(default=lambda _index, _room: ())

    def set(self, place: Place, step: int, span: Span) -> SetBlock:
        """Set all items from the top of a place, their texts `step` points smaller than their styles."""
        wide, y = place.wide, place.rect.y
        groups: list[Placed] = []
        blocks: list[SetBlock] = []
        for index, item in enumerate(self.items):
            if index:
                y += self.row_gap
            texts, height = self._row(item, place, step, y + self.above)
            room = Rect(wide.x, y, wide.width, self.above + height)
            groups.append(grouped_at(room, (*self.draw(index, room), *placed_in(texts)), item.span))
            blocks += texts
            y += room.height
        return composed(self.role, Rect(wide.x, place.rect.y, wide.width, y - place.rect.y), groups, blocks, span)

    def _row(self, item: CompositionItem, place: Place, step: int, top: float) -> tuple[list[SetBlock], float]:
        """Return the texts of an item and how high its row is, in points."""
        wide = place.wide
        start = wide.x + self.lead + self.gutter
        sides = [(item.texts[:1], wide.x, self.lead), (item.texts[1:], start, wide.right - start)]

        def side(texts: Sequence[GroupText], x: float, width: float, y: float) -> list[SetBlock]:
            rect = Rect(x, y, width, max(place.rect.bottom - y, 0.0))
            return stacked_texts(
                texts, replace(place, rect=rect, wide=rect, top=y), step, item.span, self.gap, self.measure
            )

        heights = [sum(one.height for one in side(*each, top)) for each in sides]
        grid = place.styles.theme.baseline
        texts: list[SetBlock] = []
        for each, height in zip(sides, heights, strict=True):
            texts += side(*each, top + floor((max(heights) - height) / 2 / grid) * grid)
        return texts, max(heights)
