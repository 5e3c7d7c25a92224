"""Any Unicode text goes through every phase and every renderer: a message, or all that can be seen of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from hypothesis import HealthCheck, example, given, settings
from lxml import html as html_parser
from pptx import Presentation

from deckmaker.diagnostics import Severity
from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.markdown import MarkdownRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.characters.any_text import any_text, deck_of, visible
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by
from tests.samples import examples

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def noto() -> Iterator[None]:
    """Fonts for many scripts, so that much can be shown."""
    with fonts_in(NOTO, NOTO_CJK):
        yield


def pdf_words(file: bytes) -> str:
    """Return all characters of a PDF's pages in the order in which they are drawn, read by pdfplumber."""
    with pdfplumber.open(BytesIO(file)) as pdf:
        return "".join(char["text"] for page in pdf.pages for char in page.chars)


def pptx_words(file: bytes) -> str:
    """Return all words of a presentation's slides and notes, read by python-pptx."""
    found: list[str] = []
    for slide in Presentation(BytesIO(file)).slides:
        found += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        if slide.has_notes_slide:
            found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def html_words(file: bytes) -> str:
    """Return all words of a page's slides, read by lxml."""
    return "\n".join(html_parser.document_fromstring(file.decode()).find_class("slides")[0].itertext())


def check(document: Document, text: str) -> None:
    """Look for all that can be seen of a text, in order, in what every format says."""
    found = {
        "pdf": pdf_words(rendered_by(PdfRenderer(), document)),
        "md": rendered_by(MarkdownRenderer(), document).decode(),
        "pptx": pptx_words(rendered_by(PptxRenderer(), document)),
        "html": html_words(rendered_by(HtmlRenderer(), document)),
    }
    for name, words in found.items():
        assert visible(text) in visible(words), name


@settings(max_examples=examples(150), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_text)
@example("\ud800")
@example("a" + "\u0301" * 200)
@example("\u202eevil\u202c \u2066x\u2069 \u200e")
@example("soft\u00adhyphen zero\u200bwidth no\u00a0break \u3000 wide\tand\u2028line\u2029paragraph\u0085next")
@example("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇩🇪 1️⃣ ❤︎ ❤️ 👍🏽 葛\U000e0100")
@example("\ue000 \U0010ffff \ufdd0 \u0378 \x7f \x80")
def test_any_text_is_shown_or_refused(tmp_path: Path, text: str) -> None:
    """In title, text, list, credits, trail, footer, notes and section; never an exception, never a loss in silence."""
    document, diagnostics = Project(tmp_path).read(deck_of(text))
    if document is None:
        assert any(one.severity is Severity.ERROR for one in diagnostics)
        return
    check(document, re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]", "", text))
