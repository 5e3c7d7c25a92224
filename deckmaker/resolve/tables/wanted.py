"""What is asked of a column's cells: comparisons with values, and which few of many tell all."""

from __future__ import annotations

import operator
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.patterns import pattern

_OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
}
_DIGITS = pattern(r"([0-9]+)")

Letters = tuple[tuple[int, int, str], ...]
"""A text as it is sorted and compared: words and whole numbers, each with which of them it is."""


@dataclass(frozen=True)
class Wanted:
    """A comparison: its sign and value, and the number and the day that the value is, None where it is none.

    Values, and the texts that are compared with them, are composed (`values.looks.composed`).
    """

    sign: str
    value: str
    number: Decimal | None
    day: date | None

    @cached_property
    def letters(self) -> Letters:
        """The value as texts are compared."""
        return letters(self.value)

    def holds(self, text: str, number: Decimal | None, day: date | None) -> bool:
        """Tell whether it does for a cell: its text, and the number and day that this is, if any."""
        compare = _OPERATORS[self.sign]
        if self.number is not None and number is not None:
            return compare(number, self.number)
        if self.day and day:
            return compare(day, self.day)
        if self.sign in ("=", "!="):
            return compare(text, self.value)
        return bool(text) and self.number is None and compare(letters(text), self.letters)


class Equals:
    """Values of which a cell is to be one, found without a look at each."""

    def __init__(self, wanted: Iterable[Wanted]) -> None:
        """Begin with comparisons by `=`."""
        self._numbers: set[Decimal] = set()
        self._days: set[tuple[bool, date]] = set()
        self._texts: set[tuple[bool, bool, str]] = set()
        for one in wanted:
            is_number = one.number is not None
            if one.number is not None:
                self._numbers.add(one.number)
            if one.day:
                self._days.add((is_number, one.day))
            self._texts.add((is_number, one.day is not None, one.value))

    def hold(self, text: str, number: Decimal | None, day: date | None) -> bool:
        """Tell whether one of them does, each as `Wanted.holds` compares it."""
        if number is not None and number in self._numbers:
            return True
        for is_number in (False,) if number is not None else (False, True):  # numbers are compared with no texts
            if day and (is_number, day) in self._days:
                return True
            if (is_number, False, text) in self._texts or (not day and (is_number, True, text) in self._texts):
                return True
        return False


def telling(wanted: Iterable[Wanted]) -> list[Wanted]:
    """Return those comparisons, by signs other than `=`, of which one holds wherever any of them all does.

    Of values that cells are to be more than, that is the least; and of those that they are not to be, any two.
    """
    groups: dict[tuple[str, bool, bool], list[Wanted]] = {}
    for one in wanted:
        groups.setdefault((one.sign, one.number is not None, one.day is not None), []).append(one)
    by_what: tuple[Callable[[Wanted], Any], ...] = (
        lambda one: one.number,
        lambda one: one.day,
        lambda one: one.letters,
        lambda one: one.value,
    )
    kept: dict[Wanted, None] = {}
    for (sign, has_number, has_day), group in groups.items():
        for key, has in zip(by_what, (has_number, has_day, sign != "!=", sign == "!="), strict=True):
            if not has:
                continue
            if sign == "!=":
                kept |= dict.fromkeys(islice({key(one): one for one in group}.values(), 2))
            else:
                kept[(min if sign in (">", ">=") else max)(group, key=key)] = None
    return list(kept)


def letters(text: str) -> Letters:
    """Return a text without regard to capitals and accents, numbers in it by value."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )
    parts = _DIGITS.split(plain)
    # Whole numbers by the count of their digits, then by these: Python reads no endless ones.
    return tuple(
        (0, len(part.lstrip("0")), part.lstrip("0")) if index % 2 else (1, 0, part)
        for index, part in enumerate(parts)
        if part
    )
