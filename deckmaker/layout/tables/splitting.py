"""A table that is too tall, parted between rows: each part has the header, the last the footer and the caption.

A part keeps the column widths of the one before where its texts have room in them, whatever comes behind: they stay
calm from slide to slide. Points throughout.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from math import floor
from typing import NamedTuple, Protocol

from deckmaker.budget.decks import PARTS
from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.place import TooManyParts
from deckmaker.layout.tables.fitting import least_height
from deckmaker.layout.tables.rows import (
    Group,
    body_groups,
    completed,
    first_rows,
    is_endless,
    readable,
    split_group,
    split_row,
)
from deckmaker.layout.tables.setting import Grid, TableSetter
from deckmaker.layout.tables.tracks import QUARTER, column_widths
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE, sizes
from deckmaker.theme import TextStyle

ColumnWidths = tuple[float, ...]
"""Widths of a table's columns in points; none where its own rows decide."""


class TablePart(NamedTuple):
    """A part of a table that has room, by how many points it is `smaller` than its style, and its columns' widths.

    It is `forced` where it has room only so, or with a row that it does not hold whole.
    """

    table: Table
    smaller: int
    columns: ColumnWidths
    forced: bool = False


class _Taken(NamedTuple):
    """A part with so many of the groups that are left, and what it does not hold of the last of them."""

    part: TablePart
    groups: int
    rest: Group | None = None


class Room(Protocol):
    """Where a part of a table stands."""

    @property
    def smaller(self) -> Sequence[int]:
        """By how many points a part may be smaller than its style, from 0."""

    def columns(
        self, part: Table, smaller: int, previous_part: ColumnWidths, previous_row: ColumnWidths
    ) -> ColumnWidths | None:
        """Return the widths in which a part has room, None where it has none.

        They follow those of the `previous_part`, and those of the same part up to the `previous_row`.
        """

    def split_first_row(
        self, group: Group, part: Callable[[Group], Table], previous_part: ColumnWidths
    ) -> tuple[Group, Group, ColumnWidths] | None:
        """Return a group's headings and as much of its first row as has room, the rest, and the columns' widths."""


def split_rows(table: Table, room: Callable[[int], Room]) -> list[TablePart]:
    """Return the parts of a table, each with as many rows as have room where the part of that number stands, from 0.
    Raises TooManyParts.

    There are none where something has no room. Rows that belong together stay so where they have room on a part of
    their own, be it at a smaller size. The last row stands alone on a part only where the part before has no other to
    spare, and the footer only where it has no room below a single row. What stands on a part, and how, depends on
    nothing but its own rows and those before, the next one, and how many there are: a change in a row leaves the parts
    before its own as they are, as long as a row with more words takes no less room.
    """
    if room(0).columns(table, 0, (), ()) is not None:
        return [TablePart(table, 0, ())]
    return _Splitting(table, room).parts()


@dataclass(frozen=True)
class _Splitting:
    """The splitting of one table, which has no room as a whole."""

    table: Table
    room: Callable[[int], Room]

    def parts(self) -> list[TablePart]:
        parts: list[TablePart] = []
        left = deque(body_groups(self.table))
        if not left:
            return []
        while left:
            if len(parts) >= PARTS.most:
                raise TooManyParts
            previous_part = parts[-1].columns if parts else ()
            taken = self._fill(left, len(parts), previous_part) or self._oversized(left, len(parts), previous_part)
            if taken is None:
                return []
            for _ in range(taken.groups):
                left.popleft()
            if taken.rest:
                left.appendleft(taken.rest)
            parts.append(taken.part)
        if self.table.footer_rows and not parts[-1].table.footer_rows:
            last = self._set(self._part([], is_last=True), len(parts), parts[-1].columns)
            return [*parts, last] if last else []
        return parts

    def _fill(self, left: deque[Group], number: int, previous_part: ColumnWidths) -> _Taken | None:
        """Return a part with as many groups as have room at the style's size; None where none has."""
        most = len(left) - 1 if number == 0 else len(left)  # the whole has no room
        tables = (self._part([*islice(left, count)], is_last=count == len(left)) for count in range(1, most + 1))
        filled = self._longest_prefix(tables, number, previous_part)
        count = len(filled)
        alone = len(left) - count == 1 and len(left[count].rows) == 1
        if alone and count > 1:
            count -= 1
        return _Taken(filled[count - 1], count) if filled else None

    def _longest_prefix(self, tables: Iterable[Table], number: int, previous_part: ColumnWidths) -> list[TablePart]:
        """Return parts at the style's size, each with a row more than the one before, as long as these have room."""
        grown: list[TablePart] = []
        for table in tables:
            columns = self.room(number).columns(table, 0, previous_part, grown[-1].columns if grown else ())
            if columns is None:
                break
            grown.append(TablePart(table, 0, columns))
        return grown

    def _oversized(self, left: deque[Group], number: int, previous_part: ColumnWidths) -> _Taken | None:
        """Return a part with one group, smaller than others or without some of its rows; None for none.

        What has no room in one piece is not set smaller, but for a piece that has no room else.
        """
        group, is_last = left[0], len(left) == 1
        table = self._part([group], is_last=is_last and not self.table.footer_rows)
        in_pieces = group.is_rest or (number == 0 and is_last)
        if part := self._set(table, number, previous_part, sizes=1 if in_pieces else None):
            return _Taken(part, 1)
        counts = range(group.headings + 1, len(group.rows))
        tables = (self._part([first_rows(group, count, self.table)], is_last=False) for count in counts)
        if grown := self._longest_prefix(tables, number, previous_part):
            _, rest = split_group(group, counts[len(grown) - 1], self.table)
            return _Taken(grown[-1]._replace(forced=True), 1, rest)
        if counts:
            first, rest = split_group(group, counts[0], self.table)
            if part := self._set(self._part([first], is_last=False), number, previous_part):
                return _Taken(part, 1, rest)
        begun = self.room(number).split_first_row(group, lambda one: self._part([one], is_last=False), previous_part)
        if begun is None:
            return None
        first, rest, columns = begun
        return _Taken(TablePart(self._part([first], is_last=False), 0, columns, forced=True), 1, rest)

    def _set(
        self, table: Table, number: int, previous_part: ColumnWidths, sizes: int | None = None
    ) -> TablePart | None:
        """Return a table at the largest size at which it has room, of all or so many."""
        room = self.room(number)
        for smaller in room.smaller[:sizes]:
            if (columns := room.columns(table, smaller, previous_part, ())) is not None:
                return TablePart(table, smaller, columns, forced=smaller > 0)
        return None

    def _part(self, groups: Sequence[Group], is_last: bool) -> Table:
        table = self.table
        header, end = table.rows[: table.header_rows], len(table.rows) - table.footer_rows
        body = [row for group in groups for row in group.rows]
        if is_last:
            return replace(table, rows=(*header, *body, *table.rows[end:]))
        return replace(table, rows=(*header, *body), footer_rows=0, caption=None)


SLACK = 1.25
"""How much wider than its content a column may be, so that the next parts' words have room in it."""

LOSS = 0.25
"""How much of its place's height a part may lose because its texts are in the columns of the part before."""

Fits = Callable[[TableSetter], bool]


def part_columns(
    setter: TableSetter, place: Rect, previous_part: ColumnWidths, previous_row: ColumnWidths, fits: Fits
) -> ColumnWidths | None:
    """Return the widths in which a part has room, None where it has none.

    They follow those of the `previous_part`. A part with a row more than one that stands in those of the `previous_row`
    must also have room in widths which that row does not change (`_fixed`): else a word more might widen a column, so
    save another row a line, and bring its own to a part on which it has not stood before.
    """
    own = setter.grid(place.width, setter.style.size)
    if sum(own.columns) > place.width:
        return None
    if own.is_single_line:
        return next(
            (one for one in _plain_ways(setter, place, own, previous_part) if fits(setter.with_widths(one))), None
        )
    fixed: ColumnWidths | None = ()
    if previous_row:
        fixed = next((one for one in _fixed(place, previous_part, previous_row) if fits(setter.with_widths(one))), None)
        if fixed is None:
            return None
    for one in (*_kept_with_little_loss(setter, place, own, previous_part), own.columns):
        if fits(setter.with_widths(one)):
            return one
    return fixed if fixed and _kept(setter, place, fixed) else None


def whole_page(setter: TableSetter, place: Rect, previous_part: ColumnWidths) -> ColumnWidths:
    """Return the widths for a part that holds no more than a beginning of its last row.

    Those of the `previous_part`, if they are as wide as the place. Else a text of a place's width is as long as any:
    what goes on on the next part does not count.
    """
    if _kept(setter, place, previous_part) and sum(previous_part) > place.width / SLACK:
        return previous_part
    needs = setter.grid(place.width, setter.style.size).needs
    capped = [one._replace(natural=max(one.least, min(one.natural, place.width))) for one in needs]
    return tuple(column_widths(capped, [column.share for column in setter.table.columns], place.width))


def _kept(setter: TableSetter, place: Rect, columns: ColumnWidths) -> Grid | None:
    """Return the table's grid in columns of these widths, if they and its words have room."""
    if not columns or sum(columns) > place.width:
        return None
    grid = setter.with_widths(columns).grid(place.width, setter.style.size)
    return grid if grid.has_room_for_words else None


def _plain_ways(setter: TableSetter, place: Rect, own: Grid, previous_part: ColumnWidths) -> Iterator[ColumnWidths]:
    """Yield the widths to be tried for texts of one line each: those before, where they leave them so, and wider ones
    than their own."""
    kept = _kept(setter, place, previous_part)
    if kept and kept.is_single_line:
        yield previous_part
    yield _stretched(own.columns, min(SLACK * sum(own.columns), place.width))


def _kept_with_little_loss(
    setter: TableSetter, place: Rect, own: Grid, previous_part: ColumnWidths
) -> Iterator[ColumnWidths]:
    """Yield the widths before, where they make the part no matter taller than its own."""
    if _kept(setter, place, previous_part):
        size = setter.style.size
        theirs, ours = (setter.with_widths(one).set(place, size).rect.height for one in (previous_part, own.columns))
        if theirs <= ours + LOSS * place.height:
            yield previous_part


def _fixed(place: Rect, previous_part: ColumnWidths, previous_row: ColumnWidths) -> Iterator[ColumnWidths]:
    """Yield widths that fill the place: those until now, those before, and between the first and columns alike."""
    yield (whole := _stretched(previous_row, place.width))
    if previous_part:
        yield _stretched(previous_part, place.width)
    alike = place.width / len(whole)
    yield tuple(floor((one + alike) / 2 / QUARTER) * QUARTER for one in whole)


def _stretched(columns: ColumnWidths, width: float) -> ColumnWidths:
    """Return widths in the same ratio to one another that have that sum, or little less."""
    ratio = width / sum(columns)
    return tuple(floor(one * ratio / QUARTER) * QUARTER for one in columns)


@dataclass(frozen=True)
class TableFrame:
    """A table's style and its whole place; `fits` tells whether a part of the table has room below the slide's text."""

    style: TextStyle
    place: Rect
    setter: TableSetter
    fits: Callable[[TableSetter], bool]

    @property
    def smaller(self) -> list[int]:
        """By how many points a part may be smaller than the style, from 0."""
        return [self.style.size - size for size in sizes(self.style)]

    def columns(
        self, part: Table, smaller: int, previous_part: ColumnWidths, previous_row: ColumnWidths
    ) -> ColumnWidths | None:
        """Return the widths in which a part has room, None where it has none; none where columns have shares.

        They follow those of the `previous_part`, and those of the same part up to the `previous_row`.
        """
        setter = self._setter(part, smaller)
        if not _may_have_room(setter, self.place):
            return None
        if any(column.share is not None for column in part.columns):
            return () if self.fits(setter) else None
        return part_columns(setter, self.place, previous_part, previous_row, self.fits)

    def split_first_row(
        self, group: Group, part: Callable[[Group], Table], previous_part: ColumnWidths
    ) -> tuple[Group, Group, ColumnWidths] | None:
        """Return a group's headings and as much of its first row as has room, the rest, and the columns' widths.

        None where not a line has room.
        """
        read = readable(group, self.setter.table)
        whole = self._setter(part(read), 0)
        columns = whole_page(whole, self.place, previous_part)
        grid = whole.with_widths(columns).grid(self.place.width, self.style.size)
        row = len(whole.table.rows) - len(read.rows) + group.headings
        cells = [one for one in grid.cells if one.place.row == row]
        for lines in range(int(self.place.height / min(one.leading for one in cells)), 0, -1):
            found = split_row(read, cells, [grid.inner(one) for one in cells], lines, whole.theme)
            if found and self.fits(self._setter(part(found[0]), 0).with_widths(columns)):
                return found[0], found[1] if read is group else completed(found[1], group), columns
        return None

    def _setter(self, part: Table, smaller: int) -> TableSetter:
        return self.setter.for_rows(part, self.style.only(self.style.size - smaller))


def _may_have_room(setter: TableSetter, place: Rect) -> bool:
    """Tell, before anything is measured, whether a table may have room: not with rows of one line each that have none,
    nor with more in a cell than any part holds."""
    if least_height(setter, setter.style.size) > place.height + TOLERANCE:
        return False
    return not any(is_endless(cell.paragraph) for row in setter.table.rows for cell in row.cells)
