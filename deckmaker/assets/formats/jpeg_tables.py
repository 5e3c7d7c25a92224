"""What a JPEG's decoder needs before the first scan, seen to be whole: a few hundred bytes, none of them pixels.

ITU-T T.81, B.2. Where these are damaged, no reader shows anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.assets.flaw import damaged

_QUANTIZATION, _HUFFMAN, _SCAN = 0xDB, 0xC4, 0xDA
_KNOWN = {*range(0xC0, 0xD0), *range(0xDA, 0xDE), *range(0xE0, 0xF0), 0xFE}


def check_tables(segments: Iterable[tuple[int, bytes]], frame: bytes) -> None:
    """Raise Unusable where segments of these markers are none, or a component's table is missing."""
    tables: set[int] = set()
    for marker, data in segments:
        if marker not in _KNOWN:
            raise damaged("a segment of a kind that there is not")
        if marker == _QUANTIZATION:
            tables |= _quantization(data)
        elif marker == _HUFFMAN:
            _check_huffman(data)
        elif marker == _SCAN and (not data or len(data) != 4 + 2 * data[0] or not 1 <= data[0] <= 4):
            raise damaged("its scan has another length than it says")
    if len(frame) != 6 + 3 * frame[5]:
        raise damaged("its frame has another length than it says")
    for at in range(6, len(frame), 3):
        across, down, table = frame[at + 1] >> 4, frame[at + 1] & 15, frame[at + 2]
        if not (1 <= across <= 4 and 1 <= down <= 4) or table not in tables:
            raise damaged("a component without samples or without its table")


def _quantization(data: bytes) -> set[int]:
    """Return the numbers of the tables in a segment: each a byte, then 64 values of one byte or two."""
    found, at = set(), 0
    while at < len(data):
        wide, number = data[at] >> 4, data[at] & 15
        at += 1 + 64 * (wide + 1)
        if wide > 1 or number > 3 or at > len(data):
            raise damaged("a quantization table that is not whole")
        found.add(number)
    return found


def _check_huffman(data: bytes) -> None:
    """Each table is a byte, sixteen counts, and as many values as they add up to."""
    at = 0
    while at < len(data):
        kind, number = data[at] >> 4, data[at] & 15
        at += 17 + sum(data[at + 1 : at + 17])
        if kind > 1 or number > 3 or at > len(data):
            raise damaged("a Huffman table that is not whole")
