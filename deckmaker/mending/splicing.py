"""Texts with edits made in them, and where in the new text each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckmaker.diagnostics import Edit


class Mend(NamedTuple):
    """One mistake mended: its code, what was done, and where in its file that stands, in characters."""

    code: str
    said: str
    offset: int


def spliced(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made that do not meet; all else stays as it is, character by character."""
    pieces, behind = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.begin, edit.end)):
        pieces += [text[behind : edit.begin], edit.text]
        behind = edit.end
    return "".join([*pieces, text[behind:]])


def moved(offset: int, edits: Iterable[Edit]) -> int:
    """Return where a character stands once edits are made before it."""
    return offset + sum(len(edit.text) - (edit.end - edit.begin) for edit in edits if edit.end <= offset)


def said_of(edits: Sequence[Edit]) -> str:
    """Return in words what edits do: a word for another, or what is added."""
    old = " … ".join(one.replaced for one in edits if one.replaced)
    new = " … ".join(one.text.strip(" ,\r\n") for one in edits)
    return f"`{old}` is now `{new}`" if old else f"added `{new}`"
