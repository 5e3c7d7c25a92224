"""A PNG's pixels in eight bits a component, a colour that it names as transparent as alpha."""

from __future__ import annotations

from PIL.Image import Image, merge

from deckmaker.assets.pixels import in_eight_bits, opened

_DEPTH_PLACE = 24  # PNG (third edition), 5.2 and 11.2.1: signature, chunk head, width and height stand before it
_WITH_ALPHA = {"L": "LA", "RGB": "RGBA"}


def png_pixels(data: bytes) -> Image:
    """Return a PNG's pixels as L, LA, RGB or RGBA. Raises Unusable where they are damaged."""
    with opened(data, "PNG") as image:
        image.load()
        key = image.info.get("transparency")
        if image.mode == "I;16":
            return _grey_of_16_bits(image, key)
        if image.mode == "P":
            return image.convert("RGB" if key is None else "RGBA")
        one_bit = image.mode == "1"
        plain = image.convert("L" if one_bit else image.mode)
        if key is None:
            return plain
        # Pillow tells the colour in the file's depth, but of one bit as black or white (0 or 255).
        plain.info["transparency"] = 255 * bool(key) if one_bit else _in_8_bits(key, data[_DEPTH_PLACE])
        return plain.convert(_WITH_ALPHA[plain.mode])


def _grey_of_16_bits(image: Image, key: int | None) -> Image:
    """Return grey in the nearest of 256 levels; what is transparent is told before."""
    grey = in_eight_bits(image)
    if key is None:
        return grey
    return merge("LA", (grey, image.convert("I").point([0 if level == key else 255 for level in range(65_536)], "L")))


def _in_8_bits(key: int | tuple[int, ...], depth: int) -> int | tuple[int, ...]:
    """Return a transparent colour as Pillow has scaled the pixels; of 16 bits it keeps the upper 8."""
    if isinstance(key, tuple):
        return tuple(level >> max(0, depth - 8) for level in key)
    return key * 255 // ((1 << depth) - 1)
