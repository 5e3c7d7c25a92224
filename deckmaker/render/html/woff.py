"""WOFF 1.0 (W3C Recommendation of 13 December 2012): a font's tables, each deflated by itself.

fontTools writes it too, but importing that takes longer than making the rest of the page.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from zlib import compress

from deckmaker.fonts.sfnt import ENTRY, HEADER

Tables = Mapping[bytes, bytes]
"""A font's tables by their tags of four bytes."""

_WOFF_HEADER, _WOFF_ENTRY = struct.Struct(">4s4sLHHL4sLLLLL"), struct.Struct(">4sLLLL")
_WHOLE = 0xB1B0AFBA
"""What a font's checksum and the adjustment in its head sum up to (OpenType: head, checksumAdjustment)."""


def woff(tables: Tables) -> bytes:
    """Return a WOFF file without metadata of its own."""
    ordered = dict(sorted(tables.items())) | {b"head": _adjusted(tables[b"head"], 0)}
    checksums = {tag: _checksum(table) for tag, table in ordered.items()}
    directory = _directory(ordered, checksums)
    whole = _checksum(directory) + sum(checksums.values())
    ordered[b"head"] = _adjusted(ordered[b"head"], (_WHOLE - whole) % 2**32)
    start = _WOFF_HEADER.size + len(ordered) * _WOFF_ENTRY.size
    entries, contents = b"", b""
    for tag, table in ordered.items():
        packed = min(table, compress(table, 9), key=len)  # which reads as deflated where it is shorter than the table
        entries += _WOFF_ENTRY.pack(tag, start + len(contents), len(packed), len(table), checksums[tag])
        contents += _padded(packed)
    unpacked = len(directory) + sum(len(_padded(table)) for table in ordered.values())
    sizes = (start + len(contents), len(ordered), 0, unpacked)
    revision = ordered[b"head"][4:8]
    return _WOFF_HEADER.pack(b"wOFF", directory[:4], *sizes, revision, 0, 0, 0, 0, 0) + entries + contents


def _directory(tables: Tables, checksums: Mapping[bytes, int]) -> bytes:
    """Return the beginning of the font file that readers unpack: of the sum of its checksums it is a part."""
    count = len(tables)
    power = count.bit_length() - 1
    searched = ENTRY.size << power
    flavor = b"\0\1\0\0" if b"glyf" in tables else b"OTTO"  # outlines of TrueType, or PostScript's
    directory = HEADER.pack(flavor, count, searched, power, count * ENTRY.size - searched)
    at = HEADER.size + count * ENTRY.size
    for tag, table in tables.items():
        directory += ENTRY.pack(tag, checksums[tag], at, len(table))
        at += len(_padded(table))
    return directory


def _adjusted(head: bytes, adjustment: int) -> bytes:
    return head[:8] + adjustment.to_bytes(4) + head[12:]


def _checksum(table: bytes) -> int:
    """Return the sum of a table's numbers of four bytes each (OpenType: Calculating Checksums)."""
    padded = _padded(table)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) % 2**32


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)
