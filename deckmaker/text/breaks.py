"""Where lines may break, after what LibreOffice 25.2 and Chromium 156 do (docs/analysis/line-breaks.md).

Both follow UAX 14 for spaces, hyphens and dashes and differ at slashes, bars and question marks. Layout breaks only
where both do; an interval of safe widths must hold at every place where either might.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Opportunity(NamedTuple):
    """A line may end before `position`; `agreed` says that every engine breaks there."""

    position: int
    agreed: bool


_AGREED = re.compile(
    r"(?<= )(?=[^ ])"  # after spaces
    r"|(?<=[^\W_][-‐])(?=[^\W\d_])|(?<=\d-)(?=\d)|(?<=\.-)(?=[^\W_])"  # hyphens: in words, ranges, U.S.-China
    r"|(?<=[^\s–]–)(?=[^\W_])"  # after an en dash
    r"|(?<=[^\s—])(?=—[^\s])"  # before an em dash
)
# Anywhere that some engine or a class of UAX 14 allows.
_POSSIBLE = re.compile(r"(?<= )(?=[^ ])|(?<=[-‐–—…/|?!})\]%&+=,;:\u00ad\u2000-\u2006\u2008-\u200b])(?=[^\s])|(?=—)")


@lru_cache(maxsize=4_096)
def opportunities(text: str) -> tuple[Opportunity, ...]:
    """Return the places where a line of `text` may end, in order, without the text's own start and end."""
    agreed = {match.start() for match in _AGREED.finditer(text)}
    possible = {match.start() for match in _POSSIBLE.finditer(text)}
    return tuple(Opportunity(i, i in agreed) for i in sorted(agreed | possible) if 0 < i < len(text))
