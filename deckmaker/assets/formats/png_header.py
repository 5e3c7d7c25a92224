"""What a PNG's header says of its rows (W3C PNG, third edition, 7.2, 8.1 and 11.2.1)."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from deckmaker.assets.flaw import damaged
from deckmaker.assets.formats.png_chunks import chunks
from deckmaker.assets.limits import check_size

GREY, COLOR, PALETTE, GREY_ALPHA, COLOR_ALPHA = 0, 2, 3, 4, 6
SAMPLES = {GREY: 1, COLOR: 3, PALETTE: 1, GREY_ALPHA: 2, COLOR_ALPHA: 4}
"""Of a pixel, by the kind of its colours."""
_DEPTHS = {
    GREY: (1, 2, 4, 8, 16),
    COLOR: (8, 16),
    PALETTE: (1, 2, 4, 8),
    GREY_ALPHA: (8, 16),
    COLOR_ALPHA: (8, 16),
}
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Adam7: of each pass, the first column and row, and how far the next ones are."""


class Header(NamedTuple):
    """A PNG's size in pixels, the bits of a sample, the kind of its colours, and whether its rows are interlaced."""

    width: int
    height: int
    depth: int
    kind: int
    interlaced: bool

    def row(self, width: int) -> int:
        """Return how many bytes so many pixels of a row take, with the number of its filter."""
        return 1 + (width * SAMPLES[self.kind] * self.depth + 7) // 8

    def passes(self) -> list[tuple[int, int]]:
        """Return the bytes of a row and the number of rows, of each pass in which rows come; mostly it is one."""
        if not self.interlaced:
            return [(self.row(self.width), self.height)]
        sizes = ((-(-(self.width - x) // across), -(-(self.height - y) // down)) for x, y, across, down in _PASSES)
        return [(self.row(width), height) for width, height in sizes if width > 0 and height > 0]


def read_header(data: bytes | memoryview) -> Header:
    """Return what an IHDR says. Raises Unusable for sizes that are refused and kinds that there are not."""
    if len(data) != 13:
        raise damaged("its header has another length")
    width, height = int.from_bytes(data[:4]), int.from_bytes(data[4:8])
    depth, kind, compression, filters, interlace = data[8:]
    check_size(width, height)
    if depth not in _DEPTHS.get(kind, ()) or compression or filters or interlace > 1:
        raise damaged("its header names a kind of PNG that there is not")
    return Header(width, height, depth, kind, bool(interlace))


def is_opaque(data: bytes) -> bool:
    """Tell whether a PNG has neither an alpha channel nor a colour that is transparent (11.2.1 and 11.3.1.1)."""
    before_pixels = takewhile(lambda one: one.name != b"IDAT", chunks(data))
    return data[_COLOR_PLACE] not in (GREY_ALPHA, COLOR_ALPHA) and all(one.name != b"tRNS" for one in before_pixels)


_COLOR_PLACE = 25  # behind the signature, the chunk's head, width, height and depth
