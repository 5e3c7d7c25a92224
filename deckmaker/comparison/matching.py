"""Which of two sequences' items belong together, and which of these have moved. Knows nothing of decks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")

MOST_PAIRS = 40_000
"""Pairs of items that are held against each other; where there would be more, not all are."""


class Pair(NamedTuple):
    """Two items that belong together, by their indexes, from 0; None where one was added or removed."""

    old: int | None
    new: int | None


class Likeness(NamedTuple):
    """How like two items must be to belong together, from 0 to 1, and whether those that are left over between two
    pairs do so in order, where there are as many on either side."""

    least: float
    in_order: bool


def paired(
    old: Sequence[T],
    new: Sequence[T],
    keys: Iterable[Callable[[T], Hashable | None]],
    words: Callable[[T], Sequence[str]],
    may_pair: Callable[[T, T], bool],
    likeness: Likeness,
) -> list[Pair]:
    """Return which items belong together: the new ones in their order, and removed ones behind what stood before them.

    First those with the same value of a key, for each of the `keys` in turn (None is no value), then those that are
    most alike by their words, of those that `may_pair`. Of several that could belong together as well, those do that
    stand between the same others; of these the first with the first.
    """
    there: dict[int, int] = {}  # new by old
    values = [_values(key, old, new) for key in keys]
    for ours, theirs in values:
        _pair_single(ours, theirs, there)
    order = _Order(there)
    for ours, theirs in values:
        _pair_same(ours, theirs, there, order)
    left = [index for index in range(len(old)) if index not in there]
    taken = set(there.values())
    right = [index for index in range(len(new)) if index not in taken]
    order = _Order(there)
    for one, other in _alike(old, new, left, right, words, may_pair, likeness.least, order):
        there[one] = other
    if likeness.in_order:
        _pair_in_gaps(old, new, there, may_pair)
    return in_order(len(old), len(new), there)


class _Order:
    """The items that belong together and have not moved: between which of them another one stands."""

    def __init__(self, there: Mapping[int, int]) -> None:
        away = moved([Pair(one, other) for one, other in there.items()])
        run = sorted((one, other) for one, other in there.items() if other not in away)
        self._old, self._new = [one for one, _ in run], [other for _, other in run]

    def of_old(self, index: int) -> int:
        """Return behind how many of them an old item stands."""
        return bisect_left(self._old, index)

    def of_new(self, index: int) -> int:
        """Return behind how many of them a new item stands."""
        return bisect_left(self._new, index)


def _values(
    key: Callable[[T], Hashable | None], old: Sequence[T], new: Sequence[T]
) -> tuple[list[int | None], list[int | None]]:
    """Return a number for the value of each item's key, the same for the same values: they may be large."""
    numbers: dict[Hashable, int] = {}

    def numbered(items: Sequence[T]) -> list[int | None]:
        return [None if (value := key(one)) is None else numbers.setdefault(value, len(numbers)) for one in items]

    return numbered(old), numbered(new)


def _by_value(values: Sequence[int | None], taken: Container[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, value in enumerate(values):
        if value is not None and index not in taken:
            found.setdefault(value, []).append(index)
    return found


def _pair_single(ours: Sequence[int | None], theirs: Sequence[int | None], there: dict[int, int]) -> None:
    """Pair what alone has its value, on either side."""
    before, after = _by_value(ours, there), _by_value(theirs, set(there.values()))
    for value, some in before.items():
        others = after.get(value, ())
        if len(some) == len(others) == 1:
            there[some[0]] = others[0]


def _pair_same(ours: Sequence[int | None], theirs: Sequence[int | None], there: dict[int, int], order: _Order) -> None:
    """Pair what has the same value: first what stands between the same others, then what is left over."""
    before, after = _by_value(ours, there), _by_value(theirs, set(there.values()))
    for value, some in before.items():
        others = after.get(value, [])
        waiting: dict[int, deque[int]] = {}
        for one in some:
            waiting.setdefault(order.of_old(one), deque()).append(one)
        moving = []
        for other in others:
            if found := waiting.get(order.of_new(other)):
                there[found.popleft()] = other
            else:
                moving.append(other)
        there.update(zip((one for one in some if one not in there), moving, strict=False))


def moved(pairs: Sequence[Pair]) -> set[int]:
    """Return the new indexes of items that have moved against the others: all but a longest run in the old order."""
    both = [(pair.old, pair.new) for pair in pairs if pair.old is not None and pair.new is not None]
    both.sort(key=lambda one: one[1])
    ends: list[int] = []  # of the longest runs of each length, the old index that they end with
    end_at: list[int] = []
    before: list[int] = []
    for place, (old, _) in enumerate(both):
        length = bisect_left(ends, old)
        before.append(end_at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(old)
            end_at.append(place)
        else:
            ends[length], end_at[length] = old, place
    staying: set[int] = set()
    place = end_at[-1] if end_at else -1
    while place >= 0:
        staying.add(both[place][1])
        place = before[place]
    return {new for _, new in both if new not in staying}


def _alike(
    old: Sequence[T],
    new: Sequence[T],
    left: Sequence[int],
    right: Sequence[int],
    words: Callable[[T], Sequence[str]],
    may_pair: Callable[[T, T], bool],
    least: float,
    order: _Order,
) -> list[tuple[int, int]]:
    """Return pairs of indexes, the most alike first; of equally alike ones those that keep the order, and of these
    those nearest to each other."""
    if not left or not right:
        return []
    ours = {one: Counter(words(old[one])) for one in left}
    theirs = {other: Counter(words(new[other])) for other in right}
    found = []
    for one, candidates in _candidates(ours, theirs):
        for other in candidates:
            if may_pair(old[one], new[other]):
                likeness = _dice(ours[one], theirs[other])
                if likeness >= least:
                    moves = order.of_old(one) != order.of_new(other)
                    found.append((-likeness, moves, abs(one - other), one, other))
    pairs: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, _, one, other in sorted(found):
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((one, other))
    return pairs


def _candidates(
    ours: Mapping[int, Counter[str]], theirs: Mapping[int, Counter[str]]
) -> Iterator[tuple[int, Iterable[int]]]:
    """Yield for each old index the new ones that it is held against: all of them or, where that would be too many
    pairs, those near it, and those that have most of its rare words."""
    if len(ours) * len(theirs) <= MOST_PAIRS:
        yield from ((one, theirs) for one in ours)
        return
    having: dict[str, list[int]] = {}
    for other, words in theirs.items():
        for word in words:
            having.setdefault(word, []).append(other)
    order = list(theirs)
    for place, (one, words) in enumerate(ours.items()):
        shared = Counter(other for word in words for other in having.get(word, ()) if len(having[word]) <= _RARE)
        near = place * len(order) // len(ours)
        yield one, {*order[max(0, near - _NEAR) : near + _NEAR + 1], *(other for other, _ in shared.most_common(_NEAR))}


_NEAR = 10
_RARE = 20
"""Items that have a word which tells them from others."""


def _dice(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of words that two have in common (Dice, Ecology 26, 1945, 297)."""
    together = one.total() + other.total()
    return 2 * (one & other).total() / together if together else 0.0


def _pair_in_gaps(old: Sequence[T], new: Sequence[T], there: dict[int, int], may_pair: Callable[[T, T], bool]) -> None:
    """Pair what is left over between the same neighbours, one for one."""
    gaps: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
    back = {other: one for one, other in there.items()}
    last = -1
    after = -1
    for index in range(len(old)):
        if index in there:
            last = index
        else:
            gaps.setdefault((last, there.get(last, -1)), ([], []))[0].append(index)
    for index in range(len(new)):
        if index in back:
            after = index
        else:
            gaps.setdefault((back.get(after, -1), after), ([], []))[1].append(index)
    for ours, theirs in gaps.values():
        both = list(zip(ours, theirs, strict=len(ours) == len(theirs)))
        if len(ours) == len(theirs) and all(may_pair(old[one], new[other]) for one, other in both):
            there.update(both)


def in_order(olds: int, news: int, there: Mapping[int, int]) -> list[Pair]:
    """Return so many items of either side as pairs, of which it is known which new one an old one is: the new ones in
    their order, and removed ones behind what stood before them."""
    back = {other: one for one, other in there.items()}
    removed: dict[int, list[int]] = {}  # by the new index behind which they are told
    last = -1
    for index in range(olds):
        if index in there:
            last = there[index]
        else:
            removed.setdefault(last, []).append(index)
    pairs = [Pair(one, None) for one in removed.get(-1, ())]
    for index in range(news):
        pairs.append(Pair(back.get(index), index))
        pairs += [Pair(one, None) for one in removed.get(index, ())]
    return pairs
