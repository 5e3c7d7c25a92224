"""The place of a table on a part of a slide, and what of it has room there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from deckmaker.layout.tables.endless_rows import completed, is_endless, readable
from deckmaker.layout.tables.fitting import least_height, sizes
from deckmaker.layout.tables.part_columns import part_columns, whole_page
from deckmaker.layout.tables.row_groups import Group
from deckmaker.layout.tables.row_parting import parted_row
from deckmaker.layout.tables.setting import TableSetter
from deckmaker.layout.tables.splitting import Columns
from deckmaker.model import Table
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle


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

    def columns(self, part: Table, smaller: int, before: Columns, until_now: Columns) -> Columns | None:
        """Return the widths in which a part has room, None where it has none; none where columns have shares.

        They follow those `before`, of the part before, and those `until_now`, of the same part with a row less.
        """
        setter = self._setter(part, smaller)
        if not _may_have_room(setter, self.place):
            return None
        if any(column.share is not None for column in part.columns):
            return () if self.fits(setter) else None
        return part_columns(setter, self.place, before, until_now, self.fits)

    def begun(
        self, group: Group, part: Callable[[Group], Table], before: Columns
    ) -> tuple[Group, Group, Columns] | None:
        """Return a group's headings and as much of its first row as has room, the rest, and the columns' widths.

        None where not a line has room.
        """
        read = readable(group, self.setter.table)
        whole = self._setter(part(read), 0)
        columns = whole_page(whole, self.place, before)
        grid = whole.within(columns).grid(self.place.width, self.style.size)
        row = len(whole.table.rows) - len(read.rows) + group.headings
        cells = [one for one in grid.cells if one.place.row == row]
        for lines in range(int(self.place.height / min(one.leading for one in cells)), 0, -1):
            found = parted_row(read, cells, [grid.inner(one) for one in cells], lines, whole.theme)
            if found and self.fits(self._setter(part(found[0]), 0).within(columns)):
                return found[0], found[1] if read is group else completed(found[1], group), columns
        return None

    def _setter(self, part: Table, smaller: int) -> TableSetter:
        return self.setter.of(part, self.style.only(self.style.size - smaller))


def _may_have_room(setter: TableSetter, place: Rect) -> bool:
    """Tell, before anything is measured, whether a table may have room: not with rows of one line each that have none,
    nor with more in a cell than any part holds."""
    if least_height(setter, setter.style.size) > place.height + TOLERANCE:
        return False
    return not any(is_endless(cell.paragraph) for row in setter.table.rows for cell in row.cells)
