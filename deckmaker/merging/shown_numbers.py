"""Numbers that a slide shows in another form than a deck has them: rounded, in groups, with a unit, in percent."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import product
from typing import NamedTuple

from deckmaker.localization.exact import shifted, without_zeros
from deckmaker.localization.typed_numbers import number_in
from deckmaker.merging.numbers import as_typed
from deckmaker.patterns import pattern

_SHOWN = pattern(
    r"(?P<before>[^\d+−–-]*)(?P<number>[-+−–]?[ ]?\d(?:[\d.,'’ \u2009\u00a0\u202f]*\d)?)(?P<behind>(?:\D.*)?)"
)
_PLAIN = pattern(r"[-−]?\d+(?:\.\d+)?")
_DECIMALS = ("point", "comma")
_PRECISION = 200
"""Digits of a number that is rounded: more than any that is read has, also with a power."""


class _Shown(NamedTuple):
    """A number that is shown, and what stands before and behind it."""

    before: str
    number: str
    behind: str

    @property
    def dress(self) -> list[str]:
        """What stands around it, without spaces: some are kept from breaking."""
        return ["".join(one.split()) for one in (self.before, self.behind)]


class _Reading(NamedTuple):
    """The decimal signs, point or comma, of a number as it is typed and as it is shown; that is as many `places`
    larger."""

    typed: str
    shows: str
    places: int


def as_shown(base: str, theirs: str, ours: str) -> str | None:
    """Return what a deck is to have in place of a number, `ours`, which its slide shows as `base`, for that to show
    `theirs`: a number in the form of ours, or words. None where the slide does not show that number, or where ours has
    no form for the new one."""
    marks = base[: len(base) - len(base.lstrip("*"))]
    was, now = (_shown(one.removeprefix(marks).removesuffix(marks)) for one in (base, theirs))
    found = _reading(was, ours) if was else None
    if was is None or found is None:
        return None
    if now is None or was.dress != now.dress:
        return theirs.removeprefix(marks).removesuffix(marks)
    for shows in dict.fromkeys((found.shows, *_DECIMALS)):
        if new := number_in(now.number, shows):
            moved = without_zeros(shifted(new.value, -found.places)) if found.places else new.value
            value = f"{moved:f}"
            return value if _PLAIN.fullmatch(ours) else as_typed(ours, value, found.typed)
    return None


def shows_number(cell: str, typed: str) -> bool:
    """Tell whether a cell shows the number that a deck has."""
    shown = _shown(cell.strip("*"))
    return shown is not None and _reading(shown, typed) is not None


def _shown(text: str) -> _Shown | None:
    found = _SHOWN.fullmatch(text)
    return _Shown(found["before"], found["number"], found["behind"]) if found else None


def _reading(shown: _Shown, ours: str) -> _Reading | None:
    """Return how a number of a deck is the one that its slide shows, None where it is another one: halves are rounded
    away from zero."""
    for typed, shows in product(_DECIMALS, repeat=2):
        own, its = number_in(ours, typed), number_in(shown.number, shows)
        for places in (2, 0) if "%" in shown.behind else (0,):
            if own and its and _rounded(shifted(own.value, places), its.value) == its.value:
                return _Reading(typed, shows, places)
    return None


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """Return a value with as many decimals as another one."""
    with localcontext(prec=_PRECISION):
        return value.quantize(like, ROUND_HALF_UP)
