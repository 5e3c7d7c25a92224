"""WebP files (RFC 9649): a RIFF container of chunks, one of them the picture's bitstream."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.assets.facts import UPRIGHT, Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.assets.limits import check_memory, check_size
from deckmaker.assets.rights.exif import orientation
from deckmaker.budget.pictures import PROFILE_BYTES, RIGHTS_BYTES, WEBP_CHUNKS

_ALPHA, _ANIMATED = 0x10, 0x02  # flags of VP8X, RFC 9649, 2.7.1
_HEAD = 12
_PIXEL, _TURNED = 16, 20
"""Bytes of a pixel in memory: libwebp holds two canvases, and Pillow two copies more; and of one that is turned."""
_STILL, _MOVING = (b"ALPH", b"VP8 ", b"VP8L"), (b"ANIM", b"ANMF")


def facts(data: bytes) -> Facts:
    """Return what a WebP's chunks say. Opaque photos become JPEG, drawings and what is transparent PNG."""
    found = _first_chunks(data)
    extended = bytes(found.get(b"VP8X", b"")).ljust(10, b"\0")
    if b"VP8X" in found:
        width, height = (int.from_bytes(extended[at : at + 3], "little") + 1 for at in (4, 7))
    elif b"VP8L" in found:
        width, height = _lossless_size(found[b"VP8L"])
    else:
        width, height = _lossy_size(found.get(b"VP8 ", memoryview(b"")))
    check_size(width, height)
    exif = bytes(found.get(b"EXIF", b"")[: RIGHTS_BYTES.most]).removeprefix(b"Exif\0\0")
    turned = orientation(exif)
    check_memory(width * height * (_PIXEL if turned == UPRIGHT else _TURNED))
    photo = b"VP8 " in found and not extended[0] & (_ALPHA | _ANIMATED) and not {b"ALPH", b"VP8L"} & found.keys()
    profile, xmp = (bytes(found.get(name, b"")[: PROFILE_BYTES.most]) for name in (b"ICCP", b"XMP "))
    return Facts(
        width,
        height,
        "image/jpeg" if photo else "image/png",
        kept=False,
        orientation=turned,
        further="is animated" if extended[0] & _ANIMATED else "",
        metadata=Metadata(profile, exif, xmp=xmp, credentials=b"C2PA" in found),
    )


def bare_webp(data: bytes) -> bytes:
    """Return a WebP with its first picture alone: no metadata, no chunk of a kind that is unknown, no further frame."""
    found = _first_chunks(data)
    parts = []
    if extended := bytes(found.get(b"VP8X", b"")):
        parts.append((b"VP8X", bytes((extended[0] & (_ALPHA | _ANIMATED), *bytes(3))) + extended[4:10]))
        moving = extended[0] & _ANIMATED
        parts += [(name, bytes(found[name])) for name in (_MOVING if moving else _STILL) if name in found]
    else:
        parts += [(name, bytes(found[name])) for name in (b"VP8L", b"VP8 ") if name in found][:1]
    body = b"".join(name + len(one).to_bytes(4, "little") + one + bytes(len(one) % 2) for name, one in parts)
    return b"RIFF" + (4 + len(body)).to_bytes(4, "little") + b"WEBP" + body


def _first_chunks(data: bytes) -> dict[bytes, memoryview]:
    """Return the first chunk of each kind, all of them seen to be there."""
    if int.from_bytes(data[4:8], "little") + 8 > len(data):
        raise cut_short()
    found: dict[bytes, memoryview] = {}
    for name, body in _chunks(data):
        found.setdefault(name, body)
    return found


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    position, end, view = _HEAD, min(len(data), int.from_bytes(data[4:8], "little") + 8), memoryview(data)
    for _ in range(WEBP_CHUNKS.most):
        if position + 8 > end:
            return
        length = int.from_bytes(data[position + 4 : position + 8], "little")
        if position + 8 + length > end:
            raise cut_short()
        yield data[position : position + 4], view[position + 8 : position + 8 + length]
        position += 8 + length + length % 2
    raise Unusable(WEBP_CHUNKS.excess(), AGAIN)


def _lossy_size(body: memoryview) -> tuple[int, int]:
    """Read a key frame's header (RFC 6386, 9.1)."""
    if len(body) < 10 or bytes(body[3:6]) != b"\x9d\x01\x2a":
        raise damaged("no picture in it")
    return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF


def _lossless_size(body: memoryview) -> tuple[int, int]:
    """Read a lossless header: fourteen bits each, of one less (RFC 9649, 3.4)."""
    if len(body) < 5 or body[0] != 0x2F:
        raise damaged("no picture in it")
    bits = int.from_bytes(body[1:5], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
