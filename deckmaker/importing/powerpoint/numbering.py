"""Numbers of lists that come back as others: a deck counts `1.`, and `a.` in a list below an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LETTERS, _DIGITS = "alphaLc", ("arabic", "circleNum")
"""How the names of the kinds begin that a deck has: digits, and one level below these letters."""

_ALPHABETS = {
    _LETTERS: "abcdefghijklmnopqrstuvwxyz",
    "alphaUc": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ea": "一二三四五六七八九十",
    "hebrew": "אבגדהוזחטי",
    "hindiAlpha": "अआइईउऊऋएऐओ",
    "thaiAlpha": "กขคงจฉชซฌญ",
}
"""The first signs by which kinds count; what is beyond letters of ours stands twice and more, as in `aa`."""

_TENS = {"hindiNum": "०१२३४५६७८९", "thaiNum": "๐๑๒๓๔๕๖๗๘๙"}
"""Digits of other scripts, from 0."""

_MOST_LETTERS = 3
"""How often a letter comes again at most."""

_ROMAN = "romanLc", "romanUc"
_ROMANS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_FORMS = {"ParenBoth": "({})", "ParenR": "{})", "Minus": "{}-", "Plain": "{}"}

OTHER_NUMBERS = (
    "numbers of lists are `1.`, and `a.` below an item, where they began with NAMES",
    "look where words refer to them, such as `see b)`, and change these",
)
"""What is said of such numbers, and what helps."""


class Counted(NamedTuple):
    """What counts a paragraph: its level, and the kind of its number (ECMA-376 part 1, 20.1.10.61); '' for an item
    without one, None for what is no item."""

    level: int
    kind: str | None


def other_numbers(paragraphs: Iterable[Counted]) -> Iterator[str]:
    """Yield how numbers begin that a deck has not at the depth of their items."""
    above: list[int] = []
    for level, kind in paragraphs:
        if kind is None and not (above and level > above[-1]):  # a paragraph ends a list
            above.clear()
            continue
        while above and above[-1] >= level:
            above.pop()
        kept = _LETTERS if len(above) % 2 else _DIGITS
        if kind and not kind.startswith(kept):
            yield number_shown(kind, 1)
        above.append(level)


def number_shown(kind: str, number: int) -> str:
    """Return a number of a kind as it is shown; in digits where its own signs end."""
    form = next((form for end, form in _FORMS.items() if kind.endswith(end)), "{}.")
    return form.format(_signs(kind, number))


def _signs(kind: str, number: int) -> str:
    if kind.startswith(_ROMAN):
        signs = _roman(number)
        return signs.upper() if kind.startswith("romanUc") else signs
    if digits := next((found for name, found in _TENS.items() if kind.startswith(name)), ""):
        return "".join(digits[int(one)] for one in str(number))
    alphabet = next((found for name, found in _ALPHABETS.items() if kind.startswith(name)), "")
    times, place = divmod(number - 1, len(alphabet) or 1)
    if not alphabet or times > (_MOST_LETTERS if alphabet.isascii() else 0):
        return str(number)
    return alphabet[place] * (times + 1)


def _roman(number: int) -> str:
    found = ""
    for value, signs in _ROMANS:
        found += signs * (number // value)
        number %= value
    return found
