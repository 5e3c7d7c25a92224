"""Where no script may run, the page is the text to read, with all its pictures; on paper it is the slides."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page

from deckmaker.layout import Document
from tests.render.html.conftest import wait_until
from tests.render.html.decks import document, html, rendered
from tests.render.html.pixels import channels, pixels
from tests.render.html.reading_pages import MEASURED, NOTHING_WRONG

pytestmark = pytest.mark.outside

_ADDRESS = "http://deck.test/deck.html"
_STRICT = "script-src 'none'; object-src 'none'"

_LACKING = """() => [...document.querySelectorAll("main .picture:not(.slot-logo) :is(img, svg)")].filter(one => {
  const box = one.getBoundingClientRect();
  return !one.checkVisibility() || box.width < 8 || box.height < 8 || (one.tagName === "IMG" && !one.naturalWidth);
}).length"""
"""How many pictures are not to be seen, or have no bytes."""


def _served(chromium: Browser, laid_out: Document, look: Callable[[Page], None]) -> None:
    """Open a deck from a server whose policy lets no script run."""
    body = rendered(laid_out)
    with closing(chromium.new_context(viewport={"width": 700, "height": 900})) as context:
        tab = context.new_page()
        headers = {"content-type": "text/html", "content-security-policy": _STRICT}
        tab.route(_ADDRESS, lambda route: route.fulfill(body=body, headers=headers))
        tab.goto(_ADDRESS)
        look(tab)


def test_every_picture_is_shown(chromium: Browser, tmp_path: Path) -> None:
    """Those too that the deck shows more than once, and none is without an address."""
    path = tmp_path / "deck.html"
    path.write_text(html("showcase"), encoding="utf-8")
    with closing(chromium.new_context(java_script_enabled=False, viewport={"width": 700, "height": 900})) as context:
        tab = context.new_page()
        tab.goto(path.as_uri())
        assert tab.evaluate("document.querySelectorAll('img:not([src])').length") == 0
        assert tab.evaluate("document.querySelectorAll('main .picture').length") > 10
        assert tab.evaluate(_LACKING) == 0
        assert "data-view" not in tab.evaluate("document.documentElement.getAttributeNames()")


def test_a_servers_policy_leaves_the_text(chromium: Browser) -> None:
    """Nothing is lost, cut or laid over anything else, and the pictures are there."""

    def look(tab: Page) -> None:
        assert tab.evaluate("typeof Reveal") == "undefined"
        found = tab.evaluate(MEASURED)
        assert found.pop("texts") > 20 and found == NOTHING_WRONG
        for number in range(tab.evaluate("document.images.length")):
            tab.evaluate("number => document.images[number].scrollIntoView()", number)  # those far away are loaded late
            wait_until(tab, f"document.images[{number}].naturalWidth > 0")
        assert tab.evaluate(_LACKING) == 0

    _served(chromium, document("us-china-fentanyl-talks"), look)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_text_has_the_readers_mode(chromium: Browser, automatic: Document, tmp_path: Path, scheme: str) -> None:
    """One ground for all slides, in the mode's colour."""
    path = tmp_path / "deck.html"
    path.write_text(rendered(automatic), encoding="utf-8")
    window = {"width": 1400, "height": 1500}
    with closing(chromium.new_context(java_script_enabled=False, color_scheme=scheme, viewport=window)) as context:
        tab = context.new_page()
        tab.goto(path.as_uri())
        shown = pixels(tab)
    ground = channels(automatic.theme.modes[scheme]["paper"])
    for x, y in ((10, 10), (1390, 1490), (700, 5)):
        assert shown[y, x] == pytest.approx(ground, abs=1)


def test_slides_are_printed(chromium: Browser, tmp_path: Path) -> None:
    """A page each, at its own size."""
    path = tmp_path / "deck.html"
    path.write_text(html("showcase"), encoding="utf-8")
    with closing(chromium.new_context(java_script_enabled=False)) as context:
        tab = context.new_page()
        tab.goto(path.as_uri())
        printed = BytesIO(tab.pdf(prefer_css_page_size=True, print_background=True))
    with pdfplumber.open(printed) as pdf:
        assert [(page.width, page.height) for page in pdf.pages] == [(960, 540)] * len(document("showcase").pages)
