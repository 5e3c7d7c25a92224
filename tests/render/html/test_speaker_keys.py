"""Keys in the speaker window that are of what lies open on the deck, in both browsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers import Tab, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import written
from tests.render.html.speaking import LOST, NOW, SLIDE, at, in_step, speaker_of

pytestmark = pytest.mark.outside

DECK = """\
title: Noise
author: Port
slides:
  - {title: At night, text: Cranes.}
  - {title: By day, text: Trucks.}
  - {title: What helps, text: Shore power.}
"""


@pytest.fixture
def deck(present: Present, tmp_path: Path) -> Tab:
    """A deck of three slides."""
    return present(written(tmp_path / "source", DECK))


def _is_on(name: str) -> str:
    return f"document.querySelector('[data-command={name}]').getAttribute('aria-pressed') === 'true'"


def test_a_key_that_moves_ends_a_black_screen(deck):
    """As it does in the deck: a clicker may lie beside either window."""
    window = speaker_of(deck)
    window.press("b")
    wait_until(window, _is_on("black"))
    window.press("PageDown")
    in_step(deck, window, 2)
    assert deck.evaluate("document.querySelector('.deck-screen').hidden")


@both_browsers
def test_escape_leaves_what_was_opened_last(deck):
    """One thing after the other, and no slide."""
    window = speaker_of(deck)
    for key, name in (("d", "draw"), ("l", "laser")):
        window.press(key)
        wait_until(window, _is_on(name))
    window.press("Escape")
    wait_until(window, f"!({_is_on('laser')}) && {_is_on('draw')}")
    window.press("Escape")
    wait_until(window, f"!({_is_on('draw')})")
    window.press("Escape")
    assert deck.evaluate(SLIDE) == 1


def test_backspace_takes_a_line_away_or_moves_back(deck):
    """As in the audience's window; while the deck is lost, it moves the speaker's alone."""
    window = speaker_of(deck)
    window.press("ArrowRight")
    in_step(deck, window, 2)
    window.press("d")
    wait_until(window, "document.querySelector('[data-command=draw]').getAttribute('aria-pressed') === 'true'")
    window.drag([at(window, 0.2), at(window, 0.5), at(window, 0.8)])
    lines = "document.querySelectorAll('.deck-drawing polyline').length"
    wait_until(deck, f"{lines} === 1")
    window.press("Backspace")
    wait_until(deck, f"{lines} === 0")
    assert deck.evaluate(SLIDE) == 2
    window.press("Escape")
    wait_until(deck, "!('drawing' in document.documentElement.dataset)")
    window.press("Backspace")
    in_step(deck, window, 1)
    window.press("ArrowRight")
    in_step(deck, window, 2)
    deck.goto("about:blank")
    wait_until(window, LOST)
    window.press("Backspace")
    assert window.evaluate(NOW) == 1


def test_zoom_by_keyboard(deck):
    """Enter makes larger, arrows go about and then no longer move slides, other keys that move do."""
    window = speaker_of(deck)
    window.press("z")
    wait_until(window, _is_on("zoom"))
    window.press("Enter")
    wait_until(deck, "document.documentElement.dataset.zoom === 'large'")
    place = "document.querySelector('.slides').style.transform"
    before = deck.evaluate(place)
    window.press("ArrowRight")
    wait_until(deck, f"{place} !== '{before}'")
    assert deck.evaluate(SLIDE) == 1
    window.press("PageDown")
    in_step(deck, window, 2)
    assert not deck.evaluate("'zoom' in document.documentElement.dataset")
