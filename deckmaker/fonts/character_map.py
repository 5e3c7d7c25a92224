"""How much a font's map of characters says: judged by its bytes, before anything walks it (OpenType: cmap).

HarfBuzz goes through all codes of a map to list them, and again for every font that it cuts down. A sound map names
each code once in each of its few subtables. One whose segments lie over each other names thousands of times as many as
there are, and a file of some kilobytes would take minutes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

import uharfbuzz as hb

from deckmaker.budget.fonts import FONT_CODES

_RECORD, _GROUP, _NUMBER = struct.Struct(">HHL"), struct.Struct(">LLL"), struct.Struct(">H")


def is_endless(face: hb.Face) -> bool:
    """Tell whether the map of a face names more codes than any font has, those of all its subtables together."""
    table = memoryview(face.reference_table("cmap").data)  # of which parts are no copies
    left = FONT_CODES.most
    # A subtable to which several records refer is written for each of them.
    for _, _, at in _records(table, 4, int.from_bytes(table[2:4]), _RECORD):
        left -= 1 + _codes(table, at)
        if left < 0:
            return True
    return False


def _codes(table: memoryview, at: int) -> int:
    """Return how many codes a subtable names, if it is of a format that HarfBuzz reads; one at least for each segment.

    What is cut off ends where its bytes do.
    """
    match int.from_bytes(table[at : at + 2]):
        case 4:
            count = int.from_bytes(table[at + 6 : at + 8]) // 2
            ends, starts = (_records(table, one, count, _NUMBER) for one in (at + 14, at + 16 + 2 * count))
            return sum(max(end - start + 1, 1) for (end,), (start,) in zip(ends, starts, strict=False))
        case 6:
            return int.from_bytes(table[at + 8 : at + 10])
        case 10:
            return int.from_bytes(table[at + 16 : at + 20])
        case 12 | 13:
            groups = _records(table, at + 16, int.from_bytes(table[at + 12 : at + 16]), _GROUP)
            return sum(max(end - start + 1, 1) for start, end, _ in groups)
        case _:
            return 0


def _records(table: memoryview, at: int, count: int, kind: struct.Struct) -> Iterator[tuple[int, ...]]:
    """Return so many records of a table, or as many as are whole."""
    content = table[at : at + count * kind.size]
    return kind.iter_unpack(content[: len(content) // kind.size * kind.size])
