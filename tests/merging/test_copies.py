"""Slides that somebody copied in a presentation."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from deckmaker.comparison.matching import Pair
from deckmaker.merging.copies import with_copies_added
from tests.merging.presentations import SLIDES, built, edited
from tests.projects import run


def _copied(number: int, before: int) -> Any:
    """Return what copies a slide to a place above another, both by their numbers from 0."""

    def change(found: Any) -> None:
        slide = found.slides[number]
        new = found.slides.add_slide(slide.slide_layout)
        for one in list(new.shapes._spTree)[2:]:
            new.shapes._spTree.remove(one)
        for one in list(slide.shapes._spTree)[2:]:
            new.shapes._spTree.append(copy.deepcopy(one))
        ids = found.slides._sldIdLst
        last = ids[-1]
        ids.remove(last)
        ids.insert(before, last)

    return change


INCLUDED = "slides:\n  - title: A list\n    bullets: [First included, Second included]\n"


@pytest.mark.parametrize("before", [1, 2, 3])
def test_a_copy_comes_where_it_stands(before, project):
    """At once, also of a slide that another file has, which cannot move; a second merge finds nothing."""
    (project.deck.parent / "inc.yaml").write_text(INCLUDED)
    deck = f"{SLIDES}\n  - include: inc.yaml\n"
    presentation = built(project, deck)
    shown = edited(presentation, _copied(4, before))
    for options in ((), ("--base", str(presentation))):
        result = run("merge", project.deck, shown, *options)
        assert result.exit_code == 0, result.stdout
        text = project.deck.read_text()
        heads = [line for line in text.split("\n") if line.startswith("  - ")]
        expected = ["  - title: Four things", "  - title: Apples", "  - title: Pears", "  - title: Plums"]
        assert heads == [*expected[:before], "  - title: A list", *expected[before:], "  - include: inc.yaml"]


def test_the_slide_that_was_copied_stays_as_it_is_written(project):
    """With its comments, which the copy has not."""
    shown = edited(built(project, SLIDES), _copied(2, 1))
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.stdout
    text = project.deck.read_text()
    assert text.index("Pears") < text.index("# About apples") < text.index("# a remark")


@pytest.mark.parametrize(
    ("pairs", "words", "expected"),
    [
        ([(1, 0), (0, 1), (None, 2)], "bab", [(None, 0), (0, 1), (1, 2)]),
        ([(0, 0), (1, 1), (None, 2)], "abb", [(0, 0), (1, 1), (None, 2)]),
        ([(0, 0), (1, 1), (None, 2), (2, 3)], "aaab", [(0, 0), (1, 1), (None, 2), (2, 3)]),
        ([(2, 0), (None, 1), (0, 2), (1, None), (None, 3)], "ccac", [(None, 0), (None, 1), (0, 2), (1, None), (2, 3)]),
        ([(1, 0), (0, 1)], "ba", [(1, 0), (0, 1)]),
        ([(None, 0), (0, 1)], [None, None], [(None, 0), (0, 1)]),
    ],
    ids=["above", "below", "beside", "several", "moved", "without words"],
)
def test_of_those_that_say_the_same_the_one_in_order_was_there(pairs, words, expected):
    """Pairs stay in the order of the new slides."""
    assert with_copies_added([Pair(*one) for one in pairs], [*words]) == [Pair(*one) for one in expected]


@pytest.mark.parametrize("title", ["Settings", "More settings"])
def test_code_between_fences_keeps_its_language(title, project):
    """No presentation says it: the slide that was copied does."""
    slide = "  - title: {}\n    text: |\n      Words above it.\n\n      ```yaml\n      title: One\n      ```\n"
    above, below = "title: Two\nslides:\n  - title: Two\n", "  - title: Last\n    text: Words stay.\n"

    def change(found: Any) -> None:
        _copied(1, 2)(found)
        found.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = title

    shown = edited(built(project, f"{above}{slide.format('Settings')}{below}"), change)
    result = run("merge", project.deck, shown)
    assert result.exit_code == 0, result.stdout
    assert project.deck.read_text() == f"{above}{slide.format('Settings')}{slide.format(title)}{below}"
