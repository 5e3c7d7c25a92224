"""Texts and notes that are Markdown, read back from each output by another program: lists, breaks, code, notes."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import lxml.html
import pdfplumber
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.slide import Slide
from pptx.text.text import _Paragraph

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from deckmaker.resolve.text_markdown import read_text
from deckmaker.resolve.text_parts import Head, List, Quoted
from tests.projects import Project, place
from tests.render.laid_out_decks import rendered_by
from tests.render.markdown_readers import commonmark
from tests.samples import examples

DECK = r"""
title: Night noise
slides:
  - title: Night noise
  - title: Findings
    text: |
      Quay 4\
      Second floor

      - Berth 4

        faces the houses
      - Berth 5
        1. near
        2. loud
      4) four
      5) five

      `a   b`
    notes: |
      Welcome *them*
      slowly.

      - one minute
        and no more
      - questions

        3. of the board
        4. of others

      Thanks.
"""
NOTES = [
    ("Welcome *them*\nslowly.", None, 0),
    ("one minute\nand no more", "•", 0),
    ("questions", "•", 0),
    ("of the board", "3", 1),
    ("of others", "3", 1),
    ("Thanks.", None, 0),
]
"""Words, with what begins the list that they are in, and its level."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The deck laid out."""
    return Project(tmp_path_factory.mktemp("texts")).document(DECK)


def rendered(document: Document, format: str) -> bytes:
    """Return an output of which there is nothing to report."""
    renderer = load_renderer(format, Diagnostics())
    assert renderer
    return rendered_by(renderer, document)


def slide(document: Document) -> Slide:
    """Return the second slide as python-pptx reads it."""
    return list(Presentation(BytesIO(rendered(document, "pptx"))).slides)[1]


def sign(paragraph: _Paragraph) -> str | None:
    """Return the bullet or the number that a paragraph names itself, None where it names none."""
    (properties,) = paragraph._p.xpath("./a:pPr") or (None,)
    if properties is None:
        return None
    for mark in properties.xpath("./a:buChar/@char | ./a:buAutoNum/@startAt"):
        return str(mark)
    return "1" if properties.xpath("./a:buAutoNum") else None


def test_powerpoint_has_breaks_lists_and_notes(document: Document) -> None:
    """A break within a paragraph, each list with the number it begins with, and notes as lists."""
    found = slide(document)
    body = max((shape for shape in found.shapes if shape.has_text_frame), key=lambda one: len(one.text_frame.text))
    paragraphs = body.text_frame.paragraphs
    assert [one.text.replace("\v", "\n") for one in paragraphs] == [
        "Quay 4\nSecond floor",
        "Berth 4\nfaces the houses",
        "Berth 5",
        "near",
        "loud",
        "four",
        "five",
        "a   b",
    ]
    assert [sign(one) for one in paragraphs[3:7]] == ["1", "1", "4", "4"]
    notes = found.notes_slide.notes_text_frame.paragraphs
    assert [(one.text.replace("\v", "\n"), sign(one), one.level) for one in notes] == NOTES


@pytest.mark.slow
def test_the_validator_has_no_complaint(document: Document, tmp_path: Path) -> None:
    """About breaks, lists that begin anywhere, and notes."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered(document, "pptx"))
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


def test_the_page_has_breaks_lists_and_notes(document: Document) -> None:
    """As elements; of code the spaces are kept by its style."""
    page = lxml.html.fromstring(rendered(document, "html"))
    (section,) = page.xpath("//section[@id='slide-2']")
    assert [one.getnext().tag for one in section.xpath(".//p[br]/br") if one.getnext() is not None] == []
    assert [len(one.xpath("./li")) for one in section.xpath("./div//ul | ./div//ol")] == [2, 2, 2]
    assert section.xpath("./div//ol/@start") == ["4"]
    (code,) = section.xpath(".//code")
    assert (code.text, code.get("style")) == ("a   b", "white-space:pre-wrap")
    (notes,) = section.xpath(".//aside[@class='notes']")
    assert [one.tag for one in notes] == ["p", "ul", "p"]
    assert [one.text for one in notes.xpath("./ul/li")] == ["one minute", "questions"]
    assert notes.xpath("./ul/li[2]/ol/@start") == ["3"]
    assert [one.text for one in notes.xpath(".//ol/li")] == ["of the board", "of others"]


def test_the_pdf_has_a_line_for_each(document: Document) -> None:
    """In order, for whoever copies them."""
    with pdfplumber.open(BytesIO(rendered(document, "pdf"))) as pdf:
        lines = pdf.pages[1].extract_text_lines()
    words = [re.sub(r"^(?:▪|\d\.|[a-z]\.) ", "", line["text"]) for line in lines]
    assert words[1:-1] == [
        "Quay 4",
        "Second floor",
        "Berth 4",
        "faces the houses",
        "Berth 5",
        "near",
        "loud",
        "four",
        "five",
        "a b",
    ]


def test_markdown_reads_back_as_it_was_written(document: Document) -> None:
    """The same blocks, breaks and code, to CommonMark's own parser; notes are quotations."""
    tokens = MarkdownIt("commonmark").parse(rendered(document, "md").decode().split("---")[1])
    kinds = [token.type.removesuffix("_open") for token in tokens if token.nesting > 0]
    assert kinds.count("list_item") == 6 + 4
    assert [token.attrs["start"] for token in tokens if token.type == "ordered_list_open" and token.attrs] == [4, 3]
    inline = [child for token in tokens for child in token.children or ()]
    assert sum(child.type == "hardbreak" for child in inline) == 4
    assert [child.content for child in inline if child.type == "code_inline"] == ["a   b"]


LINES = st.sampled_from(
    [
        "a b",
        "a\\",
        "*c*  ",
        "- d",
        "- e\\\n  f",
        "  - g",
        "  1. h",
        "2. i",
        "> j\\\n> k",
        "## l",
        "`m  n`",
        "",
        "",
        "1) o",
    ]
)


@given(st.lists(LINES, min_size=1, max_size=10).map("\n".join))
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_as_markdown_says_what_was_read(tmp_path: Path, text: str) -> None:
    """As many items, quotations, breaks and stretches of code, and the same words in the same order."""
    assume(text.strip() and not any(flaw.code == "wrong-value" for flaw in read_text(text, place()).flaws))
    lines = "".join(f"      {line}\n" for line in text.split("\n"))
    deck = f"title: T\noverflow: split\nslides:\n  - title: T\n  - layout: content\n    text: |2\n{lines}"
    document, diagnostics = Project(tmp_path).read(deck)
    assume(document and not diagnostics.failed() and len(document.pages) == 2)
    assert document
    ours = commonmark(rendered(document, "md").decode().split("---\n", 1)[1])
    parts = read_text(text, place()).parts
    words = [words.passage.text for words in read_text(text, place()).words]
    assert _letters(ours.words) == _letters("".join(words))
    assert ours.kinds["item"] == sum(len(part.items) for part in parts if isinstance(part, List))
    assert ours.kinds["quote"] == sum(isinstance(part, Quoted) for part in parts)
    assert ours.kinds["heading"] == sum(isinstance(part, Head) for part in parts)
    assert ours.kinds["code"] == sum(line.count("`") for line in words) / 2


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalpha())
