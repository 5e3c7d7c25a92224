"""Slides drawn smaller onto one page, each in its place, with what leads to and from them; read back by pikepdf."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from deckmaker.layout import Document
from deckmaker.render.pdf.content import PageContent
from deckmaker.render.pdf.destinations import Destinations
from deckmaker.render.pdf.page import PagePainter
from deckmaker.render.pdf.placement import Placement
from deckmaker.render.pdf.structure import Structure
from deckmaker.render.pdf.writing import StreamedDocument
from tests.render.pdf.decks import document, pdf

DECK = "showcase"
PLACEMENTS = (Placement(0.5, 20.0, 400.0), Placement(0.25, 30.0, 40.0))


def both_on_one_page(laid_out: Document, first: int) -> bytes:
    """Return a PDF of one page with two slides on it; all lead to that page."""
    stream, theme = BytesIO(), laid_out.theme
    written = StreamedDocument(stream, "en")
    destinations, content = Destinations(written, lambda number: (1, (20.0, 700.0))), PageContent()
    structure = Structure(written)
    painter = PagePainter(written, laid_out, structure)
    for placement, page in zip(PLACEMENTS, laid_out.pages[first : first + 2], strict=True):
        with content.placed(placement, theme.width, theme.height):
            painter.draw(page, content)
    content.write(written, destinations.page(1), 600, 900, destinations, structure)
    structure.finish()
    written.add_fonts({font.resource: font.write(written) for font in painter.fonts.values()})
    written.finish()
    return stream.getvalue()


def rects(page: pikepdf.Page) -> list[list[float]]:
    """Return the boxes of a page's links, sorted."""
    return sorted([float(one) for one in link.Rect] for link in page.get("/Annots", []))


def first_with_links() -> int:
    """Return from which slide on two have links."""
    pages = pdf(DECK).pages
    return next(index for index in range(len(pages) - 1) if rects(pages[index]) and rects(pages[index + 1]))


def test_boxes_of_links_are_where_the_slides_are() -> None:
    """Those of each slide are scaled and moved as what it draws is."""
    first = first_with_links()
    expected = [
        list(placement.box((left, bottom, right, top)))
        for placement, page in zip(PLACEMENTS, pdf(DECK).pages[first : first + 2], strict=True)
        for left, bottom, right, top in rects(page)
    ]
    with pikepdf.open(BytesIO(both_on_one_page(document(DECK), first))) as opened:
        found = rects(opened.pages[0])
    assert len(expected) > 1
    for one, other in zip(sorted(expected), found, strict=True):
        assert one == pytest.approx(other, abs=0.002)


def test_what_is_placed_is_drawn_by_the_same_operators() -> None:
    """Each between a state saved and restored, with its matrix and its clip before it."""
    first = first_with_links()
    with pikepdf.open(BytesIO(both_on_one_page(document(DECK), first))) as opened:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(opened.pages[0])]
    expected: list[str] = []
    for page in pdf(DECK).pages[first : first + 2]:
        own = [str(one.operator) for one in pikepdf.parse_content_stream(page)]
        expected += ["q", "cm", "re", "W", "n", *own, "Q"]
    assert operators == expected
