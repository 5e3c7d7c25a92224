"""Which type a chart has where the deck does not say: by what its categories are, and how many."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.model.chart import ChartType

FEW_DATES = 3
"""Dates from which on a line shows a course; two are compared by columns."""

LONG_NAME = 15
"""Letters of a category's name that do not stand below a column without breaking it."""

MANY_NAMES = 12
"""Categories beside one another that have room for their names."""


def type_for(names: Sequence[str], are_dates: bool, has_totals: bool, has_lines: bool) -> ChartType:
    """Return the type for series over categories of these names."""
    if has_totals:
        return ChartType.WATERFALL
    if has_lines:
        return ChartType.COLUMN
    if are_dates:
        return ChartType.LINE if len(set(names)) >= FEW_DATES else ChartType.COLUMN
    is_long = len(names) > MANY_NAMES or any(len(name) > LONG_NAME for name in names)
    return ChartType.BAR if is_long else ChartType.COLUMN
