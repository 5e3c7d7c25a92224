"""Light plates behind drawings without a ground of their own, whose dark lines a dark page would hide.

Of pictures that have a ground, a hairline shows where they end (`rims`); these do not end, and their lines are lost.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from deckmaker.assets import is_known_opaque, sketch_of
from deckmaker.dataclasses import replace
from deckmaker.layout.document import Decision, GroupItem, Outline, PictureItem, Placed, ShapeItem
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
"""Points of plate around a drawing in a layout's own place for one, and around one of several."""

MOST_AIR = 0.1
"""The same at most, of the shorter side of the place: a small drawing is not lost on its plate."""


def with_plates(
    under: Sequence[Placed], content: Sequence[Placed], layout: SlideLayout, theme: Theme
) -> tuple[Placed, ...]:
    """Return a page's shapes, the plates that its drawings need, and all that lies above: the lowest first.

    A plate takes its drawing's place, so that it keeps to the page's margins and to what is beside it; the drawing
    becomes smaller by the plate's rim.
    """
    color = theme.pictures.plate
    if color is None or color not in theme.palette:
        return *under, *content
    below: list[Placed] = []
    plates: dict[int, Placed] = {}
    for one in (leaf for item in (*under, *content) for leaf in item.leaves):
        if _needs_plate(one, below, color, layout, theme):
            corner = theme.pictures.corner
            item = ShapeItem(color, 1.0, outline=Outline.ROUNDED if corner else Outline.RECTANGLE, corner=corner)
            plates[id(one)] = Placed(one.rect, item, Role.DECORATION, None, None, decision=Decision(one.rect))
        if isinstance(one.item, PictureItem | ShapeItem):
            below.append(one)
    return *under, *plates.values(), *(_on_plate(one, plates) if plates else one for one in content)


def _on_plate(placed: Placed, plates: Container[int]) -> Placed:
    """Return an item with its drawings that stand on plates made smaller; `plates` are the `id`s of those."""
    item, rect = placed.item, placed.rect
    if isinstance(item, GroupItem):
        return replace(placed, item=replace(item, children=tuple(_on_plate(one, plates) for one in item.children)))
    if id(placed) not in plates:
        return placed
    shorter = min(rect.width, rect.height)
    air = min(AIR if placed.region == "picture" else AIR_IN_ROWS, MOST_AIR * shorter)
    share = 1 - 2 * air / shorter
    width, height = rect.width * share, rect.height * share
    left, top = rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2
    return replace(placed, rect=Rect(left, top, width, height))


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
