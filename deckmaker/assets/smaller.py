"""Pictures with fewer pixels than they have, or in grey: for paper, and for files that must not be large."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from deckmaker.assets.pixels import in_eight_bits, opened
from deckmaker.assets.rendition import INKS, Rendition
from deckmaker.dataclasses import dataclass, replace

if TYPE_CHECKING:
    from PIL.Image import Image

_WORTHWHILE = 1.1
"""By how many times a picture must have more pixels across than it needs, for some to be left out."""

_MODES = {"L": "L", "LA": "LA", "RGB": "L", "RGBA": "LA"}
"""What pictures of a mode are in grey."""


@dataclass(frozen=True, slots=True)
class Reduced:
    """A picture as outputs hold it, and how many pixels it has: of fewer, or in grey."""

    rendition: Rendition
    media_type: str
    width: int
    height: int


def reduced(
    shown: Rendition,
    media_type: str,
    size: tuple[int, int],
    wanted: float,
    quality: int,
    grey: bool,
    as_photo: bool = False,
) -> Reduced | None:
    """Return a picture of `size` pixels as one of `wanted` pixels across, written as JPEGs of a `quality` from 1 to 95.

    A PNG that is opaque may become a JPEG `as_photo`, where that takes half of its bytes.

    None where it needs no other than it has, and where the other would take more bytes. Its packet of rights stays in
    it, and its profile but in grey. Raises Unusable where it cannot be decoded.
    """
    share = wanted / size[0]
    is_large = share * _WORTHWHILE < 1
    if not is_large and not (grey and shown.components > 1):
        return None
    target = (max(1, round(size[0] * share)), max(1, round(size[1] * share))) if is_large else size
    image = _decoded(shown, media_type, target)
    if image.size != target:
        from PIL.Image import Resampling

        image = image.resize(target, Resampling.LANCZOS, reducing_gap=3.0)
    profile = shown.profile
    if grey:
        image, profile = _in_grey(image, profile), b""
    data = _written(image, media_type, quality)
    if as_photo and media_type == "image/png" and image.mode in ("L", "RGB"):
        photo = _written(image, "image/jpeg", quality)
        if len(photo) * 2 < len(data):
            data, media_type = photo, "image/jpeg"
    if len(data) >= len(shown.data) and not grey:
        return None
    components = {"L": 1, "LA": 1, "CMYK": INKS}.get(image.mode, 3)
    made = Rendition(data, b"", b"", components, True, False).with_packet(shown.packet)
    return Reduced(replace(made, profile=profile), media_type, *target)


def _decoded(shown: Rendition, media_type: str, target: tuple[int, int]) -> Image:
    kind = media_type.removeprefix("image/")
    if kind == "png":
        from deckmaker.assets.formats.png_pixels import png_pixels

        return in_eight_bits(png_pixels(shown.data))
    with opened(shown.data, kind) as image:
        image.draft(None, target)  # as the file is packed, an eighth is read as fast as the whole
        image.load()
        return in_eight_bits(image)


def _in_grey(image: Image, profile: bytes) -> Image:
    if image.mode == "CMYK":
        from deckmaker.assets.inks import on_screen

        image = on_screen(image, profile)
    return image.convert(_MODES[image.mode])


def _written(image: Image, media_type: str, quality: int) -> bytes:
    stream = BytesIO()
    image.info.clear()
    if media_type == "image/jpeg":
        image.save(stream, "JPEG", quality=quality, optimize=True)
    else:
        image.save(stream, "PNG")
    return stream.getvalue()
