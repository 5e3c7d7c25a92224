"""Days as people and programs type them: in figures, with a time that is midnight, or with a month's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial

from deckmaker.patterns import pattern
from deckmaker.resolve.charts.typed_months import bare, month_named, whole_year
from deckmaker.resolve.tables.dates import DAY_FIRST, MONTH_FIRST, date_reader, day_in

_YEAR_FIRST = pattern(
    r"(?P<year>[0-9]{4})(?P<sign>[\-/])(?P<month>[0-9]{1,2})(?P=sign)(?P<day>[0-9]{1,2})"
    r"(?:[ T]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?)?"
)
"""As programs write it: a time tells nothing where it is midnight."""

_EAST_ASIAN = pattern(r"(?P<year>[0-9]{4})[年년] ?(?P<month>[0-9]{1,2})[月월] ?(?P<day>[0-9]{1,2})[日일]")
_NAME = r"(?P<name>[^\W\d_]{1,24})\.?"
_OF = r"(?: (?:de|del|of) |[ \-])"
_DAY_NAMED = pattern(rf"(?P<day>[0-9]{{1,2}})(?:\.|er|º|°|st|nd|rd|th)?{_OF}?{_NAME},?{_OF}(?P<year>[0-9]{{4}})")
_SHORT = pattern(rf"(?P<day>[0-9]{{1,2}})-{_NAME}-(?P<year>[0-9]{{2}})")
_NAMED_DAY = pattern(rf"{_NAME} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})")
_YEAR_NAMED_DAY = pattern(rf"(?P<year>[0-9]{{4}})[.,]? {_NAME} (?P<day>[0-9]{{1,2}})\.?")

DayIn = Callable[[str], date | None]


def day_reader(texts: Sequence[str], language: str) -> DayIn | None:
    """Return what reads the days of a column, None where not all of its texts are days of one kind."""
    if found := date_reader(texts, language):
        return found
    for read in (_figures, partial(_named, language=language)):
        if all(read(text) for text in texts):
            return read
    return None


def other_day_reader(texts: Sequence[str], language: str) -> DayIn | None:
    """Return what else could read days between slashes, None where their order is known.

    English has the month first in America and the day elsewhere; of other languages, and where its region is known,
    the order is one.
    """
    slashed = [text for text in texts if DAY_FIRST.fullmatch(text)]
    first, other = ((form,) for form in (MONTH_FIRST, DAY_FIRST))
    if language.casefold() != "en" or not slashed:
        return None
    if not all(day_in(first, text) and day_in(other, text) for text in slashed):
        return None
    return partial(day_in, other)


def _figures(text: str) -> date | None:
    found = _YEAR_FIRST.fullmatch(text.strip()) or _EAST_ASIAN.fullmatch(text.strip())
    return _date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None


def _named(text: str, language: str) -> date | None:
    own = bare(text)
    for found in (
        _DAY_NAMED.fullmatch(own),
        _SHORT.fullmatch(own),
        _NAMED_DAY.fullmatch(own),
        _YEAR_NAMED_DAY.fullmatch(own),
    ):
        if found and (month := month_named(found["name"], language)):
            return _date(whole_year(found["year"]), month, int(found["day"]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None
