"""How cells show texts: what their formats put around them, or that they hide them.

Source: ECMA-376 part 1, 18.8.31.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from deckmaker.source.workbook.format_codes import Kind, Token
from deckmaker.source.workbook.number_formats import NotPlain, is_seen, sections_of, shown_of

_TEXT = Token(Kind.CODE, "@")
"""Stands for the text of a cell."""


class TextFormat(NamedTuple):
    """What stands around the text of a cell, with its spaces; where it `is_hidden`, without that text itself."""

    before: str
    behind: str
    is_hidden: bool

    def filled(self, text: str) -> str:
        """Return a cell's text as the sheet shows it."""
        return self.before if self.is_hidden else self.before + text + self.behind


def text_format(format_id: int, code: str | None) -> TextFormat | None:
    """Return how cells show texts: by the fourth section of their format, or by its last if that has an `@`.

    None where they are shown as they are.
    """
    found = sections_of(format_id, code)
    if not found or not (len(found) == 4 or _TEXT in found[-1]):
        return None
    around, has_text = ["", ""], False
    for token in found[-1]:
        if token.kind in (Kind.DIGITS, Kind.GENERAL) or (token == _TEXT and has_text):
            return None
        if token == _TEXT:
            has_text = True
            continue
        try:
            around[has_text] += shown_of(token)
        except NotPlain:
            return None
    before, behind = (re.sub(" +", " ", "".join(filter(is_seen, one))) for one in around)
    before, behind = before.lstrip(), behind.rstrip()
    return TextFormat(before, behind, not has_text) if before or behind or not has_text else None
