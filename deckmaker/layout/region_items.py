"""What stands in a region: which region it is, and what made its room of the region's place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from deckmaker.layout.decision import Change
from deckmaker.layout.document import GroupItem, Placed
from deckmaker.layout.place import REGION
from deckmaker.layout.roles import Role


def in_region(placed: Iterable[Placed], moved: tuple[Change, ...]) -> list[Placed]:
    """Return items, and all that groups among them hold, as those of the region, whose own place `moved` changed.

    Where there are several, they share it.
    """
    items = list(placed)
    seen = [leaf for one in items for leaf in one.leaves if leaf.role is not Role.DECORATION]
    changes = (*moved, Change.SHARED) if len(seen) > 1 else moved
    return [_in_region(one, changes) for one in items]


def _in_region(placed: Placed, changes: tuple[Change, ...]) -> Placed:
    item, decision = placed.item, placed.decision
    if isinstance(item, GroupItem):
        item = GroupItem(tuple(_in_region(one, changes) for one in item.children))
    if changes and decision and placed.role is not Role.DECORATION:
        decision = replace(decision, changes=tuple(dict.fromkeys((*changes, *decision.changes))))
    return replace(placed, item=item, decision=decision, region=REGION)
