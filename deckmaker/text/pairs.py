"""Pairs that lines part, such as a number and its noun (`berth 4`): the two are held together."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from deckmaker.text.belonging import PARTED, prices
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.setting import SetParagraph


def parted_pairs(one: SetParagraph, measured: MeasuredParagraph) -> Collection[int]:
    """Return the indexes of the spaces at which lines of a paragraph part what belongs together."""
    if len(one.lines) < 2 or one.paragraph.together:  # credits have phrases that no line parts, and are small
        return ()
    known = prices(measured.text)
    return [end - 1 for end in _line_ends(one, measured.text) if known.get(end, 0) >= PARTED]


def _line_ends(one: SetParagraph, text: str) -> Iterator[int]:
    """Yield where the lines of a paragraph begin that follow a space: behind it."""
    start = 0
    for each in one.lines[:-1]:
        start = text.index(each.line.text, start) + len(each.line.text)
        if text[start : start + 1] == " ":
            start += 1
            yield start
