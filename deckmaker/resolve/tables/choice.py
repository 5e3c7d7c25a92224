"""Which rows a table shows, and in which order: `where`, `sort` and `most`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from deckmaker.localization.typed_numbers import MISSING, number_in
from deckmaker.patterns import pattern
from deckmaker.resolve.tables.dates import DateIn
from deckmaker.resolve.tables.wanted import Equals, Letters, Wanted, letters, telling
from deckmaker.values.looks import composed
from deckmaker.values.stand_ins import as_typed, guarded

_COMPARISON = pattern(r"(>=|<=|!=|>|<|=)\s*(.*)", re.DOTALL)
Test = Callable[[str], bool]
Rank = tuple[int, Decimal, Letters, str]


class Asked(NamedTuple):
    """A comparison's sign, and the value with which cells are compared; a value alone is to be equal."""

    sign: str
    value: str


def asked(written: str, plain: Callable[[str], str] = as_typed) -> Asked:
    """Return what a text asks of cells: a value, or a comparison such as `> 55`, whose sign the author has typed.

    A sign that comes from a variable or a column is a part of the value. `plain` takes the value without marks.
    """
    text = guarded(written).strip()
    match = _COMPARISON.fullmatch(text)
    return Asked(match[1], plain(match[2].strip())) if match else Asked("=", plain(text))


def fits(written: Iterable[Asked], decimal: str, date_in: DateIn | None = None) -> Test:
    """Return the test that a column's cells must pass: one of the values, or a comparison.

    Where cell and value are numbers, they are compared as such, the cell's with this decimal sign and the value's with
    the same or with a point; where both are dates to `date_in`, as days; else as texts. Only `!=` holds for what cannot
    be compared. A cell is compared with a few of the values, however many there are.
    """
    wanted = [_wanted(one, decimal, date_in) for one in dict.fromkeys(written)]
    equal = Equals([one for one in wanted if one.sign == "="])
    others = telling([one for one in wanted if one.sign != "="])
    has_numbers, has_days = any(one.number is not None for one in wanted), any(one.day for one in wanted)

    def test(text: str) -> bool:
        text = composed(text.strip())
        found = number_in(text, decimal) if has_numbers else None
        number = found and found.value
        day = date_in(text) if date_in and has_days else None
        return equal.hold(text, number, day) or any(one.holds(text, number, day) for one in others)

    return test


def has_number(written: Iterable[Asked]) -> bool:
    """Tell whether a cell's number may be compared with one of these values."""
    return any(number_in(one.value, sign) for one in written for sign in ("point", "comma"))


def is_unfinished(one: Asked) -> bool:
    """Tell whether a comparison has nothing to compare with: `>`. Empty cells are asked for by `=` and `!=`."""
    return not one.value and one.sign not in ("=", "!=")


def _wanted(written: Asked, decimal: str, date_in: DateIn | None) -> Wanted:
    sign, value = written.sign, composed(written.value)
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
