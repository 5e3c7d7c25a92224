"""The deck and its speaker window, in either browser: how tests open and find them, and what they ask them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

from tests.browsers import Tab, wait_until

SLIDE = "+document.querySelector('section.present').id.slice(6)"
"""In the deck: the number of its slide."""

NOW, NEXT = (f"+document.querySelector('.speaker-{name} section')?.id.slice(6)" for name in ("now", "upcoming"))
"""In the speaker window: the numbers of the two slides that it shows."""

STATUS = "document.querySelector('.speaker-status').textContent"
CONNECTED = f"document.readyState === 'complete' && {STATUS} === DeckWords.connected"
LOST = f"{STATUS} === DeckWords.lost"
NOTES = "document.querySelector('.speaker-text').innerText"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as a careful server does: what the page may do, it says as well, and windows are kept apart.

    Where it adds a `policy` to the page's own, it does not keep them apart: browsers then open none from a sandbox.
    """

    def __init__(self, *request: Any, policy: str | None, **options: Any) -> None:
        self._policy = policy
        super().__init__(*request, **options)

    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""

    def end_headers(self) -> None:
        if self._policy:
            self.send_header("Content-Security-Policy", self._policy)
        else:
            self.send_header("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
        super().end_headers()


@contextmanager
def served(folder: Path, policy: str | None = None) -> Iterator[str]:
    """Serve a folder, with a policy such as `sandbox`; yield its origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, policy=policy, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def opened_by(deck: Tab, key: str | None = "s", *, click: str | None = None) -> Tab:
    """Press a key, or click what a selector finds; return the window that has opened, once it is ready."""
    before = {_name(one) for one in deck.all()}
    if click:
        click_on(deck, click)
    elif key:
        deck.press(key)
    end = monotonic() + 60
    while monotonic() < end:
        deck.evaluate("0")  # Playwright hears of windows while it waits for an answer
        new = [one for one in deck.all() if _name(one) not in before]
        if new and new[0].evaluate("document.readyState === 'complete' && location.href !== 'about:blank'"):
            return new[0]
        sleep(0.05)
    raise AssertionError("no window has opened")


def click_on(tab: Tab, selector: str) -> None:
    """Click the middle of what a selector finds."""
    found = "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
    tab.click(*tab.evaluate(f"{found} return [box.x + box.width / 2, box.y + box.height / 2]; }}", selector))


def at(window: Tab, x: float = 0.5, y: float = 0.5) -> tuple[float, float]:
    """Return a place on the slide that the window shows, by shares of its size."""
    box = window.evaluate(
        "(() => { const box = document.querySelector('.speaker-now .speaker-stage').getBoundingClientRect();"
        " return [box.x, box.y, box.width, box.height]; })()"
    )
    return box[0] + x * box[2], box[1] + y * box[3]


def speaker_of(deck: Tab) -> Tab:
    """Open the deck's speaker window, and wait until they know each other."""
    window = opened_by(deck)
    wait_until(window, CONNECTED)
    return window


def close(window: Tab, deck: Tab) -> None:
    """Close a window as its user does, and wait until it has gone."""
    count = len(deck.all())
    window.evaluate("() => { setTimeout(() => window.close()); }")
    end = monotonic() + 60
    while len(deck.all()) == count:
        assert monotonic() < end
        deck.evaluate("0")
    wait_until(deck, "new Promise(done => setTimeout(() => done(true), 100))")


def in_step(deck: Tab, window: Tab, number: int) -> None:
    """Wait until both show a slide."""
    wait_until(deck, f"{SLIDE} === {number}")
    wait_until(window, f"{NOW} === {number}")


def in_step_and_address(deck: Tab, window: Tab, number: int) -> None:
    """Wait until the deck's address, too, says what both show, as who loads it anew needs: at most once in a second."""
    in_step(deck, window, number)
    wait_until(deck, f"location.hash === '#/slide-{number}'")


def _name(tab: Tab) -> object:
    return getattr(tab, "page", None) or getattr(tab, "context", None)
