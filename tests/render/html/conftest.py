"""Debian's Chromium, and decks opened in it from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.render.html.decks import html

_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Page]


def wait_until(tab: Page, condition: str) -> None:
    """Wait for a JavaScript condition. Playwright's own way needs the page to evaluate text, which its policy bars."""
    for _ in range(100):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(50)
    raise AssertionError(f"never true: {condition}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_file(chromium: Browser) -> Iterator[Open]:
    """Open an HTML file and wait until it is ready; fail if it complained by the end of the test."""
    complaints: list[str] = []
    contexts = []

    def opened(path: Path, width: int = 1280, height: int = 720, query: str = "") -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        context.on("console", lambda message: complaints.append(message.text))
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        tab = context.new_page()
        tab.goto(path.as_uri() + query)
        wait_until(tab, "Reveal.isReady()")
        tab.evaluate("document.fonts.ready")
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture
def open_deck(open_file: Open, tmp_path: Path) -> Open:
    """Open a deck of the repository."""

    def opened(deck: str, width: int = 1280, height: int = 720, query: str = "") -> Page:
        path = tmp_path / f"{deck}.html"
        path.write_text(html(deck), encoding="utf-8")
        return open_file(path, width, height, query)

    return opened
