"""Formats of values: numbers as Python writes their formats, and dates, both in the language of the text.

The list is closed: an open one would take `999999999d`.
Source: the names are those of Python's format specification, of which these are a part.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from deckmaker.localization.dates import format_date
from deckmaker.localization.numerals import numeral, numerals_for
from deckmaker.localization.written_days import written_day
from deckmaker.model.chart import DateUnit
from deckmaker.patterns import pattern

MOST_DECIMALS = 9

FORMATS_HELP = (
    "formats are those of numbers, such as `,.0f`, `+.1f` and `.1%`, those of dates, `date`, `month`, `quarter` and "
    '`year`, and `default "–"` for what is empty'
)

_NUMBER = pattern(r"(?P<plus>\+?)(?P<group>,?)(?:\.(?P<decimals>[0-9]))?(?P<kind>[df%]?)")
_DATES = {"date": DateUnit.DAY, "month": DateUnit.MONTH, "quarter": DateUnit.QUARTER, "year": DateUnit.YEAR}

LARGEST, SMALLEST = 30, -30
"""Powers of ten of numbers that are written out."""


class NumberFormat(NamedTuple):
    """A number's signs; without `decimals`, it keeps those that it has. An `is_whole` one has to be whole."""

    has_plus: bool
    has_groups: bool
    decimals: int | None
    is_percent: bool
    is_whole: bool


Format = NumberFormat | DateUnit


def format_in(text: str) -> Format | None:
    """Return the format that a text names, None where it names none."""
    if unit := _DATES.get(text):
        return unit
    found = _NUMBER.fullmatch(text)
    if not found or not text or text == "+" or (found["kind"] == "d" and found["decimals"]):
        return None
    kind = found["kind"]
    decimals = int(found["decimals"]) if found["decimals"] else 0 if kind == "d" else 6 if kind in tuple("f%") else None
    return NumberFormat(bool(found["plus"]), bool(found["group"]), decimals, kind == "%", kind == "d")


def is_written_out(value: Decimal) -> bool:
    """Tell whether a number has no more figures than anybody reads."""
    return not value or SMALLEST < value.adjusted() < LARGEST


def number_words(value: Decimal, format: NumberFormat, language: str) -> str | None:
    """Return a number in a language (a BCP 47 tag); None where it has a format for whole ones and is none.

    It is one that is_written_out.
    """
    if format.is_whole and value != int(value):
        return None
    shown, signs = format, numerals_for(language)
    return numeral(value, signs, shown.decimals, shown.has_groups, shown.is_percent, has_plus=shown.has_plus).text


def date_words(text: str, unit: DateUnit, language: str) -> str | None:
    """Return a day, written in numbers from the year on or in the language, as far as the unit says; None for none."""
    day = written_day(text, language)
    return format_date(day, unit, language, short=False) if day else None
