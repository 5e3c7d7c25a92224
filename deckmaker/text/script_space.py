"""The space that LibreOffice sets between East Asian signs and others, and no other program does.

A fifth of the line height of the font before it, wherever the script changes (docs/analysis/fallback-fonts.md). Nothing
in a PPTX switches it off, so layout leaves room for it: words stay on their lines, further to the right.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import add

SHARE = 0.3
"""Of an em: a fifth of 1.45 em, the tallest of common fonts, which Noto Sans CJK is."""

_FIRST = "\u2e80"
_EAST_ASIAN = (
    ("\u2e80", "\ua4cf"),
    ("\ua960", "\ua97f"),
    ("\uac00", "\ud7ff"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)


def has_east_asian(text: str) -> bool:
    """Tell whether there may be such a space in a text."""
    return not text.isascii() and max(text) >= _FIRST and any(map(_is_east_asian, text))


def _is_east_asian(character: str) -> bool:
    return character >= _FIRST and any(first <= character <= last for first, last in _EAST_ASIAN)


def with_script_space(running: Sequence[float], text: str, sizes: Sequence[float]) -> array[float]:
    """Return running widths with room for every space; `sizes` are those of the characters, in points."""
    extra = [0.0] * len(text)
    before: bool | None = None
    for index, character in enumerate(text):
        asian = before if character == " " else _is_east_asian(character)
        if before is not None and asian != before:
            extra[index] = SHARE * sizes[index - 1]
        before = asian
    return array("d", map(add, running, accumulate(extra, initial=0.0)))
