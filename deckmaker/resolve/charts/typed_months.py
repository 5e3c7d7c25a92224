"""Months as people type them: in figures, as statistical offices do, and by name in any language that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from unicodedata import combining, normalize

from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.lookup import looked_up
from deckmaker.localization.numerals import numerals_for
from deckmaker.patterns import pattern

_FIGURES = (
    pattern(r"(?P<year>[0-9]{4})[\-/](?P<month>[0-9]{1,2})"),
    pattern(r"(?P<year>[0-9]{4})[ \-]?M(?P<month>[0-9]{1,2})", re.IGNORECASE),
    pattern(r"M(?P<month>[0-9]{1,2})[ \-/]?(?P<year>[0-9]{4})", re.IGNORECASE),
    pattern(r"(?P<month>[0-9]{1,2})[/\-](?P<year>[0-9]{4})"),
    pattern(r"(?P<year>[0-9]{4})[年년] ?(?P<month>[0-9]{1,2})[月월]"),
)
"""`2024M03` is how Eurostat writes March 2024."""

_POINTED = pattern(r"(?P<month>[0-9]{1,2})\.(?P<year>(?:19|20)[0-9]{2})")
"""`03.2024`, which is a number as well: in a language with a decimal point, 1.2024 is one."""

_NAMED = pattern(r"(?P<name>[^\W\d_]+)\.?[ \-/'’]*(?:de |del |of )?(?P<year>[0-9]{4}|[0-9]{2})")
_YEAR_NAMED = pattern(r"(?P<year>[0-9]{4})[.]?[ \-/]?(?P<name>[^\W\d_]+)\.?")
_DAY_LIKE = pattern(r"(?P<name>[^\W\d_]+)\.? (?P<day>0[1-9]|[12][0-9]|3[01])")

_SEASON = pattern(r"(?P<first>[0-9]{4})[\-/](?P<second>[0-9]{2})")
_TYPED = {"sept": 9, "mrz": 3, "maerz": 3, "sett": 9}
"""Names that no language's table has, though people type them; spreadsheets in German write `Mrz`."""

_YEAR_WORD = pattern(r"(?<=[0-9]) ?[гр]\.?$")

_TELLING = 4
"""Letters from which on a month's name in another language than the deck's is no other word: `Pro` is none."""

_CENTURY = 70
"""Two digits of a year from which on it is one of the last century."""


def month_in(text: str, language: str) -> date | None:
    """Return the first day of the month that a text is, None where it is none."""
    text = bare(text)
    if pointed := _POINTED.fullmatch(text):
        has_zero = len(pointed["month"]) > 1 or numerals_for(language).decimal == ","
        return first_of(int(pointed["year"]), int(pointed["month"])) if has_zero else None
    for form in _FIGURES:
        if found := form.fullmatch(text):
            return first_of(int(found["year"]), int(found["month"]))
    named = _NAMED.fullmatch(text) or _YEAR_NAMED.fullmatch(text)
    month = month_named(named["name"], language) if named else None
    return first_of(whole_year(named["year"]), month) if named and month else None


def bare(text: str) -> str:
    """Return a text without the word for `year` that Russian and Ukrainian have behind it, and with plain spaces."""
    return _YEAR_WORD.sub("", text.replace("\u00a0", " ").replace("\u202f", " ").strip())


def month_named(name: str, language: str) -> int | None:
    """Return the number of the month that has a name, without regard to capitals, accents and a point behind it."""
    key = _plain(name)
    own = _names(language).get(key)
    return own or (_foreign_names().get(key) if len(key) >= _TELLING or key in _TYPED else None)


def are_seasons(texts: Iterable[str]) -> bool:
    """Tell whether most texts are years over two calendar years: `2010/11`, `2011/12`, of which no month is meant.

    A single one may be a month.
    """
    found = [_SEASON.fullmatch(text) for text in {text.strip() for text in texts}]
    seasons = [one for one in found if one and (int(one["first"]) + 1) % 100 == int(one["second"])]
    return len(seasons) > 1 and len(seasons) * 2 > len(found)


def as_days(texts: Iterable[str], language: str) -> list[tuple[int, int]] | None:
    """Return what texts such as `Mar 24` are as months with days; None where one of them is no such text."""
    found = []
    for text in texts:
        match = _DAY_LIKE.fullmatch(text)
        month = month_named(match["name"], language) if match else None
        if match is None or month is None:
            return None
        found.append((month, int(match["day"])))
    return found


def whole_year(digits: str) -> int:
    """Return a year of four digits or two."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < _CENTURY else 1900)


def first_of(year: int, month: int) -> date | None:
    """Return the first day of a month, None where there is none."""
    return date(year, month, 1) if year > 0 and 0 < month < 13 else None


@cache
def _names(language: str) -> dict[str, int]:
    """Return the numbers of months by their names: of a language and of English, short and long."""
    return {**_names_in("en"), **_names_in(language), **_TYPED}


@cache
def _foreign_names() -> dict[str, int]:
    """Return the numbers of months by their names in all languages, of which no two differ."""
    return {name: number for tag in DATE_WORDS for name, number in _names_in(tag).items()}


def _names_in(tag: str) -> dict[str, int]:
    words = looked_up(DATE_WORDS, tag)
    return {
        _plain(name): number
        for names in (words.months, words.months_of_year, words.months_of_day, words.whole_months)
        for number, name in enumerate(filter(None, names.split("|")), start=1)
    }


def _plain(name: str) -> str:
    return "".join(one for one in normalize("NFD", name.rstrip(".").casefold()) if not combining(one))
