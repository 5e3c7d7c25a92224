"""Two texts word by word: what of them is the same, what is gone, and what has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from deckmaker.comparison.held_spaces import with_plain_spaces
from deckmaker.patterns import pattern

_PIECE = pattern(r"\s+|\w+|[^\w\s]")

MOST_PIECES = 4_000
"""Words and signs of both texts together that are held against each other, which takes their product in time; of longer
texts, beginning and end are, and what is between them counts as written anew."""


class Fate(Enum):
    """What became of a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Stretch(NamedTuple):
    """A stretch of text, and what became of it."""

    fate: Fate
    text: str


def word_changes(old: str, new: str) -> Iterator[Stretch]:
    """Yield the stretches of two texts in reading order, what is gone before what has come in its place.

    Spaces at which no line breaks count as others do, since nobody would see them marked.
    """
    ours, theirs = _PIECE.findall(with_plain_spaces(old)), _PIECE.findall(with_plain_spaces(new))
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    if _is_another(ours, theirs):
        yield from (*_stretch(Fate.REMOVED, ours), *_stretch(Fate.ADDED, theirs))
        return
    yield from _stretch(Fate.SAME, ours[:start])
    yield from _changes(ours[start : len(ours) - end], theirs[start : len(theirs) - end])
    yield from _stretch(Fate.SAME, ours[len(ours) - end :])


def _is_another(ours: list[str], theirs: list[str]) -> bool:
    """Tell whether hardly a word is left: whoever reads sees more in the two texts as they are."""
    one, other = Counter(filter(str.isalnum, ours)), Counter(filter(str.isalnum, theirs))
    return (one & other).total() * _LEFT < min(one.total(), other.total())


_LEFT = 3
"""One word of so many that are left is enough to show the others between them."""


def _changes(ours: list[str], theirs: list[str]) -> Iterator[Stretch]:
    if len(ours) + len(theirs) > MOST_PIECES:
        yield from _stretch(Fate.REMOVED, ours)
        yield from _stretch(Fate.ADDED, theirs)
        return
    gone: list[str] = []
    come: list[str] = []
    for tag, first, last, start, end in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        # A space between two words that changed is part of the change: so it is read as one.
        if (tag == "equal" and not (gone or come)) or (tag == "equal" and "".join(ours[first:last]).strip()):
            yield from (*_stretch(Fate.REMOVED, gone), *_stretch(Fate.ADDED, come))
            gone, come = [], []
            yield from _stretch(Fate.SAME, ours[first:last])
        else:
            gone += ours[first:last]
            come += theirs[start:end]
    yield from (*_stretch(Fate.REMOVED, gone), *_stretch(Fate.ADDED, come))


def _stretch(fate: Fate, pieces: list[str]) -> Iterator[Stretch]:
    if pieces:
        yield Stretch(fate, "".join(pieces))
