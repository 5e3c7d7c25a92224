"""What is drawn under a table's cells: backgrounds of rows and of picked columns, and rules between rows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import accumulate

from deckmaker.layout.document import Fill
from deckmaker.layout.tables.rows import row_groups
from deckmaker.model import Lines, Table
from deckmaker.model.geometry import Rect
from deckmaker.theme import TableStyle


class TableFills:
    """The backgrounds and rules of a table whose columns and rows have these sizes in points. `ink` is its text's."""

    def __init__(
        self,
        table: Table,
        x: float,
        y: float,
        columns: Sequence[float],
        rows: Sequence[float],
        style: TableStyle,
        ink: str,
    ) -> None:
        self._table, self._style, self._ink = table, style, ink
        self._lefts = list(accumulate(columns, initial=x))
        self._tops = list(accumulate(rows, initial=y))
        self._crossed: list[set[int]] = [set() for _ in self._tops]
        for place in table.places():
            for row in range(place.row + 1, place.row + place.cell.rows):
                self._crossed[row] |= {*range(place.column, place.column + place.cell.columns)}
        self._headed = self._under_heads()

    @property
    def backgrounds(self) -> tuple[Fill, ...]:
        """The header's, those of every other row, and those of picked columns; rows that go together count as one."""
        return tuple(self._backgrounds())

    @property
    def rules(self) -> tuple[Fill, ...]:
        """From top to bottom; none goes through a cell."""
        return tuple(self._rules())

    def _backgrounds(self) -> Iterator[Fill]:
        style, table = self._style, self._table
        if style.header_ground and table.header_rows:
            yield Fill(self._across(0, table.header_rows), style.header_ground)
        if table.lines is Lines.ZEBRA:
            last = len(table.rows) - table.footer_rows
            body = [group for group in row_groups(table) if table.header_rows <= group.start < last]
            for group in body[1::2]:
                rect = self._across(group.start, group.stop)
                yield Fill(rect, style.zebra or self._ink, style.zebra_opacity)
        start = table.header_rows if style.header_ground else 0
        for index, column in enumerate(table.columns):
            if column.picked:
                left, right = self._lefts[index], self._lefts[index + 1]
                rect = Rect(left, self._tops[start], right - left, self._tops[-1] - self._tops[start])
                yield Fill(rect, style.picked or self._ink, style.picked_opacity)

    def _across(self, start: int, stop: int) -> Rect:
        top, left = self._tops[start], self._lefts[0]
        return Rect(left, top, self._lefts[-1] - left, self._tops[stop] - top)

    def _rules(self) -> Iterator[Fill]:
        table, style = self._table, self._style
        count = len(table.rows)
        strong = {table.header_rows, count - table.footer_rows, count}
        for row in range(count + 1):
            if row in strong:
                yield from self._rule(row, range(len(table.columns)), style.strong_rule, style.strong_width)
            elif 0 < row < table.header_rows:
                yield from self._rule(row, self._headed.get(row, ()), style.rule, style.rule_width)
            elif row > table.header_rows and (table.lines is Lines.RULES or row > count - table.footer_rows):
                yield from self._rule(row, range(len(table.columns)), style.rule, style.rule_width)

    def _under_heads(self) -> dict[int, set[int]]:
        """Return the columns that have a head in common, by the row of the header above which it ends."""
        found: dict[int, set[int]] = {}
        for place in self._table.places():
            if place.row >= self._table.header_rows:
                break
            if place.cell.columns > 1 and place.cell.paragraph.text:
                below = found.setdefault(place.row + place.cell.rows, set())
                below |= {*range(place.column, place.column + place.cell.columns)}
        return found

    def _rule(self, row: int, columns: Container[int], color: str | None, width: float) -> Iterator[Fill]:
        """Yield the rule above a row, amid the edge, in as few parts as the cells that span it leave."""
        crossed = self._crossed[row]
        start: int | None = None
        for column in range(len(self._lefts)):
            if column in columns and column not in crossed:
                start = column if start is None else start
            elif start is not None:
                left = self._lefts[start]
                rect = Rect(left, self._tops[row] - width / 2, self._lefts[column] - left, width)
                yield Fill(rect, color or self._ink)
                start = None
