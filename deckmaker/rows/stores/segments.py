"""A journal in a store whose objects cannot grow: each addition is an object of its own, joined to larger ones.

    .deckmaker/journal/000000000042-000000000042    an addition, by its number
    .deckmaker/journal/000000000000-000000000255    256 of them in one, which are then removed
    manifest.jsonl                                  all of them, when the journal is closed or opened again

What a killed run leaves is read in order; a piece that lies within a larger one was joined to it, and is passed over.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from deckmaker.budget import MANIFEST_LINE_BYTES
from deckmaker.rows.stores.asking import Place

JOINED = 256
"""Additions that become one object: then a run of a million rows leaves some hundreds of them, and writes all twice."""

_KEY = re.compile(r"([0-9]{12})-([0-9]{12})")
_WHOLE = "whole"


class _Piece(NamedTuple):
    first: int
    last: int
    key: str


class SegmentedJournal:
    """A journal: what was in the object `name` and in the pieces of the folder `folder` when it was opened, and what
    was added since."""

    def __init__(self, place: Place, name: str, folder: str) -> None:
        self._place, self._name, self._folder = place, name, folder
        self._next = 0
        self._open: list[bytes] = []
        self.join()

    def lines(self) -> Iterator[bytes]:
        """Yield the lines that are in the store, in order."""
        if self._place.entry(self._name) is not None:
            yield from _lines(self._place, self._name)
        for piece in self._pieces():
            yield from _lines(self._place, piece.key)

    def append(self, lines: bytes) -> None:
        """Write lines as an object: they last when this returns."""
        self._place.write(self._key(self._next, self._next), lines)
        self._open.append(lines)
        self._next += 1
        if len(self._open) == JOINED:
            first = self._next - JOINED
            self._place.write(self._key(first, self._next - 1), b"".join(self._open))
            self._place.remove([self._key(number, number) for number in range(first, self._next)])
            self._open = []

    def join(self) -> None:
        """Bring all pieces into the object `name`, where there are any; a run that is killed here has them twice."""
        pieces = self._pieces()
        if not pieces:
            return
        self.replace(self.lines())

    def replace(self, lines: Iterable[bytes]) -> None:
        """Write the object `name` anew, and remove all pieces."""
        with tempfile.TemporaryDirectory(prefix="deckmaker-") as folder:
            whole = Path(folder) / "journal"
            with whole.open("xb") as stream:
                end = b""
                for line in lines:
                    if end and not end.endswith(b"\n"):
                        stream.write(b"\n")  # a line that was cut off must not spoil the next one
                    stream.write(line)
                    end = line
            self._send_whole(whole)
        self._open = []
        self._place.remove([key for key in self._place.keys(self._folder) if self._is_own(key)])

    def _send_whole(self, file: Path) -> None:
        """Send a file as the object `name`, which is the old or the new one at each time."""
        if self._place.is_atomic:
            self._place.send(self._name, file)
        else:
            self._place.send(f"{self._folder}/{_WHOLE}", file)
            self._place.move(f"{self._folder}/{_WHOLE}", self._name)

    def _pieces(self) -> list[_Piece]:
        """Return the pieces in order, without those that lie within another."""
        found: list[_Piece] = []
        for key in self._place.keys(self._folder):
            if match := _KEY.fullmatch(key.rpartition("/")[2]):
                found.append(_Piece(int(match[1]), int(match[2]), key))
        found.sort(key=lambda one: (one.first, -one.last))
        apart: list[_Piece] = []
        for one in found:
            if not apart or one.first > apart[-1].last:
                apart.append(one)
        return apart

    def _is_own(self, key: str) -> bool:
        """Tell whether a key is one that is made here: some stores have links, which lead to what is not ours."""
        name = key.removeprefix(f"{self._folder}/")
        return bool(_KEY.fullmatch(name)) or name == _WHOLE

    def _key(self, first: int, last: int) -> str:
        return f"{self._folder}/{first:012}-{last:012}"


def _lines(place: Place, key: str) -> Iterator[bytes]:
    """Yield an object's lines, each with its end but perhaps the last, and none that is longer than ours are."""
    rest, is_long = b"", False
    with place.reading(key) as pieces:
        for piece in pieces:
            *whole, rest = (rest + piece).split(b"\n")
            for line in whole:
                if not is_long and len(line) < MANIFEST_LINE_BYTES.most:
                    yield line + b"\n"
                is_long = False
            if len(rest) >= MANIFEST_LINE_BYTES.most:
                rest, is_long = b"", True
    if rest and not is_long:
        yield rest
