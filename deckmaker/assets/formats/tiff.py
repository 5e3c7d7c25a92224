"""TIFF files (TIFF 6.0): which of their many kinds can be shown, and whether their strips are all there."""

from __future__ import annotations

from typing import Any

from deckmaker.assets.directory import byte_order, first_directory
from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, cut_short
from deckmaker.assets.limits import check_size
from deckmaker.assets.pixels import opened
from deckmaker.budget import PROFILE_BYTES

_WIDTH, _HEIGHT = 256, 257
_COMPRESSION, _JPEG = 259, 7
_PIECES = ((273, 279), (324, 325))
"""Where strips and tiles begin, and how many bytes each has."""
_KIND_OF_PAGE, _REDUCED = 254, 1
_MEANING, _WHITE_IS_ZERO = 262, 0
_XMP, _IIM, _PHOTOSHOP, _PROFILE, _CREDENTIALS = 700, 33723, 34377, 34675, 52545
_SHOWN = {"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "YCbCr", "CMYK", "I;16", "I;16B", "I;16L"}


def facts(data: bytes) -> Facts:
    """Return what a TIFF's first page says of itself. Raises Unusable where it cannot be shown."""
    stated = first_directory(data, (_WIDTH, _HEIGHT), 4)
    if len(stated) == 2:  # before Pillow sees it, which has a limit of its own
        check_size(*(int.from_bytes(stated[tag], byte_order(data)) for tag in (_WIDTH, _HEIGHT)))  # type: ignore[arg-type]
    with opened(data, "TIFF") as image:
        check_size(*image.size)
        tags: Any = image.tag_v2  # type: ignore[attr-defined]
        if image.mode not in _SHOWN:
            raise Unusable(f"is a TIFF of measurements, not of colours ({image.mode})", "save it with 8 bits a colour")
        if image.mode.startswith("I;16") and tags.get(_MEANING) == _WHITE_IS_ZERO:  # Pillow would show its negative
            raise Unusable("is a TIFF of 16 bits in which zero is white", "save it with 8 bits a colour")
        for places, lengths in _PIECES:
            ends = (place + length for place, length in zip(_all(tags, places), _all(tags, lengths), strict=False))
            if max(ends, default=0) > len(data):
                raise cut_short()
        photo = tags.get(_COMPRESSION) == _JPEG and image.mode in ("L", "RGB", "YCbCr")
        beside = first_directory(data, (_XMP, _IIM, _PHOTOSHOP, _PROFILE, _CREDENTIALS), PROFILE_BYTES.most)
        metadata = Metadata(
            profile=beside.get(_PROFILE, b""),
            exif=data,  # a TIFF's first directory is Exif's
            iim=beside.get(_IIM, beside.get(_PHOTOSHOP, b"")),
            xmp=beside.get(_XMP, b""),
            credentials=_CREDENTIALS in beside,
        )
        width, height = image.size  # Pillow turns it upright by itself
        media_type = "image/jpeg" if photo else "image/png"
        further = "has more than one page" if _has_second_page(image) else ""
    return Facts(width, height, media_type, kept=False, further=further, metadata=metadata)


def _all(tags: Any, number: int) -> tuple[int, ...]:
    value = tags.get(number, ())
    try:
        return tuple(int(one) for one in (value if isinstance(value, tuple) else (value,)))
    except (TypeError, ValueError) as error:
        raise Unusable("is damaged: its strips cannot be found", AGAIN) from error


def _has_second_page(image: Any) -> bool:
    """Tell whether another page follows; a smaller copy of the first is none."""
    try:
        image.seek(1)
    except Exception:  # there is none, or it is broken: the first is what counts
        return False
    return not int(image.tag_v2.get(_KIND_OF_PAGE, 0) or 0) & _REDUCED
