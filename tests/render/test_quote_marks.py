"""The large mark before a quotation: it is seen, and nobody reads it to anybody."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pytest
from lxml import html
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.projects import DECK, Project

DECORATIVE = "//*[local-name()='decorative'][@val='1']"


@pytest.fixture
def document(tmp_path):
    quote = '{text: "If you would not say it, do not write it.", by: A clerk}'
    return Project(tmp_path).document(f"{DECK}    layout: content\n    quote: {quote}\n")


def written(document: Document, name: str) -> BytesIO:
    """Return the output of that name."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    stream.seek(0)
    return stream


def test_it_is_hidden_from_screen_readers(document) -> None:
    page = html.parse(written(document, "html")).getroot()
    hidden = page.xpath("//p[ancestor::*[@aria-hidden='true']]")
    said = page.xpath("//figure//p[not(ancestor::*[@aria-hidden='true'])]")
    assert [one.text_content() for one in hidden] == ["“"]
    assert [one.text_content() for one in said] == ["If you would not say it, do not write it.", "A clerk"]


def test_it_is_decorative_in_powerpoint_and_fills_no_placeholder(document) -> None:
    (slide,) = Presentation(written(document, "pptx")).slides
    (mark,) = (one for one in slide.shapes if one.has_text_frame and one.text_frame.text == "“")
    assert not mark.is_placeholder
    assert mark._element.nvSpPr.cNvPr.xpath(f".{DECORATIVE}")


def test_it_is_an_artifact_in_the_pdf(document) -> None:
    with pdfplumber.open(written(document, "pdf")) as pdf:
        marked = [one["text"] for one in pdf.pages[0].chars if one["tag"] == "Artifact"]
        assert marked[0] == "“"  # before the slide's number


def test_it_is_no_word_of_markdown(document) -> None:
    assert "“" not in written(document, "md").read().decode()
