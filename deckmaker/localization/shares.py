"""How the shares of a pie are written: with the decimals that its percents have, or that its author wishes."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.localization.decimals import with_shared_decimals
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import NumberStyle

_SMALLEST = 0.005
"""A share below that would be written as 0 %: all have a decimal then."""


def share_style(style: NumberStyle, values: Sequence[float], shares: Sequence[float]) -> NumberStyle:
    """Return the style of shares of a whole, of values that have a style of their own.

    Percents that are typed as 12.5 % are no 13 % then. Where their sum is another one than 100, shares have the
    decimals with which they are the percents that were typed.
    """
    least = min((one for one in shares if one), default=1.0)
    needed = max(int(least < _SMALLEST), style.decimals or 0)
    if style.decimals is None and (style.percent or style.unit == "%"):
        typed = [one if style.percent else one / 100 for one in values]
        most = with_shared_decimals(style, values).decimals or 0
        needed = next((few for few in range(most, needed, -1) if _are_alike(style, few, typed, shares)), needed)
    return NumberStyle(style.language, needed, percent=True)


def _are_alike(style: NumberStyle, decimals: int, typed: Sequence[float], shares: Sequence[float]) -> bool:
    shown = NumberStyle(style.language, decimals, percent=True)
    return all(
        format_number(one, shown) == format_number(other, shown) for one, other in zip(typed, shares, strict=True)
    )
