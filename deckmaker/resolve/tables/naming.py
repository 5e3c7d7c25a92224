"""Columns by the names that a deck gives them: what they show, what they are called at their source, their numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, islice

from deckmaker.budget.slips import NAMES_COMPARED
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.values.looks import composed

_MOST_LISTED = 12


class Names:
    """The names of a table's columns; each method returns a column's place in the source, from 0."""

    def __init__(self, names: list[str], plain: list[str], diagnostics: Diagnostics, what: str) -> None:
        """Begin with the names at the source, empty where a column has none, and the same without their marks.

        `what` the source is called in messages.
        """
        self._count = len(names)
        self._columns = _by_name(names)
        self._plain = {name: columns[0] for name, columns in _by_name(plain).items() if len(columns) == 1}
        self._shown: dict[str, int] = {}
        self._diagnostics, self._what = diagnostics, what
        self._left = NAMES_COMPARED.most

    def show(self, name: str, column: int) -> None:
        """Add a name that a column is shown under; it comes before those of the source."""
        self._shown.setdefault(composed(name), column)

    def place(self, name: str, span: Callable[[], Span]) -> int | None:
        """Return the column that a deck calls `name`; report and return None where there is none, or several."""
        column = self.known(name)
        if column is not None:
            return column
        if columns := self._columns.get(composed(name)):
            numbers = " or ".join(str(one + 1) for one in columns[:_MOST_LISTED])
            message = f"{len(columns)} columns are called `{name}`"
            help = f"name the one that you mean by its number: {numbers}{_more(columns)}"
            self._diagnostics.report("ambiguous-column", message, span(), help)
            return None
        here, help = span(), self._help(name)
        edits = respelled(here, name, help, [*self._shown, *self._columns])
        self._diagnostics.report("unknown-column", f"{self._what} has no column `{name}`", here, help, edits=edits)
        return None

    def _help(self, name: str) -> str:
        """Return the name that one with a slip may stand for, else some that there are."""
        names = chain(self._shown, (one for one in self._columns if one and one not in self._shown))
        known = list(islice(names, max(_MOST_LISTED + 1, self._left)))
        if not known:
            return f"its columns have no names: use their numbers, 1 to {self._count}"
        self._left -= len(known)
        near = nearest(name, known) if self._left >= 0 else None
        return near or f"its columns: {', '.join(known[:_MOST_LISTED])}{_more(known)}"

    def is_near(self, name: str) -> bool:
        """Tell whether a column is called so, or nearly."""
        name = composed(name)
        return self.known(name) is not None or name in self._columns or nearest(name, list(self._columns)) is not None

    def known(self, name: str) -> int | None:
        """Return the one column that is called `name`, or has that number."""
        name = composed(name)
        if name in self._shown:
            return self._shown[name]
        if len(columns := self._columns.get(name, [])) == 1:
            return columns[0]
        if name in self._plain and name:
            return self._plain[name]
        is_number = name.isascii() and name.isdigit() and len(name) < 4 and name not in self._columns
        return int(name) - 1 if is_number and 0 < int(name) <= self._count else None


def _by_name(names: Sequence[str]) -> dict[str, list[int]]:
    """Return the columns of each name, composed."""
    found: dict[str, list[int]] = {}
    for column, name in enumerate(names):
        found.setdefault(composed(name), []).append(column)
    return found


def _more(listed: Sequence[object]) -> str:
    return " …" if len(listed) > _MOST_LISTED else ""
