"""Links to slides in PowerPoint, the PDF and the HTML page."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import groupby

import pikepdf
import pytest
from lxml import html
from pptx import Presentation

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document
from deckmaker.render.registry import load_renderer
from tests.linked_deck import LINKED, page_numbers
from tests.projects import DECK, Project

_COLORS = re.compile(rb"[\d.]+ [\d.]+ [\d.]+ rg")


@pytest.fixture(scope="module")
def document(tmp_path_factory) -> Document:
    """The deck."""
    return Project(tmp_path_factory.mktemp("links")).document(LINKED)


def rendered(document: Document, name: str) -> BytesIO:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream


def test_powerpoint_goes_to_the_slides(document):
    """By the words themselves, in their own colour; and it knows slides by their ids (read by python-pptx)."""
    numbers = page_numbers(document)
    slides = list(Presentation(rendered(document, "pptx")).slides)
    assert {one.name: number for number, one in enumerate(slides, start=1) if one.name} == numbers
    found = {}
    for slide in slides:
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            click = run.find(".//{*}hlinkClick")
            if click is not None and click.get("action"):
                assert click.get("action") == "ppaction://hlinksldjump"
                (id,) = [value for name, value in click.attrib.items() if name.endswith("}id")]
                target = slide.part.related_part(id).slide
                found[run.find("{*}t").text] = [one.slide_id for one in slides].index(target.slide_id) + 1
    costs, remedies = numbers["costs"], numbers["remedies"]
    assert found == {
        "what is to be done": remedies,
        "what helps": remedies,
        "what ": costs,
        "a wall": costs,
        " costs": costs,
        "the remedies": remedies,
        "Remedies": remedies,
        "What a wall costs": costs,
    }


def test_an_id_that_is_no_name_of_a_slide_stays_out_of_powerpoint(tmp_path):
    """Two slides have no name in common there, and names have no spaces here."""
    slides = "  - {title: A, id: a b}\n  - {title: B, id: x}\n  - {title: C, id: x}\n"
    document = Project(tmp_path).document(f"{DECK}{slides}")
    assert [one.name for one in Presentation(rendered(document, "pptx")).slides] == ["", "", "x", ""]


def test_the_pdf_goes_to_the_pages(document):
    """Each part of a link, on whatever line; a screen reader says where to."""
    numbers = page_numbers(document)
    with pikepdf.open(rendered(document, "pdf")) as pdf:
        pages = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        found = [
            (number, pages[one.A.D[0].objgen], str(one.Contents))
            for number, page in enumerate(pdf.pages, start=1)
            for one in page.get("/Annots", ())
            if "/A" in one and one.A.S == "/GoTo"
        ]
    costs, remedies = numbers["costs"], numbers["remedies"]
    assert [one for one, _ in groupby(pair[:2] for pair in found)] == [
        (1, remedies),
        (2, remedies),
        (2, costs),
        (2, remedies),
        (costs, remedies),
        (remedies, costs),
    ]
    assert all(f"{to}" in words for _, to, words in found)


def test_on_paper_no_link_leads_to_a_hidden_slide(tmp_path):
    """It is not there. Its words look like those around them; in the other outputs the link leads to it."""
    slides = "  - {title: A, text: 'See [what it costs](#costs).'}\n  - {title: B, id: costs, hidden: true}\n"
    document = Project(tmp_path).document(f"{DECK}{slides}")
    with pikepdf.open(rendered(document, "pdf")) as pdf:
        assert len(pdf.pages) == 2 and "/Annots" not in pdf.pages[1]
        colors = _COLORS.findall(pdf.pages[1].Contents.read_bytes())
    without = Project(tmp_path).document(f"{DECK}{slides.replace('[what it costs](#costs)', 'what it costs')}")
    with pikepdf.open(rendered(without, "pdf")) as pdf:
        assert {*colors} == {*_COLORS.findall(pdf.pages[1].Contents.read_bytes())}
    shown = replace(document, paper=replace(document.paper, hidden=True))
    with pikepdf.open(rendered(shown, "pdf")) as pdf:
        assert len(pdf.pages) == 3 and len(pdf.pages[1].Annots) == 1
    assert b'href="#slide-3"' in rendered(document, "html").getvalue()


def test_the_html_goes_to_the_sections(document):
    """In the same window. Its words look like a link, which those of an agenda do not."""
    numbers = page_numbers(document)
    page = html.fromstring(rendered(document, "html").getvalue().decode())
    links = page.xpath("//section//a[starts-with(@href, '#slide-') and not(@role) and not(@class = 'marker')]")
    found = {(link.text_content(), int(link.get("href").removeprefix("#slide-"))) for link in links}
    costs, remedies = numbers["costs"], numbers["remedies"]
    assert found >= {("what a wall costs", costs), ("What a wall costs", costs), ("Remedies", remedies)}
    assert {number for _, number in found} == {costs, remedies}
    assert not any(link.get("target") or "within" in (link.get("class") or "") for link in links)
