"""Which columns of a row the texts of a deck come from, by their places: whose value a mistake there is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from deckmaker.diagnostics.span import Span

_Begin = tuple[str, int, int]


class ColumnPlaces:
    """Places of texts that hold values. None lies within another, so that to look one up takes no longer for many."""

    def __init__(self) -> None:
        self._found: dict[_Begin, tuple[Span, tuple[str, ...]]] = {}
        self._begins: list[_Begin] = []

    def add(self, span: Span, columns: Sequence[str]) -> None:
        """Add the place of a text that holds values of columns."""
        self._found[span.order] = span, tuple(dict.fromkeys(columns))

    def at(self, span: Span) -> tuple[str, ...]:
        """Return the columns of the text in which a place lies; none where it lies in no such text."""
        if len(self._begins) != len(self._found):
            self._begins = sorted(self._found)
        index = bisect_right(self._begins, span.order) - 1
        if index < 0:
            return ()
        place, columns = self._found[self._begins[index]]
        return columns if place.holds(span) else ()
