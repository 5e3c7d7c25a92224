"""Slides that somebody duplicated in PowerPoint, and changed: they come as the deck has the one that they are of."""

from __future__ import annotations

import copy
from types import SimpleNamespace
from typing import Any

import pytest

from deckmaker.merging.like_slides import Originals
from tests.hostile.work import calls_of, growth
from tests.merging.presentations import built, edited, runs_of
from tests.merging.test_copies import _copied
from tests.projects import Project, run

HEAD = "title: Quiet\nslides:\n  - title: Quiet\n"
METRICS = """\
  - title: What was said
    id: said
    grid:
      cells:
        - quote: {text: We have not slept since June., by: A neighbour}
        - callout: {kind: question, text: "Who pays for the plugs?"}   # asked twice
"""


def _with_words(old: str, new: str) -> Any:
    """Return what copies the second slide to the end, and changes words of the copy alone."""

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        several = [one for one in runs_of(found) if old in one.text]
        several[-1].text = several[-1].text.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("old", "new"), [("June", "May"), ("plugs", "cranes"), ("What was said", "What else was said")]
)
def test_a_copy_keeps_its_blocks(project: Project, old: str, new: str) -> None:
    """With the words that were changed in it; an id stays with the first one."""
    shown = edited(built(project, HEAD + METRICS), _with_words(old, new))
    result = run("merge", project.deck, shown)
    copied = METRICS.replace("    id: said\n", "").replace(old, new)
    assert project.deck.read_text() == HEAD + METRICS + copied, result.stdout
    assert result.exit_code == 0, result.stdout


@pytest.mark.parametrize("said", ["    id: said\n", "    hidden: true\n"])
@pytest.mark.parametrize("is_hidden", [True, False])
def test_a_copy_is_hidden_where_it_is_in_powerpoint(project: Project, said: str, is_hidden: bool) -> None:
    """Whatever the slide is that it is of."""
    deck = HEAD + METRICS.replace("    id: said\n", said)

    def change(found: Any) -> None:
        _with_words("June", "May")(found)
        if is_hidden:
            found.slides[2]._element.set("show", "0")

    shown = edited(built(project, deck), change)
    result = run("merge", project.deck, shown)
    copied = METRICS.replace("    id: said\n", "    hidden: true\n" if is_hidden else "").replace("June", "May")
    assert project.deck.read_text() == deck + copied, result.stdout
    assert result.exit_code == 0, result.stdout


def test_a_copy_with_another_column_comes_as_it_is_shown(project: Project) -> None:
    """No change of a text says that there is one."""
    table = "    table:\n      rows:\n        - [Name, Count]\n        - [Berth one, 4]\n        - [Berth two, 6]\n"
    deck = HEAD + METRICS + table

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        (grid,) = found.slides[2]._element.iter("{*}tbl")
        columns = grid.tblGrid.gridCol_lst
        columns[-1].addnext(copy.deepcopy(columns[-1]))
        for number, row in enumerate(grid.tr_lst):
            last = row.tc_lst[-1]
            cell = copy.deepcopy(last)
            last.addnext(cell)
            for one in cell.iter("{*}t"):
                one.text = f"Note {number}"

    shown = edited(built(project, deck), change)
    result = run("merge", project.deck, shown)
    text = project.deck.read_text()
    assert text.startswith(deck) and all(f"Note {number}" in text for number in range(3)), result.stdout


def test_another_slide_is_none(project: Project) -> None:
    """It comes as a presentation shows it, since most of its words are its own."""

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        for one in runs_of(SimpleNamespace(slides=[found.slides[2]])):
            one.text = "Quite other words here."

    shown = edited(built(project, HEAD + METRICS), change)
    run("merge", project.deck, shown)
    deck = project.deck.read_text()
    assert deck.startswith(HEAD + METRICS) and deck.count("quote") == 1


def test_copies_are_found_in_steps_for_each_slide() -> None:
    """Most slides have words in common; a copy is known by those that few have."""

    def found(count: int) -> None:
        slides = [
            {"title": f"Berth {at}", "text": f"The cranes at berth {at} moved {at * 7} boxes."} for at in range(count)
        ]
        originals = Originals(slides, {at: at for at in range(count)})
        for at, slide in enumerate(slides):
            assert originals.likest({**slide, "title": f"Again: berth {at}"}) == at

    assert growth(calls_of, found, 200) < 2.3
