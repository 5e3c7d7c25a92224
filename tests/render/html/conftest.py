"""Decks opened in Chromium from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, WebError

from deckmaker.layout import Document
from tests.browsers import NewTab, Tab, chromium_context, chromium_tabs, firefox_tabs, wait_for_drawing
from tests.browsers import wait_until as wait_in
from tests.render.html.decks import html, rendered, showcase

Open = Callable[..., Page]
Present = Callable[..., Tab]


def show(tab: Page, number: int) -> None:
    """Go to a slide, show all that appears one by one, and wait until nothing moves any more."""
    tab.evaluate("number => Reveal.slide(number - 1, 0, Infinity)", number)
    settle(tab)


def settle(tab: Page) -> None:
    """Wait until nothing moves any more, and what that looks like has been drawn."""
    tab.evaluate("for (const one of document.getAnimations()) one.finish()")
    wait_for_drawing(tab)


def wait_until(tab: Page, condition: str) -> None:
    """Wait for a JavaScript condition. Playwright's own way needs the page to evaluate text, which its policy bars.

    A window that a page has opened may still be loading: reveal.js is ready before the last of the keys are.
    """
    tab.wait_for_load_state()
    for _ in range(1_200):  # a minute, for a busy machine
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {condition}")


@pytest.fixture(scope="session")
def automatic(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Lay the showcase out with `mode: auto`."""
    return showcase(tmp_path_factory.mktemp("auto"), mode="auto")


@pytest.fixture
def open_file(chromium: Browser) -> Iterator[Open]:
    """Open an HTML file and wait until it is ready; fail if it complained by the end of the test.

    `density` is how many pixels of the screen make one of the window; `touch` makes the window a phone's.
    """
    complaints: list[str] = []

    def complain(one: ConsoleMessage | WebError) -> None:
        complaints.append(str(one.error) if isinstance(one, WebError) else one.text)

    with ExitStack() as ended:

        def opened(
            path: Path,
            width: int = 1280,
            height: int = 720,
            density: float = 1,
            *,
            query: str = "",
            touch: bool = False,
        ) -> Page:
            window = {"device_scale_factor": density, "is_mobile": touch, "has_touch": touch}
            context = ended.enter_context(chromium_context(chromium, **window))
            for event in ("console", "weberror"):
                context.on(event, complain)
                ended.callback(context.remove_listener, event, complain)
            tab = context.new_page()
            tab.set_viewport_size({"width": width, "height": height})
            tab.goto(path.as_uri() + query)
            wait_until(tab, "Reveal.isReady()")
            tab.evaluate("document.fonts.ready")
            wait_for_drawing(tab)
            return tab

        yield opened
    assert not complaints


both_browsers = pytest.mark.parametrize("new_tab", ["chromium", "firefox"], indirect=True)
"""For tests of what browsers do each in its own way, such as windows, storage, fingers and letters: in both of them."""


@pytest.fixture(params=["chromium", pytest.param("firefox", marks=pytest.mark.long)])
def new_tab(request: pytest.FixtureRequest) -> Iterator[NewTab]:
    """Open tabs of each browser in turn: of Firefox too in `make test` where a test is marked `both_browsers`."""
    browser = request.getfixturevalue(request.param)
    with chromium_tabs(browser) if request.param == "chromium" else firefox_tabs(browser) as opened:
        yield opened


@pytest.fixture
def present(new_tab: NewTab, tmp_path: Path) -> Present:
    """Open a deck of the repository, or a document, in each browser in turn, and wait until it is ready."""

    def opened(deck: str | Document = "showcase", query: str = "") -> Tab:
        path = tmp_path / "deck.html"
        path.write_text(html(deck) if isinstance(deck, str) else rendered(deck), encoding="utf-8")
        tab = new_tab()
        tab.goto(path.as_uri() + query)
        wait_in(tab, "Reveal.isReady()")
        tab.evaluate("document.fonts.ready.then(() => 0)")
        return tab

    return opened


@pytest.fixture
def open_deck(open_file: Open, tmp_path: Path) -> Open:
    """Open a deck of the repository."""

    def opened(deck: str, *window: float, **how: object) -> Page:
        path = tmp_path / f"{deck}.html"
        path.write_text(html(deck), encoding="utf-8")
        return open_file(path, *window, **how)

    return opened


@pytest.fixture
def open_document(open_file: Open, tmp_path: Path) -> Open:
    """Open a document, which is rendered to a file."""

    def opened(laid_out: Document, *window: float, **how: object) -> Page:
        path = tmp_path / "document.html"
        path.write_text(rendered(laid_out), encoding="utf-8")
        return open_file(path, *window, **how)

    return opened
