"""Numbers of charts, which presentations have plain and decks as they are typed: `1,200`, `€1,200`, `62 %`, `61,0`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from deckmaker.localization.exact import shifted, without_zeros
from deckmaker.localization.typed_numbers import MISSING, number_in
from deckmaker.patterns import pattern

_DIGITS = pattern(r"[0-9](?:.*[0-9])?")
_MARKS = {"point": ".", "comma": ","}
_MINUS = "-−–"


def decimal_of(typed: Sequence[str], plain: Sequence[str], usual: str = "point") -> str | None:
    """Return the decimal sign, point or comma, under which texts of a deck are the numbers that a presentation has, or
    nothing where one is missing; None where they are others. Where they are under both, it is the `usual` one."""
    if len(typed) == len(plain):
        for decimal in sorted(_MARKS, key=lambda one: one != usual):
            if all(_is_number(one, other, decimal) for one, other in zip(typed, plain, strict=True)):
                return decimal
    return None


def is_plain(text: str) -> bool:
    """Tell whether a text is a number as a presentation has it, or stands for one that is missing."""
    return not text or _number(text) is not None


def unchanged(typed: Sequence[str], plain: Sequence[str]) -> list[bool]:
    """Return which texts of a deck are the numbers, or the words, that a presentation has in their places, under the
    decimal sign under which most of them are."""
    under = ([_is_number(one, other, decimal) for one, other in zip(typed, plain, strict=True)] for decimal in _MARKS)
    words = [one.strip() == other for one, other in zip(typed, plain, strict=True)]
    return [number or word for number, word in zip(max(under, key=sum), words, strict=True)]


def _is_number(typed: str, plain: str, decimal: str) -> bool:
    if not plain:
        return typed.strip().lower() in MISSING
    read = number_in(typed, decimal)
    return read is not None and read.value == _number(plain)


def as_typed(typed: str, new: str, decimal: str) -> str | None:
    """Return the number `new`, as a presentation has it, in the form in which another is typed in a deck: with its
    decimal sign, marks of thousands, percent and currency. None where that form is none for it. One that is none under
    the decimal sign has no form."""
    read, number, found = number_in(typed, decimal), _number(new), _DIGITS.search(typed)
    if read is None and number is not None:
        return f"{without_zeros(number):f}".replace(".", _MARKS[decimal])
    if read is None or number is None or found is None or read.is_bracketed or "e" in found[0].lower():
        return None
    before, behind = typed[: found.start()], typed[found.end() :]
    minus = next((sign for sign in _MINUS if sign in before), "-")
    before = "".join(one for one in before if one not in _MINUS and one != "+").lstrip()
    sign = minus if number < 0 else "+" if read.has_plus and number > 0 else ""
    digits = _digits((shifted(number, 2) if read.is_percent else number).copy_abs(), found[0], _MARKS[decimal])
    written = f"{sign}{before}{digits}{behind}"
    again = number_in(written, decimal)
    return written if again is not None and again.value == number else None


def _digits(number: Decimal, was: str, mark: str) -> str:
    """Return the digits of a number, with as many decimals as another had at least, and with its marks of thousands."""
    whole, _, rest = was.rpartition(mark) if mark in was else (was, "", "")
    shown = f"{without_zeros(number):f}"
    digits, _, decimals = shown.partition(".")
    decimals = decimals.ljust(len(rest), "0")
    apart = re.sub("[0-9]", "", whole)[:1]
    if apart:
        groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
        digits = apart.join(reversed(groups))
    return f"{digits}{mark}{decimals}" if decimals else digits


def _number(plain: str) -> Decimal | None:
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < _MOST_PLACES else None


_MOST_PLACES = 30
"""Digits before or behind a decimal sign: longer numbers are no amounts, and cost much to write out."""
