"""Places that a slide leaves empty, given to what stands below them: absent headings'."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout

HEADINGS = {"heading-1": "body-1", "heading-2": "body-2"}


def filled_rects(names: Collection[str], layout: SlideLayout) -> dict[str, Rect]:
    """Return the places of the slots that a slide fills; columns without headings begin where the headings would."""
    rects = {name: layout.slots[name].rect for name in names}
    if not HEADINGS.keys() & set(names):
        for heading, body in HEADINGS.items():
            if body in rects:
                top = layout.slots[heading].rect.y if heading in layout.slots else rects[body].y
                rects[body] = Rect(rects[body].x, top, rects[body].width, rects[body].bottom - top)
    return rects
