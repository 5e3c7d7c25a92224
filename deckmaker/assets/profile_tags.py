"""The contents of a colour profile's tags, without a byte that says nothing of colours (ICC.1:2022, clause 10).

Whoever writes a profile can hide anything behind, between and beside the numbers that programs read.
"""

from __future__ import annotations

import struct
from math import prod

_HEAD = 8
"""Bytes of a type's name, and four that are zero."""
_FUNCTION_PARAMETERS = (1, 3, 4, 5, 7)
"""Of a parametric curve, by its kind (10.18)."""
_NUMBER = 4
_FIXED = {b"XYZ ": _HEAD + 3 * _NUMBER, b"sf32": _HEAD + 9 * _NUMBER, b"cicp": _HEAD + 4, b"sig ": _HEAD + 4}
_MOST_COLORS = 15


def alone(content: bytes) -> bytes:
    """Return a tag's content with nothing but what its type means; nothing where it is broken or of another type."""
    kind = content[:4]
    pieces = {0: 4}
    try:
        if kind in (b"mAB ", b"mBA "):
            pieces |= _pieces_of_lut(content, reverse=kind == b"mBA ")
        else:
            pieces |= {_HEAD: _length(content, kind) - _HEAD}
    except (struct.error, IndexError):
        return b""
    end = max(start + length for start, length in pieces.items())
    if end > len(content) or min(pieces.values()) < 0 or end <= _HEAD:
        return b""
    kept = bytearray(end)
    for start, length in pieces.items():
        kept[start : start + length] = content[start : start + length]
    return bytes(kept)


def _length(content: bytes, kind: bytes) -> int:
    """Return how many bytes a content of one piece has, 0 for a type that no tag of colours has."""
    if kind in _FIXED:
        return _FIXED[kind]
    if kind in (b"curv", b"para"):
        return _curve(content, 0)
    if kind == b"chrm":
        return _HEAD + 4 + 8 * _number(content, 8, "H")
    if kind == b"clro":
        return _HEAD + 4 + _number(content, 8, "I")
    if kind in (b"mft1", b"mft2"):
        entering, leaving, steps = content[8], content[9], content[10]
        _check_colors(entering, leaving)
        table = int(steps**entering) * leaving
        if kind == b"mft1":
            return 48 + 256 * (entering + leaving) + table
        return 52 + 2 * (_number(content, 48, "H") * entering + _number(content, 50, "H") * leaving + table)
    return 0


def _pieces_of_lut(content: bytes, reverse: bool) -> dict[int, int]:
    """Return where the elements of a table of several steps lie, and how long they are (10.12 and 10.13)."""
    entering, leaving = content[8:10]
    _check_colors(entering, leaving)
    last, matrix, middle, table, first = struct.unpack_from(">5I", content, 12)
    on_last, on_first = (entering, leaving) if reverse else (leaving, entering)
    pieces = {_HEAD: 2, 12: 5 * _NUMBER}
    for start, count in ((last, on_last), (middle, on_last), (first, on_first)):
        place = start
        for _ in range(count if start else 0):
            length = _curve(content, place)
            pieces[place] = max(length, pieces.get(place, 0))
            place += length + -length % 4
    if matrix:
        pieces[matrix] = max(12 * _NUMBER, pieces.get(matrix, 0))
    if table:
        depth = content[table + 16]
        if depth not in (1, 2):
            raise IndexError
        size = prod(content[table : table + entering]) * leaving * depth
        pieces[table] = max(20 + size, pieces.get(table, 0))
    return pieces


def _curve(content: bytes, start: int) -> int:
    """Return how many bytes a curve has that begins there."""
    kind = content[start : start + 4]
    if kind == b"curv":
        return _HEAD + 4 + 2 * _number(content, start + 8, "I")
    if kind == b"para":
        return _HEAD + 4 + _NUMBER * _FUNCTION_PARAMETERS[_number(content, start + 8, "H")]
    raise IndexError


def _check_colors(*counts: int) -> None:
    if not all(1 <= one <= _MOST_COLORS for one in counts):
        raise IndexError


def _number(content: bytes, at: int, letter: str) -> int:
    return int(struct.unpack_from(f">{letter}", content, at)[0])
