"""A table as a value: rows by the text of their key column, cells by the names of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import cached_property
from deckmaker.localization.typed_numbers import Evidence, evidence


class _Sure:
    """The decimal sign of a cell that the file itself knows as a number, whatever the texts of its column have."""

    def __init__(self, sign: str) -> None:
        self._sign = sign

    def decimal(self, column: int, usual: str) -> str:
        """Return the sign."""
        return self._sign


class Table:
    """Rows of texts under the names of their columns; `key` is the index of the column that names rows.

    `decimal` is the sign of its numbers, `point` or `comma`, where somebody says it. `typed` tells which cells are
    texts where the file itself knows what a number is: its numbers have a point and tell nothing of those in texts.
    """

    def __init__(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        key: int = 0,
        decimal: str | None = None,
        typed: Sequence[Sequence[bool]] | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self._rows, self._key, self._decimal = rows, key, decimal
        self._typed = typed
        self._decimals: dict[int, str | None] = {}

    @cached_property
    def by_key(self) -> dict[str, int]:
        """The index of each row by its key, the first of equal ones."""
        found: dict[str, int] = {}
        for index in range(len(self._rows)):
            found.setdefault(self.cell(index, self._key), index)
        return found

    @cached_property
    def doubled(self) -> set[str]:
        """The keys of more than one row."""
        counts = Counter(self.cell(index, self._key) for index in range(len(self._rows)))
        return {key for key, count in counts.items() if count > 1}

    @cached_property
    def column_indexes(self) -> dict[str, int]:
        """The index of each column by its name, the first of equal ones."""
        return {name: index for index, name in reversed([*enumerate(self.columns)])}

    @cached_property
    def _elsewhere(self) -> Evidence:
        """What all cells tell of their decimal sign."""
        return evidence(text for column in range(len(self.columns)) for text in self._texts(column))

    def _texts(self, column: int) -> Iterator[str]:
        """Yield the texts of a column, but for numbers of the file."""
        for index, row in enumerate(self._rows):
            if column < len(row) and (self._typed is None or self._typed[index][column]):
                yield row[column]

    def cell(self, row: int, column: int) -> str:
        """Return a cell; one that its row lacks is empty."""
        cells = self._rows[row]
        return cells[column] if column < len(cells) else ""

    def signs(self, row: int, column: int) -> Table | _Sure:
        """Return what knows the decimal sign of a cell."""
        is_text = self._typed is None or column >= len(self._typed[row]) or self._typed[row][column]
        return self if is_text else _Sure(self._decimal or "point")

    def decimal(self, column: int, usual: str) -> str | None:
        """Return the decimal sign of the numbers in a column's texts; None where its texts leave it open.

        `usual` is that of the language.
        """
        if column not in self._decimals:
            told = evidence(self._texts(column))
            decimal = self._decimal or told.decimal or (self._elsewhere.beside(usual) if told.is_open else None)
            self._decimals[column] = decimal or told.plain(usual)
        return self._decimals[column]


class Row:
    """A row of a table, on the way to a cell."""

    def __init__(self, table: Table, index: int) -> None:
        self.table, self.index = table, index
