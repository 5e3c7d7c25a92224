"""The chunks of a PNG (W3C PNG, third edition, 5.3), each with its check sum seen to be right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.budget.pictures import PNG_CHUNKS

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CRITICAL = (b"IHDR", b"PLTE", b"IDAT", b"IEND")
_LONGEST = 0x7FFF_FFFF
_AROUND = 12
"""Bytes of a chunk beside its data: length and name before them, the check sum behind."""


class Chunk(NamedTuple):
    """A chunk's name, its data, and all of it as it lies in the file."""

    name: bytes
    data: memoryview
    whole: memoryview


def chunks(png: bytes) -> Iterator[Chunk]:
    """Yield a PNG's chunks up to its end; one that is not critical and has a wrong check sum is left out.

    What stands behind the end is not read. Raises Unusable where it is cut short, or a critical chunk is damaged.
    """
    if not png.startswith(SIGNATURE):
        raise damaged("it does not begin as a PNG")
    view, position = memoryview(png), len(SIGNATURE)
    for _ in range(PNG_CHUNKS.most):
        length, name = int.from_bytes(view[position : position + 4]), bytes(view[position + 4 : position + 8])
        if position + 8 > len(png):
            raise cut_short()
        if length > _LONGEST or not name.isalpha():
            raise damaged("what should be a chunk is none")
        end = position + _AROUND + length
        if end > len(png):
            raise cut_short()
        whole, position = view[position:end], end
        critical = not name[0] & 0x20
        if int.from_bytes(whole[-4:]) == crc32(whole[4:-4]):
            if critical and name not in (*CRITICAL, b"CgBI"):
                raise damaged(f"a chunk `{name.decode()}` that no PNG has")
            yield Chunk(name, whole[8:-4], whole)
        elif critical:
            raise damaged(f"the check sum of its `{name.decode('ascii')}` is wrong")
        if name == b"IEND":
            return
    raise Unusable(PNG_CHUNKS.excess(), AGAIN)


def written(name: bytes, data: bytes) -> bytes:
    """Return a chunk."""
    return len(data).to_bytes(4) + name + data + crc32(data, crc32(name)).to_bytes(4)
