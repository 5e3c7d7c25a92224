"""A TIFF's first directory, which is Exif's too: number, type, count, and the value or where it stands.

TIFF 6.0, section 2. Only values that are asked for are read, none of another directory, and none outside the data.
"""

from __future__ import annotations

from collections.abc import Collection

_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 129: 1}
"""Bytes of a value, by its type: bytes, text, shorts, longs, undefined, and UTF-8 since Exif 3.0."""

_MOST_ENTRIES = 500


def byte_order(data: bytes) -> str:
    """Return little or big; empty where the data is no directory. BigTIFF, of eight bytes an offset, is none here."""
    return {b"II*\0": "little", b"MM\0*": "big"}.get(data[:4], "")


def first_directory(data: bytes, wanted: Collection[int], longest: int) -> dict[int, bytes]:
    """Return those values as they stand there, up to `longest` bytes each."""
    order = byte_order(data)
    if not order:
        return {}

    def number(at: int, size: int) -> int:
        return int.from_bytes(data[at : at + size], order)  # type: ignore[arg-type]  # one of the two above

    start = number(4, 4)
    found: dict[int, bytes] = {}
    for at in range(start + 2, start + 2 + 12 * min(_MOST_ENTRIES, number(start, 2)), 12):
        if at + 12 > len(data):
            break
        tag, length = number(at, 2), number(at + 4, 4) * _BYTES.get(number(at + 2, 2), 0)
        if tag in wanted and 0 < length <= longest:
            place = at + 8 if length <= 4 else number(at + 8, 4)
            found.setdefault(tag, data[place : place + length])
    return found
