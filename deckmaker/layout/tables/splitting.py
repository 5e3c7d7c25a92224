"""A table that is too tall, parted between rows: each part has the header, the last the footer and the caption."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckmaker.layout.tables.row_groups import Group, body_groups
from deckmaker.model import Table

Fits = Callable[[Table, int], bool]
"""Whether a part has room where the part of that number stands, from 0."""


def split_rows(table: Table, fits: Fits) -> list[Table]:
    """Return the parts of a table, each with as many rows as fit, and with one at least, which may not fit alone.

    Rows stay with those that a cell spans together with them, and a heading with what it stands above. The last row stands alone on a part only where the part
    before has no other to spare, and the footer only where it has no room below a single row. What stands on a part
    depends on nothing but its own rows, the next one, and how many there are: a change in a row leaves the parts before
    its own as they are, as long as a row with more words takes no less room. Widths by content can break that, rarely:
    words that widen a column may save other rows a line.
    """
    groups = body_groups(table)
    if not groups or fits(table, 0):
        return [table]
    parts: list[Table] = []
    start = 0
    while start < len(groups):
        count = _count(table, groups[start:], lambda part: fits(part, len(parts)))
        parts.append(_part(table, groups[start : start + count], is_last=start + count == len(groups)))
        start += count
    if table.footer_rows and not fits(parts[-1], len(parts) - 1):
        ends = [_part(table, groups[-count:], is_last=False), _part(table, [], is_last=True)]
        if all(fits(one, index) for index, one in enumerate(ends, start=len(parts) - 1)):
            parts[-1:] = ends
    return parts


def _count(table: Table, groups: list[Group], fits: Callable[[Table], bool]) -> int:
    """Return how many groups of rows the next part takes of those that are left."""
    count = 1
    while count < len(groups) and fits(_part(table, groups[: count + 1], is_last=count + 1 == len(groups))):
        count += 1
    left = groups[count:]
    return count - 1 if len(left) == 1 and len(left[0].rows) == 1 and count > 1 else count


def _part(table: Table, groups: list[Group], is_last: bool) -> Table:
    header, end = table.rows[: table.header_rows], len(table.rows) - table.footer_rows
    body = [row for group in groups for row in group.rows]
    if is_last:
        return replace(table, rows=(*header, *body, *table.rows[end:]))
    return replace(table, rows=(*header, *body), footer_rows=0, caption=None)


def join_rows(parts: list[Table]) -> Table:
    """Return the table of which these are the parts."""
    last = parts[-1]
    body = [row for part in parts for row in part.rows[part.header_rows : len(part.rows) - part.footer_rows]]
    footer = last.rows[len(last.rows) - last.footer_rows :]
    return replace(last, rows=(*last.rows[: last.header_rows], *body, *footer))
