"""GIF files (GIF89a specification): blocks from the screen's size to the trailer."""

from __future__ import annotations

from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import cut_short, damaged
from deckmaker.assets.limits import check_size

_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_APPLICATION = 0xFF
_XMP = b"XMP DataXMP"
_XMP_TRAILER = 258
"""XMP specification, part 3, 1.1.2: behind the packet stand bytes that lead any reader to the block's end."""


def facts(data: bytes) -> Facts:
    """Return what a GIF's blocks say, all of them seen to be there. Raises Unusable for others."""
    if len(data) < 13:
        raise cut_short()
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    check_size(width, height)
    pictures, xmp = 0, b""
    position = 13 + _table(data[10])
    while position < len(data) and data[position] != _TRAILER:
        if data[position] == _IMAGE:
            if position + 10 > len(data):
                raise cut_short()
            left, top, across, down = (
                int.from_bytes(data[position + at : position + at + 2], "little") for at in (1, 3, 5, 7)
            )
            if not pictures:  # readers widen a screen that is too small for its first picture
                width, height = max(width, left + across), max(height, top + down)
                check_size(width, height)
            position = _end_of_blocks(data, position + 11 + _table(data[position + 9]))
            pictures += 1
        elif data[position] == _EXTENSION:
            start = position + 2
            position = _end_of_blocks(data, start)
            if data[start - 1] == _APPLICATION and data[start + 1 : start + 12] == _XMP:
                xmp = data[start + 12 : position - _XMP_TRAILER]
        else:
            raise damaged("a block of a kind that GIF does not have")
    if not pictures:
        raise cut_short()
    further = "is animated" if pictures > 1 else ""
    return Facts(width, height, "image/png", kept=False, further=further, metadata=Metadata(xmp=xmp))


def _table(packed: int) -> int:
    """Return the bytes of the colour table that a packed field announces."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _end_of_blocks(data: bytes, position: int) -> int:
    """Return where the data blocks that begin at `position` end: each has its length before it, the last is empty."""
    while position < len(data):
        if data[position] == 0:
            return position + 1
        position += 1 + data[position]
    raise cut_short()
