"""WebP files (RFC 9649): a RIFF container of chunks, one of them the picture's bitstream."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import cut_short, damaged
from deckmaker.assets.limits import check_size
from deckmaker.assets.rights.exif import orientation

_ALPHA, _ANIMATED = 0x10, 0x02  # flags of VP8X, RFC 9649, 2.7.1
_HEAD = 12


def facts(data: bytes) -> Facts:
    """Return what a WebP's chunks say. Opaque photos become JPEG, drawings and what is transparent PNG."""
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise cut_short()
    found: dict[bytes, bytes] = {}
    for name, body in _chunks(data):
        found.setdefault(name, body)
    extended = found.get(b"VP8X", b"").ljust(10, b"\0")
    if b"VP8X" in found:
        width, height = (int.from_bytes(extended[at : at + 3], "little") + 1 for at in (4, 7))
    elif b"VP8L" in found:
        width, height = _lossless_size(found[b"VP8L"])
    else:
        width, height = _lossy_size(found.get(b"VP8 ", b""))
    check_size(width, height)
    animated = bool(extended[0] & _ANIMATED)
    photo = b"VP8 " in found and not extended[0] & _ALPHA and b"ALPH" not in found
    exif = found.get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Facts(
        width,
        height,
        "image/jpeg" if photo else "image/png",
        kept=False,
        orientation=orientation(exif),
        further="is animated" if animated else "",
        metadata=Metadata(found.get(b"ICCP", b""), exif, xmp=found.get(b"XMP ", b""), credentials=b"C2PA" in found),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position, end = _HEAD, min(len(data), int.from_bytes(data[4:8], "little") + 8)
    while position + 8 <= end:
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        if position + 8 + length > end:
            raise cut_short()
        yield data[position : position + 4], data[position + 8 : position + 8 + length]
        position += 8 + length + length % 2


def _lossy_size(body: bytes) -> tuple[int, int]:
    """Read a key frame's header (RFC 6386, 9.1)."""
    if len(body) < 10 or body[3:6] != b"\x9d\x01\x2a":
        raise damaged("no picture in it")
    return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF


def _lossless_size(body: bytes) -> tuple[int, int]:
    """Read a lossless header: fourteen bits each, of one less (RFC 9649, 3.4)."""
    if len(body) < 5 or body[0] != 0x2F:
        raise damaged("no picture in it")
    bits = int.from_bytes(body[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
