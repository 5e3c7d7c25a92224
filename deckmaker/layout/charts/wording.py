"""Numbers and dates as charts show them: with as many decimals as tell them apart, and no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from math import floor, log10

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import AxisScale, PlotAxis
from deckmaker.localization.dates import format_date
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import DateUnit, NumberStyle

FIGURES = 3
"""Significant figures that the largest of some numbers is shown with, where its author does not say how many."""

_MOST_DECIMALS = 12


SHORT_UNIT = 2
"""Letters of a unit that stands behind each number; a longer one is said once, above them."""


def without_unit(style: NumberStyle) -> NumberStyle:
    """Return the style of numbers whose unit is said once for all of them, where it is no sign."""
    return style if len(style.unit) <= SHORT_UNIT else replace(style, unit="")


def axis_style(style: NumberStyle, axis: PlotAxis) -> NumberStyle:
    """Return the style of an axis' numbers: as many decimals as its step has; each power has its own."""
    style = without_unit(style)
    if style.decimals is not None or axis.scale is AxisScale.LOG:
        return style
    return replace(style, decimals=_decimals((axis.step,), style, 2))


def values_style(style: NumberStyle, values: Iterable[float | None]) -> NumberStyle:
    """Return the style of values beside their marks: all with the same decimals, no more than they have."""
    style = without_unit(style)
    if style.decimals is not None:
        return style
    return replace(style, decimals=_decimals([one for one in values if one is not None], style, FIGURES))


def _decimals(values: Iterable[float], style: NumberStyle, figures: int) -> int | None:
    """Return how many decimals tell numbers apart; None where zeros would be all that is shown of them."""
    known = [abs(one) * (100 if style.percent else 1) / 10**style.power for one in values if one]
    if not known:
        return 0
    power = floor(log10(max(known)))
    if power < -_MOST_DECIMALS:
        return None
    most = min(max(0, figures - 1 - power), _MOST_DECIMALS)
    return next(few for few in range(most + 1) if few == most or all(_has(one, few) for one in known))


def _has(value: float, decimals: int) -> bool:
    """Tell whether a value has no more decimals than so many."""
    return abs(round(value, decimals) - value) <= 1e-9 * value


def number(value: float, style: NumberStyle) -> str:
    """Return a number as it is shown."""
    return format_number(value, style)


def day(ordinal: float, unit: DateUnit, language: str) -> str:
    """Return a date of an axis as it is shown."""
    return format_date(date.fromordinal(round(ordinal)), unit, language, short=False)
