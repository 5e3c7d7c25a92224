"""The largest size at which a table fits its place: all its cells are of one size."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.tables.cells import least_row
from deckmaker.layout.tables.setting import SetTable, TableSetter
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import LARGE, MANY, STEP
from deckmaker.theme import TextStyle

SMALL_SHARE = 0.75
"""Of its place's height: what a table may take at more than its style's size."""


def fit_table(setter: TableSetter, place: Rect) -> SetTable:
    """Set a table: at more than its style's size where it is small, else at the largest at which it fits.

    One that fits at none is set at the smallest, and hangs out of its place.
    """
    if setter.sketched and is_endless(setter):
        return setter.sketch(place, least_height(setter, setter.style.minimum))
    return _set_small(setter, place) or _set_fitting(setter, place)


def is_endless(setter: TableSetter) -> bool:
    """Tell whether a table is far too long for any page."""
    return len(setter.table.rows) > MANY and least_height(setter, setter.style.minimum) > 2 * setter.theme.height


def sizes(style: TextStyle) -> Iterator[int]:
    """Yield the sizes that fitting may use, from the style's own down, as those of other texts."""
    step = STEP if style.size >= LARGE else 1
    yield from range(style.size, style.minimum, -step)
    yield style.minimum


def _set_small(setter: TableSetter, place: Rect) -> SetTable | None:
    """Set a table at the style's size for short texts, or between that and the usual one; None where it is not small.

    It is where no cell has a second line, and some room is left below it.
    """
    most = SMALL_SHARE * place.height
    for size in range(setter.style.short or 0, setter.style.size, -STEP):
        if least_height(setter, size) <= most:
            table = setter.set(place, size)
            if table.fits and table.is_plain and table.rect.height <= most:
                return table
    return None


def _set_fitting(setter: TableSetter, place: Rect) -> SetTable:
    """Set a table at the largest size at which it fits, or a step smaller where that saves cells a second line."""
    smallest = setter.style.minimum
    fitting = (table for size in sizes(setter.style) if (table := _fitted(setter, place, size)))
    first = next(fitting, None)
    if first is None:
        return setter.set(place, smallest)
    smaller = next(fitting, None) if first.most_lines == 2 else None
    return smaller if smaller and smaller.is_plain else first


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
