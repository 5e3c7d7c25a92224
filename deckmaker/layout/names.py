"""Names of places on a page: each is there once, so that every output can tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from deckmaker.layout.document import GroupItem, Placed


def with_own_names(placed: Iterable[Placed], taken: Iterable[str] = ()) -> list[Placed]:
    """Return items of a region with names of their own: of two tables, the second is `table 2`.

    Names that are `taken` elsewhere on the page count as the first.
    """
    counts = Counter(taken)
    return [_named(one, counts) for one in placed]


def _named(placed: Placed, taken: Counter[str]) -> Placed:
    if isinstance(placed.item, GroupItem):
        return replace(placed, item=GroupItem(tuple(_named(one, taken) for one in placed.item.children)))
    if placed.slot is None:
        return placed
    taken[placed.slot] += 1
    count = taken[placed.slot]
    return replace(placed, slot=placed.slot if count == 1 else f"{placed.slot} {count}")
