"""What stands around cells: the rules above them, or the panels of cards behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.layout.cell import heading_of
from deckmaker.layout.document import Decision, Placed, ShapeItem, TextItem
from deckmaker.layout.flow import SetFlow
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect

if TYPE_CHECKING:
    from deckmaker.layout.cells import CellSetter


def rules_above(setter: CellSetter, tops: Sequence[float], contents: Sequence[SetFlow]) -> Iterator[Placed]:
    """Yield the rules above the cells that hold something, in rows which begin at these heights on the page.

    `contents` are those of all cells, as set. Callouts without a heading above them need no rule: their panel shows
    where the cell begins. Neither does what stands beside one: its rule would lie above the panel's edge.
    """
    look = setter.place.styles.theme.columns
    if not (setter.has_rules and look.rule):
        return
    across = setter.cells.across
    for index, (row, top) in enumerate(zip(setter.rows, tops, strict=True)):
        inside = contents[index * across : (index + 1) * across]
        beside = any(heading_of(flow) is None and _is_callout(held) for flow, held in zip(row, inside, strict=False))
        for flow, (x, width) in zip(row, setter.edges(), strict=False):
            if not flow.blocks or (heading_of(flow) is None and beside):
                continue
            rect = Rect(x, top + look.above, width, look.rule_width)
            yield Placed(rect, ShapeItem(look.rule, 1.0, 0.0), Role.DECORATION, None, None, decision=Decision(rect))


def _is_callout(flow: SetFlow) -> bool:
    return bool(flow.placed) and all(one.role is Role.CALLOUT for one in flow.placed)


def panels_behind(
    setter: CellSetter, tops: Sequence[float], bottoms: Sequence[float], ends: Sequence[float]
) -> Iterator[Placed]:
    """Yield the panels of cards, as high as their row, or where there is one alone, as the tallest needs.

    Contents end at `ends`.
    """
    from deckmaker.layout.panels import panel_shapes

    across = setter.cells.across
    for index, (row, top, bottom) in enumerate(zip(setter.rows, tops, bottoms, strict=True)):
        need = max(ends[index * across : index * across + len(row)]) + setter.inset
        height = (need if len(setter.rows) == 1 else max(need, bottom)) - top
        for flow, (x, width) in zip(row, setter.edges(), strict=False):
            if flow.blocks:
                yield from panel_shapes(Rect(x, top, width, height), setter.place)


def ended(flow: SetFlow, bottom: float) -> SetFlow:
    """Return a flow whose frames of texts, which may have all of their place, end above a height on the page."""
    blocks = (replace(one, placed=tuple(_ended_text(item, bottom) for item in one.placed)) for one in flow.blocks)
    return replace(flow, blocks=tuple(blocks))


def _ended_text(placed: Placed, bottom: float) -> Placed:
    rect = placed.rect
    if not isinstance(placed.item, TextItem) or rect.bottom <= bottom:
        return placed
    return replace(placed, rect=replace(rect, height=bottom - rect.y))
