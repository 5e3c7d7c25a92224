"""Widths of columns and heights of rows, from what cells need. Points throughout.

Columns follow the automatic layout of CSS 2.1, 17.5.2.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from deckmaker.model import Align
from deckmaker.theme.baselines import in_steps

QUARTER = 0.25
"""Widths are whole multiples of this many points: their sums are exact, and no text lacks a rounding error."""

ALMOST = 1.2
"""How many times as far as they would be at most columns are apart where that fills the place."""

FEWEST_SPREAD = 3
"""Columns of a table that is as wide as its place."""

_NOTHING = 1e-6  # points; rounding of sums


class Need(NamedTuple):
    """The widths in points that a cell needs, margins included.

    `least` is that of its widest word, `natural` that of its text on one line.
    """

    column: int
    columns: int
    least: float
    natural: float


def ceil_to_quarter(width: float) -> float:
    """Return a width, raised to a whole multiple of `QUARTER`."""
    return ceil(width / QUARTER - _NOTHING) * QUARTER


def column_widths(needs: Iterable[Need], shares: Sequence[float | None], room: float) -> list[float]:
    """Return the width of each column: as wide as its content, or, where that has no room, somewhere between what its
    widest word needs and that.

    Columns with a share divide by it what the others leave, and make the table as wide as the room. Where not even the
    widest words have room, the widths are those that they need.
    """
    ordered = sorted(needs, key=lambda need: need.columns)
    least = _widened([(one.column, one.columns, one.least) for one in ordered], len(shares))
    natural = _widened([(one.column, one.columns, one.natural) for one in ordered], len(shares))
    natural = [max(pair) for pair in zip(least, natural, strict=True)]
    room = floor(room / QUARTER + _NOTHING) * QUARTER
    if sum(least) >= room:
        return least
    if all(share is None for share in shares):
        return natural if sum(natural) <= room else _between(least, natural, room)
    return _shared(least, natural, shares, room)


def spread(widths: Sequence[float], aligns: Sequence[Align], room: float, most: float) -> list[float]:
    """Return the widths of columns whose texts are apart as far as fills the room, each by `most` points more at most.

    Where a little more fills it, they are: a table that ends just short of the margin looks like a mistake.
    Tables of one or two columns stay as they are: a name is near its value. What is added is alike between all columns:
    behind a text that does not end at the right, else before one that does not begin at the left. Between a number and
    a text behind it, no width of theirs adds any.
    """
    wider = list(widths)
    if len(widths) < FEWEST_SPREAD:
        return wider
    pairs = pairwise(range(len(widths)))
    behind = {Align.LEFT, Align.CENTER}
    growing = [
        one if aligns[one] in behind else two
        for one, two in pairs
        if aligns[one] in behind or aligns[two] is not Align.LEFT
    ]
    each = max(0.0, room - sum(widths)) / len(growing) if growing else 0.0
    if each > most * ALMOST:
        each = most
    for index in growing:
        wider[index] += floor(each / QUARTER) * QUARTER
    return wider


def _widened(needs: Iterable[tuple[int, int, float]], count: int) -> list[float]:
    """Return widths that suffice for all needs; those of cells over several columns widen all of these alike."""
    widths = [0.0] * count
    for column, columns, width in needs:
        lack = ceil_to_quarter(width) - sum(widths[column : column + columns])
        if lack > 0:
            for index in range(column, column + columns):
                widths[index] += ceil_to_quarter(lack / columns)
    return widths


def _between(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """Return widths that fill the room. Columns that want no more than an equal part of it have what they want, so that
    a number is not broken for the sake of a long text; the others divide the rest by CSS's rule."""
    widths, others = list(natural), list(range(len(natural)))
    for index in sorted(others, key=natural.__getitem__):
        left = room - natural[index]
        if natural[index] > room / len(others) or left < sum(least[other] for other in others if other != index):
            break
        others.remove(index)
        room = left
    shared = _by_wishes([least[index] for index in others], [natural[index] for index in others], room)
    for index, width in zip(others, shared, strict=True):
        widths[index] = width
    return widths


def _by_wishes(least: Sequence[float], natural: Sequence[float], room: float) -> list[float]:
    """Return widths that fill the room: each column has its least, and of the rest what its part is of all wishes."""
    wishes = [more - less for less, more in zip(least, natural, strict=True)]
    spare = room - sum(least)
    parts = [floor(spare * wish / sum(wishes) / QUARTER) * QUARTER for wish in wishes]
    parts[wishes.index(max(wishes))] += spare - sum(parts)
    return [less + part for less, part in zip(least, parts, strict=True)]


def _shared(
    least: Sequence[float], natural: Sequence[float], shares: Sequence[float | None], room: float
) -> list[float]:
    """Return widths that fill the room, by shares where they are given; none is less than its least."""
    free = [index for index, share in enumerate(shares) if share is None]
    widths = list(least)
    left = room - sum(least) + sum(least[index] for index in free)
    own, wanted = [least[index] for index in free], [natural[index] for index in free]
    for index, width in zip(free, wanted if sum(wanted) <= left else _between(own, wanted, left), strict=True):
        widths[index] = width
    given = {index: share for index, share in enumerate(shares) if share is not None}
    left = room - sum(widths[index] for index in free)
    while narrow := [index for index, share in given.items() if left * share / sum(given.values()) < least[index]]:
        for index in narrow:  # a word needs more than the share: the others divide what remains
            left -= least[index]
            del given[index]
    for index, share in given.items():
        widths[index] = floor(left * share / sum(given.values()) / QUARTER) * QUARTER
    if given:
        widths[max(given)] += room - sum(widths)
    return widths


class Height(NamedTuple):
    """The height in points that a cell needs, margins included, and the rows over which it has it."""

    row: int
    rows: int
    height: float


def row_heights(needs: Iterable[Height], count: int, least: float, step: float) -> list[float]:
    """Return the height of each row, in whole steps of the baseline grid and at `least` so high as one of a line.

    A cell over several rows that needs more than they have makes the last of them higher. One that begins in the first
    row has all it needs in the last that it reaches: else LibreOffice makes that row higher (docs/analysis/tables.md).
    """
    heights = [least] * count
    for row, rows, height in sorted(needs, key=lambda need: (need.rows, need.row)):
        lack = height - sum(heights[row or rows - 1 : row + rows])
        if lack > 0:
            heights[row + rows - 1] += in_steps(lack, step)
    return heights
