"""Dates along an axis as people write them: years, quarters, months and days, all of a column of one kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from deckmaker.dataclasses import dataclass
from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.lookup import looked_up
from deckmaker.model.chart import DateUnit
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.tables.dates import date_reader

_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?:年|년)?")
_QUARTERS = (
    re.compile(r"(?P<year>[0-9]{4})[ \-/]?[QTK](?P<quarter>[1-4])", re.IGNORECASE),
    re.compile(r"[QTK](?P<quarter>[1-4])[ \-/]?(?P<year>[0-9]{4})", re.IGNORECASE),
    re.compile(r"(?P<quarter>[1-4])[QT][ \-/]?(?P<year>[0-9]{4})", re.IGNORECASE),
    re.compile(r"(?P<quarter>[1-4])\. ?(?:Quartal|kvartal|kvt\.?)[ /]?(?P<year>[0-9]{4})", re.IGNORECASE),
    re.compile(r"(?P<year>[0-9]{4})年第?(?P<quarter>[1-4])季度?"),
)
_MONTHS = (
    re.compile(r"(?P<year>[0-9]{4})[\-/](?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})[/.](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})年(?P<month>[0-9]{1,2})月"),
)
_NAMED = re.compile(r"(?P<name>[^\W\d_]+)\.?[ \-/']*(?:de |of )?(?P<year>[0-9]{4}|[0-9]{2})")
_YEAR_NAMED = re.compile(r"(?P<year>[0-9]{4})[ \-/]?(?P<name>[^\W\d_]+)\.?")

Reader = Callable[[str], date | None]


@dataclass(frozen=True, slots=True)
class Moments:
    """What reads the dates of a column, and the smallest step in which they differ."""

    read: Reader
    unit: DateUnit


def moments_in(texts: Iterable[str], language: str) -> Moments | None:
    """Return what reads a column's dates, None where not all of its texts are dates of one kind.

    Of full dates that are all first, or all last, days of months or years, these are what is meant.
    """
    known = [text.strip() for text in texts if text.strip()]
    if not known:
        return None
    forms: tuple[tuple[DateUnit, Reader], ...] = (
        (DateUnit.YEAR, _year),
        (DateUnit.QUARTER, _quarter),
        (DateUnit.MONTH, lambda text: _month(text, language)),
    )
    for unit, read in forms:
        if all(read(text) for text in known):
            return Moments(read, unit)
    if days := date_reader(known, language):
        found = [day for text in known if (day := days(text))]
        return Moments(days, _unit(found))
    return None


def undated(texts: Sequence[str], language: str) -> list[int]:
    """Return the places of the few texts that are no dates, where the others are such: three of four or more."""
    most = len(texts) // 4
    if not most or moments_in(texts, language):
        return []
    day = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./] ?[0-9]{1,2}[./] ?[0-9]{4}")
    forms: tuple[Callable[[str], object], ...] = (_year, _quarter, lambda text: _month(text, language), day.fullmatch)
    for read in forms:
        others = [index for index, text in enumerate(texts) if not read(text)]
        if len(others) <= most:
            return [index for index in others if not is_gap(texts[index])]
    return []


def _unit(days: Sequence[date]) -> DateUnit:
    if len(set(days)) < 2:
        return DateUnit.DAY
    if len({(one.month, one.day) for one in days}) == 1 and (days[0].month, days[0].day) in ((1, 1), (12, 31)):
        return DateUnit.YEAR
    are_first = all(one.day == 1 for one in days)
    return DateUnit.MONTH if are_first or all((one + timedelta(1)).day == 1 for one in days) else DateUnit.DAY


def _year(text: str) -> date | None:
    found = _YEAR.fullmatch(text.strip())
    return date(int(found[1]), 1, 1) if found else None


def _quarter(text: str) -> date | None:
    for form in _QUARTERS:
        if found := form.fullmatch(text.strip()):
            return _date(int(found["year"]), 3 * int(found["quarter"]) - 2)
    return None


def _month(text: str, language: str) -> date | None:
    text = text.strip()
    for form in _MONTHS:
        if found := form.fullmatch(text):
            return _date(int(found["year"]), int(found["month"]))
    named = _NAMED.fullmatch(text) or _YEAR_NAMED.fullmatch(text)
    if not named:
        return None
    month = _names(language).get(named["name"].casefold())
    year = int(named["year"])
    return _date(year if year > 99 else year + (2000 if year < 70 else 1900), month) if month else None


def _date(year: int, month: int) -> date | None:
    return date(year, month, 1) if year > 0 and 0 < month < 13 else None


@cache
def _names(language: str) -> dict[str, int]:
    """Return the numbers of months by their names, in small letters: of a language and of English, short and long."""
    found: dict[str, int] = {}
    for tag in ("en", language):
        words = looked_up(DATE_WORDS, tag)
        for names in (words.months, words.months_of_year, words.months_of_day, words.whole_months):
            for number, name in enumerate(filter(None, names.split("|")), start=1):
                found[name.rstrip(".").casefold()] = number
    return found | {"sept": 9}
