"""Overlaps: no line lies on another, none on or too near a rule or a picture that is not there to be written on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from deckmaker.layout import Document, Page, PictureItem, ShapeItem, TableItem
from deckmaker.model.geometry import Rect
from tests.visual.placed_lines import PlacedLine, page_lines, page_name

TOLERANCE = 0.05
"""Points that two boxes may share."""

AIR = 3.0
"""Points that a line keeps from edges: nearer, it seems to touch them."""


def overlaps(document: Document) -> list[str]:
    """Return a finding for each line that lies on something, or too near to it."""
    found = []
    for page in document.pages:
        lines = list(page_lines(page))
        for one, other in combinations(lines, 2):
            if _grown(one.box, -TOLERANCE).overlaps(other.box):
                found.append(f"{one} overlaps {other.slot}, `{other.text}`")
        found += [f"{line} lies on or near {what}" for line in lines for what in _under(line, page)]
        found += [f"{page_name(page)}: the logo lies on or near {what}" for what in _under_logo(page)]
    return found


def _under(line: PlacedLine, page: Page) -> Iterator[str]:
    """Yield what a line lies on and should not. A panel may lie under a line, but under the whole of it."""
    box = _grown(line.box, AIR)
    for placed in page.leaves:
        if not box.overlaps(placed.rect):
            continue
        if isinstance(placed.item, PictureItem):
            if placed.slot == "logo" or not page.layout.draws_over_picture:
                yield f"the {placed.slot}"
        elif isinstance(placed.item, TableItem):
            yield from ("a rule of its table" for rule in placed.item.rules if line.box.overlaps(rule.rect))
        elif isinstance(placed.item, ShapeItem) and not _within(box, placed.rect):
            yield f"the edge of a shape in {placed.item.color}"


def _under_logo(page: Page) -> Iterator[str]:
    logo, picture = page.slot("logo"), page.slot("picture")
    if logo and picture and not page.layout.draws_over_picture and _grown(logo.rect, AIR).overlaps(picture.rect):
        yield "the picture"


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _within(inner: Rect, outer: Rect) -> bool:
    return outer.x <= inner.x and inner.right <= outer.right and outer.y <= inner.y and inner.bottom <= outer.bottom
