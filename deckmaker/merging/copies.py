"""Slides that somebody copied: which of those that say the same was there, and which came."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence

from deckmaker.comparison.matching import Pair, moved


def with_copies_added(pairs: Sequence[Pair], words: Sequence[str | None]) -> list[Pair]:
    """Return pairs of slides where of new ones with the same `words` the one that stands in order was there, if one
    does, and the others came.

    Pairs have the first of them. Where somebody copied a slide to a place above, the slide itself would have moved
    there, and the copy would have come to where the slide still stands.
    """
    came: dict[str | None, list[tuple[int, int]]] = {}  # new indexes, each with its place in the list of pairs
    both: list[tuple[int, int, int]] = []  # old and new indexes, with their places
    for place, (old, new) in enumerate(pairs):
        if old is not None and new is not None:
            both.append((old, new, place))
        elif new is not None and words[new]:
            came.setdefault(words[new], []).append((new, place))
    single = [(old, new) for old, new, _ in both if words[new] not in came]
    away = moved([Pair(*one) for one in single])
    run = sorted((old, new) for old, new in single if new not in away)
    found = [*pairs]
    for old, new, place in sorted(both):
        if words[new] not in came:
            continue
        at = bisect(run, (old, -1))
        above, below = run[at - 1][1] if at else -1, run[at][1] if at < len(run) else len(words)
        alike = [(new, place), *came[words[new]]]
        there = next((one for one in alike if above < one[0] < below), None)
        if there is None:
            continue
        run.insert(at, (old, there[0]))
        alike.remove(there)
        came[words[new]] = alike
        found[place] = Pair(None, new)
        found[there[1]] = Pair(old, there[0])
    return found
