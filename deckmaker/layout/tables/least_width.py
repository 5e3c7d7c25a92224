"""How wide a table is at least: what is to be known of one that has no room on any page, before it is split.

Its cells are measured one after the other, and none is kept: a table may have a million.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from deckmaker.layout.tables.cells import MeasuredCell, Spacing, each_measured, gutters, is_on_decimals
from deckmaker.layout.tables.column_widths import Need, column_widths
from deckmaker.layout.tables.known_texts import KnownTexts
from deckmaker.model import Table
from deckmaker.theme import TextStyle, Theme


def least_width(table: Table, style: TextStyle, theme: Theme, room: float) -> float:
    """Return the width of a table at its style's least size, in points: with its columns closer if need be.

    It is that which its widest words need, or no more than the `room`.
    """
    size = style.minimum
    first = Spacing.of(table, size, theme, theme.table.gutter)
    needs = _Needs(table, first)
    for one in each_measured(table, style, size, theme, first, KnownTexts()):
        needs.add(one)
    width = 0.0
    for gutter in gutters(theme):
        widths = column_widths(
            needs.within(Spacing.of(table, size, theme, gutter)), [one.share for one in table.columns], room
        )
        if (width := sum(widths)) <= room:
            break
    return width


@dataclass(frozen=True)
class _Needs:
    """What the cells of each column need at most, with margins of one spacing; those over several columns, each."""

    table: Table
    first: Spacing
    _columns: dict[int, float] = field(default_factory=dict)
    _numbers: dict[int, float] = field(default_factory=dict)
    _tails: dict[int, float] = field(default_factory=dict)
    _wider: list[tuple[int, int, float, float | None]] = field(default_factory=list)

    def add(self, one: MeasuredCell) -> None:
        """Count a cell; of a number on the decimal sign, what stands behind its integer is moved under others'."""
        column, columns, least, _ = one.need
        tail = one.tail if is_on_decimals(one, self.table) else None
        last = column + columns - 1
        if tail is not None:
            self._tails[last] = max(self._tails.get(last, 0.0), tail)
        if columns > 1:
            self._wider.append((column, columns, least, tail))
        elif tail is None:
            self._columns[column] = max(self._columns.get(column, 0.0), least)
        else:
            self._numbers[column] = max(self._numbers.get(column, 0.0), least - tail)

    def within(self, spacing: Spacing) -> Iterator[Need]:
        """Yield the needs with margins of another spacing."""
        for column, least in self._columns.items():
            yield self._need(column, 1, least, spacing)
        for column, least in self._numbers.items():
            yield self._need(column, 1, least + self._tails[column], spacing)
        for column, columns, least, tail in self._wider:
            more = 0.0 if tail is None else self._tails[column + columns - 1] - tail
            yield self._need(column, columns, least + more, spacing)

    def _need(self, column: int, columns: int, least: float, spacing: Spacing) -> Need:
        edges = (column == 0) + (column + columns == len(self.table.columns))
        before, now = (edges * one.edge + (2 - edges) * one.half for one in (self.first, spacing))
        width = least - before + now
        return Need(column, columns, width, width)
