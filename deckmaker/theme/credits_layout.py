"""The layout of slides that list credits, in themes that have none of their own."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect
from deckmaker.theme.slots import CREDITS_LAYOUT, ENTRIES
from deckmaker.theme.theme import SlideLayout, Slot

_FURNITURE = ("title", "credits", "trail", "footer", "number", "logo")


def credits_layout(plain: SlideLayout, gutter: float) -> SlideLayout:
    """Return the plain layout with two columns of entries, `gutter` points apart, in place of its text.

    They are set as its credits are, from the left.
    """
    body, style = plain.slots["body"].rect, plain.slots["credits"].style
    width = (body.width - gutter) / 2
    slots = {name: slot for name, slot in plain.slots.items() if name in _FURNITURE}
    for index, name in enumerate(ENTRIES):
        rect = Rect(body.x + index * (width + gutter), body.y, width, body.height)
        slots[name] = Slot(name, rect, rect, style and replace(style, align="left", anchor="top"), "contain")
    return replace(plain, name=CREDITS_LAYOUT, without_picture=None, slots=slots)
