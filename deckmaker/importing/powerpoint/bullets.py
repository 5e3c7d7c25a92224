"""What stands before paragraphs in PowerPoint: marks and numbers, as they and their styles say (ECMA-376 part 1,
21.1.2.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.answers import ANSWERS
from deckmaker.importing.powerpoint.symbols import mark_in
from deckmaker.patterns import pattern
from deckmaker.resolve.text_markdown import MOST_NUMBER
from deckmaker.template.names import A, local
from deckmaker.template.numbers import number

LOOKS = "•▪‣◦●○➢✓■–"
"""Signs that are typed as marks of items."""

TYPED_BULLET = pattern(rf"([{LOOKS}{''.join(ANSWERS)}])\ufe0f?[ \t\u00a0]+")

NUMBERED = "buAutoNum"
MARKED = ("buChar", "buBlip")
_KINDS = ("buNone", *MARKED, NUMBERED)


class Bullet(NamedTuple):
    """What stands before a paragraph, by the name of its element: a mark; or a number, of which it has the first one
    and the kind."""

    kind: str
    start: int = 1
    numbers: str = ""
    mark: str = ""

    @property
    def sign(self) -> str:
        """The mark as it may stand among words: a dot for pictures, letters and what only its own font has."""
        return self.mark if len(self.mark) == 1 and category(self.mark)[0] in "PS" else "•"


class Bullets:
    """What stands before paragraphs. Each style is looked through once, however many paragraphs are set so."""

    def __init__(self) -> None:
        self._known: dict[Element, dict[str, Bullet | None]] = {}

    def of(self, properties: Element | None, level: int, styles: Sequence[Element]) -> Bullet:
        """Return what a paragraph says itself, else what the nearest style says of its level."""
        if own := _bullet(properties):
            return own
        name = f"{A}lvl{level + 1}pPr"
        return next((found for style in styles if (found := self._levels(style).get(name))), Bullet("buNone"))

    def _levels(self, style: Element) -> dict[str, Bullet | None]:
        if style not in self._known:
            self._known[style] = {one.tag: _bullet(one) for one in reversed(style)}  # the first of a name holds
        return self._known[style]


def _bullet(properties: Element | None) -> Bullet | None:
    for child in properties if properties is not None else ():
        if local(child.tag) in _KINDS:
            start = number(child.get("startAt"), 1)
            start = start if 1 <= start <= MOST_NUMBER else 1
            font = properties.find(f"{A}buFont") if properties is not None else None
            mark = mark_in(child.get("char", ""), font.get("typeface", "") if font is not None else "")
            numbers = child.get("type", "") if local(child.tag) == NUMBERED else ""
            return Bullet(local(child.tag), start, numbers, mark or local(child.tag))
    return None
