"""Fonts that stand in for the theme's, in the files: read back by independent readers."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pdfplumber
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from deckmaker.fonts.families import FAMILIES
from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.projects import DECK, Project
from tests.render.laid_out_decks import rendered_by

TEXT = "Plain **नमस्ते** `code ✓` x^✓^ [漢字 link](https://example.org) कि கொடை z̄ end"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Document]:
    """A slide with words in many fonts."""
    with fonts_in(NOTO, NOTO_CJK):
        yield Project(tmp_path_factory.mktemp("stand-ins")).document(f"{DECK}    layout: content\n    text: '{TEXT}'\n")


def test_the_pdf_embeds_a_subset_of_every_font_as_truetype(laid_out: Document) -> None:
    """Of PostScript outlines too; each program has the glyphs that are drawn, and their widths."""
    with pikepdf.open(BytesIO(rendered_by(PdfRenderer(), laid_out))) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]
        programs = {
            str(font.BaseFont).partition("+")[2]: font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            for font in fonts
        }
    assert {"NotoSansDevanagari-Bold", "NotoSansDevanagari", "NotoSansTamil", "NotoSansCJKJP"} <= set(programs)
    for program in programs.values():
        font = TTFont(BytesIO(program))
        drawn = [name for name in font.getGlyphOrder() if font["glyf"][name].numberOfContours]
        assert drawn and "fvar" not in font
    assert len(programs["NotoSansCJKJP"]) < 10_000


def test_the_pdf_says_the_words_in_the_order_in_which_they_are_written(laid_out: Document) -> None:
    """Whatever order their signs stand in."""
    with pdfplumber.open(BytesIO(rendered_by(PdfRenderer(), laid_out))) as pdf:
        words = "".join(char["text"] for char in pdf.pages[0].chars)
    expected = "Plain नमस्ते code ✓ x✓ 漢字 link कि கொடை z̄ end"  # which takes two lines, with no space between
    assert expected.replace(" ", "") in normalize("NFC", words).replace(" ", "")


def test_the_page_embeds_each_font_and_names_it_on_its_words(laid_out: Document) -> None:
    """A class of its own; the theme's words have none."""
    html = rendered_by(HtmlRenderer(), laid_out).decode()
    assert '<strong><span class="installed-Noto_20Sans_20Devanagari">नमस्ते</span></strong>' in html
    assert "link</a>" in html and '<span class="installed-Noto_20Sans_20CJK_20JP">漢字</span> link' in html
    assert '<code>code <span class="installed-Noto_20Sans_20CJK_20JP">✓</span></code>' in html
    (name,) = re.findall(r"\.installed-Noto_20Sans_20CJK_20JP\{font-family:(dm-\d+)\}", html)
    (data,) = re.findall(rf"font-family:{name};font-weight:400[^}}]*base64,([^)]*)\)", html)
    font = TTFont(BytesIO(b64decode(data)))
    assert {ord(one) for one in "漢字✓"} <= set(font.getBestCmap())
    assert (font["hhea"].ascent, font["hhea"].descent) == (800, -200)


def test_a_web_font_has_the_parts_that_its_letters_are_shaped_from(laid_out: Document) -> None:
    """HarfBuzz takes a Tamil vowel apart, whose halves stand on both sides of its consonant."""
    html = rendered_by(HtmlRenderer(), laid_out).decode()
    (name,) = re.findall(r"\.installed-Noto_20Sans_20Tamil\{font-family:(dm-\d+)\}", html)
    (data,) = re.findall(rf"font-family:{name};[^}}]*base64,([^)]*)\)", html)
    assert {0x0BC6, 0x0BBE, 0x0BCA} <= set(TTFont(BytesIO(b64decode(data))).getBestCmap())


def test_the_presentation_names_each_font_on_its_run(laid_out: Document) -> None:
    """As all three of a run's fonts; the runs beside it name the theme's as theirs, by reference."""
    slide = Presentation(BytesIO(rendered_by(PptxRenderer(), laid_out))).slides[0]
    (body,) = [one for one in slide.placeholders if "Plain" in one.text_frame.text]
    named = [
        (
            run.text,
            [(child.tag.rpartition("}")[2], child.get("typeface")) for child in run._r.rPr if child.get("typeface")],
        )
        for run in body.text_frame.paragraphs[0].runs
    ]
    devanagari = [(kind, "+mn-cs") for kind in ("latin", "ea", "cs")]
    assert named[:2] == [("Plain ", [("ea", "+mn-lt"), ("cs", "+mn-lt")]), ("नमस्ते", devanagari)]
    assert ("code ", [(kind, "Courier New") for kind in ("latin", "ea", "cs")]) in named
    assert body.text_frame.text == "Plain नमस्ते code ✓ x✓ 漢字 link कि கொடை z̄ end"
    linked = [run.text for run in body.text_frame.paragraphs[0].runs if run.hyperlink.address]
    assert "".join(linked) == "漢字 link"


def test_a_presentation_in_the_themes_letters_names_no_font(tmp_path: Path) -> None:
    """A run inherits it."""
    laid_out = Project(tmp_path).document(f"{DECK}    layout: content\n    text: Plain **words**\n")
    slide = Presentation(BytesIO(rendered_by(PptxRenderer(), laid_out))).slides[0]
    runs = [run for shape in slide.placeholders for one in shape.text_frame.paragraphs for run in one.runs]
    assert runs and all(child.get("typeface") is None for run in runs for child in run._r.rPr)


def test_a_style_that_the_font_lacks_is_not_imitated(tmp_path: Path) -> None:
    """Noto Sans CJK is regular here: a bold title says so of its East Asian words, and PDF and HTML show the same."""
    with fonts_in(NOTO_CJK):
        laid_out = Project(tmp_path).document(
            "title: T\nslides:\n  - title: 漢字 words\n    layout: content\n    text: a\n"
        )
        slide = Presentation(BytesIO(rendered_by(PptxRenderer(), laid_out))).slides[0]
        runs = slide.shapes.title.text_frame.paragraphs[0].runs
        assert [(run.text, run._r.rPr.get("b")) for run in runs] == [("漢字", "0"), (" words", None)]


def test_the_families_that_come_first_are_deckmakers_own() -> None:
    """Every Office has them."""
    from deckmaker.fonts.fallback import _NEXT

    assert set(_NEXT) == set(FAMILIES) and {one for names in _NEXT.values() for one in names} <= set(FAMILIES)
