"""Slides of two presentations that are the same by their ids, though all words on them are others.

PowerPoint keeps the id of a slide, however much of it somebody types anew, and a slide that comes gets one of its own
(ECMA-376 part 1, 19.2.1.33). Other programs number slides anew: so ids count only where all slides that are known by
their words have the same ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.comparison.matching import Pair, in_order, moved


class SlideIds(NamedTuple):
    """The ids of the slides of two presentations, each of its own; none where they are not known."""

    old: Sequence[str] = ()
    new: Sequence[str] = ()


NO_IDS = SlideIds()


def with_retyped(pairs: Sequence[Pair], ids: SlideIds) -> list[Pair]:
    """Return pairs of slides, by their indexes, with those that stand in place, have the same id, and were left over
    as one that went and one that came."""
    both = {old: new for old, new in pairs if old is not None and new is not None}
    olds, news = (sum(one[side] is not None for one in pairs) for side in (0, 1))
    are_known = all(len(some) == len(set(some)) == count for some, count in zip(ids, (olds, news), strict=True))
    if not both or not are_known or any(ids.old[old] != ids.new[new] for old, new in both.items()):
        return [*pairs]
    places = {id: index for index, id in enumerate(ids.new)}
    taken = set(both.values())
    found = {old: places[id] for old, id in enumerate(ids.old) if old not in both and id in places}
    found = {old: new for old, new in found.items() if new not in taken}
    away = moved([Pair(*one) for one in (both | found).items()])
    both |= {old: new for old, new in found.items() if new not in away}
    return in_order(olds, news, both) if len(both) > len(taken) else [*pairs]
