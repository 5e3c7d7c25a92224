"""Pictures in drawings: from the bytes of any picture file to what outputs hold of it, read without trust."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from deckmaker.assets.drawings.vectors.drawing import Pixels
from deckmaker.assets.formats.png_pixels import reduced_png
from deckmaker.assets.limits import check_size
from deckmaker.assets.pixels import opened
from deckmaker.assets.reading import facts_of
from deckmaker.assets.rendition import rendition

if TYPE_CHECKING:
    from PIL.Image import Image


def pixels_of(data: bytes) -> Pixels:
    """Return a picture of any kind that decks may show, without what is private in it. Raises Unusable for others."""
    kind, facts = facts_of(data)
    check_size(*facts.size)
    made = rendition(data, kind, facts, b"", inks=False)
    return Pixels(made, facts.media_type, *facts.size)


_FEW = 256
"""Pixels of the longer side of what is kept of a picture, twice as many as any sketch has."""


def small(pixels: Pixels, size: tuple[int, int]) -> Image:
    """Return a picture as RGBA of few pixels, so many across and down, not more than 256 each."""
    return _few(pixels).resize(size)


@lru_cache(maxsize=64)  # a quarter of a megabyte each: a template may show one in a hundred places
def _few(pixels: Pixels) -> Image:
    if pixels.media_type == "image/png":
        shown = reduced_png(pixels.rendition.data, _FEW)
    else:
        with opened(pixels.rendition.data, "jpeg") as image:
            image.draft(image.mode, (_FEW, _FEW))
            shown = image.copy()
    shown.thumbnail((_FEW, _FEW))
    return shown.convert("RGBA")


def dots_per_inch(pixels: Pixels) -> float:
    """Return the density that a picture says it has, 96 where it says none that makes sense."""
    kind = pixels.media_type.removeprefix("image/")
    with opened(pixels.rendition.data, kind) as image:
        found = image.info.get("dpi")
    across = found[0] if isinstance(found, tuple) and found else 0
    return float(across) if 30 <= across <= 2_400 else 96.0
