"""The order of a page's items: reading order, which is drawing order too."""

from __future__ import annotations

from deckmaker.layout.document import Placed, ShapeItem
from deckmaker.layout.logo import place_logo
from deckmaker.layout.scrim import scrim_opacity
from deckmaker.model import PictureFile
from deckmaker.theme import Shape, SlideLayout, Theme
from deckmaker.theme.slots import SLOT_NAMES


def in_order(
    placed: dict[str, Placed], layout: SlideLayout, theme: Theme, logo: PictureFile | None
) -> tuple[Placed, ...]:
    """Return a page's items with the layout's shapes and the logo: what lies under others comes first."""
    under = [_shape(shape, shape.opacity) for shape in layout.shapes if not shape.over_picture]
    over = [
        _shape(shape, scrim_opacity(shape, placed.values(), layout.background, theme) if shape.scrim else shape.opacity)
        for shape in layout.shapes
        if shape.over_picture
    ]
    names = [name for name in SLOT_NAMES if name in placed]
    if over and "picture" in names:
        names.remove("picture")
        under.append(placed["picture"])
    items = [*under, *over, *(placed[name] for name in names)]
    if placed_logo := place_logo(logo, layout):
        items.append(placed_logo)
    return tuple(items)


def _shape(shape: Shape, opacity: float) -> Placed:
    return Placed(shape.rect, ShapeItem(shape.color, opacity, shape.fade), None, None)
