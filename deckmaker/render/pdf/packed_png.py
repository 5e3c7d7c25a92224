"""PNGs that a PDF holds as they are packed: its Flate filter knows the filters of their rows (ISO 32000-2, 7.4.4.4)."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NamedTuple

from deckmaker.assets.formats.png import chunks

_COMPONENTS = {0: 1, 2: 3}  # of grey and of colours: PNG (third edition), 11.2.1
_LAST_FILTER = 4
_STEP = 1 << 20


class PackedPixels(NamedTuple):
    """Pixels of eight bits a component, each row behind the number of its filter, as zlib has packed them."""

    width: int
    height: int
    components: int
    data: bytes


def packed_pixels(png: bytes) -> PackedPixels | None:
    """Return a PNG's pixels as the file holds them, or None where a PDF could not show them so: they are transparent,
    interlaced, of another depth, or damaged."""
    found = list(chunks(BytesIO(png)))
    header = found[0].data
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    depth, kind, _, _, interlaced = header[8:]
    if depth != 8 or kind not in _COMPONENTS or interlaced or any(one.name == b"tRNS" for one in found):
        return None
    data = b"".join(one.data for one in found if one.name == b"IDAT")
    whole = _is_whole(data, 1 + width * _COMPONENTS[kind], height)
    return PackedPixels(width, height, _COMPONENTS[kind], data) if whole else None


def _is_whole(packed: bytes, row: int, rows: int) -> bool:
    """Tell whether data unpack to so many rows of so many bytes, each with a filter that there is; little by little."""
    unpacking, step = zlib.decompressobj(), max(1, _STEP // row) * row
    try:
        while piece := unpacking.decompress(packed, step):
            rows -= len(piece) // row
            if rows < 0 or len(piece) % row or max(piece[::row]) > _LAST_FILTER:
                return False
            packed = unpacking.unconsumed_tail
    except zlib.error:
        return False
    return rows == 0 and unpacking.eof
