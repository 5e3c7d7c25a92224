"""The order of a page's items: reading order, which is drawing order too."""

from __future__ import annotations

from deckmaker.layout.document import PictureItem, Placed, ShapeItem
from deckmaker.model import PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.theme import Shape, SlideLayout

READING_ORDER = (
    "title",
    "heading-1",
    "body-1",
    "heading-2",
    "body-2",
    "body",
    "picture",
    "meta",
    "credits",
    "trail",
    "footer",
    "number",
)


def in_order(placed: dict[str, Placed], layout: SlideLayout, logo: PictureFile | None) -> tuple[Placed, ...]:
    """Return a page's items with the layout's shapes and the logo: what lies under others comes first."""
    under = [_shape(shape) for shape in layout.shapes if not shape.over_picture]
    over = [_shape(shape) for shape in layout.shapes if shape.over_picture]
    names = [name for name in READING_ORDER if name in placed]
    if over and "picture" in names:
        names.remove("picture")
        under.append(placed["picture"])
    items = [*under, *over, *(placed[name] for name in names)]
    if logo and (slot := layout.slots.get("logo")):
        items.append(Placed(logo_frame(logo, slot.rect), PictureItem(logo, "", (0.0, 0.0, 0.0, 0.0)), "logo", None))
    return tuple(items)


def _shape(shape: Shape) -> Placed:
    return Placed(shape.rect, ShapeItem(shape.color, shape.opacity), None, None)


def logo_frame(logo: PictureFile, rect: Rect) -> Rect:
    """Fit the logo into its slot, against the right edge."""
    scale = min(rect.width / logo.width, rect.height / logo.height)
    width, height = logo.width * scale, logo.height * scale
    return Rect(rect.right - width, rect.y, width, height)
