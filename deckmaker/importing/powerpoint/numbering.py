"""Numbers of lists that come back as others: a deck counts `1.`, and `a.` in a list below an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LETTERS, _DIGITS = "alphaLc", ("arabic", "circleNum")
"""How the names of the kinds begin that a deck has: digits, and one level below these letters."""

_FIRST = {
    _LETTERS: "a",
    "alphaUc": "A",
    "romanLc": "i",
    "romanUc": "I",
    "ea": "一",
    "hebrew": "א",
    "hindiAlpha": "अ",
    "hindiNum": "१",
    "thaiAlpha": "ก",
    "thaiNum": "๑",
}
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
            yield _first(kind)
        above.append(level)


def _first(kind: str) -> str:
    """Return the first number of a kind as it is shown."""
    sign = next((sign for name, sign in _FIRST.items() if kind.startswith(name)), "1")
    return next((form for end, form in _FORMS.items() if kind.endswith(end)), "{}.").format(sign)
