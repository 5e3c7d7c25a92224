"""The interface as those meet it who do not see it, have no mouse, or set their own colours."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from itertools import product
from pathlib import Path

import numpy
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.accessible_pages import verdict_on
from tests.browsers import Tab
from tests.render.html.conftest import Present, both_browsers, settle, show, wait_until
from tests.render.html.decks import document, html
from tests.samples import mostly_long

pytestmark = pytest.mark.outside

VIEWS = {
    "overview": ["o"],
    "help": ["?"],
    "jump": ["g"],
    "jump with matches": ["g", "h", "o", "w"],
    "jump without any": ["g", "x", "y", "z"],
    "search": ["/", "s", "h", "i", "p", "Enter"],
    "search without matches": ["/", "x", "y", "z"],
    "help over the overview": ["o", "?"],
    "black": ["b"],
    "drawing": ["d"],
    "light": ["l"],
    "zoom": ["z", "Enter"],
}
"""What leads to each view."""


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Page]:
    """The showcase in Chromium, with a policy that lets axe-core in."""
    path = tmp_path / "deck.html"
    path.write_text(html("showcase"), encoding="utf-8")
    with closing(chromium.new_context(viewport={"width": 1280, "height": 720}, bypass_csp=True)) as context:
        tab = context.new_page()
        tab.goto(path.as_uri())
        wait_until(tab, "window.Reveal && Reveal.isReady()")
        yield tab


@pytest.mark.parametrize(
    ("dark", "rest"), mostly_long(product((False, True), range(2)), is_usual=lambda case: case[0] == case[1])
)
def test_no_view_breaks_a_rule(opened: Page, dark: bool, rest: int) -> None:
    """Every other. Of what axe-core cannot tell there is only the contrast of words on pictures."""
    opened.emulate_media(color_scheme="dark" if dark else "light")
    for name, keys in [*VIEWS.items()][rest::2]:
        show(opened, 3)
        for key in keys:
            opened.keyboard.press(key)
        settle(opened)
        verdict = verdict_on(opened)
        assert verdict.violations == [], name
        assert {one.partition(":")[0] for one in verdict.undecided} <= {"color-contrast"}, name
        for _ in keys:
            opened.keyboard.press("Escape")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dark", "rest"),
    mostly_long(product([False, True], range(6)), is_usual=lambda case: case == (True, 3)),
)
def test_search_breaks_no_rule_on_any_slide(opened: Page, dark: bool, rest: int) -> None:
    """With marks on the slides, every sixth; axe-core cannot tell the contrast of words on pictures."""
    opened.emulate_media(color_scheme="dark" if dark else "light")
    opened.keyboard.press("/")
    opened.keyboard.type("e")
    for page in document("showcase").pages[rest::6]:
        show(opened, page.number)
        verdict = verdict_on(opened)
        assert verdict.violations == [], page.number
        assert {one.partition(":")[0] for one in verdict.undecided} <= {"color-contrast"}, page.number
        assert opened.evaluate("CSS.highlights.get('deck-found').size > 0"), page.number


def test_the_position_is_said_and_nothing_else(present: Present) -> None:
    """With each slide its number, how many there are and its title; the stage is no application."""
    tab = present("showcase", "#/2")
    status = "document.querySelector('.deck-status').textContent"
    assert tab.evaluate(status) == ""  # the page itself is read out when it opens
    tab.press("ArrowRight")
    count = len(document("showcase").pages)
    assert tab.evaluate(status) == f"Slide 3 of {count}: Where it comes from"
    assert tab.evaluate("document.querySelectorAll('[role=application], .aria-status').length") == 0
    live = "[aria-live]:not([aria-live=off], .chart-said), [role=status], output:not(.chart-said)"
    assert tab.evaluate(f"document.querySelectorAll('{live}').length") == 3  # this one, and those of two closed panels


def _focus(tab: Tab, selector: str) -> None:
    for _ in range(60):
        tab.press("Tab")
        if tab.evaluate(f"document.activeElement.matches('{selector}')"):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_arrows_have_names_and_rings(present: Present) -> None:
    """Tab leads to them, a ring is seen around the one that has the focus, and Enter and Space press it."""
    tab = present("showcase", "#/3")
    labels = tab.evaluate("[...document.querySelectorAll('.controls button')].map(one => one.ariaLabel ?? '')")
    assert "Next slide" in labels
    assert "Previous slide" in labels
    _focus(tab, ".navigate-right")
    ring = "(one => [one.outlineStyle, one.outlineWidth])(getComputedStyle(document.activeElement))"
    assert tab.evaluate(ring) == ["solid", "2px"]
    tab.press("Enter")
    tab.press("Space")
    assert tab.evaluate("document.querySelector('section.present').id") == "slide-5"


@both_browsers
def test_everything_is_left_by_keyboard(present: Present) -> None:
    """From each view, Escape leads back to the slide that was shown, however far one went into it with Tab."""
    tab = present("showcase", "#/3")
    for name, keys in VIEWS.items():
        for key in keys:
            tab.press(key)
        if name not in ("overview", "black"):
            tab.press("Tab")
        for _ in keys:
            tab.press("Escape")
        assert tab.evaluate(_LEFT), name
        tab.evaluate("Reveal.slide(2)")
        tab.press("ArrowRight")
        assert tab.evaluate("document.querySelector('section.present').id") == "slide-4", name
        tab.press("ArrowLeft")


_LEFT = """(root => !['zoom', 'overview', 'drawing', 'laser'].some(one => one in root.dataset)
  && document.querySelector('.deck-screen').hidden && !document.querySelector('dialog[open]')
  && document.querySelector('.deck-panel:not([hidden])') === null)(document.documentElement)"""


def test_bars_and_arrows_are_seen_in_forced_colours(opened: Page) -> None:
    """Where a system's colours take all grounds away, bars keep their edges, arrows and the progress their lines."""
    show(opened, 10)
    opened.emulate_media(forced_colors="active")
    settle(opened)
    seen = numpy.asarray(Image.open(BytesIO(opened.screenshot())).convert("L")).astype(int)
    ground = seen[700, 640]
    bar = "section.present > .page > .shape"  # the mark above the title, the first of a page's shapes
    for part in (bar, ".controls .navigate-right .controls-arrow", ".progress span"):
        box = opened.locator(part).first.bounding_box()
        assert box is not None
        top, left = max(round(box["y"]), 0), round(box["x"])
        inside = seen[top : top + round(box["height"]), left : left + min(round(box["width"]), 40)]
        assert abs(inside - ground).max() > 100, part
