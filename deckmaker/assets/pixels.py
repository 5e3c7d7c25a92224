"""Pixels of pictures, by Pillow: opened without its warnings, upright, first picture only; and written again."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from deckmaker.assets.facts import UPRIGHT
from deckmaker.assets.flaw import Unusable, damaged
from deckmaker.assets.silence import silent_stderr

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose

QUALITY = 95
"""Of a JPEG that had to be decoded, with colours in full resolution: what is lost, no eye finds."""


@contextmanager
def opened(data: bytes, kind: str) -> Iterator[Image]:
    """Open a picture of a known kind. Raises Unusable for whatever goes wrong with it.

    Our own limits are tighter than those of which Pillow warns, and are kept before it sees a file.
    """
    import logging

    from PIL import Image

    logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)  # or Python would print what it logs
    try:
        with warnings.catch_warnings(), silent_stderr() if kind == "tiff" else nullcontext():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=(kind.upper(),)) as image:
                yield image
    except (Unusable, MemoryError):
        raise
    except Exception as error:  # on broken files its readers raise anything: SyntaxError, KeyError, struct.error …
        raise damaged(_said(error)) from error


def upright(image: Image, orientation: int) -> Image:
    """Return a picture with its first row at the top."""
    turn = _turn(orientation)
    return image if turn is None else image.transpose(turn)


def _turn(orientation: int) -> Transpose | None:
    from PIL.Image import Transpose

    turns = (
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    return None if orientation == UPRIGHT else turns[orientation - 2]


def in_eight_bits(image: Image) -> Image:
    """Return a decoded picture as L, LA, RGB, RGBA or CMYK."""
    if image.mode.startswith("I"):  # grey of 16 bits, which Pillow would cut off at 255
        return image.convert("I").point(_levels(), "L")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return image
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("La", "PA"):
        return image.convert("LA" if image.mode == "La" else "RGBA")
    transparent = image.mode == "RGBa" or "transparency" in image.info
    return image.convert("RGBA" if transparent else "RGB")


@cache
def _levels() -> list[int]:
    """Return sixteen bits to eight, the nearest: for the rare picture that has them, so made when the first comes."""
    return [round(level / 257) for level in range(65_536)]


def encoded(image: Image, media_type: str, profile: bytes) -> bytes:
    """Return a picture as a JPEG or PNG file that carries nothing but a profile. What the image knows else is lost."""
    stream = BytesIO()
    image.info.clear()  # a copy without it would be all of its pixels once more
    if media_type == "image/jpeg":
        image.save(stream, "JPEG", quality=QUALITY, subsampling=0, icc_profile=profile or None)
    else:
        image.save(stream, "PNG", icc_profile=profile or None)
    return stream.getvalue()


def _said(error: Exception) -> str:
    """Return what Pillow says of a file, in a line; what it says of its own code, nobody understands."""
    said = " ".join(str(error).split())[:80] if isinstance(error, OSError) else ""
    return said if said and "<" not in said else "its pixels cannot be read"
