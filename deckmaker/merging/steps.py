"""How one list becomes another one, step by step, where its items may repeat: within bounds, in whatever case."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import Match
from itertools import pairwise
from typing import NamedTuple

from deckmaker.merging.words import TooMuchAlike, alike_until, counted_blocks

_SHARE = 8
"""A part of what a text may take: longest runs first is what people see. Beyond that, few changes are looked for."""

_MOST_CHANGES = 1_000
"""Items that went and came of lists that repeat the same; finding them takes half of their square in steps."""


class Stretch(NamedTuple):
    """Items from `first` to before `last` that became those from `start` to before `end`, or are the same."""

    is_same: bool
    first: int
    last: int
    start: int
    end: int


def stretches(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Stretch]:
    """Yield the stretches of two lists in order. What takes too long to find is one change."""
    try:
        blocks = counted_blocks(old, new, _SHARE)
    except TooMuchAlike:
        blocks = _blocks_of_fewest_changes(old, new)
    for before, behind in pairwise([Match(0, 0, 0), *blocks, Match(len(old), len(new), 0)]):
        first, start = before.a + before.size, before.b + before.size
        if (first, start) != (behind.a, behind.b):
            yield Stretch(False, first, behind.a, start, behind.b)
        if behind.size:
            yield Stretch(True, behind.a, behind.a + behind.size, behind.b, behind.b + behind.size)


def _blocks_of_fewest_changes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Return what two lists have in common with the fewest changes (Myers, Algorithmica 1, 1986, 251); with too many,
    how they begin and end alike. In lists as long as each other, items that stay where they are come first."""
    begun = alike_until(old, new)
    ended = alike_until(old[begun:][::-1], new[begun:][::-1])
    one, other = old[begun : len(old) - ended], new[begun : len(new) - ended]
    same = [(at, at) for at, (its, new_one) in enumerate(zip(one, other, strict=False)) if its == new_one]
    if len(one) != len(other) or 2 * len(same) < len(one):
        same = _same_in(one, other)
    found = [Match(begun + a, begun + b, 1) for a, b in same]
    return [Match(0, 0, begun), *found, Match(len(old) - ended, len(new) - ended, ended)]


def _same_in(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of what stays in both; nothing where too much changes."""
    farthest = {1: 0}  # on each diagonal, how far one list is gone through with so many changes
    states: list[dict[int, int]] = []
    for count in range(min(len(one) + len(other), _MOST_CHANGES) + 1):
        states.append(farthest)
        now: dict[int, int] = {}
        for diagonal in range(-count, count + 1, 2):
            below, above = farthest.get(diagonal - 1, -1), farthest.get(diagonal + 1, -1)
            at = above if diagonal == -count or (diagonal != count and below < above) else below + 1
            while at < len(one) and 0 <= at - diagonal < len(other) and one[at] == other[at - diagonal]:
                at += 1
            now[diagonal] = at
            if at >= len(one) and at - diagonal >= len(other):
                return _back(states, at, at - diagonal)
        farthest = now
    return []


def _back(states: Sequence[dict[int, int]], at: int, at_other: int) -> list[tuple[int, int]]:
    """Return the places of what stays, from the end back through the states of the search."""
    found: list[tuple[int, int]] = []
    for count in range(len(states) - 1, -1, -1):
        farthest, diagonal = states[count], at - at_other
        below, above = farthest.get(diagonal - 1, -1), farthest.get(diagonal + 1, -1)
        before = diagonal + 1 if diagonal == -count or (diagonal != count and below < above) else diagonal - 1
        begin = max(0, farthest.get(before, 0)) if count else 0
        begin_other = begin - before if count else 0
        while at > begin and at_other > begin_other:
            at, at_other = at - 1, at_other - 1
            found.append((at, at_other))
        at, at_other = begin, begin_other
    return found[::-1]
