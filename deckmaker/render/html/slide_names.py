"""What slides are called in addresses: `deck.html#/what-we-found` leads to the slide of that title, wherever it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST = 60
"""Letters of a name; words that do not fit are left out."""

_JOINING = "’'\u200c\u200d"
"""What stands within words: apostrophes, and what joins letters or keeps them apart (U+200C, U+200D)."""

_TAKEN = re.compile(r"\d+|slide-\d+")
"""What leads to a slide by its number."""


def slide_names(titles: Iterable[str]) -> list[str | None]:
    """Return a name for each title, no two the same: its words in small letters with hyphens; None for an empty one.

    Of titles that are equal, the later ones have their count at the end.
    """
    names: list[str | None] = []
    for title in titles:
        name = _name(title)
        for count in range(2, len(names) + 3):
            if name not in names or not name:
                break
            name = f"{_name(title)}-{count}"
        names.append(name or None)
    return names


def _name(title: str) -> str:
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", title).casefold())
    words = "".join(sign if _is_kept(sign) else " " for sign in plain if sign not in _JOINING).split()
    name = ""
    for word in filter(re.compile(r"\w").search, words):
        if name and len(name) + 1 + len(word) > _LONGEST:
            break
        name = f"{name}-{word}" if name else word[:_LONGEST]
    return f"_{name}" if _TAKEN.fullmatch(name) else name


def _is_kept(sign: str) -> bool:
    """Tell whether a sign is of a word: marks, too, of which scripts such as Devanagari and Thai make their vowels."""
    return sign.isalnum() or sign == "_" or unicodedata.category(sign).startswith("M")
