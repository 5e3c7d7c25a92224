"""Lines by their numbers, as an author types them: `12`, `3, 5-7`, `10-`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from deckmaker.patterns import pattern

_STRETCH = pattern(r"\s*([0-9]{1,7})\s*(?:([-\u2013])\s*([0-9]{1,7})?\s*)?")
"""A number, or two with a hyphen or a dash between them; without the second, the stretch goes on to the end."""


class Stretch(NamedTuple):
    """Lines that follow one another: the numbers of the first and of the last, None where they go on to the end."""

    first: int
    last: int | None


def stretches(texts: Iterable[str]) -> list[Stretch] | None:
    """Return the stretches that texts name, each of them some with commas between; None where one is no stretch.

    Numbers begin with 1, and no stretch ends before it begins.
    """
    found = [_stretch(one) for text in texts for one in text.split(",")]
    known = [one for one in found if one]
    return known if len(known) == len(found) else None


def _stretch(text: str) -> Stretch | None:
    match = _STRETCH.fullmatch(text)
    if not match:
        return None
    first = int(match[1])
    last = int(match[3]) if match[3] else None if match[2] else first
    return Stretch(first, last) if first and (last is None or last >= first) else None
