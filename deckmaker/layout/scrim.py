"""How opaque a scrim must be: measured on the picture that lies under it and the texts that lie over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from deckmaker.assets import upright_pixels
from deckmaker.layout.document import Item, PictureItem, Placed, TextItem
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import Shape, Theme
from deckmaker.theme.contrast import RGB, blended, contrast, luminance, rgb

LEAST = 7.0
"""Contrast of a text over a picture (WCAG 2.2, success criterion 1.4.6, AAA): what lies behind it is never even."""

STEP = 0.05
"""Opacities are tried in steps of this."""

SIDE = 96
"""Pixels across of the picture that is measured: fine enough for the patches that can drown a letter."""


@dataclass(frozen=True, slots=True)
class _Reduced:
    """A picture's colours row by row, reduced so that it is quick to look at."""

    width: int
    height: int
    pixels: Sequence[RGB]


def scrim_opacity(shape: Shape, placed: Iterable[Placed], background: str, theme: Theme) -> float:
    """Return the least opacity, from the shape's own up, at which every text over the shape has enough contrast.

    `background` is the page's colour, which shows through where a picture is transparent.
    """
    over = [one for one in placed if one.rect.overlaps(shape.rect)]
    seen: set[tuple[RGB, RGB, RGB]] = set()
    for picture, item in ((one, one.item) for one in over if isinstance(one.item, PictureItem)):
        texts = [one for one in over if isinstance(one.item, TextItem) and one.rect.overlaps(picture.rect)]
        for palette in theme.modes.values() or (theme.palette,):
            reduced = _reduced(item.file, palette[background])
            seen |= {
                (rgb(palette[color]), rgb(palette[shape.color]), ground)
                for text in texts
                for ground in _extremes(reduced, _fraction(text.rect, picture.rect, item.crop))
                for color in _colors(text.item)
            }
    opacity = shape.opacity
    while opacity < 1 and not all(
        contrast(text, blended(scrim, ground, opacity)) >= LEAST for text, scrim, ground in seen
    ):
        opacity = min(1.0, round(opacity + STEP, 2))
    return opacity


def _colors(item: Item) -> Iterator[str]:
    assert isinstance(item, TextItem)
    for paragraph in item.setting.paragraphs:
        for set_line in paragraph.lines:
            yield from (run.style.color for run in set_line.line.runs)
        if paragraph.marker:
            yield paragraph.marker.style.color


def _fraction(text: Rect, frame: Rect, crop: tuple[float, float, float, float]) -> Rect:
    """Return which part of a picture lies behind a text, as fractions of its width and height before `crop`."""
    left, top, right, bottom = crop
    across, down = (1 - left - right) / frame.width, (1 - top - bottom) / frame.height
    seen = text.within(frame)
    return Rect(
        left + (seen.x - frame.x) * across, top + (seen.y - frame.y) * down, seen.width * across, seen.height * down
    )


def _extremes(picture: _Reduced, part: Rect) -> tuple[RGB, RGB]:
    """Return the darkest and the lightest colour of a part of a picture."""
    columns = _touched(part.x, part.right, picture.width)
    rows = _touched(part.y, part.bottom, picture.height)
    found = {picture.pixels[row * picture.width + column] for row in rows for column in columns}
    return min(found, key=luminance), max(found, key=luminance)


def _touched(start: float, end: float, count: int) -> range:
    """Return the indexes of those of `count` pixels side by side that a stretch touches, given as fractions."""
    first = min(count - 1, int(start * count))
    return range(first, max(first + 1, min(count, ceil(end * count))))


def _reduced(file: PictureFile, background: str) -> _Reduced:
    """Read a picture as it is seen on a background."""
    from PIL import Image

    small = upright_pixels(file, least=SIDE * 2).convert("RGBA")
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    data = Image.alpha_composite(Image.new("RGBA", small.size, background), small).convert("RGB").tobytes()
    pixels = [(data[i] / 255, data[i + 1] / 255, data[i + 2] / 255) for i in range(0, len(data), 3)]
    return _Reduced(small.width, small.height, pixels)
