"""The size at which a table is set: the largest at which all cells have room, or one at which they read better."""

from __future__ import annotations

from itertools import islice

from deckmaker.layout.tables.cells import least_row
from deckmaker.layout.tables.setting import MOST_BROKEN, SetTable, TableSetter
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import MANY, STEP, sizes

MOST_LINES_OF_WORDS, MOST_BROKEN_OF_WORDS = 3, 0.25
"""Lines of a cell that reads well in a table of words alone that is set larger than usual, and the share of its cells
that have a second one."""

MOST_STEPS = 2
"""Of size that a table gives so that it reads well."""

HALF_EMPTY = 0.5
"""Of its place's height: a table that takes less in smaller type leaves as much of the page empty; better that a few
cells have more lines."""

SMALL_SHARE = 0.88
"""Of its place's height: what a table may take at more than its style's size, or with its rows farther apart."""


def fit_table(setter: TableSetter, place: Rect) -> SetTable:
    """Set a table: at more than its style's size where it is small, else at the largest at which it fits.

    One that fits at none is set at the smallest, and hangs out of its place.
    """
    return _set_small(setter, place) or _set_fitting(setter, place)


def fit_loosely(setter: TableSetter, place: Rect) -> SetTable:
    """Set a table as `fit_table` does, with its rows farther apart where that leaves some room below it."""
    table = fit_table(setter, place)
    return setter.loosened(table, place, SMALL_SHARE * place.height) if table.fits else table


def is_endless(setter: TableSetter) -> bool:
    """Tell whether a table is far too long for any page."""
    return len(setter.table.rows) > MANY and least_height(setter, setter.style.minimum) > 2 * setter.theme.height


def _set_small(setter: TableSetter, place: Rect) -> SetTable | None:
    """Set a table at the style's size for short texts, or between that and the usual one; None where it is not small.

    It is where no cell has a second line, and some room is left below it. Some cells of words may have more lines.
    """
    most = SMALL_SHARE * place.height
    for size in range(setter.style.short or 0, setter.style.size, -STEP):
        if least_height(setter, size) <= most:
            table = setter.set(place, size)
            reads_well = table.is_single_line or (setter.is_of_words and _may_be_large(table))
            if table.fits and reads_well and table.rect.height <= most:
                return table
    return None


def _may_be_large(table: SetTable) -> bool:
    """Tell whether words are broken seldom, and nowhere between what belongs together."""
    rows = table.rows
    is_seldom = rows.most_lines <= MOST_LINES_OF_WORDS and rows.broken_share <= MOST_BROKEN_OF_WORDS
    return is_seldom and not rows.parts_pairs


def _set_fitting(setter: TableSetter, place: Rect) -> SetTable:
    """Set a table at the largest size at which it fits, or a step smaller where that saves cells a second line.

    A small one keeps its size: it would leave yet more of the page empty. Any is up to two steps smaller where it reads
    well then, and does not else; one that is seldom broken only where no cell has a second line then, and half of its
    place is not left empty.
    """
    smallest = setter.style.minimum
    fitting = (table for size in sizes(setter.style) if (table := _fitted(setter, place, size)))
    first = next(fitting, None)
    if first is None:
        return setter.set(place, smallest)
    if _is_awkward(first, setter, place):
        better = next((one for one in islice(fitting, MOST_STEPS) if not _is_awkward(one, setter, place)), first)
        is_better = better.is_single_line and better.rect.height > HALF_EMPTY * place.height
        return better if is_better or not _is_seldom_broken(first, place) else _with_fewer_lines(first, setter, place)
    is_small = first.rect.height <= SMALL_SHARE * place.height
    smaller = next(fitting, None) if first.most_lines == 2 and not is_small else None
    return smaller if smaller and smaller.is_single_line else first


def _with_fewer_lines(table: SetTable, setter: TableSetter, place: Rect) -> SetTable:
    """Return a table with its columns closer, if none of its cells has as many lines then as one has now."""
    closer = setter.with_close_columns().set(place, table.size)
    return closer if closer.fits and closer.most_lines < table.most_lines and not closer.is_awkward else table


def _is_awkward(table: SetTable, setter: TableSetter, place: Rect) -> bool:
    """Tell whether a table would read better a little smaller: words with room below them are better broken than
    small."""
    if setter.is_of_words and table.rect.height <= SMALL_SHARE * place.height:
        return table.rows.parts_pairs
    return table.is_awkward


def _is_seldom_broken(table: SetTable, place: Rect) -> bool:
    """Tell whether few cells of a table have a second line or a third, with room below."""
    rows = table.rows
    is_seldom = rows.most_lines <= MOST_LINES_OF_WORDS and rows.broken_share <= MOST_BROKEN
    return is_seldom and not rows.parts_pairs and table.rect.height <= SMALL_SHARE * place.height


def _fitted(setter: TableSetter, place: Rect, size: int) -> SetTable | None:
    """Return a table as set at a size, None where it does not fit."""
    # Rows of one line each tell, before anything is measured, that a long table has no room.
    if least_height(setter, size) > place.height:
        return None
    table = setter.set(place, size)
    return table if table.fits else None


def least_height(setter: TableSetter, size: int) -> float:
    """Return the height of a table at a size, in points, if each row has one line: before anything is measured."""
    return len(setter.table.rows) * least_row(setter.style, size, setter.table, setter.theme)
