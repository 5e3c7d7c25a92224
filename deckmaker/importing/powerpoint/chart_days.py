"""Categories of charts that are days and times: numbers in the file, of which a format says how they are meant.

Source: ECMA-376 part 1, 18.17.4 and 21.2.2.38 (`date1904`).
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.patterns import pattern
from deckmaker.source.workbook.formats import Meaning, meaning_of, seconds_of, written

_OWN_CODE = 164
"""The first number of a format that has a code of its own (ECMA-376 part 1, 18.8.30)."""

_GENERAL = ("", "general", "standard", "@")
_DATE = pattern(r"(?i)yy|mmm|d[/. -]m|m[/. -]d")
_CLOCKS = (Meaning.TIME, Meaning.LAP, Meaning.HOURS, Meaning.MINUTES)
_LITERAL = pattern(r"\"[^\"]*\"|\\(?P<sign>.)")
"""What a format of numbers shows as it is typed (18.8.30)."""

_LAST_DAY = 2_958_466
"""The one after 31 December 9999."""


def without_literals(code: str) -> str:
    """Return a format without the words that it shows as they are typed: a percent sign there makes no hundredfold."""
    return _LITERAL.sub("", code)


def days_in(numbers: Sequence[str], code: str, from_1904: bool, has_times: bool) -> list[str]:
    """Return numbers as a deck writes the days and times that a format shows; as they are where it shows none.

    Of days with times, all have one if any has. Only what `has_times` may become times without days.
    """
    if code.lower() in _GENERAL:
        return list(numbers)
    meaning = meaning_of(_OWN_CODE, code)
    seconds = seconds_of(_OWN_CODE, code)
    if _DATE.search(_LITERAL.sub(lambda found: found["sign"] or "", code)):
        is_timed = seconds is not None or meaning in (Meaning.MOMENT, *_CLOCKS)
        return on_calendar(numbers, from_1904, is_timed, seconds)
    if not has_times or meaning not in _CLOCKS:
        return list(numbers)
    return [_written(one, meaning, from_1904, seconds) for one in numbers]


def on_calendar(
    numbers: Sequence[str], from_1904: bool, is_timed: bool = False, seconds: int | None = None
) -> list[str]:
    """Return numbers of days as a deck writes these, with their times if they are timed; any other text as it is."""
    meaning = Meaning.MOMENT if is_timed else Meaning.DAY
    found = [_written(one, meaning, from_1904, seconds) if _is_day(one, from_1904) else one for one in numbers]
    if not any(":" in one for one in found):
        return found
    return [
        f"{one} 00:00" if before != one and ":" not in one else one for before, one in zip(numbers, found, strict=True)
    ]


def _is_day(text: str, from_1904: bool) -> bool:
    """Tell whether a text is the number of a day; less than one is a time."""
    try:
        return (0 if from_1904 else 1) <= float(text) < _LAST_DAY
    except ValueError:
        return False


def _written(text: str, meaning: Meaning, from_1904: bool, seconds: int | None) -> str:
    try:
        return written(text, meaning, from_1904, "point", seconds=seconds)
    except ValueError:
        return text
