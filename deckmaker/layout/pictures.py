"""How a picture fills a place: cropped to cover it, or whole inside it. Never squeezed."""

from __future__ import annotations

from deckmaker.model import Picture
from deckmaker.model.geometry import Rect

Crop = tuple[float, float, float, float]


def place_picture(picture: Picture, rect: Rect, fit: str) -> tuple[Rect, Crop]:
    """Return the frame and the crop (left, top, right, bottom, as fractions) of a picture in `rect`."""
    ratio = picture.file.width / picture.file.height
    slot_ratio = rect.width / rect.height
    if fit == "contain":
        width, height = (rect.width, rect.width / ratio) if ratio > slot_ratio else (rect.height * ratio, rect.height)
        left, top = rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2
        return Rect(left, top, width, height), (0.0, 0.0, 0.0, 0.0)
    across, down = picture.focus
    if ratio > slot_ratio:
        spare = 1 - slot_ratio / ratio
        return rect, (spare * across, 0.0, spare * (1 - across), 0.0)
    spare = 1 - ratio / slot_ratio
    return rect, (0.0, spare * down, 0.0, spare * (1 - down))
