"""The speaker window on every slide: it looks as in the deck, and axe-core finds nothing wrong around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Literal

import numpy
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page
from skimage.metrics import structural_similarity

from tests.accessible_pages import verdict_on
from tests.browsers import wait_for_drawing
from tests.render.html.conftest import show, wait_until
from tests.render.html.decks import document, html
from tests.render.html.pixels import hide_controls
from tests.samples import mostly_long

pytestmark = [pytest.mark.outside, pytest.mark.slow]

_CORNER = FloatRect(x=0, y=0, width=640, height=360)
_IN_THE_CORNER = """
.speaker-now { position: fixed; z-index: 1; left: 0; top: 0; width: 640px; height: 400px; }
.speaker-now > h2 { display: none; }
.speaker-now .speaker-stage { margin: 0; outline: 0; }
"""


def _grey(png: bytes) -> NDArray[numpy.uint8]:
    with Image.open(BytesIO(png)) as image:
        return numpy.asarray(image.convert("L"))


@contextmanager
def _opened(browser: Browser, address: str, dark: bool = False, **size: int) -> Iterator[Page]:
    """Open an address without the page's policy, which lets no checker in."""
    scheme: Literal["light", "dark"] = "dark" if dark else "light"
    with closing(browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)) as context:
        tab = context.new_page()
        tab.goto(address)
        wait_until(tab, "document.querySelector('.speaker-now section') !== null || Reveal.isReady()")
        tab.evaluate("document.fonts.ready.then(() => 0)")
        yield tab


def _go(window: Page, number: int) -> None:
    """Have the window show the slide of a number, the first one or the next: no deck is there to be told."""
    window.keyboard.press("Home" if number == 1 else "ArrowRight")
    wait_until(window, f"document.querySelector('.speaker-now section').id === 'slide-{number}'")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The showcase as a file."""
    path = tmp_path / "deck.html"
    path.write_text(html("showcase"), encoding="utf-8")
    return path


@pytest.mark.parametrize("rest", mostly_long(range(4), is_usual=lambda rest: rest == 1))
def test_each_slide_looks_as_in_the_deck(chromium: Browser, path: Path, rest: int) -> None:
    """Every fourth, at the same size: words, pictures, drawings, tables and charts."""
    with (
        _opened(chromium, f"{path.as_uri()}?speaker", width=1600, height=1000) as window,
        _opened(chromium, f"{path.as_uri()}?view=slides", width=640, height=360) as deck,
    ):
        hide_controls(deck)
        window.add_style_tag(content=_IN_THE_CORNER)
        for number in range(1, len(document("showcase").pages) + 1):
            _go(window, number)
            if number % 4 != rest:
                continue
            show(deck, number)
            wait_for_drawing(window)
            theirs, ours = (_grey(one.screenshot(clip=_CORNER)) for one in (deck, window))
            assert structural_similarity(theirs, ours, data_range=255) > 0.98, number


@pytest.mark.parametrize(
    ("dark", "rest"),
    mostly_long(product([False, True], range(8)), is_usual=lambda case: case in [(False, 0), (True, 3)]),
)
def test_the_window_breaks_no_rule_of_accessibility(chromium: Browser, path: Path, dark: bool, rest: int) -> None:
    """On every eighth slide.

    Of what axe-core cannot tell there is only the contrast of words on pictures and drawings.
    """
    broken: list[str] = []
    undecided: set[str] = set()
    with _opened(chromium, f"{path.as_uri()}?speaker", dark, width=1280, height=800) as window:
        for number in range(1, len(document("showcase").pages) + 1):
            _go(window, number)
            if number % 8 != rest:
                continue
            verdict = verdict_on(window)
            broken += (f"slide {number}: {one}" for one in verdict.violations)
            undecided |= {one.partition(":")[0] for one in verdict.undecided}
    assert broken == []
    assert undecided <= {"color-contrast"}
