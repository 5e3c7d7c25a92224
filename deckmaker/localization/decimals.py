"""How many decimals numbers are shown with where their author does not say: those that the data have, a few at most."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import floor, log10

from deckmaker.dataclasses import replace
from deckmaker.localization.numbers import MOST_DECIMALS
from deckmaker.model.chart import NumberStyle

MOST = 2
"""Decimals that values are shown with at most, where their author does not say how many."""

FIGURES = 3
"""Significant figures that the largest of values below 1 is shown with at most."""

_NOISE = 5e-14
"""Of the largest of some numbers: what sums of floats may miss a decimal by."""


_SAID = 12
"""Figures that messages say of a number."""


def said(value: float, figures: int = _SAID) -> str:
    """Return a number as messages say it: with so many figures, all of them before its point, and without a power."""
    if not 1e-9 < abs(value) < 1e15:
        return f"{value:g}"
    return f"{Decimal(f'{value:.{max(figures, floor(log10(abs(value))) + 1)}g}'):,f}"


def added(one: float, other: float) -> float:
    """Return the sum of two decimals as people have it: a float's is a little less, and its half rounded down."""
    return float(Decimal(repr(one)) + Decimal(repr(other)))


def with_shared_decimals(style: NumberStyle, values: Iterable[float | None]) -> NumberStyle:
    """Return the style of values that are read together: all with as many decimals as they have.

    There are at most `MOST`, or those that the style has at most; of values that are all below 1 at most those of
    `FIGURES` figures of the largest.
    """
    if style.decimals is not None:
        return style
    known = [one for one in values if one is not None]
    largest = largest_shown(known, style)
    if largest is None:
        return replace(style, decimals=0)
    if style.most_decimals is not None:
        most = style.most_decimals
    else:
        most = MOST if largest >= 1 else FIGURES - 1 - floor(log10(largest))
    return replace(style, decimals=fewest_decimals(known, style, most))


def largest_shown(values: Iterable[float], style: NumberStyle) -> float | None:
    """Return the largest number without its sign, as it is shown; None where all are zero."""
    return max(_shown(values, style), default=0.0) or None


def _shown(values: Iterable[float], style: NumberStyle) -> list[float]:
    """Return numbers without their signs, in the unit in which they are shown."""
    factor, divisor = 100 if style.percent else 1, 10**style.power
    return [abs(one) * factor / divisor for one in values]


def fewest_decimals(values: Iterable[float], style: NumberStyle, most: int) -> int | None:
    """Return the fewest decimals that show numbers as they are, `most` at most.

    None where there would be more than anybody reads: such numbers are written with a power of ten.
    """
    if most > MOST_DECIMALS:
        return None
    known = _shown(values, style)
    hair = _NOISE * max(known, default=0.0)
    return next(
        few for few in range(most + 1) if few == most or all(abs(round(one, few) - one) <= hair for one in known)
    )
