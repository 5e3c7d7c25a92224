"""The marks of lists in Markdown: where each item stands, and which sign keeps a list apart from the one before it.

Source: CommonMark 0.31.2, 5.2 and 5.3: what belongs to an item is indented by the width of its mark, and a list ends
where another sign marks an item.
"""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.model import Marker, Paragraph

_INDENT = 4
"""Columns of a level at least: what every reader of Markdown takes for one."""

_SIGNS = {Marker.BULLET: ("-", "*"), Marker.NUMBER: (".", ")")}
"""Of each kind the sign that lists have, and the one of a list right behind another."""


class _List(NamedTuple):
    """A list that goes on: its kind, its sign, the column of its marks and that of its last item's words, and the
    number of that item."""

    marker: Marker
    sign: str
    column: int
    words: int
    number: int = 0


class ListMarks:
    """Gives each item of a page its mark, in order; remembers which lists are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_List] = []
        self._is_new_text = False

    def end(self) -> None:
        """Note that something else than a list follows."""
        self._open = []

    def begin_text(self) -> None:
        """Note that another text begins: a list in it is not the one before it."""
        self._is_new_text = True

    def mark(self, item: Paragraph) -> str:
        """Return what stands before an item's words on its line."""
        before = self._list_before(item)
        if len(self._open) > item.level:
            own = self._open.pop()
            return self._marked(" " * own.column, item, own.sign)
        line = " " * max(_INDENT * len(self._open), self._open[-1].words) if self._open else ""
        while len(self._open) < item.level:  # of outer items, which stand on the slide before
            sign = _sign_after(before, Marker.BULLET)
            self._open.append(_List(Marker.BULLET, sign, len(line), len(line) + 2))
            line, before = f"{line}{sign} ", None
        return self._marked(line, item, _sign_after(before, item.marker))

    def _list_before(self, item: Paragraph) -> _List | None:
        """Close what ends before an item; return the list that ended where the item begins another, if one did."""
        if self._is_new_text:
            self._is_new_text = False
            closed, self._open = self._open, []
            return closed[0] if closed else None
        del self._open[item.level + 1 :]
        if len(self._open) > item.level:
            last = self._open[-1]
            begins_again = item.marker is Marker.NUMBER and item.number != last.number + 1
            if last.marker is not item.marker or begins_again:
                return self._open.pop()
        return None

    def _marked(self, line: str, item: Paragraph, sign: str) -> str:
        marked = f"{line}{sign} " if item.marker is Marker.BULLET else f"{line}{item.number}{sign} "
        self._open.append(_List(item.marker, sign, len(line), len(marked), item.number))
        return marked


def _sign_after(before: _List | None, marker: Marker) -> str:
    """Return the sign of a list behind another, or behind none."""
    usual, other = _SIGNS[marker]
    return other if before and before.marker is marker and before.sign == usual else usual
