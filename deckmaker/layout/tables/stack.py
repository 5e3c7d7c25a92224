"""A text, a table and its caption, one below the other: each has what it needs, and the table what they leave.

What stands between two slots of the layout stands between what fills them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from deckmaker.layout.tables.fitting import fit_table, is_endless
from deckmaker.layout.tables.setting import SetTable, TableSetter
from deckmaker.layout.vacancies import stacked_slots
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted
from deckmaker.theme import SlideLayout

CAPTION_SHARE = 0.25
"""Of the place of text, table and caption: what a caption may take before it is set smaller."""

Rects = dict[str, Rect]


@dataclass(frozen=True, slots=True)
class Stack:
    """A table as set in its `place`, and the places of all that is stacked, by slot."""

    table: SetTable
    place: Rect
    rects: Rects


def rooms(rects: Rects, layout: SlideLayout, setter: TableSetter) -> Rects:
    """Return the places with the most that the texts around a table may take.

    The table's own is all that there is for the three. A text may take what the table leaves, in its style's size.
    """
    whole, given = rects["table"], dict(rects)
    stack = [name for name in stacked_slots(layout) if name in rects]
    if "caption" in stack:
        slot = layout.slots["caption"].rect
        height = max(slot.height, CAPTION_SHARE * whole.height)
        given["caption"] = replace(slot, y=whole.bottom - height, height=height)
    if "body" in stack:
        slot = rects["body"]
        below = _above_table(layout) + (_caption_takes(layout) if "caption" in stack else 0.0)
        # A table that is far too long leaves nothing, which is known before it is measured.
        table = whole.height if is_endless(setter) else fit_table(setter, whole).rect.height
        given["body"] = replace(slot, height=max(slot.height, whole.bottom - slot.y - below - table))
    return given


def stacked(rects: Rects, texts: Mapping[str, Fitted], layout: SlideLayout, setter: TableSetter) -> Stack:
    """Return the table below the text and above the caption, which follows where it ends."""
    placed, place = dict(rects), rects["table"]
    texts = {name: texts[name] for name in stacked_slots(layout) if name in texts}
    if text := texts.get("body"):
        height = text.shift + text.setting.height
        placed["body"] = replace(rects["body"], height=height)
        top = placed["body"].bottom + _above_table(layout)
        place = replace(place, y=top, height=place.bottom - top)
    caption = texts.get("caption")
    if caption:
        height = caption.shift + caption.setting.height
        place = replace(place, height=place.height - height - _above_caption(layout))
    table = fit_table(setter, place)
    if caption:
        step, room = setter.theme.baseline, rects["caption"]
        below = max(place.bottom, table.rect.bottom) if not table.fits else table.rect.bottom
        # In whole steps from where it was fitted, so that its lines stay on the grid.
        steps = (below + _above_caption(layout) - room.y) // step
        placed["caption"] = replace(room, y=room.y + steps * step, height=height)
    return Stack(table, place, {**placed, "table": table.rect})


def _above_table(layout: SlideLayout) -> float:
    return max(0.0, layout.slots["table"].rect.y - layout.slots["body"].rect.bottom)


def _above_caption(layout: SlideLayout) -> float:
    return max(0.0, layout.slots["caption"].rect.y - layout.slots["table"].rect.bottom)


def _caption_takes(layout: SlideLayout) -> float:
    return _above_caption(layout) + layout.slots["caption"].rect.height
