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

MOST = 2
"""Decimals that values are shown with at most, where their author does not say how many."""

FIGURES = 3
"""Significant figures that the largest of values below 1 is shown with at most."""

_NOISE = 5e-14
"""Of the largest of some numbers: what sums of floats may miss a decimal by."""

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
    largest = _largest((axis.step,), style)
    most = 0 if largest is None else max(0, FIGURES - 1 - floor(log10(largest)))
    return replace(style, decimals=_fewest(axis.ticks or (axis.step,), style, most))


def values_style(style: NumberStyle, values: Iterable[float | None]) -> NumberStyle:
    """Return the style of values beside their marks: all with as many decimals as they have.

    There are at most `MOST`; of values that are all below 1 at most those of `FIGURES` figures of the largest.
    """
    style = without_unit(style)
    known = [one for one in values if one is not None]
    largest = _largest(known, style)
    if style.decimals is not None or largest is None:
        return style if style.decimals is not None else replace(style, decimals=0)
    most = MOST if largest >= 1 else FIGURES - 1 - floor(log10(largest))
    return replace(style, decimals=_fewest(known, style, most))


def _largest(values: Iterable[float], style: NumberStyle) -> float | None:
    """Return the largest number without its sign, as it is shown; None where all are zero."""
    return max((_shown(one, style) for one in values), default=0.0) or None


def _shown(value: float, style: NumberStyle) -> float:
    return float(abs(value) * (100 if style.percent else 1) / 10**style.power)


def _fewest(values: Iterable[float], style: NumberStyle, most: int) -> int | None:
    """Return the fewest decimals that show numbers as they are, `most` at most.

    None where there would be more than anybody reads: zeros would be all that is shown.
    """
    if most > _MOST_DECIMALS + FIGURES:
        return None
    most = min(most, _MOST_DECIMALS)
    known = [_shown(one, style) for one in values]
    hair = _NOISE * max(known, default=0.0)
    return next(
        few for few in range(most + 1) if few == most or all(abs(round(one, few) - one) <= hair for one in known)
    )


def number(value: float, style: NumberStyle) -> str:
    """Return a number as it is shown."""
    return format_number(value, style)


def day(ordinal: float, unit: DateUnit, language: str) -> str:
    """Return a date of an axis as it is shown."""
    return format_date(date.fromordinal(round(ordinal)), unit, language, short=False)
