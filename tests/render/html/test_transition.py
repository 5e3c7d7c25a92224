"""From one slide to the next: a short fade, in which nothing moves and nothing flashes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import numpy
import pdfplumber
import pytest
from numpy.typing import NDArray
from playwright.sync_api import Page as Tab

from tests.render.html.conftest import Open, settle, show, wait_until
from tests.render.html.decks import document
from tests.render.html.pixels import Pixels, channels, hide_controls, pixels

pytestmark = pytest.mark.outside

LENGTH = 250
"""Milliseconds."""

PAPER, DEEP, FAR = 4, 2, 9
"""Slides of the showcase on a light and on a dark ground, and a dark one that is far away."""

_START = """number => {
  Reveal.slide(number - 1);
  return document.getAnimations().filter(one => one.effect.target.matches('section')).map(one => {
    one.pause();
    const { duration, delay, iterations } = one.effect.getComputedTiming();
    const moved = one.effect.getKeyframes().flatMap(Object.keys);
    return { duration, delay, iterations, moved, slide: one.effect.target.id };
  });
}"""
_SEEK = """async time => {
  for (const one of document.getAnimations()) one.currentTime = time;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
_CLASSES = "[...document.querySelectorAll('.leaving, .arriving')].map(one => `${one.id} ${one.className}`)"


def _started(tab: Tab, number: int) -> list[dict[str, Any]]:
    """Go to a slide and stop the fade at its beginning; return what is animated."""
    animations: list[dict[str, Any]] = tab.evaluate(_START, number)
    return animations


def _frames(tab: Tab) -> list[Pixels]:
    frames = []
    for time in range(0, LENGTH, LENGTH // 5):
        tab.evaluate(_SEEK, time)
        frames.append(_sample(tab))
    return frames


def _sample(tab: Tab) -> Pixels:
    """Return every third pixel both ways."""
    return pixels(tab)[::3, ::3]


def _ground(number: int) -> Pixels:
    laid_out = document("showcase")
    return channels(laid_out.theme.palette[laid_out.pages[number - 1].layout.background])


def _shares(frames: list[Pixels], before: Pixels, after: Pixels) -> NDArray[numpy.float64]:
    """Return how much of the way each pixel has gone, where the two differ enough to tell."""
    telling = numpy.abs(after - before) > 60
    assert telling.mean() > 0.01
    return numpy.array([((frame - before)[telling] / (after - before)[telling]) for frame in frames])


@pytest.mark.parametrize(("start", "end"), [(PAPER, DEEP), (DEEP, PAPER), (PAPER, FAR), (FAR, PAPER)])
@pytest.mark.alike(every=3)  # away from paper, and back to it
def test_every_pixel_goes_straight_from_one_to_the_other(open_deck: Open, start: int, end: int) -> None:
    """Each moment is a mixture of the two slides and of what is around them, and the share of the new one grows."""
    tab = open_deck("showcase", 1440, 900)
    hide_controls(tab)
    show(tab, start)
    before = _sample(tab)
    _started(tab, end)
    frames = _frames(tab)
    settle(tab)
    after = _sample(tab)
    shares = _shares(frames, before, after)
    middle = numpy.median(shares, axis=1)
    assert middle[0] == pytest.approx(0, abs=0.02)
    assert middle[-1] > 0.9
    assert (numpy.diff(middle) > 0).all()
    strays = numpy.abs(shares - middle[:, None])
    assert numpy.quantile(strays, 0.999) < 0.03
    assert strays.max() < 0.2  # a few edges in pictures, which are drawn anew when the fade is over
    assert before[1, 40] == pytest.approx(_ground(start), abs=1)
    assert after[1, 40] == pytest.approx(_ground(end), abs=1)


def test_it_is_short_and_nothing_but_a_fade(open_deck: Open) -> None:
    """One animation, of the new slide's opacity, a quarter of a second long; afterwards no trace is left."""
    tab = open_deck("showcase")
    show(tab, PAPER)
    (fade,) = _started(tab, DEEP)
    assert (fade["duration"], fade["delay"], fade["iterations"]) == (LENGTH, 0, 1)
    assert set(fade["moved"]) - {"offset", "easing", "composite", "computedOffset"} == {"opacity"}
    assert fade["slide"] == f"slide-{DEEP}"
    assert len(tab.evaluate(_CLASSES)) == 2
    tab.evaluate("document.getAnimations().forEach(one => one.play())")
    wait_until(tab, f"{_CLASSES}.length === 0")
    assert tab.evaluate(f"getComputedStyle(document.querySelector('#slide-{PAPER}')).opacity") == "0"


def test_the_first_slide_is_there_at_once(open_deck: Open) -> None:
    """Opening the file, at any slide, fades nothing."""
    for query in ("", f"#/{PAPER}"):
        assert open_deck("showcase", query=query).evaluate(_CLASSES) == []


def test_who_moves_on_waits_for_nothing(open_deck: Open) -> None:
    """A step taken during a fade begins the next from the slide that was coming, complete."""
    tab = open_deck("showcase")
    hide_controls(tab)
    show(tab, PAPER)
    _started(tab, PAPER + 1)
    tab.evaluate(_SEEK, LENGTH / 5)
    _started(tab, PAPER + 2)
    tab.evaluate(_SEEK, 0)
    seen = pixels(tab)
    show(tab, PAPER + 1)
    assert numpy.abs(seen - pixels(tab)).max() <= 2


def test_the_overview_fades_nothing(open_deck: Open) -> None:
    """Moving in the overview, and leaving it, shows slides as they are."""
    tab = open_deck("showcase")
    tab.keyboard.press("o")
    wait_until(tab, "'overview' in document.documentElement.dataset")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate(_CLASSES) == []
    tab.keyboard.press("o")
    wait_until(tab, "!('overview' in document.documentElement.dataset)")
    assert tab.evaluate(_CLASSES) == []


def test_reduced_motion(open_deck: Open) -> None:
    """Who asks for no motion sees the next slide at once."""
    tab = open_deck("showcase")
    show(tab, DEEP)
    expected = pixels(tab)
    show(tab, PAPER)
    tab.emulate_media(reduced_motion="reduce")
    assert _started(tab, DEEP) == []
    assert (pixels(tab) == expected).mean() > 0.999


@pytest.mark.parametrize("moving", [lambda tab: None, lambda tab: _started(tab, PAPER)], ids=["still", "moving"])
def test_paper_knows_no_fade(open_deck: Open, moving: Callable[[Tab], object]) -> None:
    """What is printed in the midst of a fade is whole, as at any other time."""
    tab = open_deck("showcase")
    show(tab, DEEP)
    moving(tab)
    with pdfplumber.open(BytesIO(tab.pdf(prefer_css_page_size=True))) as pdf:
        printed = [numpy.asarray(pdf.pages[one - 1].to_image(resolution=36).original) for one in (PAPER, DEEP)]
    assert printed[0][4, 30] == pytest.approx(_ground(PAPER), abs=2)
    assert printed[1][4, 30] == pytest.approx(_ground(DEEP), abs=2)
