"""What a page shows at its edges, and so what lies around it in a window of other proportions."""

from __future__ import annotations

from deckmaker.layout import Page, PictureItem, ShapeItem
from deckmaker.model.geometry import Rect
from deckmaker.theme import Theme

_NOTHING = 0.01  # points; rounding of sums


def is_full_bleed(page: Page, theme: Theme) -> bool:
    """Tell whether a picture reaches all four edges, so that nothing of the page's ground is to be seen."""
    pictures = [placed.rect for placed in page.leaves if isinstance(placed.item, PictureItem)]
    return any(_tall(rect, theme) and rect.x < _NOTHING and rect.right > theme.width - _NOTHING for rect in pictures)


def extends_past_page(rect: Rect, item: ShapeItem, page: Page, theme: Theme) -> bool:
    """Tell whether a shape reaches from the top edge to the bottom and, like the page's ground, has to go on there."""
    return item.opacity == 1 and not item.fade and _tall(rect, theme) and not is_full_bleed(page, theme)


def _tall(rect: Rect, theme: Theme) -> bool:
    return rect.y < _NOTHING and rect.bottom > theme.height - _NOTHING
