"""Pages with something else on them: what tests change of what is drawn, in groups as outside of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckmaker.layout import GroupItem, Page, Placed


def with_leaves(page: Page, change: Callable[[Placed], Placed | None]) -> Page:
    """Return a page with each item that is drawn changed, and without those that become None."""
    return replace(page, placed=_changed(page.placed, change))


def _changed(placed: tuple[Placed, ...], change: Callable[[Placed], Placed | None]) -> tuple[Placed, ...]:
    found = (_group(one, change) if isinstance(one.item, GroupItem) else change(one) for one in placed)
    return tuple(one for one in found if one)


def _group(placed: Placed, change: Callable[[Placed], Placed | None]) -> Placed:
    assert isinstance(placed.item, GroupItem)
    return replace(placed, item=replace(placed.item, children=_changed(placed.item.children, change)))
