"""Documents and PDFs of the decks in `decks/`, each made once; tests only read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf

from deckmaker.layout import Document, Page, PictureItem, TextItem
from deckmaker.model import PictureFile, SlideLink
from deckmaker.render.pdf import PdfRenderer
from tests.render.laid_out_decks import DECKS, document, every_deck, rendered_by

__all__ = ["DECKS", "document", "every_deck"]  # the other tests of this folder take them from here


def rendered(laid_out: Document) -> bytes:
    """Return a document as a PDF."""
    return rendered_by(PdfRenderer(), laid_out)


@cache
def file(deck: str) -> bytes:
    """Return a deck of the repository as a PDF."""
    return rendered(document(deck))


@cache
def pdf(deck: str) -> pikepdf.Pdf:
    """Return a deck of the repository as read back by pikepdf."""
    return pikepdf.open(BytesIO(file(deck)))


def links(page: Page) -> set[str | int]:
    """Return the addresses to which a page's texts lead, and the numbers of pages."""
    return {
        run.link.page if isinstance(run.link, SlideLink) else run.link
        for placed in page.leaves
        if isinstance(placed.item, TextItem)
        for one in placed.item.setting.paragraphs
        for run in one.paragraph.runs
        if run.link
    }


def picture_files(page: Page, media_type: str) -> set[PictureFile]:
    """Return a page's pictures of that type, each with the rights that are written into it."""
    items = (placed.item for placed in page.placed)
    return {one.file for one in items if isinstance(one, PictureItem) and one.file.media_type == media_type}
