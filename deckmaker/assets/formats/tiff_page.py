"""A TIFF's first page as its directory describes it, and a TIFF that has nothing but that page.

TIFF 6.0, sections 2 and 8; BigTIFF, whose numbers of places and counts have eight bytes. Libraries read every entry of
a directory, however long, and every directory: what they are given holds what shows the page, and no more.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.budget.bound import MEGABYTE
from deckmaker.budget.pictures import TIFF_ENTRIES, TIFF_PIECES

WIDTH, HEIGHT, DEPTHS, COMPRESSION, MEANING, SAMPLES = 256, 257, 258, 259, 262, 277
KIND_OF_PAGE, ORIENTATION, TILE_WIDTH, TILE_HEIGHT = 254, 274, 322, 323
PIECES = ((273, 279), (324, 325))
"""Where strips and tiles begin, and how many bytes each has."""

_OLD_JPEG = set(range(512, 522)) - {516}
_SHOWN = {WIDTH, HEIGHT, DEPTHS, COMPRESSION, MEANING, 266, 273, ORIENTATION, SAMPLES, 278, 279, 284, 292, 293, 317}
_SHOWN |= {320, 322, 323, 324, 325, 332, 338, 339, 347, 529, 530, 531, 532} | _OLD_JPEG
"""Tags that show a page: its size, kind of colours and compression, palette, strips, tiles and tables of JPEG."""

_LETTERS = {1: "B", 2: "s", 3: "H", 4: "I", 5: "II", 6: "b", 7: "s", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d"}
_LETTERS |= {13: "I", 16: "Q", 17: "q", 18: "Q"}
_LONG = 4
_LONGEST = 1 * MEGABYTE
"""Bytes of a tag that is none of strips; a palette has 0.4 million at most."""


class Entry(NamedTuple):
    """An entry's type, and its value as it lies in the file."""

    kind: int
    value: bytes


class Page(NamedTuple):
    """The entries of a file's first page that show it, and whether another page follows."""

    order: str
    entries: dict[int, Entry]
    further: bool

    def numbers(self, tag: int) -> tuple[int, ...]:
        """Return the whole numbers of an entry; none where it has others."""
        entry = self.entries.get(tag, Entry(1, b""))
        letter = _LETTERS[entry.kind]
        if letter not in "BHIQ":
            return ()
        return struct.unpack(f"{self.order}{len(entry.value) // struct.calcsize(letter)}{letter}", entry.value)

    def number(self, tag: int, default: int) -> int:
        """Return the first number of an entry."""
        return next(iter(self.numbers(tag)), default)


class _Directory:
    """Reads one directory after another."""

    def __init__(self, data: bytes) -> None:
        self.order = {b"II": "<", b"MM": ">"}.get(data[:2], "")
        version = data[2:4] if self.order == ">" else data[3:1:-1]
        self._data, self._big = data, version == b"\0+"
        if not self.order or version not in (b"\0*", b"\0+"):
            raise damaged("it does not begin as a TIFF")
        self._count, self._place = ("Q", "Q") if self._big else ("H", "I")
        self.first = self._number(self._place, 8 if self._big else 4)

    def read(self, start: int, wanted: set[int]) -> tuple[dict[int, Entry], int]:
        """Return the wanted entries of the directory at a place, and the place of the next one, 0 for none."""
        count = self._number(self._count, start)
        if count > TIFF_ENTRIES.most:
            raise Unusable(TIFF_ENTRIES.excess(count), AGAIN)
        begin, size = start + struct.calcsize(f"={self._count}"), 4 + 2 * struct.calcsize(f"={self._place}")
        found: dict[int, Entry] = {}
        for at in range(begin, begin + count * size, size):
            tag, kind = self._number("H", at), self._number("H", at + 2)
            if tag in wanted and tag not in found and kind in _LETTERS:
                found[tag] = Entry(kind, self._value(tag, kind, at + 4))
        return found, self._number(self._place, begin + count * size)

    def _value(self, tag: int, kind: int, at: int) -> bytes:
        field = struct.calcsize(f"={self._place}")
        count = self._number(self._place, at)
        size = count * struct.calcsize(f"={_LETTERS[kind]}")
        if any(tag in both for both in PIECES):
            if count > TIFF_PIECES.most:
                raise Unusable(TIFF_PIECES.excess(count), AGAIN)
        elif size > _LONGEST:
            raise damaged("an entry of its directory that is too long")
        start = at + field if size <= field else self._number(self._place, at + field)
        if start + size > len(self._data):
            raise cut_short()
        return self._data[start : start + size]

    def _number(self, letter: str, at: int) -> int:
        if at + struct.calcsize(f"={letter}") > len(self._data):
            raise cut_short()
        return int(struct.unpack_from(f"{self.order}{letter}", self._data, at)[0])


def first_page(data: bytes) -> Page:
    """Return what a TIFF's first directory says. Raises Unusable where it is cut short, damaged, or too long."""
    directory = _Directory(data)
    if directory.first >= len(data):
        raise damaged("its directory is not in it")
    entries, following = directory.read(directory.first, _SHOWN)
    return Page(directory.order, entries, _is_another(directory, following))


def _is_another(directory: _Directory, start: int) -> bool:
    """Tell whether a directory is of another page; a smaller copy of the first is none, nor is a broken one."""
    try:
        entries, _ = directory.read(start, {KIND_OF_PAGE, WIDTH}) if start else ({}, 0)
    except Unusable:
        return False
    reduced = Page(directory.order, entries, further=False).number(KIND_OF_PAGE, 0) & 1
    return WIDTH in entries and not reduced


def bare_tiff(data: bytes, page: Page) -> bytes:
    """Return a TIFF of this page alone: what lies in the file stays in its place, and one directory leads to it."""
    order, begin = page.order, len(data) + len(data) % 2
    table, values = b"", b""
    behind = begin + 2 + 12 * len(page.entries) + 4
    for tag, entry in sorted(page.entries.items()):
        kind, value = entry
        if _LETTERS[kind] in ("Q", "q"):
            numbers = page.numbers(tag)
            if max(numbers, default=0) >= 1 << 32:
                raise damaged("a place outside of it")
            kind, value = _LONG, struct.pack(f"{order}{len(numbers)}I", *numbers)
        count = len(value) // struct.calcsize(f"={_LETTERS[kind]}")
        place = value.ljust(4, b"\0")
        if len(value) > 4:
            place = struct.pack(f"{order}I", behind + len(values))
            values += value + bytes(len(value) % 2)
        table += struct.pack(f"{order}HHI", tag, kind, count) + place
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", begin)
    directory = struct.pack(f"{order}H", len(page.entries)) + table + bytes(4)
    return b"".join([head, memoryview(data)[8:], bytes(len(data) % 2), directory, values])
