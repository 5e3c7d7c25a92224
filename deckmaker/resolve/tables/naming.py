"""Columns by the names that a deck gives them: what they show, what they are called at their source, their numbers."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest

_MOST_LISTED = 12


class Names:
    """The names of a table's columns; each method returns a column's place in the source, from 0."""

    def __init__(self, names: list[str], plain: list[str], diagnostics: Diagnostics) -> None:
        """Begin with the names at the source, empty where a column has none, and the same without their marks."""
        self._names = names
        self._plain = {name: column for column, name in enumerate(plain) if plain.count(name) == 1}
        self._shown: dict[str, int] = {}
        self._diagnostics = diagnostics

    def show(self, name: str, column: int) -> None:
        """Add a name that a column is shown under; it comes before those of the source."""
        self._shown.setdefault(name, column)

    def place(self, name: str, span: Callable[[], Span]) -> int | None:
        """Return the column that a deck calls `name`; report and return None where there is none, or several."""
        column = self.known(name)
        if column is not None:
            return column
        if self._names.count(name) > 1:
            numbers = [str(index) for index, one in enumerate(self._names, start=1) if one == name]
            message = f"{len(numbers)} columns are called `{name}`"
            help = f"name the one that you mean by its number: {' or '.join(numbers)}"
            self._diagnostics.report("ambiguous-column", message, span(), help)
            return None
        known = [one for one in dict.fromkeys([*self._shown, *self._names]) if one]
        listed = ", ".join(known[:_MOST_LISTED]) + (" …" if len(known) > _MOST_LISTED else "")
        numbers_help = f"its columns have no names: use their numbers, 1 to {len(self._names)}"
        help = (nearest(name, known) or f"its columns: {listed}") if known else numbers_help
        self._diagnostics.report("unknown-column", f"the table has no column `{name}`", span(), help)
        return None

    def known(self, name: str) -> int | None:
        """Return the one column that is called `name`, or has that number."""
        if name in self._shown:
            return self._shown[name]
        if self._names.count(name) == 1:
            return self._names.index(name)
        if name in self._plain and name:
            return self._plain[name]
        is_number = name.isascii() and name.isdigit() and len(name) < 4 and name not in self._names
        return int(name) - 1 if is_number and 0 < int(name) <= len(self._names) else None
