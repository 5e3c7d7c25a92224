"""A document on paper: without the pages that are hidden, unless somebody wants them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from deckmaker.dataclasses import replace
from deckmaker.layout import Document
from deckmaker.layout.slide_links import without_links_to


def on_paper(document: Document) -> Document:
    """Return a document with the pages that its PDF files show; they keep their numbers, as PowerPoint prints them."""
    if document.paper.hidden or not any(page.hidden for page in document.pages):
        return document
    hidden = {page.number for page in document.pages if page.hidden}
    shown = (page for page in document.pages if not page.hidden)
    return replace(document, pages=tuple(without_links_to(shown, hidden)))


def shown_page(document: Document) -> Callable[[int], int]:
    """Return what tells, of the number of a page, which page a link to it leads to: itself, else the next one."""
    numbers = [page.number for page in document.pages]

    def shown(number: int) -> int:
        return numbers[min(bisect_left(numbers, number), len(numbers) - 1)]

    return shown
