"""The rows of a table, which can be gone through again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from deckmaker.rows.spool import Spool, StoredRow
from deckmaker.values.row import Columns, Row

_FAR = 1_000
"""Rows between two that are asked for, from which on they are not gone through."""


class RowSource:
    """All rows of a table, in the order of their file; each pass over them sees the same, in bounded memory.

    Belongs to the process that opened it: what others need are rows, which can be pickled.
    """

    def __init__(self, columns: Columns, spool: Spool) -> None:
        """Begin with rows that are read and sound."""
        self.columns = columns
        self._spool = spool

    def __len__(self) -> int:
        return self._spool.count

    def __iter__(self) -> Iterator[Row]:
        return self._from(0)

    def row(self, number: int) -> Row | None:
        """Return a row by its number from 1; None where there is none."""
        return next(self._from(number - 1), None) if 0 < number <= len(self) else None

    def rows(self, numbers: Iterable[int]) -> Iterator[Row]:
        """Yield the rows of these numbers, which rise."""
        following, rows = 1, self._from(0)
        for number in numbers:
            if number - following > _FAR:
                rows, following = self._from(number - 1), number
            row = next(islice(rows, number - following, None))
            following = number + 1
            yield row

    def _from(self, index: int) -> Iterator[Row]:
        for number, stored in enumerate(self._spool.rows(index), index + 1):
            yield self._row(number, stored)

    def _row(self, number: int, stored: StoredRow) -> Row:
        lacking = len(self.columns.names) - len(stored.texts)
        texts = stored.texts + ("",) * lacking if lacking else stored.texts
        return Row(number, stored.line, texts, self.columns)
