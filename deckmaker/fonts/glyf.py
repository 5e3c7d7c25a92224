"""Whether glyphs in TrueType's curves are whole (OpenType: glyf).

HarfBuzz draws nothing of one that is damaged, and carries it over into a smaller font. Browsers refuse that font.
"""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

_HEADER = struct.Struct(">5h")
"""The count of contours, and the box around them: left, bottom, right, top."""

_COMPOSITE = -1

_REPEATED, _OVERLAPPING, _RESERVED = 0x08, 0x40, 0x80
"""Bits of a point: the next byte says how often it comes again; contours overlap, of the first alone; none."""

_ACROSS, _UP = {0x02: 1, 0x12: 1, 0x00: 2, 0x10: 0}, {0x04: 1, 0x24: 1, 0x00: 2, 0x20: 0}
_BYTES = {x | y: across + up for x, across in _ACROSS.items() for y, up in _UP.items()}
"""Bytes of a point's place, by the bits that say how it is written: short, as it was before, or long."""

_WORDS, _SCALED, _MORE, _SCALED_TWICE, _TURNED, _INSTRUCTED = 0x1, 0x8, 0x20, 0x40, 0x80, 0x100
"""Bits of a part: larger numbers for its place; one, two or four numbers for its scale; a further part; code behind
them."""

_MOST_POINTS = 65_535
"""Points and parts of a glyph that is made of others; fonts have 16 bits to count them."""

_DEEPEST = 30
"""Glyphs within each other of which one is made. HarfBuzz follows 64, and no honest font has more than three."""


class Glyphs:
    """The glyphs of a font file, by its tables."""

    def __init__(self, tables: Mapping[bytes, bytes]) -> None:
        self._data = tables[b"glyf"]
        self.count = int.from_bytes(tables[b"maxp"][4:6])
        is_long = int.from_bytes(tables[b"head"][50:52])
        places = struct.unpack_from(f">{self.count + 1}{'L' if is_long else 'H'}", tables[b"loca"])
        self._places = places if is_long else [2 * one for one in places]
        self._sizes: dict[int, tuple[int, int]] = {}

    def are_whole(self, glyphs: Iterable[int]) -> bool:
        """Tell whether browsers draw some glyphs, and all that these are made of."""
        try:
            for one in glyphs:
                self._size(one, ())
        except (ValueError, IndexError, struct.error):
            return False
        return True

    def _size(self, glyph: int, within: Collection[int]) -> tuple[int, int]:
        """Return of how many points and parts a glyph is made, and of how many glyphs within each other.

        Raises ValueError, IndexError or struct.error where it is damaged.
        """
        if (known := self._sizes.get(glyph)) is not None:
            return known
        start, stop = self._places[glyph], self._places[glyph + 1]
        if not start <= stop <= len(self._data) or glyph in within or len(within) > _DEEPEST:
            raise ValueError("a glyph that is nowhere, or that is made of itself")
        size = (0, 0)
        if start < stop:
            data = self._data[start:stop]
            contours, left, bottom, right, top = _HEADER.unpack_from(data)
            if contours < _COMPOSITE or left > right or bottom > top:
                raise ValueError("no glyph begins so")
            if contours == _COMPOSITE:
                parts = [self._size(one, (*within, glyph)) for one in _parts(data)]
                size = sum(points for points, _ in parts) + len(parts), 1 + max(depth for _, depth in parts)
            elif contours:
                size = _points(data, contours), 0
        if size[0] > _MOST_POINTS or size[1] + len(within) > _DEEPEST:
            raise ValueError("more than any glyph is made of")
        self._sizes[glyph] = size
        return size


def _points(data: bytes, contours: int) -> int:
    """Return how many points a glyph has. Raises ValueError or IndexError where it is damaged."""
    ends = struct.unpack_from(f">{contours}H", data, _HEADER.size)
    if any(later <= earlier for earlier, later in pairwise(ends)):
        raise ValueError("contours out of their order")
    count = int(ends[-1]) + 1
    at = _behind_code(data, _HEADER.size + 2 * contours)
    seen = size = 0
    while seen < count:
        bits = data[at]
        at += 1
        times = 1
        if bits & _REPEATED:
            times += data[at]
            at += 1
        if bits & _RESERVED or (bits & _OVERLAPPING and seen) or (bits & _REPEATED and times == 1):
            raise ValueError("bits that no point has")
        size += _BYTES[bits & 0x36] * times
        seen += times
    if seen > count or count > _MOST_POINTS or at + size > len(data):
        raise ValueError("more or fewer points than there is room for")
    return count


def _parts(data: bytes) -> list[int]:
    """Return the glyphs of which one is made. Raises ValueError or struct.error where it is damaged."""
    parts, at, bits, seen = list[int](), _HEADER.size, _MORE, 0
    while bits & _MORE:
        bits, part = struct.unpack_from(">HH", data, at)
        at += 8 if bits & _WORDS else 6
        at += 2 if bits & _SCALED else 4 if bits & _SCALED_TWICE else 8 if bits & _TURNED else 0
        parts.append(part)
        seen |= bits
    if (_behind_code(data, at) if seen & _INSTRUCTED else at) > len(data):
        raise ValueError("a glyph that is cut off")
    return parts


def _behind_code(data: bytes, at: int) -> int:
    """Return where a glyph goes on behind its instructions. Raises struct.error where it is cut off before them."""
    (size,) = struct.unpack_from(">H", data, at)
    return at + 2 + int(size)
