"""A brand's fonts in the files: read back by fontTools, pikepdf, pdfplumber and python-pptx."""

from __future__ import annotations

import re
import zlib
from base64 import b64decode
from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pptx import Presentation

from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.brand_fonts import INTER, INTER_STYLES, NOTO_SANS, NOTO_SANS_CJK, write_theme
from tests.fonts.font_making import opened, with_os2
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by

DECK = """\
title: Night noise
theme: ../brand.yaml
slides:
  - title: Night noise
    text: "Plain **bold** *italic* ***both*** and `code`, first and office"
  - title: In numbers
    layout: table
    table:
      rows: [[Place, Level], [Berth 4, 61], [Berth 5, 58]]
"""


def laid_out(folder: Path, family: str, *files: Path, more: str = "") -> Document:
    """Return the deck in a family in files."""
    project = Project(folder)
    write_theme(folder, family, files, more)
    document, diagnostics = project.read(DECK)
    assert document, [one.message for one in diagnostics]
    return document


def pdf_programs(document: Document) -> dict[str, TTFont]:
    """Return the fonts in a document's PDF by their names without tags."""
    with pikepdf.open(BytesIO(rendered_by(PdfRenderer(), document))) as pdf:
        assert pdf.check_pdf_syntax() == []
        fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]
        return {
            str(one.BaseFont).partition("+")[2]: TTFont(
                BytesIO(one.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes())
            )
            for one in fonts
        }


def web_fonts(document: Document) -> dict[tuple[str, str, str], TTFont]:
    """Return the fonts in a document's page by name, weight and style."""
    html = rendered_by(HtmlRenderer(), document).decode()
    rule = (
        r"@font-face\{font-family:(dm-\d);font-weight:(\d+);font-style:(\w+);src:url\(data:font/woff;base64,([^)]*)\)"
    )
    return {found[:3]: TTFont(BytesIO(b64decode(found[3]))) for found in re.findall(rule, html)}


def test_pdf_and_page_carry_a_subset_of_each_face(tmp_path: Path) -> None:
    """Those that are drawn, with the outlines that the files have, and without what is not used."""
    document = laid_out(tmp_path, "Inter", *INTER_STYLES)
    programs, faces = pdf_programs(document), web_fonts(document)
    assert programs.keys() == {"Inter", "Inter-Bold", "Inter-Italic", "Inter-BoldItalic", "Cousine"}
    inter = next(name for name, weight, style in faces if (weight, style) == ("700", "italic"))
    assert {key[1:] for key in faces if key[0] == inter} == {
        (w, s) for w in ("400", "700") for s in ("normal", "italic")
    }
    own = opened(INTER["700Bold"])
    for font in (programs["Inter-Bold"], faces[inter, "700", "normal"]):
        drawn = [name for name in font.getGlyphOrder() if font["glyf"][name].numberOfContours]
        assert 0 < len(drawn) < 80
    bold = faces[inter, "700", "normal"]
    for letter in "Nb":
        ours, theirs = (one["hmtx"][one.getBestCmap()[ord(letter)]][0] for one in (bold, own))
        assert ours == theirs
    assert "Inter" not in {str(name) for name in bold["name"].names if name.nameID in (1, 3, 4, 6)}


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize(
    ("family", "files", "faces"),
    [
        ("Noto Sans", NOTO_SANS, {"NotoSans", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic"}),
        ("Noto Sans CJK JP", (NOTO_SANS_CJK,), {"NotoSansCJKJP"}),
    ],
)
def test_variable_and_postscript_fonts_are_embedded_static_and_as_truetype(family, files, faces, tmp_path) -> None:
    """A reader of a PDF needs no axes, and of the page no more than its weights; the same deck gives the same bytes."""
    document = laid_out(tmp_path, family, *files)
    programs = pdf_programs(document)
    assert programs.keys() == faces | {"Cousine"}
    assert all("glyf" in font and "fvar" not in font for font in programs.values())
    assert all("fvar" not in font for font in web_fonts(document).values())
    for renderer in (PdfRenderer, HtmlRenderer, PptxRenderer):
        assert rendered_by(renderer(), document) == rendered_by(renderer(), laid_out(tmp_path, family, *files))


@pytest.mark.slow
def test_a_font_that_forbids_subsets_goes_in_whole(tmp_path: Path) -> None:
    """With all of its glyphs, in both."""
    (tmp_path / "made").mkdir()
    files = [with_os2(file, tmp_path / "made" / file.name, fsType=0x104) for file in INTER_STYLES]
    document = laid_out(tmp_path, "Inter", *files)
    wanted = opened(files[0])["maxp"].numGlyphs
    programs = pdf_programs(document)
    assert programs["Inter"]["maxp"].numGlyphs == wanted
    assert wanted in {font["maxp"].numGlyphs for font in web_fonts(document).values()}
    assert max(font["maxp"].numGlyphs for font in web_fonts(document).values()) >= wanted
    with pdfplumber.open(BytesIO(rendered_by(PdfRenderer(), document))) as pdf:
        assert "first and office" in pdf.pages[0].extract_text()


def test_a_font_that_forbids_embedding_is_in_none_of_the_files(tmp_path: Path) -> None:
    """The PPTX names it, as its licence allows anybody to; PDF and page have Arial's twin."""
    (tmp_path / "made").mkdir()
    files = [with_os2(file, tmp_path / "made" / file.name, fsType=0x002) for file in INTER_STYLES]
    document = laid_out(tmp_path, "Inter", *files)
    assert {name.partition("-")[0] for name in pdf_programs(document)} == {"Arimo", "Cousine"}
    glyphs = {font["name"].getDebugName(0) or "" for font in web_fonts(document).values()}
    assert not any("Inter" in one for one in glyphs)
    assert theme_fonts(document) == ["Inter", "Inter"]


def theme_fonts(document: Document) -> list[str]:
    """Return the families of a presentation's theme: of headings and of texts."""
    presentation = Presentation(BytesIO(rendered_by(PptxRenderer(), document)))
    (theme,) = [one for one in presentation.part.package.iter_parts() if "theme/theme1.xml" in one.partname]
    return re.findall(r'<a:latin typeface="([^"]*)"', theme.blob.decode())


def test_the_presentation_names_the_family_once_and_refers_to_it(tmp_path: Path) -> None:
    """Who changes the theme's fonts in PowerPoint changes the deck."""
    document = laid_out(tmp_path, "Inter", *INTER_STYLES)
    assert theme_fonts(document) == ["Inter", "Inter"]
    slides = Presentation(BytesIO(rendered_by(PptxRenderer(), document))).slides
    assert 'typeface="Inter"' not in "".join(slide.element.xml for slide in slides)


def test_the_presentation_says_of_no_run_that_it_is_what_its_family_lacks(tmp_path: Path) -> None:
    """PowerPoint would thicken and slant the regular, to widths that nobody measured: in texts, titles and tables."""
    document = laid_out(tmp_path, "Inter", INTER["400Regular"])
    presentation = Presentation(BytesIO(rendered_by(PptxRenderer(), document)))
    runs = [run for slide in presentation.slides for run in slide.element.iter("{*}r")]
    bold = [run for run in runs if run.find("{*}rPr").get("b") == "1" or run.find("{*}rPr").get("i") == "1"]
    assert runs and bold == []
    words = {run.find("{*}t").text: run.find("{*}rPr") for run in runs}
    assert words["Place"].get("b") == "0"  # where the table's style says that it is bold
    levels = [part.blob.decode() for part in presentation.part.package.iter_parts() if "slideMaster1" in part.partname]
    assert not re.search(r'<p:titleStyle>.*? b="1".*?</p:titleStyle>', levels[0], re.DOTALL)


def test_a_family_that_is_not_at_hand_is_named_in_the_presentation_alone(tmp_path: Path) -> None:
    """Its code family, too, on each run of code."""
    project = Project(tmp_path)
    theme = "extends: briefing\nfonts: {heading: Harbour Grotesk, body: Harbour Grotesk, code: Harbour Mono}\n"
    (tmp_path / "brand.yaml").write_text(theme, encoding="utf-8")
    document, _ = project.read(DECK)
    assert document and theme_fonts(document) == ["Harbour Grotesk", "Harbour Grotesk"]
    slides = Presentation(BytesIO(rendered_by(PptxRenderer(), document))).slides
    assert 'typeface="Harbour Mono"' in slides[0].element.xml and "Courier New" not in slides[0].element.xml
    html, pdf = (rendered_by(renderer(), document) for renderer in (HtmlRenderer, PdfRenderer))
    assert b"Harbour Grotesk" not in html and b"Harbour" not in zlib_free(pdf)


def zlib_free(pdf: bytes) -> bytes:
    """Return a PDF with its streams unpacked."""
    parts = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    found = [pdf]
    for part in parts:
        try:
            found.append(zlib.decompress(part))
        except zlib.error:
            continue
    return b"".join(found)
