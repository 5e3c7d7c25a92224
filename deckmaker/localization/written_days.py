"""Days as people write them: in numbers from the year on or between points, or with a month's name in some language."""

from __future__ import annotations

from datetime import date

from deckmaker.localization.date_words import DATE_WORDS, DateWords
from deckmaker.localization.lookup import looked_up
from deckmaker.patterns import pattern

_NUMBERS = pattern(r"\s*([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?\s*")
_POINTS = pattern(r"\s*([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})\s*")
_YEAR = pattern(r"(?<![0-9])[0-9]{4}(?![0-9])")
_DAY = pattern(r"(?<![0-9])[0-9]{1,2}(?![0-9])")
_WORD = pattern(r"[^\W\d_]+")


def written_day(text: str, language: str) -> date | None:
    """Return the one day that a text says, in a language (BCP 47) or in English; None where it says none or several.

    Numbers alone are a day from the year on, and between points, where the day comes first everywhere: `3.4.2026`.
    `3/4/2026` is none: it is in March here, and in April there.
    """
    if found := _NUMBERS.fullmatch(text):
        return _date(*[int(number) for number in found.group(1, 2, 3)])
    if found := _POINTS.fullmatch(text):
        return _date(*[int(number) for number in found.group(3, 2, 1)])
    years, days = _YEAR.findall(text), _DAY.findall(text)
    months = {month for word in _WORD.findall(text) if (month := _month(word, language))}
    return _date(int(years[0]), months.pop(), int(days[0])) if len(years) == len(days) == len(months) == 1 else None


def _month(word: str, language: str) -> int | None:
    """Return the number of the month that a word names, whole or short, whatever its case."""
    for tag in (language, "en"):
        words: DateWords = looked_up(DATE_WORDS, tag)
        for names in (words.whole_months, words.months, words.months_of_year, words.months_of_day):
            known = [name.rstrip(".").casefold() for name in names.split("|")]
            if word.casefold() in known:
                return known.index(word.casefold()) + 1
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
