"""What still differs is told with each merge, until it is done."""

from __future__ import annotations

from typing import Any

import pytest

from deckmaker.comparison.changes import Change, Comparison, SlideChange, Way
from deckmaker.comparison.facts import Kind
from deckmaker.merging.judging import of_them
from tests.merging.presentations import built, edited
from tests.projects import run

DECK = """\
title: Shore power
slides:
  - title: Shore power
  - title: Figures
    metrics:
      - {value: 62 %, label: of nights loud, change: +4, since: '2019'}
      - {value: 9 m, label: euros a wall}
  - title: Last
    text: Words.
"""


def _figures_removed(presentation: Any) -> None:
    for shape in list(presentation.slides[1].shapes)[1:]:
        shape._element.getparent().remove(shape._element)


def test_figures_that_were_removed_go_with_what_they_have_changed_by(project):
    """And nothing is left the next time."""
    presentation = built(project, DECK)
    shown = edited(presentation, _figures_removed)
    for said in ("columns removed: 62 % of nights loud +4 since 2019 9 m euros a wall", "has nothing to take over"):
        result = run("merge", project.deck, shown, "--base", str(presentation))
        assert result.exit_code == 0 and said in result.stdout
    assert "metrics" not in project.deck.read_text()


def _comparison(*slides: SlideChange) -> Comparison:
    return Comparison("deck.yaml", "edited.pptx", "en", (), slides, 5)


def _changed(number: int, *changes: Change) -> SlideChange:
    return SlideChange(number, number, "", (Way.CHANGED,), changes)


def _moved(old: int, new: int) -> SlideChange:
    return SlideChange(old, new, "", (Way.MOVED,))


GONE = Change(Way.REMOVED, None, ("columns",), "loud nights cost nine millions")
CAME = Change(Way.ADDED, None, ("columns",), None, "loud nights cost nine millions")


@pytest.mark.parametrize(
    ("made", "left", "is_theirs"),
    [
        (GONE, Change(Way.REMOVED, None, ("text",), "loud nights cost"), True),
        (CAME, Change(Way.ADDED, None, ("text",), None, "nine millions"), True),
        (GONE, Change(Way.REMOVED, None, ("text",), "my own loud words"), False),
        (GONE, Change(Way.ADDED, None, ("text",), None, "loud nights cost"), False),
        (GONE, Change(Way.CHANGED, Kind.TEXT, ("text",), "loud nights", "days"), False),
        (GONE, Change(Way.ADDED, None, ("picture",)), False),
    ],
)
def test_what_is_called_otherwise_is_known_by_its_words(made, left, is_theirs):
    """Where most of them came, or went, on that slide."""
    found = of_them(_comparison(_changed(2, left)), _comparison(_changed(2, made)), {1: 1})
    assert bool(found.slides) == is_theirs


@pytest.mark.parametrize(
    ("made", "left", "is_theirs"),
    [
        (_moved(6, 3), _moved(6, 3), True),
        (_moved(6, 3), _moved(3, 2), True),
        (_moved(6, 3), _moved(2, 4), True),
        (_moved(6, 3), _moved(4, 5), False),
        (_changed(3, GONE), _moved(3, 2), False),
    ],
)
def test_a_slide_that_stands_on_the_other_side_of_a_moved_one_is_left(made, left, is_theirs):
    """Either of the two may be told as moved."""
    found = of_them(_comparison(left), _comparison(made), {number: number for number in range(6)})
    assert bool(found.slides) == is_theirs
