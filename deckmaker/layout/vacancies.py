"""Places that a slide leaves empty, given to what stands below them: absent headings', and texts' above tables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout

HEADINGS = {"heading-1": "body-1", "heading-2": "body-2"}


def filled_rects(names: Collection[str], layout: SlideLayout) -> dict[str, Rect]:
    """Return the places of the slots that a slide fills.

    Columns without headings begin where the headings would. A table has the place of a text above it and a caption
    below it, too, of which it leaves them what they need; a text without table has the table's.
    """
    rects = {name: layout.slots[name].rect for name in names}
    if not HEADINGS.keys() & set(names):
        for heading, body in HEADINGS.items():
            if body in rects:
                top = layout.slots[heading].rect.y if heading in layout.slots else rects[body].y
                rects[body] = _down_to(rects[body], top, rects[body].bottom)
    if "table" in layout.slots:
        stack = [layout.slots[name].rect for name in stacked_slots(layout)]
        if "table" in rects:
            rects["table"] = _down_to(rects["table"], stack[0].y, stack[-1].bottom)
        elif "body" in rects and "body" in stacked_slots(layout):
            rects["body"] = _down_to(rects["body"], rects["body"].y, stack[-1].bottom)
    return rects


def stacked_slots(layout: SlideLayout) -> list[str]:
    """Return which of the slots `body`, `table` and `caption` stand one below the other, a table among them."""
    table = layout.slots["table"].rect
    body, caption = (layout.slots.get(name) for name in ("body", "caption"))
    above = ["body"] if body and body.rect.bottom <= table.y else []
    below = ["caption"] if caption and caption.rect.y >= table.bottom else []
    return [*above, "table", *below]


def _down_to(rect: Rect, top: float, bottom: float) -> Rect:
    return replace(rect, y=top, height=bottom - top)
