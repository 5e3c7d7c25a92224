"""TIFF files (TIFF 6.0): which of their many kinds can be shown, and whether their strips are all there."""

from __future__ import annotations

from deckmaker.assets.directory import first_directory
from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import Unusable, cut_short, damaged
from deckmaker.assets.formats.tiff_page import (
    COMPRESSION,
    DEPTHS,
    HEIGHT,
    MEANING,
    PIECES,
    SAMPLES,
    TILE_HEIGHT,
    TILE_WIDTH,
    WIDTH,
    Page,
    bare_tiff,
    first_page,
)
from deckmaker.assets.limits import check_memory, check_size
from deckmaker.assets.pixels import opened
from deckmaker.budget.pictures import PROFILE_BYTES

_JPEG = 7
_WHITE_IS_ZERO = 0
_XMP, _IIM, _PHOTOSHOP, _PROFILE, _CREDENTIALS = 700, 33723, 34377, 34675, 52545
_SHOWN = {"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "YCbCr", "CMYK", "I;16", "I;16B", "I;16L"}
_PIXEL = 8
"""Bytes of a pixel in memory, as it is shown and turned upright; a strip of all of them is there besides."""


def facts(data: bytes) -> Facts:
    """Return what a TIFF's first page says of itself. Raises Unusable where it cannot be shown."""
    page = first_page(data)
    _check(page, len(data))
    with opened(bare_tiff(data, page), "tiff") as image:
        check_size(*image.size)
        if image.mode not in _SHOWN:
            raise Unusable(f"is a TIFF of measurements, not of colours ({image.mode})", "save it with 8 bits a colour")
        if image.mode.startswith("I;16") and page.number(MEANING, 1) == _WHITE_IS_ZERO:  # Pillow shows its negative
            raise Unusable("is a TIFF of 16 bits in which zero is white", "save it with 8 bits a colour")
        photo = page.number(COMPRESSION, 1) == _JPEG and image.mode in ("L", "RGB", "YCbCr")
        width, height = image.size  # Pillow turns it upright by itself
    beside = first_directory(data, (_XMP, _IIM, _PHOTOSHOP, _PROFILE, _CREDENTIALS), PROFILE_BYTES.most)
    metadata = Metadata(
        profile=beside.get(_PROFILE, b""),
        exif=data,  # a TIFF's first directory is Exif's
        iim=beside.get(_IIM, beside.get(_PHOTOSHOP, b"")),
        xmp=beside.get(_XMP, b""),
        credentials=_CREDENTIALS in beside,
    )
    media_type = "image/jpeg" if photo else "image/png"
    further = "has more than one page" if page.further else ""
    return Facts(width, height, media_type, kept=False, further=further, metadata=metadata)


def _check(page: Page, size: int) -> None:
    """Raise Unusable for a page that is too large, or whose strips are not in the file, each once."""
    width, height = page.number(WIDTH, 0), page.number(HEIGHT, 0)
    check_size(width, height)
    across, down = (max(1, page.number(tag, 1)) for tag in (TILE_WIDTH, TILE_HEIGHT))
    width, height = -(-width // across) * across, -(-height // down) * down  # tiles are decoded whole
    check_size(width, height)
    bits = page.number(SAMPLES, 1) * max(page.numbers(DEPTHS), default=1)
    check_memory(width * height * (_PIXEL + bits // 8))
    for places, lengths in PIECES:
        pieces = list(zip(page.numbers(places), page.numbers(lengths), strict=False))
        if max((start + length for start, length in pieces), default=0) > size:
            raise cut_short()
        if sum(length for _, length in pieces) > size:
            raise damaged("its strips lie on each other")


def bare(data: bytes) -> bytes:
    """Return a TIFF with its first page alone."""
    return bare_tiff(data, first_page(data))
