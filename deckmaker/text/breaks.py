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


_SMALL = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
_KANA = "あいうえおか-ぢつ-もやゆよらりるれろわ-ゔアイウエオカ-ヂツ-モヤユヨラリルレロワ-ヴヷ-ヺ"
_LETTERS = rf"〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd{_KANA}"
_HANGUL = r"\uac00-\ud7a3"
_OPENING, _CLOSING = "（「『【〈《〔［｛", "、。，．：；！？）」』】〉》〕］｝"
_REPEATING = "々ゝゞヽヾー"
"""East Asian signs. Small kana, closing and repeating signs begin no line, opening ones end none."""

_AGREED = re.compile(
    r"(?<= )(?=[^ ])"  # after spaces
    r"|(?<=\u200b)(?=[^ \u200b])"  # after a space without width, which is there for that
    r"|(?<=[^\W_][-‐])(?=[^\W\d_])|(?<=\d-)(?=\d)|(?<=\.-)(?=[^\W_])"  # hyphens: in words, ranges, U.S.-China
    r"|(?<=[^\s–]–)(?=[^\W_])"  # after an en dash
    r"|(?<=[^\s—])(?=—[^\s])"  # before an em dash
    rf"|(?<=[{_LETTERS}{_SMALL}{_REPEATING}{_CLOSING}])(?=[{_LETTERS}{_HANGUL}{_OPENING}A-Za-z0-9])"
    rf"|(?<=[{_HANGUL}A-Za-z0-9])(?=[{_LETTERS}{_OPENING}])|(?<=[{_HANGUL}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{_HANGUL}])"
)
# Beside these some engine may break: signs, East Asian letters, and the scripts without spaces that dictionaries part.
_ANYWHERE = (
    r"\u0964\u0965\u0e01-\u0eff\u0f00-\u109f\u1361\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf"
    r"\u2190-\ud7ff\uf900-\ufdff\ufe10-\ufefe\uff00-\uffff\U00010000-\U0010ffff"
)
# Anywhere that some engine or a class of UAX 14 allows.
_POSSIBLE = re.compile(
    r"(?<= )(?=[^ ])|(?<=[-‐–—…/|?!})\]%&+=,;:\u00ad\u2000-\u2006\u2008-\u200b])(?=[^\s])|(?=—)"
    rf"|(?<=[{_ANYWHERE}])(?=[^\s])|(?<=[^\s])(?=[{_ANYWHERE}])"
)


@lru_cache(maxsize=4_096)
def opportunities(text: str) -> tuple[Opportunity, ...]:
    """Return the places where a line of `text` may end, in order, without the text's own start and end."""
    agreed = {match.start() for match in _AGREED.finditer(text)}
    possible = {match.start() for match in _POSSIBLE.finditer(text)}
    return tuple(Opportunity(i, i in agreed) for i in sorted(agreed | possible) if 0 < i < len(text))
