"""Signs of values that are no marks: each has a stand-in while Markdown is read, which no mark begins with.

To escape signs would not do: a backslash is a sign itself in code, in `^…^`, and in all that is no Markdown. Stand-ins
are the last private characters of Unicode (plane 16), for which no font has a glyph; where a deck itself holds one,
that becomes U+FFFD.
"""

from __future__ import annotations

from deckmaker.patterns import BLANK, pattern

_FIRST = 0x10FF00

_ARROWS = "→←↔⟶"
"""Arrows of diagrams that are no ASCII. Their stand-ins take places that no punctuation has."""

_TO = {ord(sign): _FIRST + ord(sign) for sign in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"}
_TO |= {ord(sign): _FIRST + place for place, sign in enumerate(_ARROWS)}
"""CommonMark's ASCII punctuation (0.31.2, 2.1), and arrows: all marks are made of these."""

_FROM = {stand_in: sign for sign, stand_in in _TO.items()}
_STAND_IN = pattern(f"[{chr(_FIRST)}-{chr(_FIRST + 0x7F)}]")
_SPACE = pattern("[ \t\r\n\x0b\x0c\x85\u2028\u2029]+")


def without_marks(value: str) -> str:
    """Return a value of which no sign can be a mark."""
    return value.translate(_TO)


def as_typed(text: str) -> str:
    """Return a text with the signs themselves in place of their stand-ins."""
    return text if text.isascii() or not _STAND_IN.search(text) else text.translate(_FROM)


def own_words(text: str) -> str:
    """Return an author's words, which hold no stand-ins."""
    return text if text.isascii() else _STAND_IN.sub("\ufffd", text)


def one_line(value: str) -> str:
    """Return a value as part of a line: its own lines would be paragraphs, and its spaces code.

    One of which nobody sees anything is empty.
    """
    return "" if BLANK.fullmatch(value) else _SPACE.sub(" ", own_words(value)).strip(" ")


def guarded(text: str) -> str:
    """Return a text for whoever reads marks: of a `Filled` one, values have none."""
    marked = getattr(text, "marked", None)
    return marked if isinstance(marked, str) else own_words(text)
