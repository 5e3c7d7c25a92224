"""Points in time as people write them: years, months, days, quarters."""

from __future__ import annotations

import re
from datetime import date

HELP = "write a year, a month, a day or a quarter: `2019`, `2019-03`, `2019-03-01`, `2019 Q1`"

_YEAR = r"(?P<year>\d{4})"
_FORMS = [
    re.compile(form, re.ASCII | re.IGNORECASE)
    for form in (
        rf"{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)(-(?P<day>\d\d))?",
        rf"{_YEAR}[ /-]?Q(?P<quarter>[1-4])",
        rf"Q(?P<quarter>[1-4])[ /-]?{_YEAR}",
    )
]


def day_of(text: str) -> date | None:
    """Return the first day of what a text says; None where that is no time."""
    for form in _FORMS:
        if found := form.fullmatch(text.strip()):
            said = {name: int(number) for name, number in found.groupdict().items() if number}
            month = said.get("month", 3 * said.get("quarter", 1) - 2)
            try:
                return date(said["year"], month, said.get("day", 1))
            except ValueError:
                return None
    return None
