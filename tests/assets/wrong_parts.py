"""Pictures whose parts are wrong: lengths, counts, places, order, and bytes where none should be.

A file is taken apart as its format says, and put together again with sums that are right: so what is wrong is met by
the code behind those sums. Bytes that nobody should see say so.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from random import Random
from zlib import crc32

PLANTED = b"PLANTED-bytes-that-nobody-should-see"

Parts = list[tuple[bytes, bytes]]
"""Of each part of a file its mark, such as a chunk's name, and its data; the last is what stands behind the file."""

_EXTREMES = (0, 1, 2, 3, 7, 255, 256, 0x7FFF, 0x8000, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF)


def of_png(data: bytes) -> Parts:
    """Take a PNG apart into chunks."""
    parts, at = [], 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4])
        parts.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += 12 + length
    return [*parts, (b"", b"")]


def as_png(parts: Parts) -> bytes:
    """Put a PNG together."""
    chunks = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc32(name + body)) for name, body in parts[:-1]
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks) + parts[-1][1]


def of_jpeg(data: bytes) -> Parts:
    """Take a JPEG apart into segments; behind a scan's header, its samples follow under no mark."""
    parts, at = [], 2
    while data[at + 1] != 0xD9:
        length = int.from_bytes(data[at + 2 : at + 4])
        parts.append((data[at : at + 2], data[at + 4 : at + 2 + length]))
        at += 2 + length
        if parts[-1][0] == b"\xff\xda":
            end = at
            while data[end] != 0xFF or data[end + 1] in (0, *range(0xD0, 0xD8)):
                end += 1
            parts.append((b"", data[at:end]))
            at = end
    return [*parts, (b"\xff\xd9", b"")]


def as_jpeg(parts: Parts) -> bytes:
    """Put a JPEG together."""
    pieces = [
        mark + struct.pack(">H", min(0xFFFF, len(body) + 2)) + body if mark else body for mark, body in parts[:-1]
    ]
    return b"\xff\xd8" + b"".join(pieces) + b"\xff\xd9" + parts[-1][1]


def of_webp(data: bytes) -> Parts:
    """Take a WebP apart into chunks."""
    parts, at = [], 12
    while at < len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        parts.append((data[at : at + 4], data[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    return [*parts, (b"", b"")]


def as_webp(parts: Parts) -> bytes:
    """Put a WebP together."""
    chunks = (name + struct.pack("<I", len(body)) + body + bytes(len(body) % 2) for name, body in parts[:-1])
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body + parts[-1][1]


def of_gif(data: bytes) -> Parts:
    """Take a GIF apart into its screen with its colours, its blocks, and what stands behind the last."""
    at = 13 + (3 * 2 ** ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    parts = [(b"", data[:at])]
    while data[at] != 0x3B:
        begin, at = at, at + 2
        if data[begin] == 0x2C:
            at = begin + 11 + (3 * 2 ** ((data[begin + 9] & 7) + 1) if data[begin + 9] & 0x80 else 0)
        while data[at]:
            at += 1 + data[at]
        at += 1
        parts.append((data[begin : begin + 2], data[begin + 2 : at]))
    return [*parts, (b"", b"")]


def as_gif(parts: Parts) -> bytes:
    """Put a GIF together."""
    return b"".join(mark + body for mark, body in parts[:-1]) + b";" + parts[-1][1]


def of_tiff(data: bytes) -> Parts:
    """Take a TIFF of little numbers apart: what lies outside its directory, and each entry."""
    start = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[start : start + 2], "little")
    entries = [data[at : at + 12] for at in range(start + 2, start + 2 + 12 * count, 12)]
    return [(b"", data), *((entry[:2], entry[2:]) for entry in entries), (b"", b"")]


def as_tiff(parts: Parts) -> bytes:
    """Put a TIFF together: what was there stays in its place, and a new directory behind it is the first."""
    (_, data), *entries, (_, behind) = parts
    data = data + bytes(len(data) % 2)
    table = b"".join((mark + body).ljust(12, b"\0")[:12] for mark, body in entries)
    directory = struct.pack("<H", len(entries)) + table + bytes(4)
    return data[:4] + struct.pack("<I", len(data)) + data[8:] + directory + behind


FORMATS: dict[str, tuple[Callable[[bytes], Parts], Callable[[Parts], bytes]]] = {
    "JPEG": (of_jpeg, as_jpeg),
    "PNG": (of_png, as_png),
    "WebP": (of_webp, as_webp),
    "GIF": (of_gif, as_gif),
    "TIFF": (of_tiff, as_tiff),
}
_ADDED = {
    "JPEG": [
        b"\xff" + bytes((one,)) for one in (0xC0, 0xC4, 0xDB, 0xDD, 0xDC, 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE, 0xC8)
    ],
    "PNG": [b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs", b"tRNS", b"PLTE", b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP"],
    "WebP": [b"EXIF", b"XMP ", b"ICCP", b"ALPH", b"ANIM", b"ANMF", b"abcd", b"VP8X"],
    "GIF": [b"!\xfe", b"!\xff", b"!\xf9", b"!\x01"],
    "TIFF": [
        struct.pack("<H", one) for one in (254, 266, 270, 305, 317, 330, 338, 347, 700, 33723, 34377, 34675, 34665)
    ],
}
_PIXELS = {b"", b"IDAT", b"VP8 ", b"VP8L", b"ALPH", b"ANMF"}
"""Marks of parts that hold pixels, into which nothing is planted but behind them."""


def with_wrong_parts(data: bytes, random: Random) -> bytes:
    """Return a picture, of one of the formats above, with one to four things wrong in its parts, or in its bytes."""
    format = next(name for mark, name in _MARKS.items() if data.startswith(mark))
    apart, together = FORMATS[format]
    parts = apart(data)
    for _ in range(random.randint(1, 4)):
        random.choice(_WRONGS)(parts, format, random)
    made = together(parts)
    return _flipped(made, random) if random.random() < 0.2 else made


_MARKS = {b"\xff\xd8": "JPEG", b"\x89PNG": "PNG", b"RIFF": "WebP", b"GIF8": "GIF", b"II*\0": "TIFF"}


def _at(parts: Parts, random: Random) -> int:
    return random.randrange(max(1, len(parts) - 1))


def _left_out(parts: Parts, format: str, random: Random) -> None:
    if len(parts) > 2:
        del parts[_at(parts, random)]


def _doubled(parts: Parts, format: str, random: Random) -> None:
    at = _at(parts, random)
    parts[at:at] = [parts[at]] * random.choice((1, 1, 2, 50))


def _exchanged(parts: Parts, format: str, random: Random) -> None:
    one, other = _at(parts, random), _at(parts, random)
    parts[one], parts[other] = parts[other], parts[one]


def _with_a_number(parts: Parts, format: str, random: Random) -> None:
    at = _at(parts, random)
    mark, body = parts[at]
    size = random.choice((1, 2, 4))
    place = random.randrange(min(len(body), 64)) if body else 0
    order = random.choice(("big", "little"))
    number = (random.choice(_EXTREMES) % 256**size).to_bytes(size, order)  # type: ignore[arg-type]
    parts[at] = mark, body[:place] + number + body[place + size :]


def _cut(parts: Parts, format: str, random: Random) -> None:
    at = _at(parts, random)
    mark, body = parts[at]
    parts[at] = mark, body[: random.randrange(len(body) + 1)]


def _longer(parts: Parts, format: str, random: Random) -> None:
    """What stands behind a scan's last sample, only its decoder can tell; all other parts say where they end."""
    at = random.randrange(len(parts))
    mark, body = parts[at]
    if not (format == "JPEG" and mark == b""):
        parts[at] = mark, body + PLANTED


def _added(parts: Parts, format: str, random: Random) -> None:
    body = random.choice(
        (PLANTED, bytes(9) + PLANTED, b"", PLANTED * 50, random.randbytes(random.choice((1, 4, 8, 32))))
    )
    if format == "GIF":
        body = (
            b"".join(bytes((len(body[at : at + 255]),)) + body[at : at + 255] for at in range(0, len(body), 255))
            + b"\0"
        )
    if format == "TIFF":
        body = struct.pack("<HII", random.randrange(20), random.choice(_EXTREMES), random.choice(_EXTREMES))
    parts.insert(random.randrange(len(parts)), (random.choice(_ADDED[format]), body))


def _named_otherwise(parts: Parts, format: str, random: Random) -> None:
    at = _at(parts, random)
    if parts[at][0] not in _PIXELS:
        parts[at] = random.choice(_ADDED[format]), parts[at][1]


_WRONGS = (
    _left_out,
    _doubled,
    _exchanged,
    _with_a_number,
    _with_a_number,
    _cut,
    _longer,
    _longer,
    _added,
    _added,
    _named_otherwise,
)


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 3)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)
