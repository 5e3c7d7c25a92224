"""Where the structure tree has credits: behind what they are for, or at the end where that is several things or none.

Read back by pikepdf and pdfplumber, which see the drawing and the tree each for themselves.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image

from deckmaker.layout import Document
from tests.projects import DECK, Project
from tests.render.pdf.decks import rendered
from tests.render.pdf.tagged_text import read_tagged
from tests.render.pdf.tagging_judges import complaints


def told(slide: str, project: Project, deck: str = "") -> list[str]:
    """Return what the last slide tells behind its heading: words, the first of figures' alt texts, tables as such."""
    document = document_of(slide, project, deck)
    file = rendered(document)
    assert complaints(file, document) == []
    found = []
    for one in list(read_tagged(file)[-1].walk())[2:]:
        if one.tag == "Figure":
            found.append(f"({one.said.split()[0]})")
        elif one.tag in ("P", "Caption", "H3"):
            found.append(one.text.strip())
        elif one.tag == "Table":
            found.append(one.tag)
    return found


def document_of(slide: str, project: Project, deck: str = "") -> Document:
    """Return a deck of a title page and a slide with a title and what it says besides."""
    return project.document(f"{deck}{DECK}  - title: Levels\n    {slide}\n")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with two pictures."""
    project = Project(tmp_path_factory.mktemp("credits"))
    for name, color in (("a", "#336699"), ("b", "#996633")):
        Image.new("RGB", (160, 90), color).save(project.folder / f"{name}.png")
    return project


A = "{file: ../a.png, alt: A, credit: Ann}"
B = "{file: ../b.png, alt: B, caption: Below, credit: Bob}"

SLIDES = {
    "pictures": (f"images: [{A}, {B}]", ["(A)", "Picture: Ann", "(B)", "Below", "Picture: Bob"]),
    "two of one author": (
        "images: [{file: ../a.png, alt: A, credit: Ann}, {file: ../b.png, alt: B, credit: Ann}]",
        ["(A)", "(B)", "Picture: Ann"],
    ),
    "one of two, and the slide's own": (
        f"image: {A}\n    text: Loud\n    credits: [{{role: text, text: Cid}}, {{role: data, text: Dan}}]",
        ["Loud", "(A)", "Picture: Ann", "Text after: Cid · Data: Dan"],
    ),
    "the slide's around a picture's": (
        f"columns: [{{text: One, image: {A}}}, {{callout: {{text: Two, title: Note, credit: Eve}}}}]\n"
        "    credits: [{role: data, text: Dan}]",
        ["One", "(A)", "Picture: Ann", "Note", "Two", "Text after: Eve · Data: Dan"],
    ),
    "a decorative picture": (
        "image: {file: ../a.png, decorative: true, credit: Ann}\n    text: Loud",
        ["Loud", "Picture: Ann"],
    ),
    "a quotation": (
        f"content: [{{quote: {{text: One, by: Two, credit: Ann}}}}, {{image: {B}}}]",
        ["One", "Two", "Text after: Ann", "(B)", "Below", "Picture: Bob"],
    ),
    "tables": (
        "columns: [{table: {rows: [[X, Y], [One, '48']], credit: Ann}},"
        " {table: {rows: [[X, Y], [Two, '50']], caption: Below, credit: Bob}}]",
        ["Table", "Data: Ann", "Table", "Below", "Data: Bob"],
    ),
    "a chart": (
        "columns: [{chart: {values: {2023: 4, 2024: 5}, type: column, alt: A, note: By year, credit: Ann}},"
        f" {{image: {B}}}]",
        ["(A)", "By year", "Data: Ann", "(B)", "Below", "Picture: Bob"],
    ),
}


@pytest.mark.parametrize("kind", SLIDES)
def test_credits_follow_what_they_are_for(kind: str, project: Project) -> None:
    """Behind a caption or an attribution, which stay with their own."""
    slide, expected = SLIDES[kind]
    assert told(slide, project) == expected


LINKED = "{file: ../%s.png, alt: %s, credit: {creator: %s Ooo, url: 'https://example.org/', license: CC BY 4.0}}"


@pytest.mark.parametrize("printed", ["names", "urls"])
def test_links_stay_in_their_entries_over_lines(printed: str, project: Project, tmp_path: Path) -> None:
    """Two entries that lead to one place, side by side, are two links; what they say on paper is whole."""
    names = ["A" + "a" * 30, "B" + "b" * 30]
    slide = f"images: [{LINKED % ('a', 'A', names[0])}, {LINKED % ('b', 'B', names[1])}]"
    found = told(slide, project, f"credits: {{print: {printed}}}\n")
    assert [one[:10] for one in found] == ["(A)", "Picture: A", "(B)", "Picture: B"]
    assert names[0] in found[1] and names[1] in found[3]
    assert all(("example.org" in found[index]) is (printed == "urls") for index in (1, 3))


def test_the_strip_is_drawn_as_one_line(project: Project) -> None:
    """The tree alone has it in parts: what is copied from the page is the strip, in order."""
    file = rendered(document_of(SLIDES["pictures"][0], project))
    with pdfplumber.open(BytesIO(file)) as pdf:
        assert "Picture: Ann · Picture: Bob" in pdf.pages[-1].extract_text()
