"""Decimals with all of their digits: Python rounds what it works out to those of a context, which are 28 of any number.

A text may hold a number of more: an account, a card, what a program has put out. Each function here makes a number out
of digits, which no context rounds. It must not know how numbers are written.
"""

from __future__ import annotations

from decimal import Decimal


def shifted(value: Decimal, places: int) -> Decimal:
    """Return a finite number times ten to a power."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    return Decimal((sign, digits, exponent + places))


def without_zeros(value: Decimal) -> Decimal:
    """Return a finite number without the zeros at its end, as 1.5 of 1.500 and 1E+3 of 1000."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    kept = len("".join(map(str, digits)).rstrip("0"))
    return Decimal((sign, digits[:kept], exponent + len(digits) - kept)) if kept else Decimal((sign, (0,), 0))
