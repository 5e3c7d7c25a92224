"""Dates as a language writes them on axes and in sentences: years, quarters, months and days."""

from __future__ import annotations

from datetime import date

from deckmaker.localization.date_words import DATE_WORDS, DateWords
from deckmaker.localization.lookup import looked_up
from deckmaker.model.chart import DateUnit

FIRST_IN_SHEETS = date(1900, 3, 1)
"""From here on spreadsheets agree about days; before, some know a 29 February 1900 (ECMA-376 Part 1, 18.17.4.1)."""


def format_date(day: date, unit: DateUnit, language: str, short: bool) -> str:
    """Return a date as far as its unit says: `Mar 2024` of a month. A short one has no year, unless it is one: `Mar`.

    `language` is a BCP 47 tag. A year alone has no letters around it, as years on an axis have none.
    """
    words = looked_up(DATE_WORDS, language)
    year, of_month, of_quarter, of_dated_day, of_day = words.patterns.split(";")
    match unit:
        case DateUnit.YEAR:
            return str(day.year) if short else year.format(year=day.year)
        case DateUnit.QUARTER:
            names = words.quarters if short else words.quarters_of_year or words.quarters
            name = names.split("|")[(day.month - 1) // 3]
            return name if short else of_quarter.format(quarter=name, year=day.year)
        case DateUnit.MONTH:
            names = words.months if short else words.months_of_year or words.months
            name = names.split("|")[day.month - 1]
            return name if short else of_month.format(month=name, year=day.year)
        case DateUnit.DAY:
            name = _months_of_day(words, short).split("|")[day.month - 1]
            return (of_day if short else of_dated_day).format(day=day.day, month=name, year=day.year)


def _months_of_day(words: DateWords, short: bool) -> str:
    alone = words.months_of_day or words.months_of_year or words.months
    return alone if short else words.months_of_dated_day or alone
