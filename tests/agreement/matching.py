"""Pairs of what belongs together: the nearest first, each taken once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def matched(
    ours: Sequence[Thing], theirs: Sequence[Thing], distance: Callable[[Thing, Thing], float | None]
) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """Return pairs in our order, then what is left of ours and of theirs. No pair where `distance` is None."""
    candidates = sorted(
        (far, i, j)
        for i, own in enumerate(ours)
        for j, its in enumerate(theirs)
        if (far := distance(own, its)) is not None
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in candidates:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    pairs = [(ours[i], theirs[taken[i]]) for i in sorted(taken)]
    return (
        pairs,
        [own for i, own in enumerate(ours) if i not in taken],
        [its for j, its in enumerate(theirs) if j not in used],
    )
