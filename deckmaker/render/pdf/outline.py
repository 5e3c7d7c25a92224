"""The outline of a document (ISO 32000-2, 12.3.3): its sections, and its slides below them."""

from __future__ import annotations

from deckmaker.layout import Page
from deckmaker.render.pdf.destinations import Destinations
from deckmaker.render.pdf.writing import StreamedDocument


class Outline:
    """Adds an entry a slide. Those before the first section stand beside the sections."""

    def __init__(self, document: StreamedDocument, destinations: Destinations) -> None:
        self._document, self._destinations = document, destinations
        self._in_section = False

    def add(self, page: Page) -> None:
        """Add the slide of a page, and the section that starts with it."""
        destination = self._destinations.of(page.number)
        if page.section:
            self._in_section = True
            self._document.add_outline_entry(page.section, destination, level=0)
        title = page.title or f"Slide {page.number}"
        self._document.add_outline_entry(title, destination, level=1 if self._in_section else 0)
