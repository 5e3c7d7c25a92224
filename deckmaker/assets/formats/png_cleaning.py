"""A PNG without what nobody needs to see: its pixels, its colours, its resolution, and one packet of rights."""

from __future__ import annotations

import zlib

from deckmaker.assets.formats.png import XMP_KEYWORD
from deckmaker.assets.formats.png_chunks import SIGNATURE, chunks, written
from deckmaker.assets.formats.png_kept import kept

_PLAIN_TEXT = b"\0\0\0\0"  # not compressed, no method, no language, no translated keyword


def cleaned_png(data: bytes, profile: bytes, packet: bytes) -> bytes:
    """Return a PNG with its critical chunks, its colours, this profile and this XMP packet alone.

    What else is left out: texts with paths and names of programs, times, Exif with place and thumbnail, further frames,
    and whatever stands behind the end.
    """
    header, *rest = kept(chunks(data))
    ours = []
    if profile:
        ours.append(written(b"iCCP", b"icc\0\0" + zlib.compress(profile)))
    if packet:
        ours.append(written(b"iTXt", XMP_KEYWORD + _PLAIN_TEXT + packet))
    if not ours and len(SIGNATURE) + len(header) + sum(map(len, rest)) == len(data):
        return data  # nothing is to be left out: a clean picture is not copied
    return b"".join([SIGNATURE, header, *ours, *rest])


def bare_png(data: bytes) -> bytes:
    """Return a PNG with nothing that decides how its colours are seen or that anybody could read."""
    return cleaned_png(data, b"", b"")
