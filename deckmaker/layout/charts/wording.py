"""Numbers and dates as charts show them: with as many decimals as tell them apart, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import floor, log10

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import AxisScale, PlotAxis
from deckmaker.localization.dates import format_date
from deckmaker.localization.decimals import FIGURES, fewest_decimals, largest_shown, with_shared_decimals
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import DateUnit, NumberStyle

SHORT_UNIT = 2
"""Letters of a unit that stands behind each number; a longer one is said once, above them."""


def without_unit(style: NumberStyle) -> NumberStyle:
    """Return the style of numbers whose unit is said once for all of them, where it is no sign."""
    return style if len(style.unit) <= SHORT_UNIT else replace(style, unit="")


def axis_style(style: NumberStyle, axis: PlotAxis) -> NumberStyle:
    """Return the style of an axis' numbers: as many decimals as its step has; each power has its own.

    A wish for decimals adds some, and takes none away: a tick at 0.6 is not at 1.
    """
    wished, style = style.decimals, replace(without_unit(style), most_decimals=None, decimals=None)
    ticks = axis.ticks or (axis.step,)
    if axis.scale is AxisScale.LOG:
        is_enough = wished is not None and fewest_decimals(ticks, style, wished + 1) != wished + 1
        return replace(style, decimals=wished) if is_enough else style
    largest = largest_shown((axis.step,), style)
    most = 0 if largest is None else max(0, FIGURES - 1 - floor(log10(largest)))
    needed = fewest_decimals(ticks, style, most)
    return replace(style, decimals=needed if wished is None or needed is None else max(wished, needed))


def values_style(style: NumberStyle, values: Iterable[float | None]) -> NumberStyle:
    """Return the style of values beside their marks: all with as many decimals as they have, a few at most."""
    return with_shared_decimals(without_unit(style), values)


def number(value: float, style: NumberStyle) -> str:
    """Return a number as it is shown."""
    return format_number(value, style)


def day(ordinal: float, unit: DateUnit, language: str) -> str:
    """Return a date of an axis as it is shown."""
    return format_date(date.fromordinal(round(ordinal)), unit, language, short=False)
