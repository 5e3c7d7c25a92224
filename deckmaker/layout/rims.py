"""Hairlines around pictures whose edge is as dark as what they lie on: else nobody sees where they end.

On a dark ground alone: on white paper, a picture with a white ground is part of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from deckmaker.assets import sketch_of
from deckmaker.dataclasses import replace
from deckmaker.layout.document import Edge, GroupItem, PictureItem, Placed, ShapeItem
from deckmaker.layout.logo import ground_behind, is_dark
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import reduced_pixels
from deckmaker.model import PictureFile
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.contrast import RGB, contrast

if TYPE_CHECKING:
    from PIL.Image import Image

ALIKE = 1.35
"""Contrast under which two dark colours beside each other seem one: a night sky on a page of ink has 1.1 to 1.3."""

LOST = 0.5
"""The part of one side of a picture that is so where one does not see the side."""

OPAQUE = 250
"""The opacity, of 255, of what is a picture's own ground. A drawing without one has no edge to be lost."""


def with_rims(placed: Sequence[Placed], layout: SlideLayout, theme: Theme) -> list[Placed]:
    """Return a page's items, the lowest first, its pictures with a hairline where one of them loses its edge.

    All or none have it: of pictures in rows, some with a line would look chosen. A theme's own line stays.
    """
    rim = theme.pictures.rim
    if rim is None or not _is_lost(placed, layout, theme):
        return list(placed)
    return [_with_rim(one, rim, theme) for one in placed]


def _is_lost(placed: Sequence[Placed], layout: SlideLayout, theme: Theme) -> bool:
    """Tell whether a picture that may have a line loses its edge in any of a theme's modes."""
    below: list[Placed] = []
    for one in (leaf for item in placed for leaf in item.leaves):
        if may_have_rim(one, theme) and isinstance(one.item, PictureItem):
            for palette in theme.modes.values() or (theme.palette,):
                ground = ground_behind(one.rect, below, layout.background, palette)
                if is_dark(ground) and loses_a_side(one.item.file, one.item.crop, ground):
                    return True
        if isinstance(one.item, PictureItem | ShapeItem):
            below.append(one)
    return False


def may_have_rim(placed: Placed, theme: Theme) -> bool:
    """Tell whether an item is a picture within the page: what reaches the page's edge is part of it."""
    rect = placed.rect
    return (
        isinstance(placed.item, PictureItem)
        and placed.role is not Role.LOGO
        and min(rect.x, rect.y) > 0
        and rect.right < theme.width
        and rect.bottom < theme.height
    )


def _with_rim(placed: Placed, rim: str, theme: Theme) -> Placed:
    item = placed.item
    if isinstance(item, GroupItem):
        return replace(placed, item=replace(item, children=tuple(_with_rim(one, rim, theme) for one in item.children)))
    if not isinstance(item, PictureItem) or not may_have_rim(placed, theme) or not has_ground(item.file, item.crop):
        return placed
    edge = Edge(item.edge.corner if item.edge else 0.0, rim, theme.pictures.border_width)
    return replace(placed, item=replace(item, edge=edge))


@lru_cache(maxsize=1_024)
def loses_a_side(file: PictureFile, crop: tuple[float, float, float, float], ground: RGB) -> bool:
    """Tell whether half of a side of what is shown of a picture, or more, cannot be told from a ground."""
    return has_ground(file, crop) and any(
        sum(contrast(color, ground) < ALIKE for color in side) >= LOST * len(side) for side in _colors(file, crop)
    )


@lru_cache(maxsize=1_024)
def has_ground(file: PictureFile, crop: tuple[float, float, float, float]) -> bool:
    """Tell whether what is shown of a picture is opaque all around."""
    shown = _shown(file, crop)
    return all(min(side.getchannel("A").tobytes()) >= OPAQUE for side in _sides(shown))


def _colors(file: PictureFile, crop: tuple[float, float, float, float]) -> Iterator[list[RGB]]:
    for side in _sides(_shown(file, crop)):
        data = side.tobytes()
        yield [(r / 255, g / 255, b / 255) for r, g, b in zip(data[::4], data[1::4], data[2::4], strict=True)]


def _shown(file: PictureFile, crop: tuple[float, float, float, float]) -> Image:
    """Return what is shown of a picture, reduced."""
    pixels = sketch_of(file) if file.vector else reduced_pixels(file)
    width, height = pixels.size
    left, top = min(round(crop[0] * width), width - 1), min(round(crop[1] * height), height - 1)
    right, bottom = max(round((1 - crop[2]) * width), left + 1), max(round((1 - crop[3]) * height), top + 1)
    return pixels.crop((left, top, right, bottom))


def _sides(image: Image) -> Iterable[Image]:
    width, height = image.size
    boxes = [(0, 0, width, 1), (0, height - 1, width, height), (0, 0, 1, height), (width - 1, 0, width, height)]
    return [image.crop(box) for box in boxes]
