"""Text cut into clusters: what one font must draw whole, or its marks stand beside their letters.

A letter with its marks, emoji joined into one, a flag, an Indic syllable. After UAX 29 (extended grapheme clusters,
with the conjuncts of GB9c), made simple: a cut too few joins two letters in one font, which nobody sees.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_JOINER, _NON_JOINER = "\u200d", "\u200c"
_VIRAMA = 9  # the combining class of signs that join the next consonant to the last


def clusters(text: str) -> Iterator[str]:
    """Yield the clusters of a text in order; together they are the text."""
    start = 0
    for index in range(1, len(text)):
        if not _goes_on(text, start, index):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _goes_on(text: str, start: int, index: int) -> bool:
    """Tell whether the cluster that began at `start` holds the character at `index` too."""
    last, this = text[index - 1], text[index]
    if last == " " or this == " ":
        return False
    if _extends(this):
        return True
    if last == _JOINER:
        return index - start > 1
    if _is_flag_half(last) and _is_flag_half(this):
        return (index - start) % 2 == 1
    return unicodedata.combining(last) == _VIRAMA and unicodedata.category(this) == "Lo"


@lru_cache(maxsize=4_096)
def _extends(character: str) -> bool:
    """Tell whether a character belongs to the one before it: marks, joiners, selectors, skin tones, tags."""
    if unicodedata.category(character) in ("Mn", "Mc", "Me") or character in (_JOINER, _NON_JOINER):
        return True
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
