"""Where sentences end. Knows nothing of what they mean: an abbreviation that is not listed may pass for an end."""

from __future__ import annotations

import re

_CLOSING = "\"'”’»“)\\]›"
_END = re.compile(rf"(?<=[.!?…])[{_CLOSING}]*[ \u00a0]+(?=\S)|[。！？][”’」』）】]*(?=\S)")
_OPENING = "\"'“‘„«‹¿¡([—–"
_ABBREVIATED = re.compile(
    r"(?<![^\W_])(?:[^\W_]|\d\d|Dr|Mr|Mrs|Ms|Prof|St|Nr|No|Art|Abs|Bd|Figs?|vs|[Cc]f|ca|etc|bzw|usw|Mme|Mlle|Sra?|vol|pp|ff)"
    r"\.$"
)
"""Initials, ordinals, and words whose full stop abbreviates them, as texts of the languages that credits know have."""

_LONGEST = 6
"""Signs of what is abbreviated, with those around it."""


def sentence_ends(text: str) -> list[int]:
    """Return where each sentence but the first begins, in order: behind the space after a full stop, or the like.

    What goes on with a small letter is the same sentence.
    """
    return [place for match in _END.finditer(text) if _is_end(text, match.start(), place := match.end())]


def _is_end(text: str, stop: int, place: int) -> bool:
    following = text[place : place + _LONGEST].lstrip(_OPENING)[:1]
    return not following.islower() and not _ABBREVIATED.search(text[max(0, stop - _LONGEST) : stop])
