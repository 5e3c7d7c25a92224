"""A deck's PDF read out along its structure tree, and its Markdown: the same words, in the same order.

The PDF is read by poppler, the Markdown by markdown-it-py. What the two have to differ in is left out of both:

- What marks an item or a footnote: a label in PDF, a sign in Markdown, which counts footnotes through all slides.
- Pictures: Markdown has their alt texts among its words, PDF beside them. They are compared by themselves.
- Charts: Markdown has their data as tables; in PDF they are figures with the words that are drawn, such as an axis's
  numbers, and their data in the alt text.
- Sections' names, which PDF has in its outline, and notes, which it has on sheets of their own if asked for.
- The dash before who said something, which Markdown adds, since it has no style for that.
- Credits stand at a slide's end in Markdown, as they do to the eye. PDF has each behind what it is for: here they are
  put back, and each has to be there once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckmaker.dataclasses import replace
from deckmaker.layout import ConnectorsItem, Document, GroupItem, Page, Placed, Role, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.render.markdown import MarkdownRenderer
from deckmaker.render.pdf import PdfRenderer
from tests.agreement.conftest import DECKS, read_deck
from tests.render.laid_out_decks import rendered_by
from tests.render.pdf.poppler_text import blocks_by_poppler
from tests.render.pdf.tagged_text import read_tagged
from tests.samples import mostly_slow

SEPARATOR = " · "

NO_PART = ("Figure", "Lbl")
"""Elements of a PDF that have no counterpart among the words of its Markdown."""


@pytest.mark.outside
@pytest.mark.parametrize("deck", DECKS, ids=lambda one: one.stem)
def test_a_pdf_is_read_out_as_its_markdown_reads(deck: Path, tmp_path: Path) -> None:
    """Slide by slide, word for word."""
    document = read_deck(deck)
    path = tmp_path / "deck.pdf"
    path.write_bytes(rendered_by(PdfRenderer(), document))
    heard = list(blocks_by_poppler(path, NO_PART))
    read = list(_slides(rendered_by(MarkdownRenderer(), _comparable(document)).decode()))
    assert len(heard) == len(read) == len(document.pages)
    for page, pdf, markdown in zip(document.pages, heard, read, strict=True):
        assert _words(_with_strip(pdf, page)) == _words(markdown), page.number


def _words(blocks: list[str]) -> list[str]:
    """Return the words of blocks, without the dash before who said something."""
    return " ".join(one.removeprefix("— ") for one in blocks).split()


@pytest.mark.parametrize("deck", mostly_slow(DECKS), ids=lambda one: one.stem)
def test_what_pictures_show_is_said_in_both(deck: Path) -> None:
    """In the same order; what a chart shows is said with its data in one."""
    document = read_deck(deck)
    markdown = rendered_by(MarkdownRenderer(), document).decode()
    in_markdown = [_alt(one) for token in _parsed(markdown) for one in token.children or () if one.type == "image"]
    sections = read_tagged(rendered_by(PdfRenderer(), document))
    said = [one.said for section in sections for one in section.walk() if one.tag == "Figure"]
    leaves = [one.item for page in document.pages for one in page.leaves]
    charts = [one.alt for one in leaves if isinstance(one, ChartItem)]
    in_diagrams = [one.said for one in leaves if isinstance(one, ConnectorsItem)]
    in_charts = [one for one in said if one not in (*in_markdown, *in_diagrams)]
    assert [one for one in said if one in in_markdown] == in_markdown
    assert len(in_charts) == len(charts)
    assert all(one.startswith(" ".join(alt.split())) for one, alt in zip(in_charts, charts, strict=True))


# --- What the Markdown says ---------------------------------------------------------------------


def _comparable(document: Document) -> Document:
    """Return a document without what its Markdown alone has in words: notes, names of sections, charts, formulas.

    Diagrams are the words of their nodes, as they are in PDF: Markdown has them as flowcharts.
    """
    return replace(document, pages=tuple(map(_comparable_page, document.pages)))


def _comparable_page(page: Page) -> Page:
    placed = tuple(_without_charts(one) for one in page.placed if one.role not in _CHARTED)
    return replace(page, placed=placed, notes=(), unsaid=(), section=None)


_CHARTED = (Role.CHART, Role.ANNOTATIONS, Role.EQUATION)
"""What a PDF says in words of its own."""


def _without_charts(placed: Placed) -> Placed:
    if not isinstance(placed.item, GroupItem):
        return placed
    if placed.role is Role.DIAGRAM:
        placed = replace(placed, role=Role.ITEM)
    children = tuple(_without_charts(one) for one in placed.item.children if one.role not in _CHARTED)
    return replace(placed, item=replace(placed.item, children=children))


def _slides(markdown: str) -> Iterator[list[str]]:
    """Yield the texts of each slide's blocks. Rules part slides."""
    markdown = re.sub(r"(?m)^\[\^\d+-\d+\]: ", "", markdown)
    markdown = re.sub(r"\[\^\d+-(\d+)\]", r"\1", markdown)
    markdown = re.sub(r"(?<!\\)[\^~]", "", markdown)  # what marks scripts, which CommonMark does not know
    blocks: list[str] = []
    for token in _parsed(markdown):
        if token.type == "hr":
            yield blocks
            blocks = []
        elif token.type == "fence":
            blocks.append(token.content)
        elif token.type == "inline":
            blocks.append("".join(map(_text, token.children or ())))
    yield blocks


def _parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def _alt(image: Token) -> str:
    return "".join(map(_text, image.children or ()))


def _text(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""


# --- What the PDF says --------------------------------------------------------------------------


def _with_strip(blocks: list[str], page: Page) -> list[str]:
    """Return the blocks of a slide with its credits back in one at its end, as the page shows them."""
    strip = next((one.item.text for one in page.placed if _is_strip(one) and isinstance(one.item, TextItem)), None)
    if strip is None:
        return blocks
    kept = [" ".join(one.split()) for one in blocks]
    rest = []
    for entry in strip.split(SEPARATOR):
        if entry in kept:
            kept.remove(entry)
        else:
            rest.append(entry)
    if rest:
        kept.remove(SEPARATOR.join(rest))
    return [*kept, strip]


def _is_strip(placed: Placed) -> bool:
    return placed.role is Role.CREDITS
