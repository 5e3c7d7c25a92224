"""Numbers of cells as they are meant: dates, shares and plain numbers, by the format of their cell."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import Enum

from deckmaker.patterns import pattern
from deckmaker.source.workbook.format_codes import Kind, sections

_BUILT_IN_DATES = {*range(14, 18), *range(27, 32), 36, *range(50, 59)}
_BUILT_IN_MOMENT = 22
_BUILT_IN_TIMES = {*range(18, 22), *range(32, 36)}
_BUILT_IN_LAPS = {45, 47}
_BUILT_IN_HOURS = 46
_BUILT_IN_SHARES = {9, 10}
"""Formats without a code in the file (ECMA-376 part 1, 18.8.30); those of East Asia are dates, too."""

_FRACTION = pattern(r"s\.?(0+)")
"""Parts of seconds, whose digits make no number of a time."""

_MOST_PARTS = 6
"""Digits of them: millionths."""

_BUILT_IN_SECONDS = {19: 0, 21: 0, 45: 0, 46: 0, 47: 1}

_LONG = pattern("-?[0-9]{16,40}")
"""A whole number with more digits than a spreadsheet works with: one that names something, such as a card."""

_PRECISION = 60
"""Digits: more than any of these numbers has."""

_FINEST = 5
"""Decimals of seconds that a day's number is sure of: 83.35 is a little less in days."""

_CLOCKS = 366
"""Days, from which on a number under a time's format is a date with its time: 1.5 days are shown as 12:00."""

_DIGITS = 15
_LATEST = 2_958_466
"""Behind 31 December 9999."""


class Meaning(Enum):
    """What a number of a cell is."""

    NUMBER = "number"
    SHARE = "share"
    DAY = "day"
    MOMENT = "day and time"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    TIME = "time"
    LAP = "minutes and seconds"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"
    """The last three are elapsed time, of any length: its largest part has as many as there are."""


_DATES = frozenset({Meaning.DAY, Meaning.MOMENT, Meaning.MONTH, Meaning.QUARTER, Meaning.YEAR})
_CLOCK = frozenset({Meaning.TIME, Meaning.LAP})
_ELAPSED = {"h": Meaning.HOURS, "m": Meaning.MINUTES, "s": Meaning.SECONDS}


def meaning_of(format_id: int, code: str | None) -> Meaning:
    """Return what numbers of a format are, by its number and, where the file has one, its code."""
    if code is None:
        if format_id in _BUILT_IN_DATES:
            return Meaning.MONTH if format_id == 17 else Meaning.DAY
        if format_id == _BUILT_IN_MOMENT:
            return Meaning.MOMENT
        if format_id == _BUILT_IN_HOURS:
            return Meaning.HOURS
        if format_id in _BUILT_IN_TIMES:
            return Meaning.TIME
        if format_id in _BUILT_IN_LAPS:
            return Meaning.LAP
        return Meaning.SHARE if format_id in _BUILT_IN_SHARES else Meaning.NUMBER
    plain = _FRACTION.sub("s", "".join(_meant(code.lower())))
    if any(one in plain for one in "0#?"):
        return Meaning.SHARE if "%" in plain else Meaning.NUMBER
    for kind, text in sections(code.lower())[0]:
        if kind is Kind.BRACKETS and _is_elapsed(text):
            return _ELAPSED[text[0]]
    has_year, has_month, has_time = "y" in plain or "e" in plain, "m" in plain, "h" in plain or "s" in plain
    if any(one in plain for one in "dw") or (
        has_year and has_time
    ):  # the week is of LibreOffice, and so is the quarter
        return Meaning.MOMENT if has_time else Meaning.DAY
    if has_time:
        return Meaning.LAP if has_month and "h" not in plain else Meaning.TIME
    if has_month:
        return Meaning.MONTH  # with its year, or alone as in `mmmm`
    if "q" in plain:
        return Meaning.QUARTER
    return Meaning.YEAR if has_year else Meaning.NUMBER


def seconds_of(format_id: int, code: str | None) -> int | None:
    """Return how many digits a format shows of parts of seconds; None where it shows no seconds."""
    if code is None:
        return _BUILT_IN_SECONDS.get(format_id)
    plain = "".join(_meant(code.lower()))
    match = _FRACTION.search(plain)
    return min(len(match[1]), _MOST_PARTS) if match else 0 if "s" in plain else None


def _meant(code: str) -> Iterator[str]:
    """Yield what a format has for numbers but for what it only shows: words, colours, currencies and conditions.

    Hours, minutes and seconds in brackets stay: they are elapsed time.
    """
    for kind, text in sections(code)[0]:
        if (kind is Kind.BRACKETS and _is_elapsed(text)) or kind in (Kind.DIGITS, Kind.CODE):
            yield text


def _is_elapsed(text: str) -> bool:
    return text != "" and set(text) <= {text[0]} & {*_ELAPSED}


def written(
    value: str, meaning: Meaning, begins_in_1904: bool, decimal: str, digits: int = 1, seconds: int | None = None
) -> str:
    """Return a cell's number as text: with this decimal sign, a date as ISO 8601 has it, a share in percents.

    A number has so many `digits` before its decimal sign at least, and a time so many behind its `seconds`; None where
    its format shows no seconds.

    Raises ValueError for what is no number.
    """
    if "_" in value or not value.isascii():  # which Python takes for numbers
        raise ValueError(value)
    number = float(value)
    if meaning in _DATES | _CLOCK and 0 <= number < _LATEST:
        with suppress(OverflowError):  # a day that no calendar has, late in 9999
            return _moment(number, meaning, begins_in_1904, seconds)
    if meaning in _CLOCK and begins_in_1904 and -_CLOCKS < number < 0:  # which only such workbooks show
        return f"-{_moment(-number, meaning, begins_in_1904, seconds)}"
    if meaning in (Meaning.HOURS, Meaning.MINUTES, Meaning.SECONDS) and abs(number) < _LATEST:
        return _elapsed(number, meaning, seconds, decimal)
    exact = Decimal(value) if _LONG.fullmatch(value) else Decimal(f"{number:.{_DIGITS}g}")
    if not exact.is_finite():
        raise ValueError(value)
    if meaning is Meaning.SHARE:
        with localcontext(prec=_PRECISION):
            exact = exact.scaleb(2)
    plain = f"{exact:f}" if -12 <= exact.adjusted() < 22 else f"{exact:e}"
    if "." in plain and "e" not in plain:
        plain = plain.rstrip("0").rstrip(".")
    if digits > 1 and "e" not in plain:
        sign, plain = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
        plain = sign + "0" * (digits - len(plain.partition(".")[0])) + plain
    return plain.replace(".", "," if decimal == "comma" else ".") + ("%" if meaning is Meaning.SHARE else "")


def _moment(number: float, meaning: Meaning, begins_in_1904: bool, seconds: int | None) -> str:
    """Return a day and time; of the system of 1900, which takes that for a leap year, days before March are one off."""
    begin = datetime(1904, 1, 1) if begins_in_1904 else datetime(1899, 12, 30)
    is_clock = meaning in _CLOCK and number < _CLOCKS
    if is_clock:
        number %= 1
    elif not begins_in_1904 and 0 < number < 60:
        number += 1
    moment = begin + timedelta(microseconds=int(_in_seconds(number, seconds or 0).scaleb(_MOST_PARTS)))
    parts = f".{moment.microsecond:06}"[: seconds + 1] if seconds else ""
    if is_clock and seconds is None:
        return f"{moment:%H:%M}"
    if is_clock:
        return (f"{moment:%H:%M:%S}" if moment.hour or meaning is Meaning.TIME else f"{moment:%M:%S}") + parts
    if meaning is Meaning.YEAR:
        return f"{moment.year:04}"
    if meaning is Meaning.QUARTER:
        return f"{moment.year:04}-Q{(moment.month + 2) // 3}"
    if meaning is Meaning.MONTH:
        return f"{moment.year:04}-{moment.month:02}"
    day = f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    if meaning is Meaning.DAY or not (moment.hour or moment.minute or moment.second or moment.microsecond):
        return day
    has_seconds = parts or (seconds is not None and moment.second)
    return f"{day} {moment:%H:%M:%S}{parts}" if has_seconds else f"{day} {moment:%H:%M}"


def _elapsed(days: float, meaning: Meaning, digits: int | None, decimal: str) -> str:
    """Return elapsed time: with so many digits of parts of its seconds, which it may have where none are shown."""
    exact = _in_seconds(abs(days), digits or 0)
    minutes, seconds = divmod(int(exact), 60)
    sign = "-" if days < 0 else ""
    parts = f"{exact % 1:f}"[2:] if digits else ""
    if meaning is Meaning.SECONDS:  # a number
        return f"{sign}{60 * minutes + seconds}" + (f"{',' if decimal == 'comma' else '.'}{parts}" if parts else "")
    shown = f":{seconds:02}" + (f".{parts}" if parts else "")
    if meaning is Meaning.MINUTES:
        return f"{sign}{minutes}{shown}"
    return f"{sign}{minutes // 60}:{minutes % 60:02}" + (shown if seconds or digits is not None else "")


def _in_seconds(days: float, digits: int) -> Decimal:
    """Return days in seconds, with so many digits of their parts; halves are rounded away from zero."""
    exact = Decimal(repr(days)) * 86_400
    if digits < _FINEST:
        exact = exact.quantize(Decimal(1).scaleb(-_FINEST), ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
