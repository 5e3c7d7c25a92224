"""Changes of a text made in another form of it: with marks, values or footnotes that the changed one has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import Match, SequenceMatcher
from itertools import pairwise
from typing import Any

from deckmaker.budget.merging import MERGED_PIECES, MERGED_STEPS
from deckmaker.merging.shown_numbers import as_shown
from deckmaker.patterns import pattern

_SIGNS = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u0e00-\u0eff\U00020000-\U0003ffff"
_PIECE = pattern(rf"\s+|[{_SIGNS}]|[^\W{_SIGNS}]+|[^\w\s]")
"""Words; in scripts that have no spaces between them, each sign is one."""


def merged(base: str, theirs: str, ours: str, spaces_differ: bool = False) -> str | None:
    """Return `ours` with what changed from `base` to `theirs`; None where that stands in no one place of ours.

    What ours says there already, as where it was merged before, is not said twice.
    In running text, all spaces are alike. Where `spaces_differ`, as in code, other spaces are a change.
    """
    if ours == base:
        return theirs
    number = None if spaces_differ else as_shown(base, theirs, ours)
    if number is not None:
        return number
    old, new, own = map(pieces_in, (base, theirs, ours))
    if len(old) + max(len(new), len(own)) > MERGED_PIECES.most:
        return None
    was, now = (old, new) if spaces_differ else (_alike(old), _alike(new))
    try:
        same, still = blocks_alike(_alike(old), _alike(own)), blocks_alike(was, now)
    except TooMuchAlike:
        return None
    there = {block.a + step: block.b + step for block in same for step in range(block.size)}
    there |= {-1: -1, len(old): len(own)}
    pieces, behind = [], 0
    for before_it, behind_it in pairwise([Match(0, 0, 0), *still]):
        first, start = before_it.a + before_it.size, before_it.b + before_it.size
        last, end = behind_it.a, behind_it.b
        if (first, start) == (last, end):
            continue
        places = [there.get(index) for index in range(first, last)]
        before, after = there.get(first - 1), there.get(last)
        if before is not None and after is not None and _says(own[before + 1 : after], new[start:end], spaces_differ):
            continue
        if first == last:  # something is added, behind what stands before it
            begin = before + 1 if before is not None else after
            if begin is None:
                return None
            stop = begin
        elif places[0] is None or places != list(range(places[0], places[0] + len(places))):
            return None
        else:
            begin, stop = places[0], places[0] + len(places)
        if begin < behind:
            return None
        pieces += [*own[behind:begin], *new[start:end]]
        behind = stop
    return "".join([*pieces, *own[behind:]])


class TooMuchAlike(Exception):
    """Two texts repeat the same words so often that it takes too long to find what they have in common."""


class _Counted(SequenceMatcher[Any]):
    """Finds what two texts have in common while that takes no more than MERGED_STEPS: each word is held against all
    that are the same, again for each stretch in which it lies."""

    def __init__(self, one: Sequence[Hashable], other: Sequence[Hashable], share: int) -> None:
        super().__init__(None, one, other, autojunk=False)
        same = Counter(other)
        self._takes, self._left = [same[word] for word in one], MERGED_STEPS.most // share

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        self._left -= sum(self._takes[alo:ahi])
        if self._left < 0:
            raise TooMuchAlike
        return super().find_longest_match(alo, ahi, blo, bhi)


def counted_blocks(one: Sequence[Hashable], other: Sequence[Hashable], share: int) -> list[Match]:
    """Return what two lists have in common, and their end, the longest runs first. Raises TooMuchAlike where it takes
    more than one of so many shares of MERGED_STEPS."""
    return _Counted(one, other, share).get_matching_blocks()


def blocks_alike(one: list[str], other: list[str], share: int = 1) -> list[Match]:
    """Return what two texts have in common, and their end. Where all of them takes too long, how they begin and end
    alike is not looked for elsewhere. It may take one of so many shares of MERGED_STEPS. Raises TooMuchAlike."""
    try:
        return _Counted(one, other, share).get_matching_blocks()
    except TooMuchAlike:
        begun = alike_until(one, other)
    ended = alike_until(one[begun:][::-1], other[begun:][::-1])
    ends = len(one) - ended, len(other) - ended
    blocks = _Counted(one[begun : ends[0]], other[begun : ends[1]], share).get_matching_blocks()[:-1]
    between = [Match(block.a + begun, block.b + begun, block.size) for block in blocks]
    return [Match(0, 0, begun), *between, Match(*ends, ended), Match(len(one), len(other), 0)]


def pieces_in(text: str) -> list[str]:
    """Return the words of a text, and all that stands between them."""
    return _PIECE.findall(text)


def alike_until(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """Return how many signs, or pieces, two texts begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (sign, its) in pairs if sign != its), min(len(one), len(other)))


def _says(own: list[str], new: list[str], spaces_differ: bool) -> bool:
    return own == new if spaces_differ else _alike(own) == _alike(new)


def _alike(pieces: list[str]) -> list[str]:
    """Return pieces with all spaces alike: lines end elsewhere, and some spaces are kept from breaking."""
    return [" " if one.isspace() else one for one in pieces]
