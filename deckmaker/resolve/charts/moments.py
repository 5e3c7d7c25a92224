"""Dates along an axis as people write them: years, quarters, months and days, all of a column of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from deckmaker.dataclasses import dataclass
from deckmaker.localization.dates import format_date
from deckmaker.model.chart import DateUnit
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.typed_days import day_reader, other_day_reader
from deckmaker.resolve.charts.typed_months import are_seasons, as_days, month_in
from deckmaker.resolve.charts.typed_quarters import quarter_in

_YEAR = pattern(r"(1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?:年|년|\.)?")

_DAY = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[./] ?[0-9]{1,2}[./] ?[0-9]{4}")
_OF_MESSAGES = "en-GB"

Reader = Callable[[str], date | None]
Told = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Moments:
    """What reads the dates of a column, and the smallest step in which they differ.

    `doubt` tells, in English, what else a text may be, where nothing says which is meant.
    """

    read: Reader
    unit: DateUnit
    doubt: Told | None = None


def moments_in(texts: Iterable[str], language: str) -> Moments | None:
    """Return what reads a column's dates, None where not all of its texts are dates of one kind.

    Of full dates that are all first, or all last, days of months or years, these are what is meant.
    """
    known = [text.strip() for text in texts if text.strip()]
    if not known:
        return None
    for unit, read in _forms(language):
        if not all(read(text) for text in known):
            continue
        if unit is not DateUnit.MONTH:
            return Moments(read, unit)
        return None if are_seasons(known) else _months(known, read, language)
    if days := day_reader(known, language):
        found = [day for text in known if (day := days(text))]
        other = other_day_reader(known, language)
        return Moments(days, _unit(found), partial(_other_day, other) if other else None)
    return None


def _forms(language: str) -> tuple[tuple[DateUnit, Reader], ...]:
    return (
        (DateUnit.YEAR, _year),
        (DateUnit.QUARTER, partial(quarter_in, language=language)),
        (DateUnit.MONTH, partial(month_in, language=language)),
    )


def _months(texts: Sequence[str], read: Reader, language: str) -> Moments | None:
    """Return what reads months. Of `Mar 24`, which may be a day, the order of the others tells; else it is doubtful."""
    in_order = list(dict.fromkeys(texts))
    days = as_days(in_order, language)
    if days is None:
        return Moments(read, DateUnit.MONTH)
    months = [(day.year, day.month) for text in in_order if (day := read(text))]
    if months not in (sorted(months), sorted(months, reverse=True)) and _follow_each_other(days):
        return None  # days without a year
    is_doubtful = len(days) > 1 and len({month for month, _ in days}) == 1
    return Moments(read, DateUnit.MONTH, partial(_day_of_month, read) if is_doubtful else None)


def _follow_each_other(days: Sequence[tuple[int, int]]) -> bool:
    """Tell whether months and days rise, or go on in a new year."""
    return all(first < then or (first[0] == 12 and then[0] == 1) for first, then in pairwise(days))


def _day_of_month(read: Reader, text: str) -> str:
    """Return the day that a text such as `Mar 24` may be."""
    month = read(text) or date(2000, 1, 1)
    return format_date(date(2000, month.month, int(text[-2:])), DateUnit.DAY, _OF_MESSAGES, short=True)


def _other_day(other: Reader, text: str) -> str:
    """Return the day that a text is under the other order of day and month."""
    day = other(text)
    return format_date(day, DateUnit.DAY, _OF_MESSAGES, short=False) if day else ""


def undated(texts: Sequence[str], language: str) -> list[int]:
    """Return the places of the few texts that are no dates, where the others are such: three of four or more."""
    most = len(texts) // 4
    if not most or moments_in(texts, language):
        return []
    if are_seasons(text for text in texts if not is_gap(text)):
        return []
    forms: tuple[Callable[[str], object], ...] = (*(read for _, read in _forms(language)), _DAY.fullmatch)
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
