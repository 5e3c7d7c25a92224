"""Where each object of a PDF lies: alone in the file, or in an object stream (ISO 32000-2, 7.5.7 and 7.5.8).

Together, small objects are compressed as one, and an entry of eight bytes is all that is remembered of each.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

_ALONE, _TOGETHER = 1, 2
"""What an entry is of; 0 is for numbers that no object has."""

_WIDTHS = (1, 5, 2)
"""Bytes of an entry's three fields: what it is, an offset or a stream's number, an index in that stream."""

_ROW = sum(_WIDTHS)

MOST = 200
"""Objects in a stream. A reader unpacks all of them for one."""


class CrossReferences:
    """The places of objects, by their numbers."""

    def __init__(self) -> None:
        self._rows = bytearray(_ROW)  # of object 0, which is none

    def alone(self, number: int, offset: int) -> None:
        """Note that an object begins so many bytes from the file's start."""
        self._note(number, _ALONE, offset, 0)

    def together(self, number: int, stream: int, index: int) -> None:
        """Note that an object is the one at `index`, from 0, in the object stream of a number."""
        self._note(number, _TOGETHER, stream, index)

    def _note(self, number: int, *fields: int) -> None:
        start = number * _ROW
        if start > len(self._rows):
            self._rows += bytes(start - len(self._rows))
        row = b"".join(field.to_bytes(width) for field, width in zip(fields, _WIDTHS, strict=True))
        self._rows[start : start + _ROW] = row

    def stream(self, count: int) -> tuple[dict[str, str], bytes]:
        """Return the table of objects 0 to `count` - 1 as a stream: entries of its dictionary, and compressed rows."""
        self._rows += bytes(max(0, count * _ROW - len(self._rows)))
        widths = " ".join(map(str, _WIDTHS))
        entries = {"Type": "/XRef", "Size": str(count), "W": f"[{widths}]", "Filter": "/FlateDecode"}
        return entries, zlib.compress(bytes(self._rows[: count * _ROW]))


class ObjectStreams:
    """Collects objects that are no streams, and writes as many as a stream holds at once."""

    def __init__(self, places: CrossReferences, write: Callable[[dict[str, str], bytes], int]) -> None:
        """`write` writes a stream, given entries of its dictionary and its content, and returns its number."""
        self._places, self._write = places, write
        self._numbers: list[int] = []
        self._objects: list[str] = []

    def add(self, number: int, written: str) -> None:
        """Add an object as it is written, in Latin-1."""
        self._numbers.append(number)
        self._objects.append(written)
        if len(self._objects) == MOST:
            self.flush()

    def flush(self) -> None:
        """Write what has been collected."""
        if not self._objects:
            return
        offset, heads = 0, []
        for number, written in zip(self._numbers, self._objects, strict=True):
            heads.append(f"{number} {offset}")
            offset += len(written) + 1
        head = " ".join(heads) + "\n"
        entries = {
            "Type": "/ObjStm",
            "N": str(len(heads)),
            "First": str(len(head)),
            "Filter": "/FlateDecode",
        }
        stream = self._write(entries, zlib.compress((head + "\n".join(self._objects)).encode("latin-1")))
        for index, number in enumerate(self._numbers):
            self._places.together(number, stream, index)
        self._numbers, self._objects = [], []
