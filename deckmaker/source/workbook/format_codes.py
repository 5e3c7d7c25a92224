"""Codes of cells' formats taken apart, for what asks what a number is and for what asks how it is shown.

Source: ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from deckmaker.patterns import pattern


class Kind(Enum):
    """What a part of a code is for.

    WORDS are shown as they are, of SPACE only the width is, FILL repeats itself. In BRACKETS stand colours, currencies,
    conditions and elapsed time. GENERAL is a number as it is, DIGITS are places for its digits; CODE is all else.
    """

    WORDS = "words"
    SPACE = "space"
    FILL = "fill"
    BRACKETS = "brackets"
    GENERAL = "general"
    DIGITS = "digits"
    CODE = "code"


class Token(NamedTuple):
    """A part of a code: its text is without the signs around it, such as quotation marks."""

    kind: Kind
    text: str


_TOKEN = pattern(
    r'"(?P<words>[^"]*)"?|\\(?P<one>.)|_(?P<space>.)|\*(?P<fill>.)|\[(?P<brackets>[^\]]*)\]?|(?P<general>general)'
    r"|(?P<digits>[#0?][#0?,.]*|\.[#0?]+)|(?P<code>.)",
    re.IGNORECASE | re.DOTALL,
)


def sections(code: str) -> list[list[Token]]:
    """Return the tokens of each section: that of numbers, of those below zero, of zeros and of texts."""
    found: list[list[Token]] = [[]]
    for token in _tokens(code):
        if token == (Kind.CODE, ";"):
            found.append([])
        else:
            found[-1].append(token)
    return found


def _tokens(code: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(code):
        name = match.lastgroup or ""
        yield Token(Kind.WORDS if name == "one" else Kind(name), match[name])
