"""`deckmaker check --report`: what it says, where it goes, and that it keeps the rules that it is about."""

from __future__ import annotations

from itertools import pairwise

import lxml.html
import pytest
from lxml.html import HtmlElement

from tests.accessible_pages import Verdict, verdict_on_file
from tests.projects import DECKS, Project, run

FAULTY = """\
title: Nachtlärm <b>
language: de
slides:
  - title: Woher er kommt
    image: {file: ../kran.png, alt: kran.png, credit: A. Lind}
  - title: Woher er kommt
    image: {file: ../kran.png, credit: A. Lind}
    text: Mehr [hier](https://example.org/a).
  - image: {file: ../kran.png, decorative: true, credit: A. Lind}
    text: Ohne Titel.
  - title: Zahlen
    table: {header: 0, rows: [[a, 1], [b, 2]]}
  - title: Kurve
    chart: {categories: [2019, 2021], values: [1, 2]}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.picture("kran.png")
    return project


def page_of(project: Project) -> HtmlElement:
    """Return the report as read back."""
    return lxml.html.fromstring((project.folder / "access.html").read_bytes())


def text(element: HtmlElement) -> str:
    """Return an element's words, with single spaces."""
    return " ".join(element.text_content().split())


def test_each_finding_has_its_code_its_place_and_help(project):
    """In the words of `deckmaker check`, with the way out."""
    project.write(FAULTY)
    result = run("check", "decks/deck.yaml", "--report", "access.html")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "access.html"
    page = page_of(project)
    codes = [text(one) for one in page.xpath("//article/h4")]
    assert codes == [
        "missing-alt warning", "weak-alt warning", "untitled-slide warning", "repeated-title warning",
        "headerless-table warning", "vague-link warning",
    ]  # fmt: skip
    (weak,) = page.xpath("//article[h4/code='weak-alt']/ul/li")
    assert text(weak).startswith("decks/deck.yaml:5:37 alt is the name of a file: kran.png. ")
    assert "decorative: true" in text(weak)
    (link,) = page.xpath("//article[h4/code='vague-link']/ul/li")
    assert text(link).startswith("decks/deck.yaml:8:16 ")


def test_slides_and_figures_are_listed(project):
    """What there is to read of each slide, and what is heard of each picture and chart."""
    project.write(FAULTY)
    run("check", "decks/deck.yaml", "--report", "access.html")
    slides, figures = page_of(project).xpath("//table")
    rows = [[text(cell) for cell in row] for row in slides.xpath(".//tr")]
    assert rows[0] == ["Slide", "Title", "Words", "Seconds to read", "Smallest text, points"]
    assert [row[:2] for row in rows[1:4]] == [["1", "Woher er kommt"], ["2", "Woher er kommt"], ["3", "no title"]]
    assert rows[2][2] == "5"
    assert [[text(cell) for cell in row] for row in figures.xpath(".//tr")][1:4] == [
        ["1", "kran.png", "kran.png"],
        ["2", "kran.png", "nothing, and nobody says that it is decorative"],
        ["3", "kran.png", "nothing: it is decorative"],
    ]
    assert text(figures.xpath(".//tr[last()]/td[last()]")[0]).startswith("Säulendiagramm: ")


def test_the_page_says_which_language_its_words_are_in(project):
    """English, but for what the deck says."""
    project.write(FAULTY)
    run("check", "decks/deck.yaml", "--report", "access.html")
    page = page_of(project)
    assert page.get("lang") == "en"
    assert page.xpath("string(//h2[@lang='de'])") == "Nachtlärm <b>"
    assert {one.get("lang") for one in page.xpath("//table[1]//tbody//td[1]")} == {"de", None}


def test_headings_are_in_order_and_tables_have_headers(project):
    """No level is left out, and every row and column has a name."""
    project.write(FAULTY)
    run("check", "decks/deck.yaml", "--report", "access.html")
    page = page_of(project)
    levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    for table in page.xpath("//table"):
        assert table.xpath("caption") and table.xpath(".//thead//th[@scope='col']")
        assert all(row.xpath("th[@scope='row']") for row in table.xpath(".//tbody/tr"))


def test_the_file_needs_no_other(project):
    """Neither scripts nor pictures, fonts or links to elsewhere."""
    project.write(FAULTY)
    run("check", "decks/deck.yaml", "--report", "access.html")
    page = page_of(project)
    assert page.xpath("//script|//img|//link|//@src|//@style") == []
    assert "url(" not in page.xpath("string(//style)") and "@import" not in page.xpath("string(//style)")


def test_several_decks_are_on_one_page_in_their_order(project):
    """With links to each, and what was found in it."""
    project.write(FAULTY)
    (project.folder / "decks/other.yaml").write_text("title: Other\nslides:\n  - title: Fine\n")
    run("check", "--report", "access.html")
    page = page_of(project)
    assert text(page.xpath("//h1")[0]) == "Accessibility of 2 decks"
    entries = [(text(one), one.xpath("string(a/@href)")) for one in page.xpath("//nav//li")]
    assert entries == [
        ("Nachtlärm <b>: 6 warnings", "#deck-1"),
        ("Other: nothing that a program can tell", "#deck-2"),
    ]
    assert [one.get("id") for one in page.xpath("//h2")] == ["deck-1", "deck-2", "judged"]


def test_a_deck_with_errors_is_there_with_what_is_known_of_it(project):
    """And the command fails."""
    project.write(FAULTY.replace("text: Ohne", "txet: Ohne"))
    result = run("check", "decks/deck.yaml", "--report", "access.html")
    assert result.exit_code == 1
    page = page_of(project)
    assert "The deck has 1 error, and is laid out once it has none" in text(page)
    assert page.xpath("//table") == []


def test_what_a_deck_does_not_want_to_know_is_said(project):
    """Or a clean report would lie."""
    project.write("severity: {weak-alt: off}\n" + FAULTY)
    run("check", "decks/deck.yaml", "--report", "access.html")
    page = page_of(project)
    assert page.xpath("//article[h4/code='weak-alt']") == []
    assert "does not want to know of: weak-alt." in text(page)


def test_a_report_is_written_over_an_older_one_and_over_nothing_else(project):
    """A slip must not cost a deck."""
    deck = project.write(FAULTY)
    assert run("check", "decks/deck.yaml", "--report", "new/access.html").exit_code == 0
    assert run("check", "decks/deck.yaml", "--report", "new/access.html").exit_code == 0
    result = run("check", "decks/deck.yaml", "--report", "decks/deck.yaml")
    assert result.exit_code == 1
    assert "error[edited-output]: `decks/deck.yaml` is there already, and is no such report" in result.stderr
    assert deck.read_text() == FAULTY


def test_a_report_that_cannot_be_written_is_told(project):
    """A folder, or a name below a file."""
    project.write(FAULTY)
    for target in ("decks", "kran.png/access.html"):
        result = run("check", "decks/deck.yaml", "--report", target)
        assert result.exit_code == 1
        assert f"error[cannot-write]: `{target}` cannot be written: " in result.stderr


def test_the_same_decks_make_the_same_bytes(project):
    """No time, no order by chance."""
    project.write(FAULTY)
    found = set()
    for _ in range(2):
        run("check", "decks/deck.yaml", "--report", "access.html")
        found.add((project.folder / "access.html").read_bytes())
    assert len(found) == 1


@pytest.mark.outside
@pytest.mark.alike(every=2)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_has_no_complaint_of_a_report(dark, chromium, project):
    """Of one with every kind of part, in wide and narrow windows; and it finds what is planted."""
    project.write(FAULTY)
    run("check", "decks/deck.yaml", *DECKS, "--report", "access.html", "-v")
    path = project.folder / "access.html"
    assert verdict_on_file(path, chromium, dark) == Verdict([], [])
    assert verdict_on_file(path, chromium, dark, width=320) == Verdict([], [])
    spoilt = path.read_text().replace("--ink: #", "--ink: #888; --no: #").replace('<html lang="en">', "<html>")
    path.write_text(spoilt.replace("<h2", "<h6", 1).replace("</h2>", "</h6>", 1))
    found = {one.partition(":")[0] for one in verdict_on_file(path, chromium, dark).violations}
    assert found >= {"html-has-lang", "color-contrast"}
