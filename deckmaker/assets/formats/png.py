"""PNG files (W3C PNG, third edition), judged from the header to the end chunk, with all their pixels unpacked once."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from deckmaker.assets.facts import UPRIGHT, Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable
from deckmaker.assets.formats.png_chunks import Chunk, chunks
from deckmaker.assets.formats.png_header import GREY, GREY_ALPHA, PALETTE, Header, read_header
from deckmaker.assets.formats.png_kept import kept
from deckmaker.assets.formats.png_unpacking import unpack_exactly
from deckmaker.assets.limits import check_memory
from deckmaker.assets.rights.exif import orientation
from deckmaker.budget.pictures import PROFILE_BYTES, RIGHTS_BYTES

XMP_KEYWORD = b"XML:com.adobe.xmp\0"
_LONGEST_NAME = 79
_PIXEL, _TURNED = 4, 8
"""Bytes of a pixel in memory, and of one that is turned: there are two of it then."""
_NARROW, _NARROW_TURNED = {GREY, PALETTE}, 9
"""Kinds of which one or two bytes are enough, until they become colours."""


def facts(data: bytes, exact: bool | None = None) -> Facts:
    """Return what a PNG's chunks say, all of them and its pixels seen to be whole. Raises Unusable for others.

    One whose stream of pixels holds more than they is written anew; `exact` is whether it does, where that is known.
    """
    found = list(_checked(chunks(data)))
    header = read_header(found[0].data)
    metadata = _metadata(found)
    upright = orientation(metadata.exif)
    _check_memory(header, turned=upright != UPRIGHT)
    for _ in kept(found):
        pass
    if exact is None:
        exact = unpack_exactly((one.data for one in found if one.name == b"IDAT"), header.passes())
    return Facts(
        header.width,
        header.height,
        "image/png",
        kept=exact,
        orientation=upright,
        components=1 if header.kind in (GREY, GREY_ALPHA) else 3,
        further="is animated" if _frames(found) > 1 else "",
        metadata=metadata,
    )


def _checked(found: Iterator[Chunk]) -> Iterator[Chunk]:
    """Yield chunks of which the first is the header."""
    first = next(found)
    if first.name != b"IHDR":
        raise Unusable("is a PNG for Apple's own programs" if first.name == b"CgBI" else "is damaged: no header", AGAIN)
    read_header(first.data)  # what is too large is refused before the rest is read
    yield first
    yield from found


def _check_memory(header: Header, turned: bool) -> None:
    """Raise Unusable where too much memory would be needed for its pixels, for two of its rows, and to turn it."""
    pixel = _TURNED if turned else _PIXEL
    if header.kind in _NARROW:
        pixel = _NARROW_TURNED if turned else 1 + (header.depth == 16)
    check_memory(header.width * header.height * pixel + 2 * header.row(header.width))


def _metadata(found: list[Chunk]) -> Metadata:
    """Return what stands beside the pixels: the first of each kind, which is the only one that there may be."""

    def first(name: bytes, most: int, beginning: bytes = b"") -> bytes:
        named = (one for one in found if one.name == name and one.data[: len(beginning)] == beginning)
        return bytes(next((one.data for one in named), b"")[:most])

    return Metadata(
        profile=_profile(first(b"iCCP", PROFILE_BYTES.most)),
        exif=first(b"eXIf", RIGHTS_BYTES.most),
        xmp=_text(first(b"iTXt", RIGHTS_BYTES.most + 1, XMP_KEYWORD)),
        credentials=any(one.name == b"caBX" for one in found),  # C2PA 2.2, A.3.2.2
    )


def _frames(found: list[Chunk]) -> int:
    return next((int.from_bytes(one.data[:4]) for one in found if one.name == b"acTL"), 0)


def _profile(data: bytes) -> bytes:
    """Return the profile behind its name and its method, empty where it cannot be unpacked."""
    name, _, packed = data.partition(b"\0")
    return _unpacked(packed[1:], PROFILE_BYTES.most) if len(name) <= _LONGEST_NAME else b""


def _text(data: bytes) -> bytes:
    """Return the text of an iTXt chunk: behind keyword, flag, method, language and translated keyword (11.3.3.4)."""
    rest = data[len(XMP_KEYWORD) :]
    packed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
    return _unpacked(text, RIGHTS_BYTES.most) if packed else text


def _unpacked(packed: bytes, most: int) -> bytes:
    """Return what was compressed; nothing where that is broken or more than `most`."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(packed, most)
    except zlib.error:
        return b""
    return data if unpacking.eof else b""
