"""Pictures: never squeezed, and never cropped or covered to the loss of their subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from deckmaker.layout import Document, Page, PictureItem, Placed, ShapeItem
from deckmaker.model.geometry import Rect
from tests.visual.placed_lines import page_name

SQUEEZED = 0.005
"""By how much the scales across and down may differ."""

TOLERANCE = 0.001
"""Of a box's longer side."""

FocusOf = Callable[[Path], tuple[float, float]]
"""Where the subject of a picture file is, as fractions of its width and height."""


def poor_pictures(document: Document, focus_of: FocusOf) -> list[str]:
    """Return a finding for each picture that is squeezed, or whose subject is not to be seen."""
    return [finding for page in document.pages for finding in _findings(page, document, focus_of)]


def _findings(page: Page, document: Document, focus_of: FocusOf) -> Iterator[str]:
    for placed in page.leaves:
        if isinstance(placed.item, PictureItem):
            name = f"{page_name(page)}, {placed.slot}, {placed.item.file.path.name}"
            across, down = _scales(placed, placed.item)
            if abs(across / down - 1) > SQUEEZED:
                yield f"{name}: {across / down:.3f} times as wide as it should be"
            if placed.slot == "picture":
                point = _shown_at(placed, placed.item, *focus_of(placed.item.file.path))
                if not _holds(Rect(0, 0, document.theme.width, document.theme.height), *point):
                    yield f"{name}: its subject is off the page"
                elif not _holds(placed.rect, *point):
                    yield f"{name}: its subject is cropped away"
                elif any(_holds(panel, *point) for panel in _opaque_above(placed, page)):
                    yield f"{name}: its subject is under a panel"


def _opaque_above(picture: Placed, page: Page) -> Iterator[Rect]:
    """Yield the panels that hide what they lie on: the picture's own layout draws them over it."""
    drawn = list(page.leaves)
    for placed in drawn[drawn.index(picture) + 1 :]:
        if isinstance(placed.item, ShapeItem) and placed.item.opacity == 1:
            yield placed.rect


def _scales(placed: Placed, item: PictureItem) -> tuple[float, float]:
    """Return the points a pixel that the picture is drawn at, across and down, from the file's own size."""
    with Image.open(item.file.path) as image:
        width, height = image.size
    left, top, right, bottom = item.crop
    return placed.rect.width / (width * (1 - left - right)), placed.rect.height / (height * (1 - top - bottom))


def _shown_at(placed: Placed, item: PictureItem, across: float, down: float) -> tuple[float, float]:
    """Return where a point of the picture stands on the page."""
    left, top, right, bottom = item.crop
    x = placed.rect.x + (across - left) / (1 - left - right) * placed.rect.width
    y = placed.rect.y + (down - top) / (1 - top - bottom) * placed.rect.height
    return x, y


def _holds(rect: Rect, x: float, y: float) -> bool:
    """Tell whether a point is in a box or, by as much as is lost in rounding, at its edge."""
    spare = TOLERANCE * max(rect.width, rect.height)
    return rect.x - spare <= x <= rect.right + spare and rect.y - spare <= y <= rect.bottom + spare
