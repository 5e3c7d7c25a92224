"""Light plates behind drawings without a ground of their own, whose dark lines a dark page would hide.

Of pictures that have a ground, a hairline shows where they end (`rims`); these do not end, and their lines are lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from deckmaker.assets import is_known_opaque, sketch_of
from deckmaker.layout.document import Decision, Outline, PictureItem, Placed, ShapeItem
from deckmaker.layout.logo import ground_behind, is_dark
from deckmaker.layout.rims import has_ground, may_have_rim
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import reduced_pixels
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.contrast import RGB, contrast, rgb

FAINT = 1.5
"""Contrast under which lines on a dark page are hardly seen."""

SHARE = 0.25
"""The part of a drawing that is so where it needs a plate: labels and axes of a diagram, the body of a thing."""

SEEN = 128
"""The least opacity, of 255, of what counts: not the soft edges of lines."""

AIR, AIR_IN_ROWS = 18.0, 6.0
"""Points of plate around a drawing in a layout's own place for one, and around one of several, 18 points apart."""


def plates(placed: Sequence[Placed], layout: SlideLayout, theme: Theme) -> Iterator[Placed]:
    """Yield the plates that drawings of a page need; `placed` is all that is on it, the lowest first.

    They lie under all of that but the page's own shapes.
    """
    color = theme.pictures.plate
    if color is None or color not in theme.palette:
        return
    below: list[Placed] = []
    for one in (leaf for item in placed for leaf in item.leaves):
        if _needs_plate(one, below, color, layout, theme):
            rect, corner = _around(one, layout), theme.pictures.corner
            item = ShapeItem(color, 1.0, outline=Outline.ROUNDED if corner else Outline.RECTANGLE, corner=corner)
            yield Placed(rect, item, Role.DECORATION, None, None, decision=Decision(rect))
        if isinstance(one.item, PictureItem | ShapeItem):
            below.append(one)


def _needs_plate(placed: Placed, below: Iterable[Placed], color: str, layout: SlideLayout, theme: Theme) -> bool:
    """Tell whether an item is a drawing on the bare page of which too much is hidden there, and less on a plate.

    One of a theme's modes is enough.
    """
    item = placed.item
    if not isinstance(item, PictureItem) or not may_have_rim(placed, theme) or is_known_opaque(item.file):
        return False
    if any(one.rect.overlaps(placed.rect) for one in below):
        return False  # a plate would lie under that, too
    for palette in theme.modes.values() or (theme.palette,):
        ground = ground_behind(placed.rect, (), layout.background, palette)
        if is_dark(ground) and share_hidden(item.file, ground) >= SHARE > share_hidden(item.file, rgb(palette[color])):
            return not has_ground(item.file, item.crop)
    return False


def _around(placed: Placed, layout: SlideLayout) -> Rect:
    """Return the place of a plate: somewhat larger than its drawing, within the layout's place for one."""
    rect, slot = placed.rect, layout.slots.get("picture")
    in_slot = placed.region == "picture" and slot is not None
    air = AIR if in_slot else AIR_IN_ROWS
    grown = Rect(rect.x - air, rect.y - air, rect.width + 2 * air, rect.height + 2 * air)
    return grown.within(slot.rect) if slot and in_slot else grown


@lru_cache(maxsize=1_024)
def share_hidden(file: PictureFile, ground: RGB) -> float:
    """Return how much of what is seen of a picture hardly stands out from a ground, from 0 to 1."""
    data = (sketch_of(file) if file.vector else reduced_pixels(file)).tobytes()
    seen = [
        (red / 255, green / 255, blue / 255)
        for red, green, blue, alpha in zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True)
        if alpha >= SEEN
    ]
    return sum(contrast(color, ground) < FAINT for color in seen) / len(seen) if seen else 0.0
