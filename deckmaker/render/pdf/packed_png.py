"""PNGs that a PDF holds as they are packed: its Flate filter knows the filters of their rows (ISO 32000-2, 7.4.4.4)."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from deckmaker.assets.flaw import Unusable
from deckmaker.assets.formats.png_chunks import chunks
from deckmaker.assets.formats.png_header import COLOR, GREY, SAMPLES, read_header
from deckmaker.assets.formats.png_unpacking import unpack_exactly

_MODES = {1: "L", 3: "RGB"}


class PackedPixels(NamedTuple):
    """Pixels of eight bits a component, each row behind the number of its filter, as zlib has packed them."""

    width: int
    height: int
    components: int
    data: bytes


def packed_pixels(png: bytes) -> PackedPixels | None:
    """Return a PNG's pixels as the file holds them, or None where a PDF could not show them so: they are transparent,
    interlaced, of another depth, or damaged."""
    found = list(chunks(png))
    header = read_header(found[0].data)
    if header.depth != 8 or header.kind not in (GREY, COLOR) or header.interlaced:
        return None
    pixels = [one.data for one in found if one.name == b"IDAT"]
    if any(one.name == b"tRNS" for one in found) or not _are_whole(pixels, header.passes()):
        return None
    return PackedPixels(header.width, header.height, SAMPLES[header.kind], b"".join(pixels))


def _are_whole(packed: list[memoryview], passes: list[tuple[int, int]]) -> bool:
    try:
        return unpack_exactly(packed, passes)
    except Unusable:
        return False


def packed_again(png: bytes, components: int) -> tuple[bytes, bytes]:
    """Return a PNG's colours, one or three, and its transparency as zlib packs them, empty where it is opaque.

    Strip by strip: of pixels that are decoded, there is no second copy. Raises Unusable where they are damaged.
    """
    from deckmaker.assets.formats.png_pixels import png_strips

    packers = zlib.compressobj(), zlib.compressobj()
    colors, mask, opaque = [], [], True
    for strip in png_strips(png):
        if strip.mode in ("LA", "RGBA"):
            alpha = strip.getchannel("A")
            opaque = opaque and alpha.getextrema() == (255, 255)
            mask.append(packers[1].compress(alpha.tobytes()))
        colors.append(packers[0].compress(strip.convert(_MODES[components]).tobytes()))
    colors.append(packers[0].flush())
    mask.append(packers[1].flush())
    return b"".join(colors), b"" if opaque else b"".join(mask)
