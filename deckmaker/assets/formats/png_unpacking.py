"""A PNG's pixels unpacked little by little, to see that they are all there: none is kept.

W3C PNG, third edition, 9.2 and 10: one zlib stream over all IDAT chunks, each row behind the number of its filter.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from deckmaker.assets.flaw import damaged

STEP = 1 << 20
"""Bytes that are unpacked at once."""
_READ = 1 << 16
"""Bytes that are given to unpack at once: what is left of them is copied at each step."""
_FILTERS = bytes(range(5))


def unpack_exactly(packed: Iterable[bytes | memoryview], passes: Iterable[tuple[int, int]]) -> bool:
    """Unpack pixels and look at them. Tell whether their stream ends with the last row, and nothing stands behind it.

    `passes` are the bytes of a row and the number of rows of each pass. Raises Unusable where pixels are missing, or
    are packed or filtered in a way that there is not.
    """
    rows, unpacking = _Rows(passes), zlib.decompressobj()
    try:
        for piece in _in_pieces(packed):
            if unpacking.eof or not _took(unpacking, piece, rows):
                break
        else:
            rows.check_whole()
            return unpacking.eof and not unpacking.unused_data
    except zlib.error as error:
        raise damaged("its pixels cannot be unpacked") from error
    rows.check_whole()
    return False


def _in_pieces(packed: Iterable[bytes | memoryview]) -> Iterable[memoryview]:
    for one in packed:
        for start in range(0, len(one), _READ):
            yield memoryview(one)[start : start + _READ]


def _took(unpacking: zlib._Decompress, piece: bytes | memoryview, rows: _Rows) -> bool:
    """Unpack a piece into rows; False where there is more than they have room for."""
    while True:
        data = unpacking.decompress(piece, STEP)
        if not rows.take(data):
            return False
        piece = unpacking.unconsumed_tail
        if unpacking.eof or (not piece and len(data) < STEP):
            return True


class _Rows:
    """Which bytes of what is unpacked tell a row's filter, and how many are still to come."""

    def __init__(self, passes: Iterable[tuple[int, int]]) -> None:
        self._passes = iter(passes)
        self._row, self._left, self._done = 1, 0, 0
        self._next_pass()

    def take(self, data: bytes) -> bool:
        """Look at the filters of the next bytes; False where there are more bytes than rows."""
        at = 0
        while at < len(data):
            if not self._left:
                return False
            end = min(len(data), at + self._left)
            if data[at + -self._done % self._row : end : self._row].translate(None, _FILTERS):
                raise damaged("a row of pixels with a filter that there is not")
            self._done, self._left, at = self._done + end - at, self._left - (end - at), end
            if not self._left:
                self._next_pass()
        return True

    def check_whole(self) -> None:
        """Raise Unusable where rows are missing."""
        if self._left:
            raise damaged("it has fewer pixels than its header says")

    def _next_pass(self) -> None:
        row, rows = next(self._passes, (1, 0))
        self._row, self._left, self._done = row, row * rows, 0
