"""The order of a page's items: reading order, which is drawing order too."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.layout.decision import Decision
from deckmaker.layout.document import Placed, ShapeItem
from deckmaker.layout.logo import place_logo
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import scrim_opacity
from deckmaker.model import PictureFile
from deckmaker.theme import Shape, SlideLayout, Theme
from deckmaker.theme.slots import SLOT_NAMES


def in_order(
    placed: Iterable[Placed], layout: SlideLayout, theme: Theme, logo: PictureFile | None
) -> tuple[Placed, ...]:
    """Return a page's items with the layout's shapes and the logo: what lies under others comes first.

    Those in one slot keep their order.
    """
    in_slots = sorted(placed, key=lambda one: SLOT_NAMES.index(one.region or one.slot or ""))
    rules = [one for one in in_slots if one.role is Role.DECORATION and one.slot is None]
    in_slots = [one for one in in_slots if one not in rules]
    under = [*(_shape(shape, shape.opacity) for shape in layout.shapes if not shape.over_picture), *rules]
    over = [
        _shape(shape, scrim_opacity(shape, in_slots, layout.background, theme) if shape.scrim else shape.opacity)
        for shape in layout.shapes
        if shape.over_picture
    ]
    pictures = [one for one in in_slots if one.region == "picture"] if over else []
    items = [*under, *pictures, *over, *(one for one in in_slots if one not in pictures)]
    if placed_logo := place_logo(logo, layout):
        items.append(placed_logo)
    return tuple(items)


def _shape(shape: Shape, opacity: float) -> Placed:
    decision = Decision(shape.rect, least=shape.opacity if shape.scrim else None)
    return Placed(
        shape.rect, ShapeItem(shape.color, opacity, shape.fade), Role.DECORATION, None, None, decision=decision
    )
