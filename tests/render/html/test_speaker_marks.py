"""What is drawn and pointed at on the audience's slide, as the speaker's small slide shows it, in both browsers."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.browsers import Tab, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import written
from tests.render.html.speaking import at, close, in_step, opened_by, speaker_of

pytestmark = pytest.mark.outside

DECK = """\
title: Night noise
author: Port Authority
slides:
  - {title: Night noise}
  - {title: What we found, text: Fewer ships.}
"""

_LINES = "document.querySelectorAll('.speaker-now .deck-drawing polyline')"

_ENDS = """(() => {
  const { left, top, width, height } = document.querySelector('.speaker-now .speaker-stage').getBoundingClientRect();
  const line = document.querySelector('.speaker-now .deck-drawing polyline');
  return [line.points.getItem(0), line.points.getItem(line.points.numberOfItems - 1)].flatMap(point => {
    const { x, y } = point.matrixTransform(line.getScreenCTM());
    return [(x - left) / width, (y - top) / height];
  });
})()"""
"""Where the first line begins and ends on the small slide, as shares of its width and height."""

_LIGHT = """(() => {
  const { left, top, width, height } = document.querySelector('.speaker-now .speaker-stage').getBoundingClientRect();
  const light = document.querySelector('.speaker-now .deck-laser').getBoundingClientRect();
  return [(light.x + light.width / 2 - left) / width, (light.y + light.height / 2 - top) / height];
})()"""

_SEEN = "!document.querySelector('.speaker-now .deck-laser').hidden"


@pytest.fixture
def deck(present: Present, tmp_path: Path) -> Tab:
    """A deck of two slides, in a window of its own shape: 1280 by 720."""
    return present(written(tmp_path / "source", DECK))


def _near(window: Tab, expression: str, wanted: list[float]) -> None:
    wait_until(window, f"{expression}.every((value, index) => Math.abs(value - {wanted}[index]) < 0.02)")


def test_lines_of_the_audience_are_seen(deck: Tab) -> None:
    """Where they are on the page, with those that were there before the window; `c` and another slide take them off."""
    deck.press("d")
    deck.drag([(256, 360), (640, 360), (1024, 180)])
    window = speaker_of(deck)
    wait_until(window, f"{_LINES}.length === 1")
    _near(window, _ENDS, [0.2, 0.5, 0.8, 0.25])
    deck.drag([(256, 600), (640, 600)])
    wait_until(window, f"{_LINES}.length === 2")
    deck.press("Backspace")
    wait_until(window, f"{_LINES}.length === 1")
    window.press("PageDown")
    in_step(deck, window, 2)
    assert window.evaluate(f"{_LINES}.length") == 0
    window.press("PageUp")
    in_step(deck, window, 1)
    wait_until(window, f"{_LINES}.length === 1")
    window.press("c")
    wait_until(window, f"{_LINES}.length === 0")
    assert deck.evaluate("document.querySelectorAll('.deck-drawing polyline').length") == 0


@both_browsers
def test_lines_of_the_speaker_are_seen(deck: Tab) -> None:
    """Under the pointer that has drawn them, in the colour that the audience sees."""
    window = speaker_of(deck)
    window.press("d")
    wait_until(window, "document.querySelector('[data-command=draw]').getAttribute('aria-pressed') === 'true'")
    window.drag([at(window, *place) for place in ((0.2, 0.5), (0.5, 0.5), (0.8, 0.25))])
    wait_until(window, f"{_LINES}.length === 1")
    _near(window, _ENDS, [0.2, 0.5, 0.8, 0.25])
    color = "getComputedStyle(document.querySelector('.deck-drawing polyline')).stroke"
    assert window.evaluate(color.replace("('.", "('.speaker-now .")) == deck.evaluate(color)


def test_they_outlive_a_reload_and_another_window(deck: Tab) -> None:
    """They are the deck's: a window that comes later has them too."""
    window = speaker_of(deck)
    deck.press("d")
    deck.drag([(256, 360), (640, 360)])
    wait_until(window, f"{_LINES}.length === 1")
    window.reload()
    wait_until(window, f"{_LINES}.length === 1")
    close(window, deck)
    wait_until(opened_by(deck), f"{_LINES}.length === 1")


def test_a_message_has_a_bound(deck: Tab) -> None:
    """A scribble of 30,000 places and 300 lines: what is sent is small, and both ends of the last line are in it."""
    told = deck.evaluate(
        """(() => {
          const drawing = document.querySelector('.deck-drawing');
          for (let line = 0; line < 300; line += 1) drawing.append(drawing.ownerDocument.createElementNS(
            'http://www.w3.org/2000/svg', 'polyline'));
          for (const [at, line] of [...drawing.children].entries()) line.setAttribute('points',
            Array.from({ length: at === 299 ? 30000 : 2000 }, (_, index) => `${index}.5,${at}.5`).join(' '));
          const page = document.querySelector('section.present .page');
          return SpeakerMarks.on(page, drawing, document.querySelector('.deck-laser'));
        })()"""
    )
    lines = [[place.split(",") for place in line.split(" ")] for line in told["lines"]]
    assert len(lines) == 100
    assert all(150 < len(line) <= 201 for line in lines[:-1])
    assert (lines[-1][0], lines[-1][-1]) == (["0.5", "299.5"], ["29999.5", "299.5"])
    steps = {float(after[0]) - float(before[0]) for before, after in pairwise(lines[-1][:-1])}
    assert steps == {150.0}  # evenly
    assert sum(map(len, told["lines"])) < 300_000


def test_the_light_is_seen(deck: Tab) -> None:
    """Where the audience sees it, whoever leads it, and no longer than that."""
    window = speaker_of(deck)
    assert not window.evaluate(_SEEN)
    deck.press("l")
    deck.move(900, 500)
    deck.move(320, 540)
    wait_until(window, _SEEN)
    _near(window, _LIGHT, [0.25, 0.75])
    window.move(*at(window, 0.6, 0.3))
    window.move(*at(window, 0.5, 0.3))
    _near(window, _LIGHT, [0.5, 0.3])
    window.press("l")
    wait_until(window, f"!({_SEEN})")
