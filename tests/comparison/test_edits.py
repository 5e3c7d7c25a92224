"""Random edits of random decks: each is told, in its place, with what was and is there; and nothing else is."""

from __future__ import annotations

from random import Random

import pytest

from deckmaker.comparison.changes import Change, Comparison, Way
from tests.comparison.edits import PICTURES, Told, Words, random_deck, random_edits
from tests.comparison.facts import compared
from tests.projects import Project

pytestmark = pytest.mark.slow

RUNS = 10
EDITS = 20
"""Decks a run: 200 in all, with some 500 edits."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("edits")
    project = Project(folder)
    for number, name in enumerate(PICTURES, start=1):
        project.picture(name, (8 + number, 6))
    return folder


def told(comparison: Comparison) -> set[Told]:
    """Return all that a comparison tells."""
    found = {_told("", change) for change in comparison.deck}
    for slide in comparison.slides:
        found |= {Told(slide.title, way.value) for way in slide.ways if way is not Way.CHANGED}
        found |= {_told(slide.title, change) for change in slide.changes}
        assert (Way.CHANGED in slide.ways) == bool(slide.changes)
    return found


def _told(slide: str, change: Change) -> Told:
    return Told(slide, change.way.value, change.place, change.old, change.new)


@pytest.mark.alike(every=2)
@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("run", range(RUNS))
def test_each_edit_is_told_and_nothing_else(run, folder):
    """Slides that are added, removed, moved; texts, lists, cells, values, pictures, credits, notes that change."""
    edits = 0
    for number in range(EDITS):
        random = Random(f"{run}/{number}")
        words = Words(random)
        deck = random_deck(random, words)
        edited, expected = random_edits(deck, random, words)
        comparison = compared(deck, edited, folder)
        assert told(comparison) == expected, (deck, edited)
        kept = len(edited["slides"]) - sum(bool(slide.new) for slide in comparison.slides)
        assert comparison.same == kept
        edits += len(expected)
    assert edits > EDITS


def test_a_deck_is_as_it_was_where_only_its_writing_changed(folder):
    """Long forms for short ones, another order of keys, comments, quotes, lines that break elsewhere."""
    short = "title: Night\nslides:\n  - title: Noise\n    text: Two thirds of loud nights.\n    notes: Wait.\n"
    long = (
        'slides: # all of them\n  - notes: "Wait."\n    content:\n      - text: >-\n          Two thirds\n'
        '          of loud nights.\n    title: Noise\ntitle: "Night"\n'
    )
    assert compared(short, long, folder).is_same
