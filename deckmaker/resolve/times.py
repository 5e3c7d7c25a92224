"""Points in time as people write them: years, months, days, quarters."""

from __future__ import annotations

import re
from datetime import date

from deckmaker.patterns import pattern

HELP = "write a year, a month, a day or a quarter: `2019`, `2019-03`, `2019-03-01`, `2019 Q1`"

_DAY = pattern(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_QUARTER = pattern(r"(?P<year>[0-9]{4})[ /-]?Q(?P<quarter>[1-4])", re.IGNORECASE)
_QUARTER_FIRST = pattern(r"Q(?P<quarter>[1-4])[ /-]?(?P<year>[0-9]{4})", re.IGNORECASE)


def day_of(text: str) -> date | None:
    """Return the first day of what a text says; None where that is no time."""
    text = text.strip()
    found = _DAY.fullmatch(text) or _QUARTER.fullmatch(text) or _QUARTER_FIRST.fullmatch(text)
    if not found:
        return None
    said = {name: int(number) for name, number in found.groupdict().items() if number}
    try:
        return date(said["year"], said.get("month", 3 * said.get("quarter", 1) - 2), said.get("day", 1))
    except ValueError:
        return None
