"""A PNG's pixels in eight bits a component, a colour that it names as transparent as alpha."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image as images
from PIL.Image import Image

from deckmaker.assets.formats.png_cleaning import bare_png
from deckmaker.assets.pixels import in_eight_bits, opened

_DEPTH_PLACE = 24  # PNG (third edition), 5.2 and 11.2.1: signature, chunk head, width and height stand before it
_WITH_ALPHA = {"L": "LA", "RGB": "RGBA"}
_STRIP = 1 << 18
"""Pixels that are converted at once, where not all are to be held twice."""
_LARGE = 8_000_000
"""Pixels of a picture that is reduced strip by strip, and not whole."""


def png_pixels(data: bytes) -> Image:
    """Return a PNG's pixels as L, LA, RGB or RGBA. Raises Unusable where they are damaged."""
    with _decoded(data) as image:
        return _in_eight_bits(image, data[_DEPTH_PLACE])


def png_strips(data: bytes) -> Iterator[Image]:
    """Yield a PNG's pixels as L, LA, RGB or RGBA, strip by strip from the top. Raises Unusable."""
    with _decoded(data) as image:
        yield from _strips(image, data[_DEPTH_PLACE], max(1, _STRIP // image.width))


def reduced_png(data: bytes, least: int) -> Image:
    """Return a PNG's pixels as L, LA, RGB or RGBA; very many reduced to not less than `least` across and down."""
    with _decoded(data) as image:
        if image.width * image.height <= _LARGE:
            return _in_eight_bits(image, data[_DEPTH_PLACE])
        by = max(1, image.width // least), max(1, image.height // least)
        small = images.new("RGBA", (-(-image.width // by[0]), -(-image.height // by[1])))
        for number, strip in enumerate(_strips(image, data[_DEPTH_PLACE], by[1])):
            small.paste(strip.convert("RGBA").convert("RGBa").reduce(by).convert("RGBA"), (0, number))
        return small


@contextmanager
def _decoded(data: bytes) -> Iterator[Image]:
    with opened(bare_png(data), "png") as image:  # its profile, and what else Pillow would look at, is no pixel
        image.load()
        yield image


def _strips(image: Image, depth: int, rows: int) -> Iterator[Image]:
    for top in range(0, image.height, rows):
        yield _in_eight_bits(image.crop((0, top, image.width, min(image.height, top + rows))), depth)


def _in_eight_bits(image: Image, depth: int) -> Image:
    key = image.info.get("transparency")
    if image.mode == "I;16":
        return _grey_of_16_bits(image, key)
    if image.mode == "P":
        return image.convert("RGB" if key is None else "RGBA")
    one_bit = image.mode == "1"
    plain = image.convert("L") if one_bit else image
    if key is None:
        return plain
    # Pillow tells the colour in the file's depth, but of one bit as black or white (0 or 255).
    plain.info["transparency"] = 255 * bool(key) if one_bit else _in_8_bits(key, depth)
    return plain.convert(_WITH_ALPHA[plain.mode])


def _grey_of_16_bits(image: Image, key: int | None) -> Image:
    """Return grey in the nearest of 256 levels; what is transparent is told before."""
    grey = in_eight_bits(image)
    if key is None:
        return grey
    alpha = image.convert("I").point([0 if level == key else 255 for level in range(65_536)], "L")
    return images.merge("LA", (grey, alpha))


def _in_8_bits(key: int | tuple[int, ...], depth: int) -> int | tuple[int, ...]:
    """Return a transparent colour as Pillow has scaled the pixels; of 16 bits it keeps the upper 8."""
    if isinstance(key, tuple):
        return tuple(level >> max(0, depth - 8) for level in key)
    return key * 255 // ((1 << depth) - 1)
