"""Which chunks of a PNG show its picture, each with the length and the values that the standard gives it.

W3C PNG, third edition, 5.6 and 11. Others are left out: so no byte reaches an output that is not meant for eyes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.assets.flaw import damaged
from deckmaker.assets.formats.png_chunks import CRITICAL, Chunk, written
from deckmaker.assets.formats.png_header import COLOR, GREY, PALETTE, Header, read_header

_HALF = 1 << 31
_BEFORE_PALETTE = {b"gAMA", b"cHRM", b"sRGB", b"cICP"}
_BEFORE_PIXELS = _BEFORE_PALETTE | {b"tRNS", b"pHYs"}
_HIGHEST_INTENT = 3


def kept(found: Iterable[Chunk]) -> Iterator[bytes | memoryview]:
    """Yield a PNG's chunks that show its picture: header, palette, pixels, end; colours, transparency, resolution.

    Each but the pixels is there once. Raises Unusable where a critical one is wrong or out of its place.
    """
    header: Header | None = None
    names: set[bytes] = set()
    last, entries = b"", 0
    for one in found:
        if header is None:
            header = read_header(one.data)
            yield one.whole
        elif one.name == b"IDAT":
            if b"IDAT" in names and last != b"IDAT":
                raise damaged("its pixels are parted")
            if header.kind == PALETTE and not entries:
                raise damaged("no pixels or no palette")
            yield one.whole
        elif one.name == b"PLTE":
            if header.kind == PALETTE:  # in others it is a suggestion, which nobody takes
                if entries or b"IDAT" in names or len(one.data) % 3 or not one.data:
                    raise damaged("its palette is not whole or not in its place")
                entries = min(len(one.data) // 3, 1 << header.depth)
                yield one.whole if 3 * entries == len(one.data) else written(b"PLTE", bytes(one.data[: 3 * entries]))
        elif one.name == b"IEND":
            yield written(b"IEND", b"")
        elif _is_in_place(one.name, names) and _is_right(one.name, bytes(one.data), header, entries):
            yield one.whole
        elif one.name in CRITICAL:
            raise damaged("a second header")
        else:
            last = one.name
            continue
        last = one.name
        names.add(last)
    if b"IDAT" not in names:
        raise damaged("no pixels or no palette")


def _is_in_place(name: bytes, names: set[bytes]) -> bool:
    if name not in _BEFORE_PIXELS or name in names or b"IDAT" in names:
        return False
    return name not in _BEFORE_PALETTE or b"PLTE" not in names


def _is_right(name: bytes, data: bytes, header: Header, entries: int) -> bool:
    numbers = [int.from_bytes(data[at : at + 4]) for at in range(0, len(data), 4)]
    match name:
        case b"gAMA":
            return len(data) == 4 and 0 < numbers[0] < _HALF
        case b"cHRM":
            return len(data) == 32 and max(numbers) < _HALF
        case b"sRGB":
            return len(data) == 1 and data[0] <= _HIGHEST_INTENT
        case b"cICP":  # the matrix is that of RGB, the range full or narrow
            return len(data) == 4 and data[2] == 0 and data[3] <= 1
        case b"pHYs":
            return len(data) == 9 and max(numbers[:2]) < _HALF and data[8] <= 1
        case _:
            return _is_transparency(data, header, entries)


def _is_transparency(data: bytes, header: Header, entries: int) -> bool:
    """Tell whether a tRNS names one colour that there may be, or no more alphas than the palette has entries."""
    if header.kind == PALETTE:
        return 0 < len(data) <= entries
    samples = {GREY: 1, COLOR: 3}.get(header.kind, 0)
    levels = [int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2)]
    return len(data) == 2 * samples > 0 and max(levels) < 1 << header.depth
