"""Tables in the PDF, read back: every cell's words once, in their cell; rules and grounds where layout has them."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.layout import Document
from deckmaker.model import Cell, Lines, Paragraph, Run
from tests.layout.tables.any_table import tables
from tests.layout.tables.tables import document, number, placed, table
from tests.render.pdf.decks import rendered
from tests.samples import examples

NEAR = 0.1  # points; the space that a style takes from between letters is no part of the last of them
ROWS = [["Berth", "Ship", "Nights"], ["Berth 1", "Ro-ro ferry", "3"], ["Berth 4", "Reefer ship", number("104.5")]]


def read(laid_out: Document) -> tuple[list[dict], list[dict]]:
    """Return the characters and the filled rectangles of a document's only page, as pdfplumber finds them."""
    with pdfplumber.open(BytesIO(rendered(laid_out))) as file:
        (page,) = file.pages
        return page.chars, page.rects


@pytest.mark.parametrize("lines", Lines)
def test_rules_and_grounds_are_filled_rectangles(lines):
    """Each where layout has it, under the text."""
    laid_out = document(table([*ROWS, ["Total", "", "108"]], footer=1, lines=lines))
    _, item = placed(laid_out.pages[0])
    _, rects = read(laid_out)
    found = [(one["x0"], one["top"], one["width"], one["height"]) for one in rects]
    fills = [*item.backgrounds, *item.rules]
    assert len(fills) >= 4
    for fill in fills:
        box = fill.rect
        expected = (box.x, box.y, box.width, box.height)
        assert any(one == pytest.approx(expected, abs=NEAR) for one in found), fill


@pytest.mark.slow
@given(tables(most_rows=3), st.sampled_from(["", "Two thirds of loud nights."]))
@settings(max_examples=examples(40))
def test_every_cell_says_its_words_once_inside_its_box(one, text):
    """As an independent reader finds them, in reading order."""
    faults: list = []
    laid_out = document(one, text=text, faults=faults)
    if any(code == "text-too-long" for code, *_ in faults):
        return
    _, item = placed(laid_out.pages[0])
    characters, _ = read(laid_out)
    rest = [one for one in characters if not one["text"].isspace()]
    for own in item.cells:
        box = own.rect
        inside = [
            one
            for one in rest
            if box.x - NEAR <= one["x0"]
            and one["x1"] <= box.right + NEAR
            and box.y <= (one["top"] + one["bottom"]) / 2 <= box.bottom
        ]
        assert "".join(one["text"] for one in inside) == "".join(own.text.text.split())


def test_a_link_in_a_cell_leads_where_it_says():
    """From the cell's own place."""
    link = Cell(Paragraph((Run("the report", link="https://example.org/noise"),)))
    laid_out = document(table([["Berth", "More"], ["Berth 4", link]]))
    _, item = placed(laid_out.pages[0])
    file = pikepdf.open(BytesIO(rendered(laid_out)))
    page = file.pages[0]
    (annotation,) = page.Annots
    assert str(annotation.A.URI) == "https://example.org/noise"
    left, bottom, right, top = (float(one) for one in annotation.Rect)
    box, height = item.cells[3].rect, float(page.MediaBox[3])
    assert box.x <= left < right <= box.right and box.y <= height - top < height - bottom <= box.bottom
