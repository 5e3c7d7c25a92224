"""Documents and PDFs of the decks in `decks/`, each made once; tests only read them."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Page, PictureItem, TextItem
from deckmaker.pipeline import read_document
from deckmaker.render.pdf import PdfRenderer
from tests.projects import ROOT

DECKS = tuple(sorted(path.stem for path in (ROOT / "decks").glob("*.yaml")))

every_deck = pytest.mark.parametrize("deck", DECKS)


@cache
def document(deck: str) -> Document:
    """Return a deck of the repository laid out."""
    diagnostics = Diagnostics()
    laid_out = read_document(ROOT / "decks" / f"{deck}.yaml", diagnostics)
    assert laid_out is not None, [one.message for one in diagnostics]
    return laid_out


def rendered(laid_out: Document) -> bytes:
    """Return a document as a PDF; the renderer has nothing to report."""
    stream, diagnostics = BytesIO(), Diagnostics()
    PdfRenderer().render(laid_out, stream, diagnostics)
    assert not len(diagnostics)
    return stream.getvalue()


@cache
def file(deck: str) -> bytes:
    """Return a deck of the repository as a PDF."""
    return rendered(document(deck))


@cache
def pdf(deck: str) -> pikepdf.Pdf:
    """Return a deck of the repository as read back by pikepdf."""
    return pikepdf.open(BytesIO(file(deck)))


def links(page: Page) -> set[str]:
    """Return the addresses to which a page's texts lead."""
    return {
        run.link
        for placed in page.placed
        if isinstance(placed.item, TextItem)
        for one in placed.item.setting.paragraphs
        for run in one.paragraph.runs
        if run.link
    }


def picture_files(page: Page, media_type: str) -> set[Path]:
    """Return the files of a page's pictures of that type."""
    items = (placed.item for placed in page.placed)
    return {one.file.path for one in items if isinstance(one, PictureItem) and one.file.media_type == media_type}
