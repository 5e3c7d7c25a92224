"""Whether a picture fills its place and is cropped, or is shown whole, where its author leaves that to layout."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from deckmaker.layout.document import HAIR
from deckmaker.model import Picture, PictureFile
from deckmaker.model.geometry import Rect

FAR = 0.3
"""A picture of which its place would show a smaller part has too different a shape to be cropped to it."""

GROUND = 0.4
"""The part of a drawing that is of one colour: charts and screenshots have a ground, photos and painted scenes none."""


def fit_in(picture: Picture, place: Rect, usual: str, is_behind: bool) -> str:
    """Return how a picture fills its place, cover or contain: as its author says, else as is `usual` there.

    Where that is to cover, a picture is shown whole nonetheless whose shape is far from the place's, and a chart, a
    screenshot or a drawing, which would lose words at its edges. It covers where its author said what must stay in
    view, and where it `is_behind` texts.
    """
    if picture.fit:
        return picture.fit
    if usual == "contain" or is_behind or picture.focus != (0.5, 0.5):
        return usual
    shown = shown_part(picture.file, place)
    if shown > 1 - HAIR:
        return usual
    return "contain" if shown < FAR or _is_drawing(picture.file) else usual


def shown_part(file: PictureFile, place: Rect) -> float:
    """Return how much of a picture is seen where it covers a place, from 0 to 1."""
    own, its = file.width / file.height, place.width / place.height
    return min(own, its) / max(own, its)


@lru_cache(maxsize=1_024)
def _is_drawing(file: PictureFile) -> bool:
    """Tell whether a picture was drawn on a ground of one colour. A JPEG is a photo, and is not looked at."""
    if file.vector:
        return True
    if file.media_type != "image/png":
        return False
    from deckmaker.layout.scrim import reduced_pixels

    pixels = reduced_pixels(file).tobytes()
    colors = Counter(zip(*(pixels[one::4] for one in range(4)), strict=True))
    return len(colors) > 1 and max(colors.values()) * 4 >= GROUND * len(pixels)
