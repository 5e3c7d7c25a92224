"""A journal in a store whose objects cannot grow: each addition is an object of its own, joined to larger ones.

    .deckmaker/journal/000000000042-000000000042    an addition, by its number
    .deckmaker/journal/000000000000-000000000255    256 of them in one, which are then removed
    manifest.jsonl                                  all of them, when the journal is closed or opened again

What a killed run leaves is read in order; a piece that lies within a larger one was joined to it, and is passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from deckmaker.output.lock import FolderIsTaken
from deckmaker.output.temporary import temporary_folder
from deckmaker.patterns import pattern
from deckmaker.rows.stores.asking import Place
from deckmaker.rows.stores.protocol import lines_in, refuse_larger

JOINED = 256
"""Additions that become one object: then a run of a million rows leaves some hundreds of them, and writes all twice."""

_KEY = pattern(r"([0-9]{12})-([0-9]{12})")
_WHOLE = "whole"


class _Piece(NamedTuple):
    first: int
    last: int
    key: str


class SegmentedJournal:
    """A journal: what was in the object `name` and in the pieces of the folder `folder` when it was opened, and what
    was added since. `assure` raises OSError where it is no more this run's to change."""

    def __init__(self, place: Place, name: str, folder: str, assure: Callable[[], None] = lambda: None) -> None:
        self._place, self._name, self._folder, self._assure = place, name, folder, assure
        self._next = 0
        self._open: list[bytes] = []
        if whole := place.entry(name):
            refuse_larger(whole.get("size") or 0)
        self.join()

    def lines(self) -> Iterator[bytes]:
        """Yield the lines that are in the store, in order."""
        if self._place.entry(self._name) is not None:
            yield from _lines(self._place, self._name)
        for piece in self._pieces():
            yield from _lines(self._place, piece.key)

    def append(self, lines: bytes) -> None:
        """Write lines as an object: they last when this returns."""
        self._assure()
        key = self._key(self._next, self._next)
        # There is none of this name, unless another run writes there, or the answer to the first try was lost.
        if not self._place.create(key, lines) and self._place.read(key, len(lines)) != lines:
            raise FolderIsTaken
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
        self._replace(self._contents(pieces))

    def replace(self, lines: Iterable[bytes]) -> None:
        """Write the object `name` anew, and remove all pieces."""
        self._replace(lines)

    def _replace(self, contents: Iterable[bytes]) -> None:
        self._assure()
        keys = [key for key in self._place.keys(self._folder) if self._is_own(key)]
        with temporary_folder() as folder:
            whole = Path(folder) / "journal"
            with whole.open("xb") as stream:
                stream.writelines(contents)
            self._assure()
            self._send_whole(whole)
        self._open = []
        self._place.remove(keys)

    def _contents(self, pieces: Iterable[_Piece]) -> Iterator[bytes]:
        """Yield what is in the object `name` and in pieces as it is, whoever wrote it. A line that was cut off is
        ended, or it would spoil the next one."""
        keys = [self._name] if self._place.entry(self._name) is not None else []
        end = b""
        for key in (*keys, *(piece.key for piece in pieces)):
            if end and not end.endswith(b"\n"):
                yield b"\n"
            with self._place.reading(key) as contents:
                for end in contents:
                    yield end

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
            if match := _KEY.fullmatch(key.removeprefix(f"{self._folder}/")):
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
    """Yield an object's lines, as a journal does."""
    with place.reading(key) as pieces:
        yield from lines_in(pieces)
