"""The values that a text may name: a deck's variables, and beside them the columns of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from deckmaker.values.expression import Expression
from deckmaker.values.lookup import Cell, Lost
from deckmaker.values.row import Row


class RowScope(Mapping[str, Any]):
    """Variables, and the cells of a row by the names of their columns; of equal names, the column counts."""

    def __init__(self, variables: Mapping[str, Any], row: Row) -> None:
        self.variables = variables
        self.columns = _indexes(row.columns.names)
        self._row = row

    @property
    def first(self) -> str:
        """The text of the first column."""
        return self._row.texts[0] if self._row.texts else ""

    def __getitem__(self, name: str) -> Any:
        index = self.columns.get(name)
        if index is None:
            return self.variables[name]
        return Cell(self._row.texts[index], self._row.columns, index)

    def __contains__(self, name: object) -> bool:
        return name in self.columns or name in self.variables

    def __iter__(self) -> Iterator[str]:
        yield from self.columns
        yield from (name for name in self.variables if name not in self.columns)

    def __len__(self) -> int:
        return len({*self.columns, *self.variables})


class UnreadColumns(Mapping[str, Any]):
    """Variables, and beside them columns of a table that cannot be had: any other name may be one, and is lost."""

    def __init__(self, variables: Mapping[str, Any]) -> None:
        self._variables = variables

    def __getitem__(self, name: str) -> Any:
        return self._variables.get(name, Lost())

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(self._variables)

    def __len__(self) -> int:
        return len(self._variables)


@lru_cache(maxsize=8)
def _indexes(names: tuple[str, ...]) -> Mapping[str, int]:
    """Return the indexes of columns by their names, once for all rows of a table."""
    return {name: index for index, name in enumerate(names)}


def row_scope(variables: Mapping[str, Any], row: Row | None) -> Mapping[str, Any]:
    """Return what texts may name: the variables, and where there is a row, its columns."""
    return RowScope(variables, row) if row else variables


_TOTALS = (
    *("total", "totals", "grand total", "sum", "all", "overall", "summe", "gesamt", "gesamtsumme", "insgesamt"),
    *("somme", "ensemble", "suma", "合计", "总计", "合計", "總計"),
)
"""Words in small letters with which rows begin that sum up others."""


def total_in(scope: Mapping[str, Any]) -> str | None:
    """Return the word with which a row begins that sums up others; None where it does not, or there is no row."""
    word = scope.first.strip() if isinstance(scope, RowScope) else ""
    return word if word.rstrip(": ").casefold() in _TOTALS else None


def column_of(expression: Expression, scope: Mapping[str, Any]) -> str | None:
    """Return the column that an expression names; None where it names something else."""
    name = expression.path[0]
    return name if isinstance(scope, RowScope) and name in scope.columns else None
