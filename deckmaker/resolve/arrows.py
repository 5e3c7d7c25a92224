"""Arrows as people type them between names: `Order -> Check -> Ship`."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.patterns import pattern

_ARROW = pattern(r"(?P<arrow><-{1,3}+>|-{1,3}+>|<-{1,3}+|→|←|↔|⟶|(?<=\s)-{2,3}+(?=\s))")
_BACK, _FORTH = "<←↔", ">→↔⟶"
"""Signs that an arrow with a head at its beginning, or at its end, begins or ends with."""

_ARROWS = {(False, True): "->", (True, True): "<->", (False, False): "--"}


def arrows_in(text: str) -> list[tuple[str, str, str]]:
    """Return the arrows of a text, each between two names: `->`, `<->`, or `--`, which has no head. There is none in
    a text without arrows; a name may be empty."""
    found = list(_ARROW.finditer(text))
    starts, ends = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(text)]
    names = [plain_name(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [_joined(one["arrow"], *two) for one, two in zip(found, pairwise(names), strict=True)]


def _joined(sign: str, left: str, right: str) -> tuple[str, str, str]:
    """Return where an arrow that was typed between two names begins, the arrow as decks have it, and where it ends."""
    heads = (sign[0] in _BACK, sign[-1] in _FORTH)
    return (right, "->", left) if heads == (True, False) else (left, _ARROWS[heads], right)


def has_arrow(name: str) -> bool:
    """Tell whether a name has in it what would be taken for an arrow."""
    return _ARROW.search(f" {name} ") is not None


def plain_name(name: str) -> str:
    """Return a name as it is compared: without the blanks around it, one where several are."""
    return " ".join(name.split())
