"""Pictures as reportlab can take them: a JPEG's bytes untouched, a PNG's pixels in eight bits a component.

reportlab would clip grey of 16 bits to white and would overlook a colour that a PNG names as transparent.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PIL import Image
from reportlab.lib.utils import ImageReader

from deckmaker.model import PictureFile

_DEPTH_PLACE = 24  # PNG (third edition), 5.2 and 11.2.1: signature, chunk head, width and height stand before it
_WITH_ALPHA = {"L": "LA", "RGB": "RGBA"}


class _NamedByContent(str):
    """The path of a picture. reportlab names the picture in the PDF after what `str()` says of it: here the hash of its
    content, so that where a project lies on the disk does not change the file."""

    __slots__ = ()

    def __str__(self) -> str:
        with open(self, "rb") as stream:
            return sha256(stream.read()).hexdigest()


def drawable(file: PictureFile) -> str | ImageReader:
    """Return what `Canvas.drawImage` is to draw. From a path, not an ImageReader, it takes a JPEG's bytes as they are;
    inks of a JPEG count as inverted, as in browsers."""
    return _NamedByContent(file.path) if file.media_type == "image/jpeg" else ImageReader(_pixels(file.path))


def _pixels(path: Path) -> Image.Image:
    """Return a PNG's pixels as L, LA, RGB or RGBA, a transparent colour as alpha."""
    with Image.open(path) as image:
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
    plain.info["transparency"] = 255 * bool(key) if one_bit else _in_8_bits(key, _depth(path))
    return plain.convert(_WITH_ALPHA[plain.mode])


def _grey_of_16_bits(image: Image.Image, key: int | None) -> Image.Image:
    """Return grey in the nearest of 256 levels; what is transparent is told before."""
    whole = image.convert("I")
    grey = whole.point([round(level / 257) for level in range(65_536)], "L")
    if key is None:
        return grey
    return Image.merge("LA", (grey, whole.point([0 if level == key else 255 for level in range(65_536)], "L")))


def _in_8_bits(key: int | tuple[int, ...], depth: int) -> int | tuple[int, ...]:
    """Return a transparent colour as Pillow has scaled the pixels; of 16 bits it keeps the upper 8."""
    if isinstance(key, tuple):
        return tuple(level >> max(0, depth - 8) for level in key)
    return key * 255 // ((1 << depth) - 1)


def _depth(path: Path) -> int:
    with path.open("rb") as stream:
        return stream.read(_DEPTH_PLACE + 1)[_DEPTH_PLACE]
