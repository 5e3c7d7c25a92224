"""A picture that says nothing, and one of which nobody has said anything: two things, in every format."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import lxml.html
import pytest
from lxml import etree

from deckmaker.layout import PictureItem
from deckmaker.render.html import HtmlRenderer
from deckmaker.render.pdf import PdfRenderer
from deckmaker.render.pptx import PptxRenderer
from tests.projects import Project
from tests.render.laid_out_decks import rendered_by
from tests.render.pdf.tagged_text import read_tagged

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
DECK = "title: T\nlogo: ../wave.png\nslides:\n  - title: A\n    image: {file: ../%s%s, credit: B}\n"
CASES = {"said": ", alt: A wave", "missing": "", "decorative": ", decorative: true"}
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><circle cx="4" cy="3" r="2" fill="#336699"/></svg>'


@pytest.fixture(params=["wave.png", "wave.svg"])
def document_of(request, tmp_path):
    """Return what lays out a deck whose picture is a photo or a drawing, with a logo."""
    project = Project(tmp_path)
    project.picture("wave.png")
    (tmp_path / "wave.svg").write_text(DRAWING)
    return lambda case: project.document(DECK % (request.param, CASES[case]))


@pytest.mark.parametrize(
    ("case", "described", "decorative"),
    [("said", "A wave", False), ("missing", None, False), ("decorative", None, True)],
)
def test_powerpoint_is_told_the_one_or_the_other(case, described, decorative, document_of):
    """What nobody has said stays open, so that PowerPoint's checker asks for it; the logo is decorative."""
    with ZipFile(BytesIO(rendered_by(PptxRenderer(), document_of(case)))) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
        layouts = [archive.read(name) for name in archive.namelist() if re.match(r"ppt/slideLayouts/\w+\.xml", name)]
    logos = [one for layout in layouts for one in etree.fromstring(layout).iterfind(f".//{P}nvPicPr/{P}cNvPr")]
    assert logos and all(one.get("descr") is None and [*one.iter(DECORATIVE)] for one in logos)
    properties = {one.get("name"): one for one in slide.iterfind(f".//{P}nvPicPr/{P}cNvPr")}
    (picture,) = properties.values()
    assert picture.get("descr") == described
    assert [one.get("val") for one in picture.iter(DECORATIVE)] == (["1"] if decorative else [])


def test_a_page_is_told_the_one_or_the_other(document_of):
    """As HTML has it for photos, and ARIA for drawings."""
    said = {}
    for case in CASES:
        page = lxml.html.fromstring(rendered_by(HtmlRenderer(), document_of(case)))
        (picture,) = page.xpath(
            "//*[contains(@class, 'picture')][not(contains(@class, 'logo'))]/*[self::img or self::svg]"
        )
        if picture.tag == "img":
            said[case] = picture.get("alt"), picture.get("generator-unable-to-provide-required-alt")
            assert said[case] == {"said": ("A wave", None), "missing": (None, ""), "decorative": ("", None)}[case]
        else:
            said[case] = picture.get("role"), picture.get("aria-label"), picture.get("aria-hidden")
            assert (
                said[case]
                == {
                    "said": ("img", "A wave", None),
                    "missing": ("img", None, None),
                    "decorative": (None, None, "true"),
                }[case]
            )
    assert len(set(said.values())) == 3


def test_layout_passes_on_what_the_deck_says(document_of):
    """To whichever renderer there is."""
    for case in CASES:
        (item,) = (
            leaf.item
            for leaf in document_of(case).pages[0].leaves
            if isinstance(leaf.item, PictureItem) and leaf.slot != "logo"
        )
        assert (item.alt, item.decorative) == ("A wave" if case == "said" else "", case == "decorative")


def test_pdf_passes_over_decorative_pictures_alone(document_of):
    """One of which nobody says what it shows is a figure all the same: whoever listens learns that it is there."""
    said = {}
    for case in CASES:
        sections = read_tagged(rendered_by(PdfRenderer(), document_of(case)))
        said[case] = [one.said for section in sections for one in section.walk() if one.tag == "Figure"]
    assert said == {"said": ["A wave"], "missing": ["Picture"], "decorative": []}
