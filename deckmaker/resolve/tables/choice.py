"""Which rows a table shows, and in which order: `where`, `sort` and `most`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from deckmaker.localization.typed_numbers import MISSING, number_in
from deckmaker.resolve.tables.dates import DateIn
from deckmaker.resolve.tables.wanted import Equals, Letters, Wanted, letters, telling

_COMPARISON = re.compile(r"(>=|<=|!=|>|<|=)\s*(.*)", re.DOTALL)
Test = Callable[[str], bool]
Rank = tuple[int, Decimal, Letters, str]


def fits(written: Iterable[str], decimal: str, date_in: DateIn | None = None) -> Test:
    """Return the test that a column's cells must pass: one of the values, or a comparison such as `> 55`.

    Where cell and value are numbers, they are compared as such, the cell's with this decimal sign and the value's with
    the same or with a point; where both are dates to `date_in`, as days; else as texts. Only `!=` holds for what cannot
    be compared. A cell is compared with a few of the values, however many there are.
    """
    wanted = [_wanted(one.strip(), decimal, date_in) for one in dict.fromkeys(written)]
    equal = Equals([one for one in wanted if one.sign == "="])
    others = telling([one for one in wanted if one.sign != "="])
    has_numbers, has_days = any(one.number is not None for one in wanted), any(one.day for one in wanted)

    def test(text: str) -> bool:
        text = text.strip()
        found = number_in(text, decimal) if has_numbers else None
        number = found and found.value
        day = date_in(text) if date_in and has_days else None
        return equal.hold(text, number, day) or any(one.holds(text, number, day) for one in others)

    return test


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


def _wanted(written: str, decimal: str, date_in: DateIn | None) -> Wanted:
    sign, value = _parted(written)
    number = number_in(value, decimal) or number_in(value, "point")
    return Wanted(sign, value, number and number.value, date_in(value) if date_in else None)


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
    return (1, Decimal(0), letters(text), text)
