"""Texts with edits made in them, and where in the new text each of them stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from deckmaker.diagnostics import Edit


class Mend(NamedTuple):
    """One mistake mended: its code, what was done, and where in its file that stands, in characters."""

    code: str
    said: str
    offset: int


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that do not meet; all else stays as it is, character by character.

    Additions at one place stay in their order.
    """
    pieces, behind = [], 0
    found = ((edit.begin, edit.end, edit.text) for edit in edits)
    for begin, end, new in sorted(found, key=lambda one: one[:2]):
        pieces += [text[behind:begin], new]
        behind = end
    return "".join([*pieces, text[behind:]])


class Moved:
    """Where characters stand once edits are made: each costs no more for there being many edits."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        found = sorted((edit.end, len(edit.text) - (edit.end - edit.begin)) for edit in edits)
        self._ends = [end for end, _ in found]
        self._grown = [0, *accumulate(more for _, more in found)]

    def offset(self, offset: int) -> int:
        """Return where the character stands that stood at an offset: behind all edits that end before it."""
        return offset + self._grown[bisect_right(self._ends, offset)]


def said_of(edits: Sequence[Edit]) -> str:
    """Return in words what edits do: a word for another, or what is added."""
    old = " … ".join(one.replaced for one in edits if one.replaced)
    new = " … ".join(one.text.strip(" ,\r\n") for one in edits)
    return f"`{old}` is now `{new}`" if old else f"added `{new}`"
