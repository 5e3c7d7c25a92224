"""What is said of wrong decks, whole: `python -m tests.wrong_decks` accepts what has changed."""

from __future__ import annotations

import re

import pytest

from tests.samples import mostly_slow
from tests.wrong_decks.case import case_names, mended_deck, read_case, what_is_said

NAMES = case_names()
WITHOUT_HELP = frozenset({"grid-too-wide", "minutes", "mode-night", "pdf-settings", "table-overflow", "unknown-fit"})
"""Cases whose message is its own mend: it lists the few words that are right."""


@pytest.mark.sampled(every=15)
@pytest.mark.parametrize("name", mostly_slow(NAMES, every=3))
def test_a_wrong_deck_gets_just_these_messages(name, tmp_path):
    """Each names cause and place, once, in the order of the file."""
    case = read_case(name)
    assert what_is_said(case.deck, tmp_path) == case.said


@pytest.mark.parametrize("name", mostly_slow(NAMES, every=3))
def test_every_message_has_a_place_and_a_way_out(name):
    """Even a file without anything in it has a first line."""
    messages = re.split(r"\n\n(?=error|warning|note)", read_case(name).said.strip())
    for message in messages:
        assert re.match(r"(error|warning|note)\[[a-z-]+\]: \S", message)
        assert re.search("--> (decks/deck.yaml|data/)", message), message
        assert "= help: " in message or name in WITHOUT_HELP, message


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("first-guesses")])
def test_whoever_follows_the_messages_has_a_deck_that_builds(name, tmp_path):
    """One step from what is typed before anything is read."""
    deck = mended_deck(name)
    assert deck
    said = what_is_said(deck, tmp_path)
    assert "error[" not in said, said


def test_there_are_enough():
    """Of the kinds that people write."""
    assert len(NAMES) >= 60
