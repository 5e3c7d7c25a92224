"""Presentations that were made for some: what came there does not come to the others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import edited, paragraph_added, paragraph_removed, replacing
from tests.projects import run

SECRET = "It costs S3CRET"

DECK = """\
title: Shore power
audiences: [board, press]
language: en-GB
slides:
  - title: Shore power
  - title: What it costs
    only: board
    bullets: [Nine million, Nobody knows]
  - title: The plan for all of us
    content:
      - bullets: [The first berth, The second one]
      - {text: The quote came last week., only: [board]}
  - title: For two
    only: [board, press]
    bullets: [Ships to come, Ships to go]
"""


def slide_added(found: Any) -> None:
    """Add a slide behind the second one."""
    slide = found.slides.add_slide(found.slides[1].slide_layout)
    slide.shapes.title.text = "Private numbers"
    next(one for one in slide.placeholders if one.placeholder_format.idx == 1).text_frame.text = SECRET
    ids = found.slides._sldIdLst
    last = ids[-1]
    ids.remove(last)
    ids.insert(2, last)


def item_added(behind: str) -> Any:
    """Return what adds an item behind one with some words."""
    return lambda found: paragraph_added(found, behind, SECRET)


@pytest.fixture
def of_board(project):
    """Return what gives the deck's presentation for the board with changes."""
    project.write(DECK)
    result = run("build", project.deck, "-f", "pptx", "--audience", "board")
    assert result.exit_code == 0, result.stderr
    return lambda *changes: edited(
        project.folder / "build/deck-board.pptx", lambda found: [change(found) for change in changes]
    )


def _has_secret(project, *options: str) -> bool:
    run("build", project.deck, "-f", "md", "--force", *options)
    name = "-".join(("deck", *options[1:]))
    return "S3CRET" in (project.folder / f"build/{name}.md").read_text()


def test_a_slide_that_came_for_an_audience_is_for_it_alone(project, of_board):
    """`only` stands on it, which is told."""
    result = run("merge", project.deck, of_board(slide_added), "--audience", "board")
    assert result.exit_code == 0, result.stdout + result.stderr
    new = f"  - title: Private numbers\n    only: board\n    bullets:\n      - {SECRET}\n"
    assert project.deck.read_text() == DECK.replace("  - title: The plan", f"{new}  - title: The plan")
    assert result.stdout.endswith("\nSlide 3 came with `only: board`: for `board` alone\n")
    assert _has_secret(project, "--audience", "board")
    assert not _has_secret(project) and not _has_secret(project, "--audience", "press")


@pytest.mark.parametrize(("behind", "number"), [("The second one", 3), ("Ships to go", 4)])
def test_what_came_on_a_slide_that_others_have_is_left(behind, number, project, of_board):
    """No item can say for whom it is."""
    result = run("merge", project.deck, of_board(item_added(behind)), "--audience", "board")
    assert (result.exit_code, project.deck.read_text()) == (1, DECK)
    said = (
        f"What came on slide {number} is left out: it would come to all who have that slide. "
        "Write it where it belongs, with `only: board` if it is for `board` alone"
    )
    assert said in result.stdout and SECRET in result.stdout.partition("Left to you")[2]


@pytest.mark.parametrize("behind", ["Nobody knows", "The quote came last week."])
def test_what_came_where_nobody_else_looks_is_written(behind, project, of_board):
    """On a slide, or in a block, that is for that audience alone."""
    result = run("merge", project.deck, of_board(item_added(behind)), "--audience", "board")
    assert result.exit_code == 0, result.stdout + result.stderr
    assert SECRET in project.deck.read_text() and "left out" not in result.stdout
    assert not _has_secret(project)


def test_words_that_changed_for_an_audience_are_written_for_all(project, of_board):
    """As anywhere, and told."""
    result = run("merge", project.deck, of_board(replacing("first berth", "third berth")), "--audience", "board")
    assert (result.exit_code, project.deck.read_text()) == (0, DECK.replace("first berth", "third berth"))
    assert result.stdout.endswith("\nWhat was changed holds for all who have that slide, not for `board` alone\n")


def test_what_another_item_took_the_place_of_stays(project, of_board):
    """Where the new one is left, nobody loses the old one."""
    shown = of_board(item_added("The second one"), lambda found: paragraph_removed(found, "The first berth"))
    result = run("merge", project.deck, shown, "--audience", "board")
    assert (result.exit_code, project.deck.read_text()) == (1, DECK)


@pytest.mark.parametrize("options", [(), ("--audience", "press")], ids=["unnamed", "another"])
def test_a_slide_that_others_have_alone_comes_to_nobody_else(options, project, of_board):
    """Where nobody says for whom the presentation was made, or says so wrongly."""
    result = run("merge", project.deck, of_board(replacing("Nine million", "Ten million")), *options)
    assert (result.exit_code, project.deck.read_text()) == (1, DECK)
    numbers = "slide 2" if options else "slides 2, 4"
    said = (
        f"\nWhat is on {numbers} is left out: the deck has it for some alone, by `only`. "
        "Say with `--audience` for whom the presentation was made\n"
    )
    assert said in result.stdout


def test_a_deck_for_everybody_takes_over_what_came(project):
    """Without a word about that."""
    project.write(DECK)
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    shown = edited(project.folder / "build/deck.pptx", item_added("The second one"))
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0 and SECRET in project.deck.read_text()
    assert "alone" not in result.stdout and "only" not in result.stdout


ROWS = """\
title: Report {{ name }}
language: en-GB
rows: {file: regions.csv, name: "{{ name }}"}
slides:
  - title: Report {{ name }}
  - title: How many in {{ name }}
    text: There were {{ count }} cases.
  - title: What to do
    bullets: [Stay calm, Ask]
    notes: Say this slowly.
"""


@pytest.fixture
def of_south(project):
    """Return what gives the presentation of the second row with changes."""
    (project.deck.parent / "regions.csv").write_text("name,count\nNorth,12\nSouth,40\n")
    project.write(ROWS)
    result = run("build", project.deck, "-f", "pptx")
    assert result.exit_code == 0, result.stderr
    return lambda *changes: edited(
        project.folder / "build/deck/South.pptx", lambda found: [change(found) for change in changes]
    )


@pytest.mark.parametrize(("change", "number"), [(slide_added, 3), (item_added("Stay calm"), 3)], ids=["slide", "item"])
def test_what_came_in_a_presentation_of_a_row_is_left(change, number, project, of_south):
    """All rows would have it."""
    result = run("merge", project.deck, of_south(change))
    assert (result.exit_code, project.deck.read_text()) == (1, ROWS)
    said = (
        f"\nWhat came on slide {number} is left out: it would come to all rows. "
        "Write it where it belongs, with an `if` if it is for row 2 alone\n"
    )
    assert said in result.stdout and "Left to you" in result.stdout


def test_words_that_changed_in_a_presentation_of_a_row_are_written_for_all(project, of_south):
    """Which is told; what came meanwhile is left, and keeps nothing else from being written."""
    result = run("merge", project.deck, of_south(replacing("Stay calm", "Keep calm"), slide_added))
    assert (result.exit_code, project.deck.read_text()) == (1, ROWS.replace("Stay calm", "Keep calm"))
    assert "\nWhat was changed holds for all rows, not for row 2 alone\n" in result.stdout
    assert "What came on slide 3 is left out" in result.stdout


def test_a_slide_that_another_one_took_the_place_of_stays_for_all_rows(project, of_south):
    """Where the new one is left, nobody loses the old one."""

    def change(found: Any) -> None:
        slide_added(found)
        found.slides._sldIdLst.remove(found.slides._sldIdLst[3])

    result = run("merge", project.deck, of_south(change))
    assert (result.exit_code, project.deck.read_text()) == (1, ROWS)


@pytest.mark.parametrize("options", [(), ("--row", "2")], ids=["told", "named"])
def test_a_slide_that_a_row_has_not_stays_in_a_second_merge(options, project):
    """It stands where the one stood that went."""
    (project.deck.parent / "regions.csv").write_text("name,count\nNorth,12\nSouth,40\n")
    _second_merge(project, ROWS, "if: count < 20", "South", *options)


@pytest.mark.parametrize("only", ["press", "[press]"])
def test_a_slide_that_others_have_alone_stays_in_a_second_merge(only, project):
    """It stands where the one stood that went; its title and its words may be those of another."""
    _second_merge(project, DECK, f"only: {only}", "board", "--audience", "board")


def _second_merge(project: Any, deck: str, condition: str, name: str, *options: str) -> None:
    """Merge twice where a slide went whose neighbours others alone have."""
    gone = "  - title: What went\n    text: Nobody asks for this any more.\n"
    others = [
        f"  - title: A secret\n    {condition}\n    text: Words for nobody else.\n",
        f"  - title: What went\n    {condition}\n    text: Nobody asks for this any more.\n",
    ]
    for one in others:
        for both in (gone + one, one + gone):
            project.write(deck + both)
            result = run("build", project.deck, "-f", "pptx", "--force", *options[:2] * (name == "board"))
            assert result.exit_code == 0, result.stderr
            built = project.folder / ("build/deck-board.pptx" if name == "board" else f"build/deck/{name}.pptx")

            def change(found: Any) -> None:
                ids = found.slides._sldIdLst
                ids.remove(ids[-1])

            shown = edited(built, change)
            for _ in range(2):
                result = run("merge", project.deck, shown, "--base", built, *options)
                assert (result.exit_code, project.deck.read_text()) == (0, deck + one), result.stderr
