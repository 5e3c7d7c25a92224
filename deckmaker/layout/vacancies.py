"""Places that a slide leaves empty, given to what stands beside them: an absent picture's, absent headings'."""

from __future__ import annotations

from collections.abc import Collection

from deckmaker.model.geometry import Rect
from deckmaker.theme import SlideLayout

HEADINGS = {"heading-1": "body-1", "heading-2": "body-2"}


def filled_rects(names: Collection[str], layout: SlideLayout, page_width: float) -> dict[str, Rect]:
    """Return the places of the slots that a slide fills, grown into those that it leaves empty.

    Texts beside a picture that is not there reach as far from the page's other edge as they are from this one.
    Columns without headings begin where the headings would.
    """
    rects = {name: layout.slots[name].rect for name in names}
    picture = layout.slots.get("picture")
    if picture and "picture" not in names:
        rects = {name: _beside(rect, picture.rect, page_width) for name, rect in rects.items()}
    if not HEADINGS.keys() & set(names):
        for heading, body in HEADINGS.items():
            if body in rects:
                top = layout.slots[heading].rect.y if heading in layout.slots else rects[body].y
                rects[body] = Rect(rects[body].x, top, rects[body].width, rects[body].bottom - top)
    return rects


def _beside(rect: Rect, picture: Rect, page_width: float) -> Rect:
    if rect.right <= picture.x and rect.bottom > picture.y and rect.y < picture.bottom:
        return Rect(rect.x, rect.y, page_width - 2 * rect.x, rect.height)
    if rect.x >= picture.right and rect.bottom > picture.y and rect.y < picture.bottom:
        margin = page_width - rect.right
        return Rect(margin, rect.y, rect.right - margin, rect.height)
    return rect
