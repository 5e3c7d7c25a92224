"""Rows at the end of a file that say where its data are from: a text in the first column, and nothing beside it."""

from __future__ import annotations

import re

from deckmaker.diagnostics import Diagnostics
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.moments import moments_in
from deckmaker.resolve.tables.grid import Grid
from deckmaker.resolve.tables.written import Written

_SOURCE = pattern(
    r"(?:sources?|quellen?|stand|as of|notes?|anmerkung(?:en)?|hinweise?|fuentes?|notas?|fonti|fonte|bron|kilde|källa"
    r"|źródło|来源|來源|资料来源|資料來源)[ \u00a0]?[:：].*|(?:©|\(c\)).*|[*†]+[ \u00a0]?\w.*|_{3,}|-{3,}",
    re.IGNORECASE | re.DOTALL,
)
"""How such rows begin, or what parts them from the data."""


def without_footers(grid: Grid, written: Written, language: str, has_totals: bool, diagnostics: Diagnostics) -> Grid:
    """Return a file's grid without the rows at its end that are no data; report them.

    A row without values is one if it begins as sources do, or if it alone is no date below dates.
    With totals, which have no values where they are worked out, dates tell nothing.
    """
    end = len(grid)
    while end > written.header + 1 and _is_text_alone(grid, end - 1):
        end -= 1
    if end == len(grid) or not written.is_file:
        return grid
    moments = None if has_totals else moments_in((row[0].text for row in grid[written.header : end]), language)
    kept = len(grid)
    while kept > end:
        text = grid[kept - 1][0].text.strip()
        if not _SOURCE.fullmatch(text) and (moments is None or moments.read(text)):
            break
        kept -= 1
    for row in grid[kept:]:
        message = f"`{row[0].text.strip()}` has no values, and is left out of the chart"
        help = "remove it from the file; `credit` and `note` say such things below a chart"
        diagnostics.report("row-left-out", message, written.span(row[0].at), help)
    return grid[:kept]


def _is_text_alone(grid: Grid, index: int) -> bool:
    first, *others = grid[index]
    return bool(first.text.strip()) and bool(others) and not any(one.text.strip() for one in others)
