"""A PNG without what nobody needs to see: its pixels, its colours, its resolution, and one packet of rights."""

from __future__ import annotations

import zlib
from io import BytesIO

from deckmaker.assets.formats.png import CRITICAL, SIGNATURE, XMP_KEYWORD, Chunk, chunks

_KEPT = {*CRITICAL, b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs"}
_PLAIN_TEXT = b"\0\0\0\0"  # not compressed, no method, no language, no translated keyword


def cleaned_png(data: bytes, profile: bytes, packet: bytes) -> bytes:
    """Return a PNG with its critical chunks, its colours, this profile and this XMP packet alone.

    What else is left out: texts with paths and names of programs, times, Exif with place and thumbnail, further frames,
    and whatever stands behind the end.
    """
    parts = [SIGNATURE]
    for chunk in chunks(BytesIO(data)):
        if chunk.name in _KEPT:
            parts.append(_written(chunk))
        if chunk.name == b"IHDR":
            if profile:
                parts.append(_written(Chunk(b"iCCP", b"icc\0\0" + zlib.compress(profile))))
            if packet:
                parts.append(_written(Chunk(b"iTXt", XMP_KEYWORD + _PLAIN_TEXT + packet)))
    return b"".join(parts)


def _written(chunk: Chunk) -> bytes:
    check = zlib.crc32(chunk.data, zlib.crc32(chunk.name))
    return len(chunk.data).to_bytes(4) + chunk.name + chunk.data + check.to_bytes(4)
