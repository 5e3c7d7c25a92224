"""Numbers as people and programs type them, and which of their signs is the decimal one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

MISSING = frozenset(
    {"", "-", "–", "—", "−", "…", "...", "..", ".", "n/a", "na", "nan", "null", "none", "k. a.", "s. o."}
)
"""What stands, in small letters, for a number that is not known: itself none, and no mistake."""

_MOST_LENGTH = 60
"""Characters of a number; what is longer is an identifier, and would be rounded by nobody."""

_ENOUGH = 1_000
"""Numbers that tell of their decimal sign: those after them tell nothing else."""

_SIGN = "(?P<sign>[+\\-−–]?)[ \u00a0]?"
_END = "(?P<power>[eE][+\\-]?[0-9]{1,2})?(?P<percent>[ \u00a0\u202f]?%)?"
_GROUPED = "[1-9][0-9]{{0,2}}(?:[{0}][0-9]{{3}})+"
_SPACED = _GROUPED.format("'’ \u00a0\u202f")
_FORMS = {
    "point": re.compile(
        f"{_SIGN}(?P<whole>{_GROUPED.format(',')}|{_SPACED}|[0-9]+|(?=\\.))(?:\\.(?P<rest>[0-9]+))?{_END}"
    ),
    "comma": re.compile(f"{_SIGN}(?P<whole>{_GROUPED.format('.')}|{_SPACED}|[0-9]+|(?=,))(?:,(?P<rest>[0-9]+))?{_END}"),
}
"""A number by its decimal sign. Thousands stand between signs of one kind; a first group does not begin with zero."""


class Read(NamedTuple):
    """A number's value, and what it was typed with; `tail` counts the characters from the decimal sign on."""

    value: Decimal
    has_plus: bool
    is_percent: bool
    tail: int


def number_in(text: str, decimal: str) -> Read | None:
    """Return the number that a text is, under a decimal sign (point or comma); None where it is none."""
    text = text.strip()
    if not text or len(text) > _MOST_LENGTH or not (match := _FORMS[decimal].fullmatch(text)):
        return None
    whole = match["whole"]
    if not whole.isdigit():
        whole = re.sub("[^0-9]", "", whole)
    sign = "-" if match["sign"] in ("-", "−", "–") else ""
    value = Decimal(f"{sign}{whole or '0'}.{match['rest'] or ''}{match['power'] or ''}")
    if match["percent"]:
        value = value.scaleb(-2)
    return Read(value, match["sign"] == "+", bool(match["percent"]), len(text) - match.end("whole"))


class Evidence(NamedTuple):
    """How many texts are numbers under one decimal sign alone, and how many under both, with different values."""

    points: int
    commas: int
    open_points: int
    open_commas: int

    @property
    def decimal(self) -> str | None:
        """The sign under which more texts are numbers; None where they leave it open."""
        if not self.points and not self.commas:
            return None
        return "point" if self.points >= self.commas else "comma"

    @property
    def is_open(self) -> bool:
        """Whether there is a number that depends on the sign."""
        return bool(self.open_points or self.open_commas)

    def plain(self, usual: str) -> str | None:
        """Return what to take where nothing else tells, in a language whose decimal sign is `usual`; None for neither.

        A lone point is a decimal sign where the language has it so, as programs do. Where it has a comma, people part
        thousands with a point; and a lone comma before three digits may be either anywhere.
        """
        if usual == "comma":
            return None if self.is_open else "point"
        return "point" if self.open_points or not self.open_commas else None


def evidence(texts: Iterable[str]) -> Evidence:
    """Return what texts tell of their decimal sign."""
    points = commas = open_points = open_commas = 0
    for text in texts:
        if not text or text.isdigit() or not any(digit in text for digit in "0123456789"):
            continue  # a whole number is one under either sign, and a word under none
        point, comma = number_in(text, "point"), number_in(text, "comma")
        if point and comma:
            is_open = point.value != comma.value
            open_points += is_open and "." in text
            open_commas += is_open and "," in text
        else:
            points += point is not None
            commas += comma is not None
            if points + commas == _ENOUGH:
                break
    return Evidence(points, commas, open_points, open_commas)
