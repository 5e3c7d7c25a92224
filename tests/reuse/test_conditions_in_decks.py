"""Slides and blocks with `if`: which are there, what goes with them, and what is said of conditions."""

from __future__ import annotations

import subprocess

import pytest
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.projects import Project, run

DECK = """\
title: Harbour
audiences: [board]
variables: {cost: '', berths: 4, port: Altona}
slides:
  - title: Harbour
    section: Beginning
  - {title: "Costs {{ cost | ,.0f }}", section: Money, if: "{{ cost }} is not empty"}
  - {title: Grants, text: From the state.}
  - {title: Board, only: board, if: berths > 4}
  - title: Berths
    section: Port
    if: berths >= 2 and port = "Altona"
    content:
      - There are {{ berths }} berths.
      - {text: "They cost {{ cost | ,.0f }}.", if: cost}
      - {text: "In {{ port }}.", if: "{{ port }} contains 'Alt'", only: board}
    columns:
      - {heading: A, content: [{text: "{{ cost }}", if: cost > 0}, One]}
      - {heading: B, text: Two}
  - {title: Questions, appendix: true, if: berths = 0}
  - {title: Figures, text: All of them.}
  - {title: What is next, agenda: true}
"""


@pytest.fixture
def project(tmp_path):
    """A project of one deck."""
    return Project(tmp_path)


def read(project: Project, text: str = DECK, audience: str | None = None):
    """Return a deck's document, and what is said of it but of empty slides."""
    diagnostics = Diagnostics()
    document = read_document(project.write(text), diagnostics, audience)
    return document, [(one.code, one.message) for one in diagnostics if one.code not in ("empty-slide", "few-words")]


def test_what_has_a_condition_that_does_not_hold_is_not_there(project):
    """Nothing on it is asked for; sections and the appendix begin with the next slide."""
    document, said = read(project)
    assert document, said
    assert [slide.title.text for slide in document.slides] == ["Harbour", "Grants", "Berths", "Figures", "What is next"]
    assert [slide.section for slide in document.slides] == ["Beginning", "Money", "Port", "Appendix", None]
    assert [slide.appendix for slide in document.slides] == [False, False, False, True, True]
    texts = [text.text for text in document.slides[2].texts]
    assert texts == ["Berths", "There are 4 berths.", "A", "One", "B", "Two"]
    assert [text.text for text in document.slides[4].texts][1:] == ["Beginning", "Money", "Port"]
    assert said == [
        ("left-out", "3 slides are left out, since `if` does not hold"),
        ("left-out", "2 blocks are left out, since `if` does not hold"),
        ("left-out", "one block is for `board` alone, and left out"),
    ]


def test_with_other_values_all_of_it_is_there(project):
    """Audiences choose among what is there."""
    text = DECK.replace("cost: ''", "cost: 9000").replace("berths: 4", "berths: 0").replace("berths >= 2 and ", "")
    document, said = read(project, text, "board")
    assert document, said
    assert [slide.title.text for slide in document.slides] == [
        "Harbour", "Costs 9,000", "Grants", "Berths", "Questions", "Figures", "What is next",
    ]  # fmt: skip
    texts = [text.text for text in document.slides[3].texts]
    assert texts[1:4] == ["There are 0 berths.", "They cost 9,000.", "In Altona."]


@pytest.mark.outside
def test_no_format_has_what_is_left_out(project):
    """The presentation, the PDF and the page have the same slides, numbered as such."""
    project.write(DECK)
    assert run("build", project.deck, "--quiet").exit_code == 0
    folder = project.folder / "build"
    slides = [slide.shapes.title.text for slide in Presentation(str(folder / "deck.pptx")).slides]
    assert slides == ["Harbour", "Grants", "Berths", "Figures", "What is next"]
    pages = subprocess.run(["pdftotext", folder / "deck.pdf", "-"], capture_output=True, text=True, check=True).stdout
    html = (folder / "deck.html").read_text()
    assert pages.count("\f") == 5
    for words, count in (("Questions", 0), ("Board", 0), ("They cost", 0), ("There are 4 berths.", 1)):
        assert pages.count(words) == count
        assert (words in html) == bool(count)


@pytest.mark.parametrize(
    ("slide", "said"),
    [
        (
            "{title: A, if: nosuch > 3}",
            """\
error[unknown-variable]: there is no variable `nosuch`
 --> decks/deck.yaml:5:20
  |
5 |   - {title: A, if: nosuch > 3}
  |                    ^^^^^^
  = help: variables are `berths`; put quotes around a text, as in `"North"`""",
        ),
        (
            "{title: A, content: [{text: B, if: '{{ berths }} => 3'}]}",
            """\
error[condition-syntax]: `=>` means nothing in a condition
 --> decks/deck.yaml:5:54
  |
5 |   - {title: A, content: [{text: B, if: '{{ berths }} => 3'}]}
  |                                                      ^^
  = help: write `>=`""",
        ),
        (
            "{title: A, if: [berths, 3]}",
            """\
error[wrong-type]: `if` takes a text, found a list
 --> decks/deck.yaml:5:20
  |
5 |   - {title: A, if: [berths, 3]}
  |                    ^^^^^^^^^^^""",
        ),
        (
            "{title: A, chart: {if: berths}}",
            "error[unknown-key]: unknown key `if`",
        ),
        ("{title: A, when: berths > 3}", "help: did you mean `if`?"),
    ],
)
def test_what_is_said_of_conditions(project, slide, said):
    """At the very place, also in a block; other keys for it lead to it."""
    assert said in project.said(f"title: T\nvariables: {{berths: 4}}\nslides:\n  - {{title: One}}\n  - {slide}\n")


def test_a_deck_without_any_slide_left_is_told(project):
    """It is no deck."""
    assert (
        project.said("title: T\nslides:\n  - {title: A, if: false}\n")
        == """\
error[empty-deck]: no slide is left: no `if` holds
 --> decks/deck.yaml:3:20
  |
3 |   - {title: A, if: false}
  |                    ^^^^^
  = help: leave `if:` out of one slide"""
    )


def test_no_variable_is_needed(project):
    """A condition may be a truth, and the word in a text is none."""
    document = project.document(
        "title: T\nslides:\n  - {title: A, if: false}\n  - {title: B, text: 'Tell me if: now'}\n"
    )
    assert [slide.title.text for slide in document.slides] == ["B"]


def test_what_stands_in_what_is_left_out_asks_nothing(project):
    """A list of blocks of which none is left is not there either."""
    document, said = read(
        project,
        "title: T\nvariables: {port: Altona}\nslides:\n- title: A\n  text: X\n"
        "  content: [{text: B, if: false}, {text: C, if: port = ''}]\n"
        "- {title: B, if: false, content: [{text: B, if: port > 5}]}\n",
    )
    assert [[text.text for text in slide.texts] for slide in document.slides] == [["A", "X"]]
    assert said == [
        ("left-out", "2 blocks are left out, since `if` does not hold"),
        ("left-out", "one slide is left out, since `if` does not hold"),
    ]


def test_an_included_slide_asks_for_itself(project):
    """Also one that is asked for by its id; places are those of its file."""
    (project.folder / "more.yaml").write_text(
        "- {id: a, title: A, if: berths > 4}\n- {id: b, title: B, if: berths = 4}\n- {id: c, title: C, if: port}\n"
    )
    text = "title: T\nvariables: {berths: 4}\nslides:\n- {title: Z}\n- include: {file: ../more.yaml, slides: [%s]}\n"
    document = project.document(text % "b, a")
    assert [slide.title.text for slide in document.slides] == ["Z", "B"]
    assert "--> more.yaml:3:25" in project.said(text % "a, c")


def test_an_entry_that_includes_slides_asks_for_all_of_them(project):
    """Beside what they ask for themselves, also through another file; its message is at its own place."""
    (project.folder / "inner.yaml").write_text("- {title: A}\n- {title: B, if: berths > 4}\n")
    (project.folder / "more.yaml").write_text(
        "- {include: inner.yaml, if: port = 'Altona'}\n- {title: C}\n- {include: inner.yaml, if: port = 'Wedel'}\n"
    )
    text = "title: T\nvariables: {berths: 4, port: Altona}\nslides:\n- {title: Z}\n- {include: ../more.yaml, if: %s}\n"
    assert [slide.title.text for slide in project.document(text % "berths = 4").slides] == ["Z", "A", "C"]
    assert [slide.title.text for slide in project.document(text % "berths > 4").slides] == ["Z"]
    assert "deck.yaml:5:31\n" in project.said(text % "nosuch")
    assert "`title` stands beside `include`" in project.said(text % "port, title: X")


def test_places_behind_what_is_left_out_are_exact(project):
    """Of slides and of blocks."""
    said = project.said(
        "title: T\nslides:\n- {title: A, if: false}\n- title: B\n  content:\n  - {text: X, if: false}\n  - {texd: Y}\n"
        "- {titel: C}\n"
    )
    assert "decks/deck.yaml:7:6\n" in said and "decks/deck.yaml:8:4\n" in said


EMPTIED = """\
title: Harbour
variables: {nights: 0, days: 5}
slides:
  - title: Harbour
    content: [{text: Loud., if: nights > 0}]
  - title: What follows
    content: [{text: Shore power., if: nights > 0}, {text: A wall., if: nights > 100}]
  - title: What stays
    content: [{text: Shore power., if: nights > 0}, {text: A wall., if: days > 1}]
  - title: Figures
    content: [{text: Shore power., if: nights > 0}]
    text: Below.
"""


def test_a_slide_of_which_the_title_alone_is_left_is_told(project):
    """It looks like the beginning of a part. A title page is none, and other content stays."""
    diagnostics = Diagnostics()
    read_document(project.write(EMPTIED), diagnostics)
    assert [(one.message, one.span and one.span.line) for one in diagnostics if one.code == "emptied-slide"] == [
        ("the slide has its title alone: no `if` of its blocks holds", 7)
    ]
    read_document(project.write(EMPTIED.replace("nights: 0", "nights: 9")), calm := Diagnostics())
    assert "emptied-slide" not in [one.code for one in calm]
