"""What lies around a page in a window of other proportions: what it shows at its edges, going on."""

from __future__ import annotations

from pathlib import Path

import numpy
import pytest
from playwright.sync_api import Page as Tab

from tests.render.html.conftest import Open, show
from tests.render.html.decks import document, html, showcase
from tests.render.html.pixels import Pixels, channels, hide_controls, pixels

pytestmark = pytest.mark.outside

PAPER, SECTION, FULL_PICTURE = 4, 2, 6
"""Slides of the showcase: text on paper, a section's title beside a bar, a picture that fills the page."""

TALL, WIDE = (800, 1000), (1600, 500)
"""Windows with room above and below the page, and beside it."""


def _shown(tab: Tab, number: int) -> Pixels:
    hide_controls(tab)
    show(tab, number)
    return pixels(tab)


@pytest.mark.parametrize("window", [TALL, WIDE])
@pytest.mark.parametrize("number", [PAPER, SECTION])
def test_the_ground_goes_on(open_deck: Open, window: tuple[int, int], number: int) -> None:
    """Around a page is its own ground, without a seam."""
    shown = _shown(open_deck("showcase", *window), number)
    laid_out = document("showcase")
    ground = channels(laid_out.theme.palette[laid_out.pages[number - 1].layout.background])
    right = shown[:, -20:] if window == TALL else shown[:, 1300:]  # beside the words, from top to bottom
    assert (right == ground).all()


def test_a_bar_at_the_edge_goes_on(open_deck: Open) -> None:
    """What reaches from the page's top to its bottom reaches from the window's top to its bottom."""
    shown = _shown(open_deck("showcase", *TALL), SECTION)
    bar = shown[:, 5]
    assert (bar == bar[500]).all()
    assert (bar[0] == channels(document("showcase").theme.palette["mark"])).all()


@pytest.mark.alike(every=3)  # each theme and each window once
@pytest.mark.parametrize("theme", ["briefing", "statement"])
@pytest.mark.parametrize("window", [TALL, (411, 823)])
def test_a_full_picture_is_framed_in_black(
    open_document: Open, tmp_path: Path, theme: str, window: tuple[int, int]
) -> None:
    """Around a picture that fills the page is black, up to the very edge, whatever the ground below it."""
    shown = _shown(open_document(showcase(tmp_path, theme=theme), *window, query="?view=slides"), FULL_PICTURE)
    width, height = window[0], window[0] * 9 / 16
    top, bottom = int((window[1] - height) / 2) - 1, int((window[1] + height) / 2) + 2
    assert not shown[:top].any()
    assert not shown[bottom:].any()
    edge = shown[bottom - 4 : bottom, : width // 2].mean(axis=1)  # from the picture, which is dark there, to black
    assert (numpy.diff(edge, axis=0) < 2).all()


def test_pages_of_the_overview_end_at_their_edges(open_deck: Open) -> None:
    """In the overview neither ground nor bar goes beyond the page."""
    tab = open_deck("showcase", query=f"#/{SECTION}")
    tab.keyboard.press("o")
    box = tab.locator(f"#slide-{SECTION} > .page").bounding_box()
    assert box is not None
    shown = pixels(tab)
    surround = shown[2, 640]
    for y in (box["y"] - 12, box["y"] + box["height"] + 60):  # above its page and below its title of two lines
        assert (shown[round(y), round(box["x"]) : round(box["x"] + box["width"])] == surround).all()
    assert "tall" in html("showcase")
