"""Which rows a table shows, and in which order: `where`, `sort` and `most`."""

from __future__ import annotations

import operator
import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from deckmaker.resolve.tables.dates import DateIn
from deckmaker.resolve.tables.numbers import MISSING, number_in

_COMPARISON = re.compile(r"(>=|<=|!=|>|<|=)\s*(.*)", re.DOTALL)
_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
}
_DIGITS = re.compile(r"([0-9]+)")

Test = Callable[[str], bool]
Rank = tuple[int, Decimal, tuple[tuple[int, int, str], ...], str]


def fits(written: Iterable[str], decimal: str, date_in: DateIn | None = None) -> Test:
    """Return the test that a column's cells must pass: one of the values, or a comparison such as `> 55`.

    Where cell and value are numbers, they are compared as such, the cell's with this decimal sign and the value's with
    the same or with a point; where both are dates to `date_in`, as days; else as texts. Only `!=` holds for what cannot
    be compared.
    """
    tests = [_test(one.strip(), decimal, date_in) for one in written]
    return lambda text: any(test(text) for test in tests)


def has_number(written: Iterable[str]) -> bool:
    """Tell whether a cell's number may be compared with one of these values."""
    values = [_parted(one.strip())[1] for one in written]
    return any(number_in(value, sign) for value in values for sign in ("point", "comma"))


def is_unfinished(written: str) -> bool:
    """Tell whether a comparison has nothing to compare with: `>`. Empty cells are asked for by `=` and `!=`."""
    sign, value = _parted(written.strip())
    return not value and sign not in ("=", "!=")


def _parted(written: str) -> tuple[str, str]:
    """Return a comparison's sign and its value; a value alone is to be equal."""
    match = _COMPARISON.fullmatch(written)
    return (match[1], match[2].strip()) if match else ("=", written)


def _test(written: str, decimal: str, date_in: DateIn | None) -> Test:
    sign, value = _parted(written)
    compare = _OPERATORS[sign]
    number = number_in(value, decimal) or number_in(value, "point")
    day = date_in(value) if date_in else None

    def test(text: str) -> bool:
        text = text.strip()
        if number and (own := number_in(text, decimal)):
            return compare(own.value, number.value)
        if date_in and day and (own_day := date_in(text)):
            return compare(own_day, day)
        if sign in ("=", "!="):
            return compare(text, value)
        return bool(text) and number is None and compare(_letters(text), _letters(value))

    return test


def rank(text: str, decimal: str, date_in: DateIn | None = None) -> Rank | None:
    """Return by what a cell is sorted, None where nothing is known: dates by day, numbers by value, before texts.

    Texts are sorted without regard to capitals and accents, and numbers in them by value: Berth 4 before Berth 10.
    """
    text = text.strip()
    if text.casefold() in MISSING:
        return None
    if date_in and (day := date_in(text)):
        return (0, Decimal(day.toordinal()), (), "")
    if number := number_in(text, decimal):
        return (0, number.value, (), "")
    return (1, Decimal(0), _letters(text), text)


def _letters(text: str) -> tuple[tuple[int, int, str], ...]:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    parts = _DIGITS.split(plain)
    # Whole numbers by the count of their digits, then by these: Python reads no endless ones.
    return tuple(
        (0, len(part.lstrip("0")), part.lstrip("0")) if index % 2 else (1, 0, part)
        for index, part in enumerate(parts)
        if part
    )
