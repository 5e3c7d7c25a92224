"""Hidden slides and the appendix: in each format, in the time of the talk and in its count."""

from __future__ import annotations

import json
import re

import pikepdf
import pytest
from pptx import Presentation

from deckmaker.model import SlideLink
from tests.projects import Project, run

DECK = """\
title: Harbour
minutes: 10
slides:
  - title: Harbour
  - title: Agenda
    agenda: true
  - {title: Spare, section: Findings, hidden: true, text: Not in the talk., minutes: 3}
  - {title: Costs, text: Nine million.}
  - {title: Thanks, layout: closing, text: Bye.}
  - {title: Sources, appendix: true, text: Long.}
  - {title: Methods, section: Methods, text: Longer., minutes: 4}
"""


@pytest.fixture
def built(tmp_path):
    """A project whose deck is built."""
    project = Project(tmp_path)
    result = run("build", project.write(DECK), "-f", "pptx", "-f", "pdf", "-f", "html", "-f", "md", "--notes")
    assert result.exit_code == 0, result.stderr
    return project.folder / "build"


def outline_and_labels(path):
    """Return what a PDF's outline leads to, by page, and the labels of its pages."""
    with pikepdf.open(path) as pdf:
        labels = [page.label for page in pdf.pages]
        with pdf.open_outline() as outline:
            titles = [one.title for root in outline.root for one in [root, *root.children]]
    return titles, labels


def test_pages_know_what_they_are(tmp_path):
    """Time is shared among the slides of the talk; the appendix begins a section of that name, which no agenda has."""
    document = Project(tmp_path).document(DECK)
    assert [page.hidden for page in document.pages] == [False, False, True, False, False, False, False]
    assert [page.appendix for page in document.pages] == [False] * 5 + [True] * 2
    assert [page.minutes for page in document.pages] == [2.5, 2.5, None, 2.5, 2.5, None, None]
    assert [page.section for page in document.pages][2:] == ["Findings", None, None, "Appendix", "Methods"]
    links = [run.link for text in document.slides[1].texts for run in text.runs if isinstance(run.link, SlideLink)]
    assert len(links) == 1


def test_powerpoint_hides_slides_itself(built):
    """Read by another program: the slide is there and not shown; the appendix is a section."""
    deck = Presentation(built / "deck.pptx")
    assert [slide._element.get("show") for slide in deck.slides] == [None, None, "0", None, None, None, None]
    sections = re.findall(r'<p14:section name="([^"]*)"', _part(built / "deck.pptx", "ppt/presentation.xml"))
    assert sections == ["Harbour", "Findings", "Appendix", "Methods"]


def _part(path, name):
    from zipfile import ZipFile

    return ZipFile(path).read(name).decode()


def test_paper_leaves_hidden_slides_out(built):
    """Pages keep the numbers of their slides; what led to a hidden one leads to the next."""
    titles, labels = outline_and_labels(built / "deck.pdf")
    assert "Spare" not in titles and "Costs" in titles
    assert labels == ["1", "2", "4", "5", "6", "7"]
    with pikepdf.open(built / "deck.pdf") as pdf:
        links = [one for one in pdf.pages[1].get("/Annots", []) if one.Subtype == "/Link"]
        assert [pdf.pages.index(pikepdf.Page(one.A.D[0])) for one in links] == [2]
    assert outline_and_labels(built / "deck-notes.pdf")[1] == list("123456")


@pytest.mark.parametrize(("key", "options"), [("pdf: {hidden: true}\n", []), ("", ["--hidden"])])
def test_paper_shows_them_on_wish(tmp_path, key, options):
    """Of the deck, or of whoever builds it."""
    project = Project(tmp_path)
    deck = project.write(DECK.replace("minutes: 10\n", f"minutes: 10\n{key}"))
    assert run("build", deck, "-f", "pdf", *options).exit_code == 0
    assert outline_and_labels(project.folder / "build" / "deck.pdf")[1] == list("1234567")


def test_the_page_and_markdown_mark_them(built):
    """In the deck's language."""
    page = (built / "deck.html").read_text(encoding="utf-8")
    marks = re.findall(r'<section id="slide-(\d)"[^>]* data-mark="(\w+)"', page)
    assert marks == [("3", "Hidden"), ("6", "Appendix"), ("7", "Appendix")]
    assert "*Hidden*\n\n# Spare" in (built / "deck.md").read_text(encoding="utf-8")


def test_show_tells_what_they_are(tmp_path):
    """In words; programs get the same."""
    deck = Project(tmp_path).write(DECK)
    lines = run("show", deck, "--slide", "3", "--slide", "6").stdout.splitlines()
    assert [line for line in lines if line in ("hidden", "in the appendix")] == ["hidden", "in the appendix"]
    pages = json.loads(run("show", deck, "-f", "json").stdout)["decks"][0]["pages"]
    assert [page["number"] for page in pages if page["hidden"]] == [3]
    assert [page["number"] for page in pages if page["appendix"]] == [6, 7]


def test_a_deck_of_hidden_slides_is_none(tmp_path):
    """There would be no page in its PDF."""
    _, diagnostics = Project(tmp_path).read("title: T\nslides: [{title: A, hidden: true}]\n")
    assert [one.message for one in diagnostics] == ["all slides are hidden"]


@pytest.mark.parametrize("more", ["audiences: [board]\n", ""])
def test_an_archive_holds_the_deck_only_where_all_may_read_it(tmp_path, more):
    """PDF/A-3a holds the deck as it was written: not where that says what is for some, or hidden."""
    project = Project(tmp_path)
    deck = project.write(
        f"title: T\n{more}slides:\n  - title: A\n  - {{title: B, hidden: {'false' if more else 'true'}}}\n"
    )
    assert run("build", deck, "-f", "pdf", "--pdf-standard", "a-3a").exit_code == 0
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf:
        assert "/AF" not in pdf.Root


@pytest.mark.parametrize(
    ("deck", "what", "place"),
    [
        ("title: T\nslides:\n  - {title: A, notes: Say nothing of it}\n", "`notes`", "3:16"),
        ("title: T\nvariables: {all: no}\nslides:\n  - {title: A, if: 1 > 2}\n  - title: B\n", "`variables`", "2:1"),
        ("title: T\nslides:\n  - title: A\n    content: [B, {text: C, if: 1 > 2}]\n", "`if`", "4:28"),
        ("title: T\nslides:\n  - title: Ä€ü # ask them\n", "a comment", "3:16"),
        ("title: T # ask\nslides: [{title: A, notes: B}]\n", "a comment", "1:10"),
        ("title: T\nslides:\n  - title: A\n    text: |  # ask\n      B # C\n", "a comment", "4:14"),
        ("title: T\nslides: [{title: A}]\n# the end", "a comment", "3:1"),
        (
            "title: T\nslides:\n  - title: A\n  - title: A\n    chart: {most: 1, alt: B, values: {C: 2, D: 1}}\n",
            "`most`",
            "5:13",
        ),
        (
            "title: T\nslides:\n  - title: A\n  - title: A\n    table: {rows: [[B, C], [1, 2]], columns: [B]}\n",
            "`rows`",
            "5:13",
        ),
    ],
)
def test_an_archive_holds_nothing_that_no_page_shows(tmp_path, deck, what, place):
    """The first such thing is told."""
    project = Project(tmp_path)
    path = project.write(deck)
    result = run("build", path, "-f", "pdf", "--pdf-standard", "a-3a", "-v")
    assert f"note[deck-not-attached]: the deck is not attached to its PDF files: {what} would be" in result.stderr
    assert f"deck.yaml:{place}" in result.stderr, result.stderr
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf:
        assert not pdf.attachments and "/AF" not in pdf.Root


def test_rows_that_the_pages_show_are_in_the_archive(tmp_path):
    """All of their columns are there to see."""
    project = Project(tmp_path)
    path = project.write("title: T\nslides:\n  - title: A\n  - title: A\n    table: {rows: [[B, C], [1, 2]]}\n")
    assert run("build", path, "-f", "pdf", "--pdf-standard", "a-3a").exit_code == 0
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf:
        assert len(pdf.attachments) == 1


@pytest.mark.parametrize("text", ["B#C", "'B # C'", "|\n      B # C", '"B # C"', "[A, B#]"])
def test_a_sign_within_a_text_is_no_comment(tmp_path, text):
    """Though it begins one elsewhere."""
    project = Project(tmp_path)
    key = "bullets" if text.startswith("[") else "text"
    path = project.write(f"title: T\nslides:\n  - title: A\n    {key}: {text}\n")
    assert run("build", path, "-f", "pdf", "--pdf-standard", "a-3a").exit_code == 0
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf:
        assert len(pdf.attachments) == 1


def test_an_archive_of_a_row_holds_nothing_of_others(tmp_path):
    """The deck has all of them."""
    project = Project(tmp_path)
    (tmp_path / "decks").mkdir(exist_ok=True)
    (tmp_path / "decks/rows.csv").write_text("name,told\nA,yes\nB,no\n")
    slides = 'slides:\n  - title: A\n    if: told = "yes"\n  - title: C\n'
    path = project.write(f"title: '{{{{ name }}}}'\nrows: rows.csv\n{slides}")
    assert run("build", path, "-f", "pdf", "--pdf-standard", "a-3a").exit_code == 0
    files = sorted((project.folder / "build").rglob("*.pdf"))
    assert len(files) == 2
    for file in files:
        with pikepdf.open(file) as pdf:
            assert not pdf.attachments


def test_a_deck_that_includes_others_is_in_its_archive_itself(tmp_path):
    """And not the file that its first slide comes from."""
    project = Project(tmp_path)
    (tmp_path / "first.yaml").write_text("- title: First\n")
    deck = project.write("title: T\nslides:\n  - include: ../first.yaml\n  - title: B\n")
    assert run("build", deck, "-f", "pdf", "--pdf-standard", "a-3a").exit_code == 0
    with pikepdf.open(project.folder / "build" / "deck.pdf") as pdf:
        assert [str(name) for name in pdf.attachments] == ["deck.yaml"]


def test_an_appendix_is_named_in_the_language_of_the_deck(tmp_path):
    """As PowerPoint's users call it."""
    text = DECK.replace("minutes: 10\n", "language: de\n")
    assert "Anhang" in [page.section for page in Project(tmp_path).document(text).pages]
