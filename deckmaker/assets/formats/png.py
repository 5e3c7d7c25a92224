"""PNG files (W3C PNG, third edition): chunks with check sums, from the header to the end chunk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.assets.limits import check_size
from deckmaker.assets.rights.exif import orientation
from deckmaker.budget import PROFILE_BYTES, RIGHTS_BYTES

SIGNATURE = b"\x89PNG\r\n\x1a\n"
XMP_KEYWORD = b"XML:com.adobe.xmp\0"
CRITICAL = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_GREY, _COLOR, _PALETTE, _GREY_ALPHA, _COLOR_ALPHA = 0, 2, 3, 4, 6
_DEPTHS = {
    _GREY: (1, 2, 4, 8, 16),
    _COLOR: (8, 16),
    _PALETTE: (1, 2, 4, 8),
    _GREY_ALPHA: (8, 16),
    _COLOR_ALPHA: (8, 16),
}
_STEP = 1 << 20


class Chunk(NamedTuple):
    """A chunk's name and its data."""

    name: bytes
    data: bytes


def facts(stream: BinaryIO) -> Facts:
    """Return what a PNG's chunks say, all of them seen to be whole. Raises Unusable for others."""
    width = height = kind = frames = 0
    names: set[bytes] = set()
    profile = exif = xmp = b""
    credentials = False
    for name, data in chunks(stream, with_pixels=False):
        if not names and name != b"IHDR":
            raise Unusable("is a PNG for Apple's own programs" if name == b"CgBI" else "is damaged: no header", AGAIN)
        match name:
            case b"IHDR":
                width, height, kind = _size_and_kind(data)
            case b"acTL":
                frames = int.from_bytes(data[:4])
            case b"iCCP":
                profile = _profile(data)
            case b"eXIf":
                exif = data
            case b"caBX":  # C2PA 2.2, A.3.2.2
                credentials = True
            case b"iTXt" if data.startswith(XMP_KEYWORD):
                xmp = _text(data)
        names.add(name)
    if b"IDAT" not in names or (kind == _PALETTE and b"PLTE" not in names):
        raise damaged("no pixels or no palette")
    return Facts(
        width,
        height,
        "image/png",
        kept=True,
        orientation=orientation(exif),
        components=1 if kind in (_GREY, _GREY_ALPHA) else 3,
        further="is animated" if frames > 1 else "",
        metadata=Metadata(profile=profile, exif=exif, xmp=xmp, credentials=credentials),
    )


def chunks(stream: BinaryIO, with_pixels: bool = True) -> Iterator[Chunk]:
    """Yield a PNG's chunks up to its end; one that is not critical and has a wrong check sum is left out.

    Without pixels, the data of IDAT is checked and not kept. What stands behind the end is not read.
    """
    if stream.read(8) != SIGNATURE:
        raise damaged("it does not begin as a PNG")
    while True:
        head = _exactly(stream, 8)
        length, name = int.from_bytes(head[:4]), head[4:]
        if length > 0x7FFF_FFFF or not name.isalpha():
            raise damaged("what should be a chunk is none")
        pieces, check, left = [], zlib.crc32(name), length
        while left:
            piece = _exactly(stream, min(left, _STEP))
            check, left = zlib.crc32(piece, check), left - len(piece)
            if with_pixels or name != b"IDAT":
                pieces.append(piece)
        critical = not name[0] & 0x20
        if int.from_bytes(_exactly(stream, 4)) == check:
            if critical and name not in (*CRITICAL, b"CgBI"):
                raise damaged(f"a chunk `{name.decode()}` that no PNG has")
            yield Chunk(name, b"".join(pieces))
        elif critical:
            raise damaged(f"the check sum of its `{name.decode('ascii')}` is wrong")
        if name == b"IEND":
            return


def _size_and_kind(data: bytes) -> tuple[int, int, int]:
    if len(data) != 13:
        raise damaged("its header has another length")
    width, height = int.from_bytes(data[:4]), int.from_bytes(data[4:8])
    depth, kind, compression, filters, interlace = data[8:]
    check_size(width, height)
    if depth not in _DEPTHS.get(kind, ()) or compression or filters or interlace > 1:
        raise damaged("its header names a kind of PNG that there is not")
    return width, height, kind


def _profile(data: bytes) -> bytes:
    """Return the profile behind its name and its method, empty where it cannot be unpacked."""
    name, _, packed = data.partition(b"\0")
    return _unpacked(packed[1:], PROFILE_BYTES.most) if len(name) < 80 else b""


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


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise cut_short()
    return data
