"""The credits strip's place: reserved before the content's, and what makes room when the strip needs more."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout

GAP = 10.0
"""Points between a strip that needs more than its slot and what moves up before it."""

AIR = 18.0
"""Points between either and a text or picture that ends higher for it: so much that it reads as a thing of its own."""

ROOM = 120.0
"""Points that the strip may grow to, upward; far more than any reasonable number of credits needs."""


def strip_room(slot: Rect) -> Rect:
    """Return all the room that a strip may take: its slot, grown upward."""
    return strip_frame(slot, ROOM)


def strip_frame(slot: Rect, height: float) -> Rect:
    """Return the frame of a strip that needs `height` points: its slot, grown upward."""
    return Rect(slot.x, slot.bottom - height, slot.width, height) if height > slot.height else slot


def rects_above_strip(strip: Rect, rects: dict[str, Rect], layout: SlideLayout) -> dict[str, Rect]:
    """Make room for a strip that has grown beyond its slot; return the slots' places.

    Texts that stand at the bottom of their slots move up, whatever else reaches down to the strip ends higher.
    Pictures that lie under the strip stay.
    """
    if strip.height <= layout.slots["credits"].rect.height:
        return rects
    return rects_above(strip, "credits", rects, layout)


def rects_above(
    obstacle: Rect, own: str, rects: dict[str, Rect], layout: SlideLayout, air: float = AIR
) -> dict[str, Rect]:
    """Make room for an `obstacle` in slot `own`: what ends higher does so `air` points above it."""
    obstacles, raised = [obstacle], dict(rects)
    for name in sorted(rects, key=lambda one: rects[one].bottom, reverse=True):
        if name == own or (name == "picture" and layout.draws_over_picture):
            continue
        for obstacle in tuple(obstacles):
            style = layout.slots[name].style
            moves = style is not None and style.anchor == "bottom"
            top = obstacle.y - (GAP if moves else air)
            if not raised[name].overlaps(replace(obstacle, y=top, height=obstacle.bottom - top)):
                continue
            if moves:
                raised[name] = replace(raised[name], y=top - raised[name].height)
                obstacles.append(raised[name])
            else:
                raised[name] = replace(raised[name], height=top - raised[name].y)
    return raised
