"""Ends of the lines of titles, which are read by sense: which end amiss, and what is held so that others are found.

A line ends amiss behind a word that leads on, such as `of`, and before a preposition that ends its clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from deckmaker.text.belonging import WEAK, begun_clauses, prices
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.pairs import ends_behind_spaces
from deckmaker.text.setting import NO_BREAK, SetParagraph, TextLayout

LEAST_EVEN = 0.4
"""Of the longest line: how long the shortest may be for the sake of where lines end. It is what a last word needs."""

_PREPOSITIONS = "at|by|for|from|in|of|on|to|with"
_LEADING_ON = re.compile(rf"(?:^(?i:a|an|and|or|the|{_PREPOSITIONS})|(?<=[\s“‘(])(?:a|an|and|or|the|{_PREPOSITIONS})) ")
_CLOSING = re.compile(rf" (?=(?:{_PREPOSITIONS})(?:[,.:;!?]|$))")


def amiss_ends(one: SetParagraph, measured: MeasuredParagraph) -> Collection[int]:
    """Return the indexes of the spaces at which lines of a title's paragraph end amiss."""
    amiss = _amiss(measured.text)
    return [end - 1 for end in ends_behind_spaces(one, measured.text) if end in amiss]


def is_better_read(setting: TextLayout, before: TextLayout) -> bool:
    """Tell whether the lines of a title end better than `before`, are as many, and none is far too short."""
    if not setting.safe or setting.excess_width or len(setting.lines) != len(before.lines):
        return False
    if (setting.awkward, setting.ragged) > (before.awkward, before.ragged) or _evenness(setting) < LEAST_EVEN:
        return False
    return _price(setting.paragraphs) < _price(before.paragraphs)


def _evenness(setting: TextLayout) -> float:
    widths = [line.width for line in setting.lines]
    return min(widths) / max(widths)


def _price(paragraphs: Iterable[SetParagraph]) -> int:
    """Return what a reader pays for where lines end, whatever words are held."""
    price = 0
    for one in paragraphs:
        text = "".join(run.text for run in one.paragraph.runs)
        plain = text.replace(NO_BREAK, " ")
        known, begun, amiss = prices(plain), begun_clauses(plain), _amiss(plain)
        for end in ends_behind_spaces(one, text):
            price += max(known.get(end, 0), WEAK * (end in amiss)) + WEAK * (end in begun)
    return price


@lru_cache(maxsize=1_024)  # a title is broken at several sizes and widths, one after the other
def _amiss(text: str) -> frozenset[int]:
    """Return the positions of a text behind spaces at which a line of a title ends amiss."""
    return frozenset(match.end() for rule in (_LEADING_ON, _CLOSING) for match in rule.finditer(text))
