"""Where lines may break, after what LibreOffice 25.2, Chromium 156 and Firefox ESR do (docs/analysis/line-breaks.md).

All follow UAX 14 for spaces, hyphens and dashes and differ at slashes, bars and question marks. Layout breaks only
where all do, and in ranges of numbers, where Firefox does if it must; an interval of safe widths must hold at every
place where any might.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from deckmaker.patterns import pattern


class Opportunity(NamedTuple):
    """A line may end before `position`; `agreed` says that every engine breaks there."""

    position: int
    agreed: bool


def _signs(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


_CLASSES = {
    "|": "\u058a\u05be\u2012\u2027\u2056\u2058\u2059\u205a\u205b\u205d\u205e",  # BA
    ")": "\u2046\u207e\u208e",  # CL
    "!": "\u05c6\u061b\u061d\u061e\u061f\u06d4\u07f9",  # EX
    "…": "\u2024\u2025\u203c\u203d\u2047\u2048\u2049",  # IN, NS
    "´": "\u02c8\u02cc\u02df",  # BB
    "(": "¡¿‚„\u2045\u207d\u208d",  # OP
    '"': "«»‘’‛“”‟‹›",  # QU
    "$": "¢£¤¥°±\u058f\u0609\u060a\u060b\u066a\u07fe\u07ff\u2057℃℉№"  # PO, PR
    + _signs((0x2030, 0x2037), (0x20A0, 0x20C0)),
}
"""Signs of the alphabets and their punctuation by their class in UAX 14 (Unicode 15): what stands for each of them."""

_ALIKE = {ord(sign): one for one, signs in _CLASSES.items() for sign in signs}
"""What stands for a sign where the rules below are asked, which so need no large sets: those take 8 ms to compile."""

_AGREED = pattern(
    r"(?<= )(?<!— )(?=[^ ])|(?<=— )(?=[^ —])"  # after spaces, but between two em dashes (UAX 14, LB17)
    r"|(?<=\n)"  # after a hard line break
    r"|(?<=\u200b)(?=[^ \u200b])"  # after a space without width, which is there for that
    # Hyphens in words, ranges, U.S.-China, and en dashes; but not behind a letter of Hebrew (LB21a).
    r"|(?<![\u05d0-\u05f2].)(?:(?<=[^\W_][-‐])(?=[^\W\d_])|(?<=[^\s–]–)(?=[^\W_]))"
    r"|(?<=\d-)(?=\d)|(?<=\.-)(?=[^\W\d_])"
    r"|(?<=[^\s—/(\[{'\"])(?=—[^\s])"  # before an em dash
)
_MAYBE_AGREED = pattern(r"[ \n\u200b\-‐–]|.(?=—)", re.DOTALL)
"""What is before such a place: it is looked for first, since to ask all of that at each letter takes twice as long."""

# Anywhere that some engine or a class of UAX 14 allows: not within numbers such as `+2,1` and `12:30` (LB25), and not
# between a letter or digit and a bracket (LB30), a unit or a currency (LB24, LB25).
_POSSIBLE = pattern(
    r"(?<= )(?=[^ ])|(?<=[-‐–—…/|?!})\]%&=;\u00ad\u2000-\u2006\u2008-\u200b\u205f])(?=[^\s])|(?<=[+,:])(?=[^\s\d])"
    r"|(?=[—´<(\[{$%+\\])(?:(?=[—´])|(?<=[^\w\s(\[{])(?=[<(\[{])|(?<=[^\w\s(\[{'\"])(?=[$%+\\]))"
)

_LONG_WORD = pattern(r"\S{20,}")
"""Shorter ones are dates, units or alternatives, and have room anywhere."""

_ADDRESS = pattern(r"[/\\@_]|^www\.")
"""What an address, a path or a file's name holds."""

_DIVIDING = pattern(r"(?<=[^\s][/\\?&=_@#~+])(?=[^\W_])|(?<=[^\W\d_]\.)(?=[^\W\d_])")
"""Behind the signs that divide these."""

_FURTHER = pattern(r"[^\x00-\u0963\u2000-\u218f]")
"""Beyond the alphabets and their punctuation: what the rules below are for, which take 10 ms to compile."""


@cache
def _further_rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return where lines of other scripts break in every engine, and where in some.

    Small kana, closing and repeating signs begin no line, opening ones end none.
    """
    kana = "あいうえおか-ぢつ-もやゆよらりるれろわ-ゔアイウエオカ-ヂツ-モヤユヨラリルレロワ-ヴヷ-ヺ"
    small = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ"
    letters = rf"〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd{kana}"
    hangul, repeating = r"\uac00-\ud7a3", "々ゝゞヽヾー"
    opening, closing = "（「『【〈《〔［｛", "、。，．：；！？）」』】〉》〕］｝"
    agreed = (
        rf"(?<=[{letters}{small}{repeating}{closing}])(?=[{letters}{hangul}{opening}A-Za-z0-9])"
        rf"|(?<=[{hangul}A-Za-z0-9])(?=[{letters}{opening}])"
        rf"|(?<=[{hangul}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[{hangul}])"
    )
    # Signs, East Asian letters, the scripts without spaces that dictionaries part or that break between syllables, and
    # what divides words in others.
    anywhere = (
        r"\u0964\u0965\u09f9\u0c77\u0c84\u0e01-\u0eff\u0f00-\u109f\u1100-\u11ff\u1361\u1400\u1680\u169c\u16eb-\u16ed"
        r"\u1735\u1736\u1780-\u17ff\u1802-\u1809\u1944\u1945\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u1bc0-\u1bff"
        r"\u1c3b-\u1c3f\u1c7e\u1c7f\u1ffd\u2190-\ud7ff\uf900-\ufdff\ufe10-\ufefe\uff00-\uffff\U00010000-\U0010ffff"
    )
    return re.compile(agreed), re.compile(rf"(?<=[{anywhere}])(?=[^\s])|(?<=[^\s])(?=[{anywhere}])")


def opportunities(text: str) -> tuple[Opportunity, ...]:
    """Return the places where a line of `text` may end, in order, without the text's own start and end."""
    alike = text if text.isascii() else text.translate(_ALIKE)
    agreed = {match.end() for match in _MAYBE_AGREED.finditer(alike) if _AGREED.match(alike, match.end())}
    possible = {match.start() for match in _POSSIBLE.finditer(alike)}
    if not text.isascii() and _FURTHER.search(text):
        in_all, in_some = _further_rules()
        agreed |= {match.start() for match in in_all.finditer(text)}
        possible |= {match.start() for match in in_some.finditer(text)}
    return tuple(Opportunity(i, i in agreed) for i in sorted(agreed | possible) if 0 < i < len(text))


def dividing_places(text: str) -> list[int]:
    """Return where addresses and the like may be broken if they have no room otherwise, in order; no engine would."""
    words = (match for match in _LONG_WORD.finditer(text) if _ADDRESS.search(match[0]))
    return [match.start() for word in words for match in _DIVIDING.finditer(text, *word.span())]


class LineEnds(NamedTuple):
    """Where lines of a text may end: `agreed` in every engine, the text's own end last, and `possible` in some.

    `trimmed_ends` is where the words before the agreed ones end, and spaces begin.
    """

    agreed: tuple[int, ...]
    trimmed_ends: tuple[int, ...]
    possible: tuple[int, ...]


@lru_cache(maxsize=1_024)  # a text is measured at several sizes, one after the other
def line_ends(
    text: str,
    together: tuple[str, ...] = (),
    also: frozenset[int] = frozenset(),
    never: frozenset[int] = frozenset(),
) -> LineEnds:
    """Return where lines of `text` may end, at whatever size.

    None is agreed on within a phrase of `together` or at a place of `never`, where other engines may still break; those
    of `also` are, if any engine might break there.
    """
    places = opportunities(text)
    phrases = [match.span() for phrase in together for match in re.finditer(re.escape(phrase), text)]
    agreed = [
        position
        for position, in_all in places
        if (in_all and position not in never and not (phrases and _is_within(position, phrases))) or position in also
    ]
    agreed.append(len(text))
    trimmed_ends = tuple(without_spaces(text, 0, end) for end in agreed)
    return LineEnds(tuple(agreed), trimmed_ends, tuple(one.position for one in places))


def _is_within(position: int, phrases: list[tuple[int, int]]) -> bool:
    return any(start < position < end for start, end in phrases)


def without_spaces(text: str, start: int, end: int) -> int:
    """Return where a stretch ends without the spaces, and the hard line break, at its end."""
    while end > start and text[end - 1] in " \n":
        end -= 1
    return end
