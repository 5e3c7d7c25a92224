"""Widths of the columns of a split table, part by part: calm from slide to slide, and no matter of what comes behind.

A part keeps the widths of the one before where its texts have room in them. Points throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import floor

from deckmaker.layout.tables.column_widths import QUARTER, column_widths
from deckmaker.layout.tables.setting import Grid, TableSetter
from deckmaker.layout.tables.splitting import Columns
from deckmaker.model.geometry import Rect

SLACK = 1.25
"""How much wider than its content a column may be, so that the next parts' words have room in it."""

LOSS = 0.25
"""How much of its place's height a part may lose because its texts are in the columns of the part before."""

Fits = Callable[[TableSetter], bool]


def part_columns(setter: TableSetter, place: Rect, before: Columns, until_now: Columns, fits: Fits) -> Columns | None:
    """Return the widths in which a part has room, None where it has none.

    They follow those `before`, of the part before. A part with a row more than one that stands in those `until_now`
    must also have room in widths which that row does not change (`_fixed`): else a word more might widen a column, so
    save another row a line, and bring its own to a part on which it has not stood before.
    """
    own = setter.grid(place.width, setter.style.size)
    if sum(own.columns) > place.width:
        return None
    if own.is_plain:
        return next((one for one in _plain_ways(setter, place, own, before) if fits(setter.within(one))), None)
    fixed: Columns | None = ()
    if until_now:
        fixed = next((one for one in _fixed(place, before, until_now) if fits(setter.within(one))), None)
        if fixed is None:
            return None
    for one in (*_kept_with_little_loss(setter, place, own, before), own.columns):
        if fits(setter.within(one)):
            return one
    return fixed if fixed and _kept(setter, place, fixed) else None


def whole_page(setter: TableSetter, place: Rect, before: Columns) -> Columns:
    """Return the widths for a part that holds no more than a beginning of its last row.

    As those `before`, if they are as wide as the place. Else a text of a place's width is as long as any: what goes on
    on the next part does not count.
    """
    if _kept(setter, place, before) and sum(before) > place.width / SLACK:
        return before
    needs = setter.grid(place.width, setter.style.size).needs
    capped = [one._replace(natural=max(one.least, min(one.natural, place.width))) for one in needs]
    return tuple(column_widths(capped, [column.share for column in setter.table.columns], place.width))


def _kept(setter: TableSetter, place: Rect, columns: Columns) -> Grid | None:
    """Return the table's grid in columns of these widths, if they and its words have room."""
    if not columns or sum(columns) > place.width:
        return None
    grid = setter.within(columns).grid(place.width, setter.style.size)
    return grid if grid.has_room_for_words else None


def _plain_ways(setter: TableSetter, place: Rect, own: Grid, before: Columns) -> Iterator[Columns]:
    """Yield the widths to be tried for texts of one line each: those before, where they leave them so, and wider ones
    than their own."""
    kept = _kept(setter, place, before)
    if kept and kept.is_plain:
        yield before
    yield _stretched(own.columns, min(SLACK * sum(own.columns), place.width))


def _kept_with_little_loss(setter: TableSetter, place: Rect, own: Grid, before: Columns) -> Iterator[Columns]:
    """Yield the widths before, where they make the part no matter taller than its own."""
    if _kept(setter, place, before):
        size = setter.style.size
        theirs, ours = (setter.within(one).set(place, size).rect.height for one in (before, own.columns))
        if theirs <= ours + LOSS * place.height:
            yield before


def _fixed(place: Rect, before: Columns, until_now: Columns) -> Iterator[Columns]:
    """Yield widths that fill the place: those until now, those before, and between the first and columns alike."""
    yield (whole := _stretched(until_now, place.width))
    if before:
        yield _stretched(before, place.width)
    alike = place.width / len(whole)
    yield tuple(floor((one + alike) / 2 / QUARTER) * QUARTER for one in whole)


def _stretched(columns: Columns, width: float) -> Columns:
    """Return widths in the same ratio to one another that have that sum, or little less."""
    ratio = width / sum(columns)
    return tuple(floor(one * ratio / QUARTER) * QUARTER for one in columns)
