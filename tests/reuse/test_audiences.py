"""Slides and blocks for some readers: which are shown to whom, and what is said of names that there are not."""

from __future__ import annotations

import json

import pytest
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.projects import Project, run

DECK = """\
title: Harbour
audiences: [board, press]
slides:
  - title: Harbour
  - {title: Costs, section: Money, only: board, text: Nine million.}
  - {title: Grants, text: From the state.}
  - {title: Contacts, only: [press, board]}
  - title: End
    content:
      - For all.
      - {text: For the press., only: press}
"""


@pytest.fixture
def project(tmp_path):
    """A project of one deck."""
    return Project(tmp_path)


def read(project: Project, audience: str | None, text: str = DECK):
    """Return the titles of a deck for an audience, and what is said."""
    diagnostics = Diagnostics()
    document = read_document(project.write(text), diagnostics, audience)
    titles = [slide.title.text for slide in document.slides] if document else None
    return document, titles, [(one.code, one.message, one.help) for one in diagnostics if one.code != "empty-slide"]


def test_without_an_audience_the_deck_is_for_everybody(project):
    """What is for some is left out, which is told; a section begins with the next slide that is left."""
    document, titles, said = read(project, None)
    assert titles == ["Harbour", "Grants", "End"]
    assert [slide.section for slide in document.slides] == [None, "Money", None]
    assert [block.text for slide in document.slides[2:] for block in slide.texts][1:] == ["For all."]
    assert said == [
        (
            "left-out",
            "2 slides are for `board` or `press` alone, and left out",
            "to have a deck with them, write `--audience board`",
        ),
        (
            "left-out",
            "one block is for `press` alone, and left out",
            "to have a deck with it, write `--audience press`",
        ),
    ]


@pytest.mark.parametrize(
    ("audience", "shown", "last"),
    [
        ("board", ["Harbour", "Costs", "Grants", "Contacts", "End"], ["For all."]),
        ("press", ["Harbour", "Grants", "Contacts", "End"], ["For all.", "For the press."]),
    ],
)
def test_an_audience_gets_its_own(project, audience, shown, last):
    """And what is for all; nothing is said of the others."""
    document, titles, said = read(project, audience)
    assert titles == shown
    assert [text.text for text in document.slides[-1].texts][1:] == last
    assert said == []


def test_blocks_that_are_left_out_are_told_where_the_first_is(project):
    """Once, wherever in columns and cells they stand; whole, as printed."""
    text = """\
title: Harbour
audiences: [board, press]
slides:
  - title: Harbour
  - title: End
    columns:
      - content:
          - For all.
          - {text: For the press., only: press}
      - content:
          - For all.
          - {text: For both., only: [board, press]}
          - {text: For the board., only: board}
"""
    assert (
        project.said(text)
        == """\
note[left-out]: 3 blocks are for `press` or `board` alone, and left out
 --> decks/deck.yaml:9:42
  |
9 |           - {text: For the press., only: press}
  |                                          ^^^^^
  = help: to have a deck with them, write `--audience press`"""
    )


def test_names_that_the_deck_does_not_have_are_marked(project):
    """On slides, on blocks and on the command line."""
    text = DECK.replace("only: board,", "only: [bord],").replace("only: press}\n", "only: pres}\n")
    _, titles, said = read(project, "boardd", text)
    assert titles is None
    assert said == [
        ("unknown-audience", "the deck has no audience `boardd`", "did you mean `board`?"),
        ("unknown-audience", "the deck has no audience `bord`", "did you mean `board`?"),
        ("unknown-audience", "the deck has no audience `pres`", "did you mean `press`?"),
    ]


def test_a_deck_that_lists_none_says_how_to(project):
    """Whole, as printed."""
    assert (
        project.said("title: T\nslides:\n  - title: A\n  - {title: B, only: board}\n")
        == """\
error[unknown-audience]: the deck has no audience `board`
 --> decks/deck.yaml:4:22
  |
4 |   - {title: B, only: board}
  |                      ^^^^^
  = help: list it above `slides:`, as in `audiences: [board]`"""
    )


def test_a_deck_that_lists_none_says_so_once(project):
    """With all names that are missing; and not that nothing is left, which comes of that."""
    assert (
        project.said("title: T\nslides:\n  - {title: A, only: board}\n  - {title: B, only: [press, board]}\n")
        == """\
error[unknown-audience]: the deck has none of the 2 audiences that its slides are for
 --> decks/deck.yaml:3:22
  |
3 |   - {title: A, only: board}
  |                      ^^^^^
  = help: list them above `slides:`, as in `audiences: [board, press]`"""
    )


def test_a_deck_of_which_nothing_is_left_is_none(project):
    """There is nothing to build."""
    _, titles, said = read(project, None, "title: T\naudiences: [board]\nslides: [{title: A, only: board}]\n")
    assert titles is None
    assert said == [("unknown-audience", "no slide is for everybody", "name an audience with `--audience`")]


def test_a_name_that_no_file_can_have_is_refused(project):
    """It becomes a part of names of files."""
    _, diagnostics = project.read("title: T\naudiences: [the board, ../x]\nslides: [{title: A}]\n")
    assert [one.code for one in diagnostics] == ["wrong-value", "wrong-value"]
    assert all("letters, digits" in one.message for one in diagnostics)


def test_files_for_audiences_stand_beside_each_other(project):
    """In each format; commands that list tell of the same slides."""
    deck = project.write(DECK)
    assert run("build", deck, "--quiet").exit_code == 0
    result = run("build", deck, "--audience", "board")
    assert result.exit_code == 0, result.stderr
    build = project.folder / "build"
    assert sorted(path.name for path in build.iterdir() if path.name.startswith("deck")) == [
        "deck-board.html",
        "deck-board.pdf",
        "deck-board.pptx",
        "deck.html",
        "deck.pdf",
        "deck.pptx",
    ]
    titles = {
        name: [slide.shapes.title.text for slide in Presentation(build / name).slides]
        for name in ("deck.pptx", "deck-board.pptx")
    }
    assert titles["deck.pptx"] == ["Harbour", "Grants", "End"]
    assert titles["deck-board.pptx"] == ["Harbour", "Costs", "Grants", "Contacts", "End"]
    assert "Nine million" not in (build / "deck.html").read_text(encoding="utf-8")
    assert "Nine million" in (build / "deck-board.html").read_text(encoding="utf-8")
    shown = json.loads(run("show", deck, "-f", "json", "--audience", "press").stdout)
    assert len(shown["decks"][0]["pages"]) == 4
    assert "4 slides" in run("check", deck, "--audience", "press").stdout
    assert run("credits", deck, "--audience", "press").exit_code == 0
    assert run("check", deck, "--audience", "nobody").exit_code == 1
