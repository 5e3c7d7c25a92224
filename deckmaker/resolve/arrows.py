"""Arrows as people type them between names: `Order -> Check -> Ship`, and what they say of them: `A -> B: yes`."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from deckmaker.patterns import pattern
from deckmaker.values.filled import mapped
from deckmaker.values.stand_ins import guarded

_ARROW = pattern(r"(?P<arrow><-{1,3}+>|-{1,3}+>|<-{1,3}+|→|←|↔|⟶|(?<=\s)-{2,3}+(?=\s))")
_BACK, _FORTH = "<←↔", ">→↔⟶"
"""Signs that an arrow with a head at its beginning, or at its end, begins or ends with."""

_COLON = pattern(r"(?<=\S):\s+(?=\S)")

_ARROWS = {(False, True): "->", (True, True): "<->", (False, False): "--"}


def arrows_in(text: str) -> list[tuple[str, str, str]]:
    """Return the arrows of a text, each between two names: `->`, `<->`, or `--`, which has no head. There is none in
    a text without arrows; a name may be empty. An arrow that a value brought is part of a name."""
    found = list(_ARROW.finditer(guarded(text)))
    starts, ends = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(text)]
    names = [_name(text, start, end) for start, end in zip(starts, ends, strict=True)]
    return [_joined(one["arrow"], *two) for one, two in zip(found, pairwise(names), strict=True)]


def _name(text: str, start: int, end: int) -> str:
    """Return the name between two places of a text, of which values still have no marks."""
    return mapped(text, lambda one: plain_name(one[start:end]))


def _joined(sign: str, left: str, right: str) -> tuple[str, str, str]:
    """Return where an arrow that was typed between two names begins, the arrow as decks have it, and where it ends."""
    heads = (sign[0] in _BACK, sign[-1] in _FORTH)
    return (right, "->", left) if heads == (True, False) else (left, _ARROWS[heads], right)


def labelled(text: str, names: Collection[str]) -> tuple[str, str | None]:
    """Return arrows as they were typed, and what stands behind a colon after the last of them, None for nothing.

    YAML itself parts the two, but not within quotes. A colon that a value brought is part of it, and so is one in
    `names`, which are nodes.
    """
    marked = guarded(text)
    arrows = list(_ARROW.finditer(marked))
    start = arrows[-1].end() if arrows else len(text)
    colon = _COLON.search(marked, start)
    if not colon or plain_name(text[start:]) in names:
        return text, None
    return mapped(text, lambda one: one[: colon.start()]), mapped(text, lambda one: one[colon.end() :])


def is_plain(name: str) -> bool:
    """Tell whether edges may have a name as it is: nothing in it would be taken for an arrow, or for what one means."""
    return not _ARROW.search(f" {name} ") and not _COLON.search(name)


def plain_name(name: str) -> str:
    """Return a name as it is compared: without the blanks around it, one where several are."""
    return " ".join(name.split())
