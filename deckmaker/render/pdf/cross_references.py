"""Where each object of a PDF lies: alone in the file, or in an object stream (ISO 32000-2, 7.5.7 and 7.5.8).

Together, small objects are compressed as one, and an entry of eight bytes is all that is remembered of each.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate

_ALONE, _TOGETHER = 1, 2
"""What an entry is of; 0 is for numbers that no object has."""

_WIDTHS = (1, 5, 2)
"""Bytes of an entry's three fields: what it is, an offset or a stream's number, an index in that stream."""

_ROW = 8
"""Bytes of an entry."""

MOST = 200
"""Objects from which a stream is whole. A reader unpacks all of them for one."""


class CrossReferences:
    """The places of objects, by their numbers."""

    def __init__(self) -> None:
        self._rows = array("Q", (0,))  # in this machine's order of bytes; the first is of object 0, which is none

    def alone(self, number: int, offset: int) -> None:
        """Note that an object begins so many bytes from the file's start."""
        self._rows_up_to(number)[number] = _ALONE << 56 | offset << 16

    def together(self, numbers: Sequence[int], stream: int) -> None:
        """Note that objects are those in the object stream of a number, in that order."""
        rows, row = self._rows_up_to(max(numbers)), _TOGETHER << 56 | stream << 16
        for index, number in enumerate(numbers):
            rows[number] = row | index

    def _rows_up_to(self, number: int) -> array[int]:
        """Return the rows, with room for that of a number."""
        if (missing := number + 1 - len(self._rows)) > 0:
            self._rows.frombytes(bytes(missing * _ROW))
        return self._rows

    def stream(self, count: int) -> tuple[dict[str, str], bytes]:
        """Return the table of objects 0 to `count` - 1 as a stream: entries of its dictionary, and compressed rows."""
        widths = " ".join(map(str, _WIDTHS))
        entries = {"Type": "/XRef", "Size": str(count), "W": f"[{widths}]", "Filter": "/FlateDecode"}
        rows = self._rows_up_to(count - 1)[:]
        if sys.byteorder == "little":
            rows.byteswap()
        return entries, zlib.compress(rows)


class ObjectStreams:
    """Collects objects that are no streams, and writes as many as a stream holds at once."""

    def __init__(self, places: CrossReferences, write: Callable[[dict[str, str], bytes], int]) -> None:
        """`write` writes a stream, given entries of its dictionary and its content, and returns its number."""
        self._places, self._write = places, write
        self._numbers: list[int] = []
        self._objects: list[str] = []

    def add(self, number: int, written: str) -> None:
        """Add an object as it is written, in Latin-1."""
        self.extend((number,), (written,))

    def extend(self, numbers: Sequence[int], written: Sequence[str]) -> None:
        """Add several."""
        for start in range(0, len(numbers), MOST):
            self._numbers += numbers[start : start + MOST]
            self._objects += written[start : start + MOST]
            if len(self._objects) >= MOST:
                self.flush()

    def flush(self) -> None:
        """Write what has been collected."""
        if not self._objects:
            return
        offsets = accumulate([len(one) + 1 for one in self._objects], initial=0)
        heads = [f"{number} {offset}" for number, offset in zip(self._numbers, offsets, strict=False)]
        head = " ".join(heads) + "\n"
        entries = {
            "Type": "/ObjStm",
            "N": str(len(heads)),
            "First": str(len(head)),
            "Filter": "/FlateDecode",
        }
        stream = self._write(entries, zlib.compress((head + "\n".join(self._objects)).encode("latin-1")))
        self._places.together(self._numbers, stream)
        self._numbers, self._objects = [], []
