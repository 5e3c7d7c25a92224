"""Rows on the way from their file to decks: kept as they were read, so that each pass sees the same.

A table's file may change while decks are made of it, and to read a workbook anew for each pass takes long. Small tables
stay in memory, large ones wait in a file without a name, which ends with the process. Memory is that of one block.
"""

from __future__ import annotations

import json
import os
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from weakref import finalize

from deckmaker.budget.rows import ROWS_IN_MEMORY

_BLOCK_CHARACTERS = 200_000
"""Of the texts of a block, from which on it is closed: enough to be read in one go, and little to hold."""

_BLOCK_ROWS = 1_000


class StoredRow(NamedTuple):
    """A row as its file has it: `line` is None where there are no lines; cells at its end may be left out."""

    line: int | None
    texts: tuple[str, ...]


class NoRoom(Exception):
    """A disk has no room for rows; what the system says of it."""


class Spool:
    """Rows in the order in which they were added. After `close`, they can be read any number of times."""

    def __init__(self) -> None:
        self.count = 0
        self._rows: list[tuple[int | None, tuple[str, ...]]] = []
        self._characters = 0
        self._firsts, self._sizes = array("Q"), array("Q")  # of each block: its first row's index, and its bytes
        self._in_memory: list[bytes] = []
        self._memory_left = ROWS_IN_MEMORY.most
        self._file: IO[bytes] | None = None
        self._begins = array("Q")

    def add(self, row: StoredRow) -> None:
        """Take a row. Raises NoRoom."""
        self._rows.append((row.line, row.texts))
        self.count += 1
        self._characters += sum(map(len, row.texts))
        if len(self._rows) == _BLOCK_ROWS or self._characters >= _BLOCK_CHARACTERS:
            self._close_block()

    def close(self) -> None:
        """Take no more rows. Raises NoRoom."""
        if self._rows:
            self._close_block()
        if self._file:
            with _room():
                self._file.flush()

    def rows(self, first: int = 0) -> Iterator[StoredRow]:
        """Yield the rows from an index on, from 0."""
        for block in range(self._block_of(first), len(self._firsts)):
            begin = self._firsts[block]
            for line, texts in self._block(block)[max(0, first - begin) :]:
                yield StoredRow(line, texts)

    def _block_of(self, index: int) -> int:
        return max(0, bisect_right(self._firsts, index) - 1)

    def _close_block(self) -> None:
        content = json.dumps(self._rows, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )  # half of a surrogate pair is kept, too
        self._firsts.append(self.count - len(self._rows))
        self._sizes.append(len(content))
        self._rows, self._characters = [], 0
        if self._file is None and len(content) <= self._memory_left:
            self._memory_left -= len(content)
            self._in_memory.append(content)
            return
        with _room():
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 (open as long as the rows are)
                finalize(self, self._file.close)
            self._begins.append(self._file.tell())
            self._file.write(content)

    def _block(self, block: int) -> list[tuple[int | None, tuple[str, ...]]]:
        if block < len(self._in_memory):
            content = self._in_memory[block]
        else:
            assert self._file  # all blocks that memory had no room for
            content = _read(self._file, self._begins[block - len(self._in_memory)], self._sizes[block])
        return [(line, tuple(texts)) for line, texts in json.loads(content)]


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoRoom((error.strerror or str(error)).lower()) from error


def _read(file: IO[bytes], begin: int, size: int) -> bytes:
    """Return a stretch of a file, without moving the place that copies of the process share where that can be."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), size, begin)
    file.seek(begin)
    return file.read(size)
