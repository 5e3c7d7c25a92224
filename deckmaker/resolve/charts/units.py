"""Columns whose numbers have their unit in the cell: `62 dB` is 62, and all of the column is in dB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckmaker.dataclasses import replace
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.tables.grid import Grid

MEASURED = pattern(
    "(?P<number>[+−–-]?[0-9](?:[0-9.,'’\u00a0\u2007\u2009\u202f]| (?=[0-9]{3}))*)[ \u00a0\u2007\u2009\u202f]?"
    "(?P<unit>(?:[^\\W\\d_]|[°‰€$£¥])[^0-9]{0,14})"
)
"""A number with a unit behind it."""

_ZERO = pattern("[+−–-]?0(?:[.,]0*)?")


def unit_of(texts: Iterable[str]) -> str | None:
    """Return the unit that all texts have behind a number; None where one has none, or another. Zero needs none."""
    unit = None
    for text in texts:
        if _ZERO.fullmatch(text):
            continue
        match = MEASURED.fullmatch(text)
        if match is None or (unit and match["unit"].strip() != unit):
            return None
        unit = match["unit"].strip()
    return unit


def without_units(grid: Grid, rows: Sequence[int], places: Iterable[int]) -> tuple[Grid, dict[int, str]]:
    """Return a grid without the units in some of its columns, and these units by their columns."""
    units: dict[int, str] = {}
    for place in places:
        cells = ((grid[row][place].text.strip()) for row in rows)
        if unit := unit_of(text for text in cells if not is_gap(text)):
            units[place] = unit
    if not units:
        return grid, units
    bare = list(grid)
    for row in rows:
        cells_of = list(bare[row])
        for place in units:
            if match := MEASURED.fullmatch(cells_of[place].text.strip()):
                cells_of[place] = replace(cells_of[place], text=match["number"].strip())
        bare[row] = cells_of
    return bare, units
