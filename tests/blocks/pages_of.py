"""What the pages of any slide show: its words, pictures and credits, and what stands where in the region."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import yaml

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem, Placed, Role, TextItem
from deckmaker.layout.place import REGION
from deckmaker.model.geometry import Rect
from deckmaker.theme.slots import CREDITS_LAYOUT, ENTRIES
from tests.blocks.any_blocks import AnySlide
from tests.projects import Project
from tests.soak.single_words import words_in

OTHERS = ("title", "credits", "number")
"""Slots whose texts are none of a slide's blocks."""

SLACK = 0.02
"""Points; rounding of sums."""


def read(project: Project, slide: AnySlide) -> tuple[Document | None, Diagnostics]:
    """Take the deck of a slide through every phase before rendering."""
    return project.read(yaml.safe_dump(slide.deck, allow_unicode=True, sort_keys=False, width=200))


def pages_of(document: Document) -> list[Page]:
    """Return the pages of the deck's second slide."""
    return [page for page in document.pages[1:] if page.layout.name != CREDITS_LAYOUT]


def words_on(page: Page) -> list[str]:
    """Return the words of a page's blocks and footnotes, in reading order."""
    return [word for placed in page.leaves if placed.slot not in OTHERS for word in words_of(placed)]


def words_of(placed: Placed) -> list[str]:
    """Return the words of an item, cell by cell in a table."""
    return [word for text in placed.texts if isinstance(text.item, TextItem) for word in words_in(text.item.text)]


def credits_on(document: Document) -> Counter[str]:
    """Count the words of credits, on slides and where they are listed."""
    placed = (one for page in document.pages for one in page.leaves if one.slot in ("credits", *ENTRIES))
    return Counter(word for one in placed for word in words_of(one))


def pictures_on(page: Page) -> list[str]:
    """Return the alternative texts of a page's pictures, in reading order."""
    return [one.item.alt for one in page.leaves if isinstance(one.item, PictureItem) and one.role is Role.PICTURE]


def in_region(page: Page) -> list[Placed]:
    """Return what stands in the region, but for rules."""
    return [one for one in page.leaves if one.region == REGION and one.role is not Role.DECORATION]


def meeting(placed: list[Placed]) -> Iterator[tuple[str | None, str | None]]:
    """Yield the names of items that share space, but for marks that hang out of a text to its left."""
    for one, other in combinations(placed, 2):
        if smaller(one.rect).overlaps(smaller(other.rect)):
            yield one.slot, other.slot


def smaller(rect: Rect) -> Rect:
    """Return a rectangle without what sums are rounded by. A text's marks may hang out of it to the left."""
    return Rect(rect.x + SLACK, rect.y + SLACK, rect.width - 2 * SLACK, rect.height - 2 * SLACK)
