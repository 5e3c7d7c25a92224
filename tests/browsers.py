"""Debian's Chromium, driven by Playwright, and its Firefox ESR: each by itself, or both as one kind of tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Protocol
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.firefox import Firefox

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How tests start Chromium. Without a graphics processor, pixels are the same whether it plays one or paints at once,
which takes an eighth less of the other processor's time."""

_EMPTY = Path(__file__).with_name("empty.html").as_uri()
"""An empty page from disk, as decks are: Chromium shows those of one context in one process."""

_PATIENCE = 60
"""Seconds that something may take to come true in a browser, with other work on the machine."""


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Start Chromium, and close it at the end."""
    with sync_playwright() as playwright:
        browser = patient(playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS))
        yield browser
        browser.close()


def patient(browser: Browser) -> Browser:
    """Return a browser whose pages wait longer than half a minute, in which a busy machine may load no deck."""
    new_context = browser.new_context

    def waiting(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(2_000 * _PATIENCE)
        return context

    browser.new_context = waiting  # type: ignore[method-assign]
    return browser


class Tab(Protocol):
    """A tab of either browser. Places are CSS pixels of the window; keys are as `KeyboardEvent.key` calls them."""

    browser: str

    def goto(self, address: str) -> None:
        """Open an address and wait until it has loaded."""

    def reload(self) -> None:
        """Load the page anew."""

    def resize(self, width: int, height: int) -> None:
        """Give the page another size."""

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        """Return what a JavaScript expression is; a function is called with the argument, a promise awaited."""

    def press(self, keys: str) -> None:
        """Press a key, with others held, as in `Control+Shift+F`."""

    def type(self, text: str) -> None:
        """Press the key of each letter."""

    def click(self, x: float, y: float) -> None:
        """Click a place."""

    def drag(self, points: Sequence[tuple[float, float]], pointer: str = "mouse") -> None:
        """Press the mouse, or a finger (`touch`), at the first place, and let it go at the last."""

    def move(self, x: float, y: float) -> None:
        """Move the mouse."""

    def screenshot(self) -> bytes:
        """Return what is seen, as PNG."""

    def printed(self) -> bytes:
        """Return what is printed, on paper of the size that the page asks for, as PDF."""

    def close(self) -> None:
        """Close the tab."""

    def all(self) -> list[Tab]:
        """Return all tabs that know of this one, itself too, those that pages have opened as well."""


class ChromiumTab:
    """A tab of Chromium; `page` is Playwright's."""

    browser = "chromium"

    def __init__(self, page: Page) -> None:
        self.page = page

    def goto(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def evaluate(self, expression: str, argument: Any = None) -> Any:
        return self.page.evaluate(expression, argument)

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)

    def click(self, x: float, y: float) -> None:
        self.page.mouse.click(x, y)

    def drag(self, points: Sequence[tuple[float, float]], pointer: str = "mouse") -> None:
        if pointer == "touch":
            self._touch(points)
            return
        self.move(*points[0])
        self.page.mouse.down()
        for point in points[1:]:
            self.move(*point)
        self.page.mouse.up()

    def _touch(self, points: Sequence[tuple[float, float]]) -> None:
        """Playwright has taps alone; the protocol of the browser's developer tools has all touches."""
        tools = self.page.context.new_cdp_session(self.page)
        for index, (x, y) in enumerate(points):
            kind = "touchMove" if index else "touchStart"
            tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        tools.detach()

    def move(self, x: float, y: float) -> None:
        self.page.mouse.move(x, y)

    def screenshot(self) -> bytes:
        return self.page.screenshot()

    def printed(self) -> bytes:
        return self.page.pdf(prefer_css_page_size=True, print_background=True)

    def close(self) -> None:
        self.page.close()

    def all(self) -> list[Tab]:
        return [ChromiumTab(page) for page in self.page.context.pages if page not in _PARKED.values()]


NewTab = Callable[[], Tab]
"""Opens an empty tab, 1280 by 720."""


_PARKED: WeakKeyDictionary[BrowserContext, Page] = WeakKeyDictionary()
"""An empty page of each context that goes from test to test: with it, the process that shows pages goes on, too."""


def _contexts(chromium: Browser) -> dict[str, BrowserContext]:
    """Return the contexts of a browser that go from test to test, by their options."""
    kept: dict[str, BrowserContext] = chromium.__dict__.setdefault("deckmaker_contexts", {})
    return kept


@contextmanager
def chromium_context(chromium: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Yield a context that is as a new one: no tab, and nothing stored; see Playwright's `new_context` for options.

    Tests with the same options have it one after the other, and one at a time: a new one takes longer than a deck that
    is opened in it. What is set in it for all of its pages would stay there: have a new context for that.
    """
    contexts, key = _contexts(chromium), repr(sorted(options.items()))
    context = contexts.pop(key, None) or _parked(chromium.new_context(**options))
    yield context
    if key in contexts:
        context.close()
        return
    for page in context.pages:
        if page is not _PARKED[context]:
            page.close()
    # Pages from disk share what is stored. Asked from outside, Chromium may clear it after the next test has begun.
    _PARKED[context].evaluate("localStorage.clear()")
    context.clear_cookies()
    contexts[key] = context


def _parked(context: BrowserContext) -> BrowserContext:
    """Open the empty page of a new context."""
    _PARKED[context] = context.new_page()
    _PARKED[context].goto(_EMPTY)
    return context


@contextmanager
def chromium_tabs(chromium: Browser, **options: Any) -> Iterator[NewTab]:
    """Open tabs of Chromium that know of each other and of no others; see Playwright's `new_context` for options."""
    with chromium_context(chromium, viewport={"width": 1280, "height": 720}, **options) as context:
        yield lambda: ChromiumTab(context.new_page())


@contextmanager
def firefox_tabs(firefox: Firefox) -> Iterator[NewTab]:
    """Open tabs of Firefox, and close all at the end, those that pages have opened too."""
    before = {tab.context for tab in firefox.tabs}
    yield firefox.new_tab
    for tab in firefox.tabs:
        if tab.context not in before:
            tab.close()


def wait_for_drawing(tab: Tab | Page) -> None:
    """Wait until a page has been drawn: only then does it know the window's size, and keys scroll what has grown."""
    tab.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))")


def wait_until(tab: Tab, condition: str, argument: Any = None) -> None:
    """Wait for a JavaScript condition: an expression, or a function that is called with the argument."""
    end = monotonic() + _PATIENCE
    while not tab.evaluate(condition, argument):
        if monotonic() > end:
            raise AssertionError(f"never true: {condition}")
        sleep(0.02)
