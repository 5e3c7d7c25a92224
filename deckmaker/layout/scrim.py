"""How opaque a scrim must be: measured on the picture that lies under it and the texts that lie over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from deckmaker.assets import upright_pixels
from deckmaker.layout.document import PictureItem, Placed, TextItem
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import Shape, Theme
from deckmaker.theme.contrast import RGB, blended, contrast, luminance, rgb

if TYPE_CHECKING:
    from PIL.Image import Image

LEAST = 7.0
"""Contrast of a text over a picture (WCAG 2.2, success criterion 1.4.6, AAA): what lies behind it is never even."""

STEP = 0.05
"""Opacities are tried in steps of this."""

EVEN = 1.5
"""Contrast between the lightest and the darkest behind a letter or two, with the scrim over them, at most. Cranes and
birds that were read with the letters, on the slides of `decks/`, had 2.1 to 2.3; their edges are quiet from 1.5 on."""

SIDE = 96
"""Pixels across of the picture that is measured: fine enough for the patches that can drown a letter."""

SIDE_OF_EDGES = 384
"""The same for what is drawn in lines: 2 points each on a page of 720, as wide as the strokes of letters."""

_RISE, _DROP = 0.75, 0.2
"""How far a line reaches above and below its baseline, in ems: capitals, and most of a descender."""

_WIDE = 2.0
"""How wide the parts of a line are that are looked at, in its heights: a slow change of colour along it is no edge."""


def scrim_opacity(shape: Shape, placed: Iterable[Placed], background: str, theme: Theme) -> float:
    """Return the least opacity, from the shape's own up, at which every text over the shape can be read.

    It has enough contrast, and no edges of the picture are seen between its letters. `background` is the page's colour,
    which shows through where a picture is transparent.
    """
    over = [one for one in placed if one.rect.overlaps(shape.rect)]
    seen: set[tuple[RGB, RGB, RGB]] = set()
    edges: set[tuple[RGB, int, int]] = set()
    for picture, item in ((one, one.item) for one in over if isinstance(one.item, PictureItem)):
        texts = [text for one in over for text in one.texts if text.rect.overlaps(picture.rect)]
        for palette in theme.modes.values() or (theme.palette,):
            reduced, fine = (_on(palette[background], pixels) for pixels in _reduced(item.file))
            greys = _greys(fine)
            seen |= {
                (rgb(palette[color]), rgb(palette[shape.color]), ground)
                for text in texts
                for ground in _extremes(reduced, _fraction(text.rect, picture.rect, item))
                for color in _colors(text)
            }
            edges |= {
                (rgb(palette[shape.color]), *_extreme_greys(greys, _fraction(part, picture.rect, item)))
                for text in texts
                for part in _parts(text)
                if part.overlaps(picture.rect)
            }
    opacity = shape.opacity
    while opacity < 1 and not (
        all(contrast(text, blended(scrim, ground, opacity)) >= LEAST for text, scrim, ground in seen)
        and all(_evenness(scrim, dark, light, opacity) <= EVEN for scrim, dark, light in edges)
    ):
        opacity = min(1.0, round(opacity + STEP, 2))
    return opacity


def extremes_behind(part: Rect, frame: Rect, item: PictureItem, background: str) -> tuple[RGB, RGB]:
    """Return the darkest and the lightest colour of a picture in a part of its frame, on a page of that #RRGGBB."""
    return _extremes(_on(background, reduced_pixels(item.file)), _fraction(part, frame, item))


def mean_behind(part: Rect, frame: Rect, item: PictureItem, ground: RGB) -> RGB:
    """Return the mean colour of a picture in a part of its frame, on a ground that shows where it is transparent."""
    reduced, shown = reduced_pixels(item.file), _fraction(part, frame, item)
    columns, rows = _touched(shown.x, shown.right, reduced.width), _touched(shown.y, shown.bottom, reduced.height)
    behind = "#" + "".join(f"{round(channel * 255):02x}" for channel in ground)
    pixels = _on(behind, reduced.crop((columns.start, rows.start, columns.stop, rows.stop))).tobytes()
    red, green, blue = (sum(pixels[channel::3]) * 3 / len(pixels) / 255 for channel in range(3))
    return red, green, blue


def _parts(text: Placed) -> Iterator[Rect]:
    """Yield what lies behind the letters of a text, in parts that overlap by half."""
    assert isinstance(text.item, TextItem)
    for paragraph in text.item.setting.paragraphs:
        for line in paragraph.lines:
            if runs := [run for run in line.line.runs if not run.text.isspace()]:
                size = max(run.style.size for run in runs)
                left, right = min(run.x for run in runs), max(run.x + run.width for run in runs)
                top, height = text.rect.y + text.item.offset + line.baseline - _RISE * size, (_RISE + _DROP) * size
                for step in range(max(1, ceil((right - left) / height * 2 / _WIDE))):
                    at = left + step * height * _WIDE / 2
                    yield Rect(text.rect.x + line.x + at, top, min(height * _WIDE, right - at), height)


def _evenness(scrim: RGB, dark: int, light: int, opacity: float) -> float:
    """Return the contrast between two greys, 0 to 255, under a scrim."""
    under = (blended(scrim, (grey / 255,) * 3, opacity) for grey in (dark, light))
    return contrast(*under)


def _extreme_greys(greys: Image, part: Rect) -> tuple[int, int]:
    """Return the darkest and the lightest grey of a part of a picture, 0 to 255."""
    columns, rows = _touched(part.x, part.right, greys.width), _touched(part.y, part.bottom, greys.height)
    dark, light = greys.crop((columns.start, rows.start, columns.stop, rows.stop)).getextrema()
    return int(dark), int(light)  # type: ignore[arg-type] # pairs where a picture has several channels


def _greys(picture: Image) -> Image:
    """Return a picture in the greys that have the luminance of its colours."""
    linear = picture.point([round(luminance((level / 255,) * 3) * 255) for level in range(256)] * 3)
    luminances = linear.convert("L", (0.2126, 0.7152, 0.0722, 0))
    return luminances.point([round(255 * _encoded(level / 255)) for level in range(256)])


def _encoded(luminance: float) -> float:
    """Return the sRGB level, 0 to 1, of a grey of that luminance (IEC 61966-2-1)."""
    return 12.92 * luminance if luminance <= 0.0031308 else 1.055 * luminance ** (1 / 2.4) - 0.055


def _colors(text: Placed) -> Iterator[str]:
    assert isinstance(text.item, TextItem)
    for paragraph in text.item.setting.paragraphs:
        for set_line in paragraph.lines:
            yield from (run.style.color for run in set_line.line.runs)
        if paragraph.marker:
            yield paragraph.marker.style.color


def _fraction(text: Rect, frame: Rect, item: PictureItem) -> Rect:
    """Return which part of a picture lies behind a text, as fractions of its width and height before it is cropped."""
    left, top, right, bottom = item.crop
    across, down = (1 - left - right) / frame.width, (1 - top - bottom) / frame.height
    seen = text.within(frame)
    start = frame.right - seen.right if item.turned else seen.x - frame.x
    return Rect(left + start * across, top + (seen.y - frame.y) * down, seen.width * across, seen.height * down)


def _extremes(picture: Image, part: Rect) -> tuple[RGB, RGB]:
    """Return the darkest and the lightest colour of a part of a picture."""
    columns = _touched(part.x, part.right, picture.width)
    rows = _touched(part.y, part.bottom, picture.height)
    data = picture.crop((columns.start, rows.start, columns.stop, rows.stop)).tobytes()
    colors = set(
        zip(data[::3], data[1::3], data[2::3], strict=True)
    )  # each is looked at once: most are many times there
    found = [(luminance(color), color) for color in ((r / 255, g / 255, b / 255) for r, g, b in colors)]
    return min(found)[1], max(found)[1]


def _touched(start: float, end: float, count: int) -> range:
    """Return the indexes of those of `count` pixels side by side that a stretch touches, given as fractions."""
    first = min(count - 1, int(start * count))
    return range(first, max(first + 1, min(count, ceil(end * count))))


def _on(background: str, picture: Image) -> Image:
    """Return a picture as it is seen on a background, in RGB."""
    from PIL import Image

    return Image.alpha_composite(Image.new("RGBA", picture.size, background), picture).convert("RGB")


def reduced_pixels(file: PictureFile) -> Image:
    """Return a picture, reduced so that it is quick to look at."""
    return _reduced(file)[0]


@lru_cache(maxsize=32)  # 400 kB each; a picture is measured for each palette and slide that shows it
def _reduced(file: PictureFile) -> tuple[Image, Image]:
    """Return a picture in few pixels, and in so many that thin lines are still seen: it is decoded once for both."""
    from PIL import Image

    pixels = upright_pixels(file, least=SIDE_OF_EDGES * 2).convert("RGBA")
    small, fine = pixels.copy(), pixels
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    fine.thumbnail((SIDE_OF_EDGES, SIDE_OF_EDGES), Image.Resampling.BOX)
    return small, fine
