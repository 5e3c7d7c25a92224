"""GIF files (GIF89a specification): blocks from the screen's size to the trailer."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.assets.limits import check_memory, check_size
from deckmaker.budget.pictures import GIF_BLOCKS

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_XMP = b"XMP DataXMP"
_XMP_TRAILER = 258
"""XMP specification, part 3, 1.1.2: behind the packet stand bytes that lead any reader to the block's end."""
_PIXEL = 8
"""Bytes of a pixel in memory, once as its number in the table of colours and once or twice in colour."""


class _Parts(NamedTuple):
    """What a GIF's blocks are: its size, how many pictures, and where the first, what controls it, and XMP lie."""

    width: int
    height: int
    pictures: int
    first: slice
    control: slice
    xmp: slice


def facts(data: bytes) -> Facts:
    """Return what a GIF's blocks say, all of them seen to be there. Raises Unusable for others."""
    found = _parts(data)
    check_memory(found.width * found.height * _PIXEL)
    further = "is animated" if found.pictures > 1 else ""
    metadata = Metadata(xmp=data[found.xmp])
    return Facts(found.width, found.height, "image/png", kept=False, further=further, metadata=metadata)


def bare_gif(data: bytes) -> bytes:
    """Return a GIF with its first picture alone: no comment, no program's block, and nothing behind it."""
    found = _parts(data)
    head = data[: 13 + _table(data[10])]
    return b"".join([head, data[found.control], data[found.first], bytes((_TRAILER,))])


def _parts(data: bytes) -> _Parts:
    if len(data) < 13:
        raise cut_short()
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    check_size(width, height)
    pictures, left = 0, GIF_BLOCKS.most
    first = control = xmp = slice(0, 0)
    position = 13 + _table(data[10])
    while position < len(data) and data[position] != _TRAILER:
        begin = position
        if data[begin] == _IMAGE:
            if begin + 10 > len(data):
                raise cut_short()
            position, left = _end_of_blocks(data, begin + 11 + _table(data[begin + 9]), left)
            if not pictures:  # readers widen a screen that is too small for its first picture
                across, down = _reach(data[begin + 1 : begin + 9])
                width, height, first = max(width, across), max(height, down), slice(begin, position)
                check_size(width, height)
            pictures += 1
        elif data[begin] == _EXTENSION:
            position, left = _end_of_blocks(data, begin + 2, left)
            kind = data[begin + 1]
            if kind == _CONTROL and not pictures:
                control = slice(begin, position)
            elif kind == _APPLICATION and data[begin + 3 : begin + 14] == _XMP:
                xmp = slice(begin + 14, position - _XMP_TRAILER)
        else:
            raise damaged("a block of a kind that GIF does not have")
    if not pictures:
        raise cut_short()
    return _Parts(width, height, pictures, first, control, xmp)


def _reach(place: bytes) -> tuple[int, int]:
    """Return how far a picture reaches, by its left and top edges, its width and its height."""
    left, top, across, down = (int.from_bytes(place[at : at + 2], "little") for at in (0, 2, 4, 6))
    return left + across, top + down


def _table(packed: int) -> int:
    """Return the bytes of the colour table that a packed field announces."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _end_of_blocks(data: bytes, position: int, left: int) -> tuple[int, int]:
    """Return where the data blocks that begin at `position` end, and how many of `left` blocks there may still be.

    Each block has its length before it, the last is empty.
    """
    size = len(data)
    while position < size:
        length = data[position]
        if not length:
            return position + 1, left
        position += 1 + length
        left -= 1
        if left < 0:
            raise Unusable(GIF_BLOCKS.excess(), AGAIN)
    raise cut_short()
