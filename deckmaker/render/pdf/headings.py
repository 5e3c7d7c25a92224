"""The levels of a document's headings: none is more than one below the heading before it (PDF/UA-1, 7.4)."""

from __future__ import annotations

from deckmaker.layout import Document, Page
from deckmaker.theme.slots import CREDITS_LAYOUT

_SECTION = "section"
"""The layout of slides that open a section."""

_DEEPEST = 6


class HeadingLevels:
    """Gives headings their elements, H1 to H6, in their order.

    The title of the first slide is that of the document. Below it are the titles of slides; in a section that a slide
    of its own opens, they are below that slide's.
    """

    def __init__(self, document: Document) -> None:
        self._first = 1 if document.pages and document.pages[0].title else 0
        self._before = 0
        self._level = 1
        self._is_opened = False

    def begin(self, page: Page) -> None:
        """Begin a page."""
        opens = page.layout.name == _SECTION
        begins = opens or page.section or page.layout.name == CREDITS_LAYOUT
        if page.number > 1:
            self._level = self._first + 1 if begins or not self._is_opened else self._first + 2
        self._is_opened = opens or (self._is_opened and not begins)

    def heading(self, is_title: bool) -> str:
        """Return the element of a heading on the page, or of its title."""
        level = self._level if is_title else self._level + 1
        self._before = min(level, self._before + 1, _DEEPEST)
        return f"H{self._before}"
