"""The table of a font with PostScript outlines (Adobe Technical Note 5176; OpenType: CFF2): its name, its glyphs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

LONGEST_NAME = 127
"""Characters of a font's name in the table: browsers refuse a font with more."""

_ESCAPE, _ESCAPED = 12, 1_200
"""What operators of two bytes begin with, and are counted from here."""

_CHARSTRINGS, _TYPE, _IS_FIXED = 17, _ESCAPED + 6, _ESCAPED + 1
_TEXTS = (0, 1, 2, 3, 4, _ESCAPED, _ESCAPED + 21, _ESCAPED + 22, _ESCAPED + 38)
_LISTS = (5, 14, _ESCAPED + 7, _ESCAPED + 23)
_NUMBERS = (13, 15, 16, _CHARSTRINGS, 24, *(_ESCAPED + one for one in (*range(1, 7), 8, 20, *range(31, 38))))
_COUNTS: Mapping[int, Collection[int]] = {
    **dict.fromkeys((*_TEXTS, *_NUMBERS), (1,)),
    **dict.fromkeys(_LISTS, range(1, 49)),
    18: (2,),  # Private
    _ESCAPED + 30: (3,),  # ROS
}
"""How many numbers each operator of a Top DICT may have before it (5176, tables 9 and 10; OpenType: CFF2)."""

_SECOND_TYPE = 2
_KNOWN_TEXTS = 390
"""The last of the texts that every font has, and none holds (5176, Appendix A)."""

_HEADER = 4
_FIRST = bytes((1, 0, _HEADER))
"""What a table of the first version begins with: browsers refuse a font with more before its name."""

_TWO, _FOUR, _REAL = 28, 29, 30
"""What a number of a DICT begins with that takes two bytes more, four, or as many as its digits (5176, 4, table 3)."""


def is_second(table: bytes) -> bool:
    """Tell whether a table is of the second version (CFF2), which names no font and whose glyphs have no widths."""
    return table[0] == 2


def name_of(table: bytes) -> bytes:
    """Return the name of a table's only font. Raises ValueError where it has more or none."""
    start, stop = _only(table, _HEADER)
    return table[start:stop]


def renamed(table: bytes, name: str) -> bytes:
    """Return a table with a name of our own for its font: of as many characters as before, since all behind it is found
    by where it stands.

    That of the file may have what PostScript's names have not, such as a space, and browsers refuse the font for it.
    """
    start, stop = _only(table, _HEADER)
    return table[:start] + name.encode("ascii").ljust(stop - start, b"-")[: stop - start] + table[stop:]


def charstrings_of(table: bytes) -> list[bytes]:
    """Return how each glyph of a table is drawn. Raises ValueError, IndexError or KeyError for a damaged one.

    So it does where a table says of its font what no font says: browsers refuse it for that, too.
    """
    if is_second(table):
        start, stop, counted, texts = table[2], table[2] + int.from_bytes(table[3:5]), 4, 0
    else:
        if table[:3] != _FIRST:
            raise ValueError("another version, or a longer header")
        _, end = _only(table, _HEADER)
        start, stop = _only(table, end)
        counted, texts = 2, int.from_bytes(table[stop : stop + 2])
    said = dict(_entries(table[start:stop]))
    for operator, numbers in said.items():
        if operator not in _COUNTS or len(numbers) not in _COUNTS[operator]:
            raise ValueError("an operator that there is not, or with too few or too many numbers")
        if operator in _TEXTS and not 0 <= (numbers[0] or 0) <= _KNOWN_TEXTS + texts:
            raise ValueError("a text that there is not")
    if said.get(_TYPE, [_SECOND_TYPE]) != [_SECOND_TYPE] or said.get(_IS_FIXED, [0])[0] not in (0, 1):
        raise ValueError("glyphs of another kind")
    bounds = _index(table, said[_CHARSTRINGS][0] or 0, counted)
    return [table[start:stop] for start, stop in pairwise(bounds)]


def _only(table: bytes, at: int) -> tuple[int, int]:
    """Return where the only item of an INDEX is: a table may hold many fonts, and that of a font file holds one."""
    start, stop, *others = _index(table, at)
    if others:
        raise ValueError("many fonts in one table")
    return start, stop


def _index(table: bytes, at: int, counted: int = 2) -> list[int]:
    """Return where each item of an INDEX begins in its table, and where the last ends (5176, 5). Its count has two
    bytes, in CFF2 four."""
    count, size = int.from_bytes(table[at : at + counted]), table[at + counted]
    start = at + counted + 1
    # Offsets count from the byte before the first item.
    before = start + (count + 1) * size - 1
    if not count or not 1 <= size <= 4 or before >= len(table):
        raise ValueError("no items, or none that the table has room for")
    bounds = [before + int.from_bytes(table[one : one + size]) for one in range(start, before + 1, size)]
    if bounds[0] != before + 1 or bounds[-1] > len(table) or bounds != sorted(bounds):
        raise ValueError("items out of their order")
    return bounds


def _entries(top: bytes) -> Iterator[tuple[int, list[int | None]]]:
    """Yield what a Top DICT says: operators and the numbers before each, None for one with a fraction."""
    at, numbers = 0, list[int | None]()
    while at < len(top):
        first = top[at]
        at += 1
        if first < _TWO:
            operator = first
            if first == _ESCAPE:
                operator = _ESCAPED + top[at]
                at += 1
            yield operator, numbers
            numbers = []
        elif first in (_TWO, _FOUR):
            size = 2 if first == _TWO else 4
            numbers.append(int.from_bytes(top[at : at + size], signed=True))
            at += size
        elif first == _REAL:
            while top[at] & 0xF != 0xF:
                at += 1
            at += 1
            numbers.append(None)
        elif 32 <= first < 255:
            value = first - 139
            if first >= 247:
                value = (first - 247) * 256 + top[at] + 108 if first < 251 else (251 - first) * 256 - top[at] - 108
                at += 1
            numbers.append(value)
        else:
            raise ValueError("what is neither a number nor an operator")
