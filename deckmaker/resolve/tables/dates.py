"""Days as people write them in tables, by which rows are sorted and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from deckmaker.localization.typed_numbers import MISSING
from deckmaker.patterns import pattern

_YEAR_FIRST = pattern(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_POINTS = pattern(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4})")
DAY_FIRST = pattern(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
MONTH_FIRST = pattern(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{4})")

_MONTHS_FIRST_IN = ("en", "en-us", "en-ph", "es-us", "es-pr")
"""Languages whose short dates begin with the month (Unicode CLDR 45, `dateFormats`, written from memory)."""

DateIn = Callable[[str], date | None]


def date_reader(texts: Iterable[str], language: str) -> DateIn | None:
    """Return what reads the dates of a column, None where not all of its texts are dates.

    Of dates between slashes, the language's order comes first, and the other one where only that makes dates of all.
    """
    known = [text for one in texts if (text := one.strip()).casefold() not in MISSING]
    slashes = [DAY_FIRST, MONTH_FIRST]
    if language.casefold() in _MONTHS_FIRST_IN:
        slashes.reverse()
    for slashed in slashes:
        forms = (_YEAR_FIRST, _POINTS, slashed)
        if known and all(day_in(forms, text) for text in known):
            return partial(day_in, forms)
    return None


def day_in(forms: tuple[re.Pattern[str], ...], text: str) -> date | None:
    """Return the day that a text is under the first of some forms that it has, None where it is none."""
    for form in forms:
        if match := form.fullmatch(text.strip()):
            try:
                return date(int(match["year"]), int(match["month"]), int(match["day"]))
            except ValueError:
                return None
    return None
