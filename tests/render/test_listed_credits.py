"""Slides that list credits, in each format: texts, links and pictures of their own, under an entry in the outline."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from pptx import Presentation

from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.markdown import MarkdownRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by

DECK = """\
title: T
credits: {where: end}
slides:
  - title: One
    section: S
    image: {file: ../a.png, alt: Cranes, credit: {creator: A. Lind, license: CC-BY-4.0}}
  - title: Two
    credits: [DepositPhotos]
"""


def document(folder) -> Document:
    """Return the deck's document: two slides, and one that lists their credits."""
    project = Project(folder)
    project.picture("a.png", (80, 60))
    return project.document(DECK)


def test_powerpoint_has_texts_that_are_no_placeholders(tmp_path):
    """A placeholder is filled once; beside the texts are pictures with alt text, and none of the layout's is empty."""
    presentation = Presentation(BytesIO(rendered_by(PptxRenderer(), document(tmp_path))))
    slide = presentation.slides[2]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and not shape.is_placeholder]
    assert texts == ["Slide 1\nPicture: A. Lind, CC BY 4.0", "Slide 2\nText after: DepositPhotos"]
    (picture,) = [shape for shape in slide.shapes if hasattr(shape, "image")]
    assert picture._element.xpath(".//p:cNvPr/@descr") == ["Cranes"]
    assert all(shape.text_frame.text for shape in slide.placeholders)
    links = [run.hyperlink.address for shape in slide.shapes if shape.has_text_frame for run in _runs(shape)]
    assert "https://creativecommons.org/licenses/by/4.0/" in links
    sections = presentation.part._element.iter("{*}section")
    assert [(one.get("name"), len(one[0])) for one in sections] == [("S", 2), ("Credits", 1)]


def _runs(shape):
    return (run for paragraph in shape.text_frame.paragraphs for run in paragraph.runs)


def test_the_pdf_has_it_in_its_outline(tmp_path):
    """As a section, where the deck has sections."""
    with pikepdf.open(BytesIO(rendered_by(PdfRenderer(), document(tmp_path)))) as pdf, pdf.open_outline() as outline:
        entries = [(one.title, [child.title for child in one.children]) for one in outline.root]
    assert entries == [("S", ["One", "Two"]), ("Credits", ["Credits"])]


def test_the_page_has_each_picture_once(tmp_path):
    """A picture of the list is that of its slide, shown again; it says what it shows."""
    page = rendered_by(HtmlRenderer(), document(tmp_path)).decode()
    listed = page[page.index('id="slide-3"') :]
    assert page.count("data:image/png;base64,") == 1
    assert re.search(r'<svg role="img" aria-label="Cranes"[^>]*><use href="#picture-1">', listed)
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in listed


def test_markdown_lists_them_too(tmp_path):
    """Picture, then words."""
    text = rendered_by(MarkdownRenderer(), document(tmp_path)).decode()
    assert "# Credits\n\n![Cranes](a.png)\n\n**Slide 1**\n\nPicture: A. Lind, [CC BY 4.0]" in text
