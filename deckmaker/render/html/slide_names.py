"""What slides are called in addresses: `deck.html#/what-we-found` leads to the slide of that title or id, wherever it
is."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from deckmaker.patterns import pattern

_LONGEST = 60
"""Letters of a name; words that do not fit are left out."""

_JOINING = "’'\u200c\u200d"
"""What stands within words: apostrophes, and what joins letters or keeps them apart (U+200C, U+200D)."""

_TAKEN = pattern(r"\d+|slide-\d+")
"""What leads to a slide by its number."""


def slide_names(slides: Iterable[tuple[str | None, str]]) -> list[str | None]:
    """Return a name for each slide, of which the id, where it has one, and the title are given; no two are the same.

    That is its id, else the words of its title, in small letters with hyphens; None where it has neither. Of those that
    are equal, the later ones have their count at the end, and ids come before titles.
    """
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    listed = list(slides)
    of_ids = {index: _unlike(_name(id), taken, counts) for index, (id, _) in enumerate(listed) if id}
    return [
        of_ids.get(index) or _unlike(_name(title), taken, counts) or None for index, (_, title) in enumerate(listed)
    ]


def _unlike(name: str, taken: set[str], counts: Counter[str]) -> str:
    """Return a name that is not `taken`, and take it; `counts` says how many titles had each, so that none is tried
    again for each of them."""
    own = name
    while own and own in taken:
        counts[name] += 1
        own = f"{name}-{counts[name] + 1}"
    taken.add(own)
    return own


def _name(title: str) -> str:
    # In small letters as browsers make them of what is typed, in which `ß` stays what it is.
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", title).lower())
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
