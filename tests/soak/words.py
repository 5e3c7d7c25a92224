"""Words as they are typed in a deck, and as a reader of the slides must find them."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from hypothesis import strategies as st

MARKS = frozenset("\\`*_[]()<>~^!&")
"""Signs that inline marks are made of; a backslash before one keeps it as it is."""

_BLOCK_MARK = re.compile(r"^( *)(\d*)([-+#=|.)])", re.MULTILINE)
"""With what a list, a heading or a table may begin."""

_LETTERS = "aeinorstAHTU0129äéßñŁøœΩμЖя"
_SIGNS = "".join(sorted(MARKS)) + "-–—…/|?.,:;'\"“”#%&=+@{}$§€"
_RARE = "→✓日本語हिन्दीไทย☃𝒜\u00a0\u00ad\u200b\u200d\ufe0f\u0301"
_FORBIDDEN = "\u202e\u2067\x07\ue000\u0378שﷺ"

ALPHABETS = {
    "usual": _LETTERS + _SIGNS,
    "rare": _LETTERS + _SIGNS + _RARE,
    "forbidden": _LETTERS + _RARE + _FORBIDDEN,
}


class Text(NamedTuple):
    """A text: `typed` in the deck, with its marks kept from being any; `shown` as its slide has it."""

    typed: str
    shown: str


def _text(words: list[str]) -> Text:
    shown = " ".join(words)
    return Text(unmarked(shown), shown)


def unmarked(text: str) -> str:
    """Return a text as it is typed where none of its signs is to be a mark."""
    typed = "".join(f"\\{sign}" if sign in MARKS else sign for sign in text)
    return _BLOCK_MARK.sub(r"\1\2\\\3", typed)


def texts(alphabet: str, most: int = 24) -> st.SearchStrategy[Text]:
    """Return texts of up to so many words."""
    word = st.text(st.sampled_from(ALPHABETS[alphabet]), min_size=1, max_size=12)
    return st.lists(word, min_size=1, max_size=most).map(_text)


long_texts = st.lists(st.sampled_from(["noise", "berth", "4", "n" * 300]), min_size=20, max_size=2_000).map(_text)


def squeezed(text: str) -> str:
    """Return a text's visible characters alone, without marks: readers differ in what they make of space, and of a mark
    that stands alone behind a letter of another text."""
    return "".join(
        one
        for one in unicodedata.normalize("NFKD", text)
        if not one.isspace() and unicodedata.category(one) not in ("Cc", "Cf", "Cs", "Mn", "Zl", "Zp")
    )
