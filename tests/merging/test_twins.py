"""Slides that say the same: a change of one of them moves none."""

from __future__ import annotations

from typing import Any

import pytest

from deckmaker.comparison.changes import Comparison, SlideChange, Way
from deckmaker.merging.judging import worse_slides
from tests.merging.presentations import built, edited, merged
from tests.projects import run

DECK = """\
title: Day
slides:
  - title: Day
  - title: Break
    # The first.
    bullets: [Coffee and tea, Back at ten]
  - title: Own
    text: Own words are here.
  - title: Break
    # The second.
    bullets: [Coffee and tea, Back at ten]
  - title: Last
    text: Other words end it.
"""


def _changed(number: int) -> Any:
    """Return what changes an item of the slide of that number, from 0."""

    def change(found: Any) -> None:
        runs = [
            run
            for shape in found.slides[number].shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.text == "Back at ten"
        ]
        assert runs
        runs[0].text = "Back at noon"

    return change


@pytest.mark.parametrize("number", [1, 3])
def test_a_change_of_a_twin_is_written_where_that_stands(number, project):
    """The other one stays, and so do all comments; `diff` tells of nothing that has moved."""
    shown = edited(built(project, DECK), _changed(number))
    told = run("diff", project.deck, shown)
    assert "moved" not in told.stdout
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.stdout
    first, second, third = DECK.split("Back at ten")
    items = ("noon", "ten") if number == 1 else ("ten", "noon")
    assert project.deck.read_text() == f"{first}Back at {items[0]}{second}Back at {items[1]}{third}"
    again = run("merge", project.deck, shown)
    assert again.stdout == "decks/deck.yaml has nothing to take over\n", again.stdout


def test_a_change_of_a_twin_that_another_file_has_is_left(project):
    """And no slide is moved in place of it."""
    (project.deck.parent / "break.yaml").write_text(
        "slides:\n  - title: Break\n    bullets: [Coffee and tea, Back at ten]\n"
    )
    first = "  - title: Break\n    # The first.\n    bullets: [Coffee and tea, Back at ten]\n"
    deck = DECK.replace(first, "  - include: break.yaml\n")
    assert deck != DECK
    text, result = merged(project, deck, _changed(1))
    assert text == deck, result.stdout
    assert result.exit_code == 1, result.stderr
    assert "moved" not in result.stdout and "slide 2 “Break” changed" in result.stdout


def test_a_slide_that_belongs_between_those_of_another_file_stays_and_is_told(project):
    """Elsewhere it would be as far from where it belongs."""
    slides = "slides:\n  - title: One of it\n    text: First words.\n  - title: Two of it\n    text: Second ones.\n"
    (project.deck.parent / "part.yaml").write_text(slides)
    deck = DECK.replace("  - title: Break\n", "  - include: part.yaml\n  - title: Break\n", 1)

    def change(found: Any) -> None:
        ids = found.slides._sldIdLst
        last = ids[-1]
        ids.remove(last)
        ids.insert(2, last)

    for options in ((), ("--base", str(project.folder / "build/deck.pptx"))):
        text, result = merged(project, deck, change, *options)
        assert text == deck, result.stdout
        assert result.exit_code == 1 and "slide 3 “Last” moved from 7" in result.stdout


def test_another_slide_that_has_moved_is_no_better():
    """Only fewer are."""

    def left(*numbers: int) -> Comparison:
        slides = tuple(SlideChange(one, one, "", (Way.MOVED,)) for one in numbers)
        return Comparison("deck.yaml", "edited.pptx", "en", (), slides, 5)

    assert worse_slides(left(2), left(3)) == {2}
    assert worse_slides(left(2, 4), left(3, 4)) == {2}
    assert not worse_slides(left(2, 4), left(3))
    assert not worse_slides(left(2), left(2))
