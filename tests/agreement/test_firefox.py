"""Firefox ESR breaks every line where layout did, and has each in its place, as Chromium does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.layout import Document
from deckmaker.render.html import HtmlRenderer
from tests.agreement.chromium import PAGE_READING, SETTLED, page_view
from tests.agreement.comparison import compare
from tests.agreement.conftest import ROOT, read_deck
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures, word_failures
from tests.agreement.rasters import WIDTH
from tests.agreement.view import PageView
from tests.browsers import firefox_tabs, wait_until
from tests.firefox import Firefox
from tests.render.laid_out_decks import rendered_by

pytestmark = pytest.mark.outside

DECKS = ("showcase", "overdose-data", "us-china-fentanyl-talks")


def _views(firefox: Firefox, file: Path, document: Document) -> Iterator[PageView]:
    """Show every slide in a window 960 wide and of the page's shape."""
    theme = document.theme
    with firefox_tabs(firefox) as new_tab:
        tab = new_tab()
        tab.resize(WIDTH, round(WIDTH * theme.height / theme.width))
        tab.goto(file.as_uri())
        wait_until(tab, "window.Reveal && Reveal.isReady()")
        for number in range(1, len(document.pages) + 1):
            tab.evaluate(SETTLED, number - 1)
            yield page_view(number, tab.evaluate(PAGE_READING), theme.width)


@pytest.mark.parametrize("deck", DECKS)
def test_firefox_shows_what_layout_decided(deck: str, firefox: Firefox, tmp_path: Path) -> None:
    """Words, breaks and places of texts, pictures, tables and charts."""
    document = read_deck(ROOT / "decks" / f"{deck}.yaml")
    file = tmp_path / "deck.html"
    file.write_bytes(rendered_by(HtmlRenderer(), document))
    report = compare(expected_views(document), list(_views(firefox, file, document)))
    assert word_failures(report, deck, "html") + place_failures(report) == []


def test_an_open_browser_draws_nothing_by_chance(firefox: Firefox) -> None:
    """Properties that run meanwhile would be called flaky: hypothesis sees that `random` was used, not by whom."""
    assert [one.name for one in threading.enumerate() if "keepalive" in one.name] == []
