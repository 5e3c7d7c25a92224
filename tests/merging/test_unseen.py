"""What of the deck a presentation did not show: whoever edited that removes none of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import edited, merged, paragraph_removed, replacing
from tests.projects import run

FOR_SOME = """\
title: The quay
language: en-GB
audiences: [board, staff]
slides:
  - title: The quay
  - title: What we propose
    # Not before May.
    content:
      - text: Close the quay at night.
      - {text: "Call Mia first, she knows.", only: staff}
  - title: Thanks
    text: Good bye to all.
"""
UNDER_CONDITION = FOR_SOME.replace("only: staff", 'if: "1 > 2"')
IN_A_COLUMN = FOR_SOME.replace(
    """\
      - text: Close the quay at night.
      - {text: "Call Mia first, she knows.", only: staff}
""",
    """\
      - columns:
          - {text: Close the quay at night.}
          - content:
              - text: Ships lie elsewhere.
              - {text: "Call Mia first, she knows.", only: [staff]}
""",
)


def slide_removed(found: Any) -> None:
    """Remove the second slide."""
    found.slides._sldIdLst.remove(found.slides._sldIdLst[1])


@pytest.mark.parametrize("deck", [FOR_SOME, UNDER_CONDITION, IN_A_COLUMN], ids=["only", "if", "column"])
def test_a_slide_with_more_than_was_shown_stays(deck, project):
    """It is told with what stands in the way."""
    text, result = merged(project, deck, slide_removed)
    assert (result.exit_code, text) == (1, deck), result.stdout
    key = "if" if deck == UNDER_CONDITION else "only"
    assert result.stdout == (
        "Left to you:\n\nslide 2 “What we propose” removed\n\n“What we propose” stays in the deck: "
        f"with `{key}`, it has what the presentation did not show: “Call Mia first, she knows.”\n"
    )


@pytest.mark.parametrize("deck", [FOR_SOME.replace("only: staff", "only: board"), UNDER_CONDITION.replace(">", "<")])
def test_a_slide_of_which_all_was_shown_goes(deck, project):
    """Also if parts of it are for some, of whom its reader is one, or under a condition that holds."""
    project.write(deck)
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    sent = edited(project.folder / "build/deck-board.pptx", slide_removed)
    result = run("merge", project.deck, sent, "--audience", "board")
    assert result.exit_code == 0, result.stdout + result.stderr
    assert "What we propose" not in project.deck.read_text()


def test_what_an_audience_did_not_see_stays(project):
    """As what nobody saw does."""
    project.write(FOR_SOME)
    assert run("build", project.deck, "-f", "pptx", "--audience", "board").exit_code == 0
    sent = edited(project.folder / "build/deck-board.pptx", slide_removed)
    result = run("merge", project.deck, sent, "--audience", "board")
    assert (result.exit_code, project.deck.read_text()) == (1, FOR_SOME)
    assert "“Call Mia first, she knows.”" in result.stdout


def test_what_other_rows_have_stays(project):
    """A condition may hold for one row, and not for the one whose presentation somebody edited."""
    project.deck.parent.mkdir(exist_ok=True)
    (project.deck.parent / "t.csv").write_text("name,n\nNorth,1\nSouth,5\n")
    deck = UNDER_CONDITION.replace('"1 > 2"', "n > 3").replace("language", "rows: t.csv\nlanguage")
    project.write(deck)
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    for number, name, is_kept in ((1, "North", True), (2, "South", False)):
        project.write(deck)
        sent = edited(project.folder / f"build/deck/deck-{name}.pptx", slide_removed)
        result = run("merge", project.deck, sent, "--row", number)
        assert (project.deck.read_text() == deck) is is_kept, result.stdout + result.stderr
        assert ("“Call Mia first, she knows.”" in result.stdout) is is_kept


TWINS = FOR_SOME.replace(
    """\
      - text: Close the quay at night.
      - {text: "Call Mia first, she knows.", only: staff}
""",
    """\
      - Ships lie elsewhere.
      - {text: Close the quay at night., only: staff}
      - Close the quay at night.
""",
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            replacing("Close the quay at night.", "Shut it."),
            TWINS.replace("- Close the quay at night.", "- Shut it."),
        ),
        (
            lambda found: paragraph_removed(found, "Close the quay"),
            TWINS.replace("      - Close the quay at night.\n", ""),
        ),
    ],
    ids=["changed", "removed"],
)
def test_the_same_words_for_others_stay(change, expected, project):
    """What is changed or removed is what was shown."""
    text, result = merged(project, TWINS, change)
    assert result.exit_code == 0, result.stdout
    assert text == expected
