"""Messages between windows, in Chromium: a page of another origin learns nothing and changes nothing; speakers can."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.render.html.conftest import wait_until
from tests.render.html.decks import document, html

pytestmark = pytest.mark.outside

ASKED = [
    *({"method": name} for name in ("getSlideNotes", "getSlides", "getConfig", "getState", "next", "togglePause")),
    {"method": "configure", "args": [{"postMessageEvents": True, "showNotes": True}]},
    {"method": "slide", "args": [3]},
    {"method": "setState", "args": [{"indexh": 3}]},
    {"method": "triggerKey", "args": [39]},
    {"namespace": "reveal-notes", "type": "heartbeat"},
    {"namespace": "reveal-notes", "type": "connected"},
    {"namespace": "reveal-notes", "type": "call", "methodName": "getSlideNotes", "arguments": [], "callId": 1},
    {"namespace": "reveal-notes", "type": "heartbeat", "key": ""},
    {"namespace": "reveal-notes", "type": "heartbeat", "key": "0" * 64},
    {"namespace": "reveal-notes", "type": "heartbeat", "key": None},
]
"""What reveal.js and its notes plugin would answer or obey."""

HOSTILE = f"""<!DOCTYPE html>
<button>open</button>
<script>
  const heard = [];
  addEventListener('message', event => heard.push(String(event.data)));
  const ask = target => {{
    for (const one of {json.dumps(ASKED)}) target.postMessage(JSON.stringify(one), '*');
    for (const other of ['', '{{', '{{}}', 'null', {{}}, null, [1], 4]) target.postMessage(other, '*');
  }};
  const deck = new URLSearchParams(location.search).get('deck');
  let frame, opened;
  document.querySelector('button').addEventListener('click', () => {{ opened = open(deck); }});
  if (location.hash === '#frame') {{
    frame = document.createElement('iframe');
    frame.src = deck;
    document.body.append(frame);
  }}
</script>
"""

QUERIES = [
    "",
    "?receiver",
    "?receiver=undefined&postMessageEvents=true",
    "?postMessage=true&postMessageEvents=true",
    "?receiver&postMessage=true&postMessageEvents=true&url=https://example.org",
    "?notes&postMessage=1",
]
"""In an address, reveal.js takes any setting."""

_STATE = "JSON.stringify([Reveal.getState(), {...Reveal.getConfig(), plugins: 0}])"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a deck that has notes, and a page that wants them."""
    folder = tmp_path_factory.mktemp("web")
    (folder / "deck.html").write_text(html("showcase"), encoding="utf-8")
    (folder / "hostile.html").write_text(HOSTILE, encoding="utf-8")
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of requests."""


@pytest.fixture(scope="module")
def servers(folder: Path) -> Iterator[list[str]]:
    """Two origins that serve the folder."""
    running = [ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) for _ in range(2)]
    for one in running:
        Thread(target=one.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{one.server_address[1]}" for one in running]
    for one in running:
        one.shutdown()
        one.server_close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Windows that know of each other, and of no other test's."""
    context = chromium.new_context()
    yield context
    context.close()


def _asked_for_nothing(hostile: Page, deck: Page | Frame, target: str) -> None:
    """Let a page ask a deck for everything twice, and assert that nothing comes back and that nothing changes."""
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    before = deck.evaluate(_STATE)
    for _ in range(2):
        hostile.evaluate(f"ask({target})")
        hostile.wait_for_timeout(400)
    assert hostile.evaluate("heard") == []
    assert deck.evaluate(_STATE) == before


@pytest.mark.parametrize("query", QUERIES)
def test_a_page_of_another_origin_that_frames_the_deck_learns_nothing(query, servers, context):
    """Nor does it change anything, whatever it writes into the address."""
    ours, other = servers
    page = context.new_page()
    page.goto(f"{other}/hostile.html?deck={ours}/deck.html{query.replace('&', '%26')}#frame")
    page.frame_locator("iframe").locator("section.present").wait_for(state="attached")
    _asked_for_nothing(page, page.frames[1], "frame.contentWindow")


@pytest.mark.parametrize("query", QUERIES[:-1])
def test_a_page_of_another_origin_that_opens_the_deck_learns_nothing(query, servers, context):
    """A window that it opened is as open to its messages as a frame."""
    ours, other = servers
    page = context.new_page()
    page.goto(f"{other}/hostile.html?deck={ours}/deck.html{query.replace('&', '%26')}")
    with page.expect_popup() as opened:
        page.locator("button").click()
    _asked_for_nothing(page, opened.value, "opened")


def test_another_file_that_frames_or_opens_the_deck_learns_nothing(folder, context):
    """To a browser each file is an origin of its own."""
    page = context.new_page()
    page.goto(f"{(folder / 'hostile.html').as_uri()}?deck=deck.html#frame")
    page.frame_locator("iframe").locator("section.present").wait_for(state="attached")
    _asked_for_nothing(page, page.frames[1], "frame.contentWindow")
    with page.expect_popup() as opened:
        page.locator("button").click()
    _asked_for_nothing(page, opened.value, "opened")


def test_a_page_that_waits_beside_a_speaker_window_learns_nothing(servers, context):
    """The deck that it opened has one, and sends that the notes with each slide."""
    ours, other = servers
    page = context.new_page()
    page.goto(f"{other}/hostile.html?deck={ours}/deck.html")
    with page.expect_popup() as opened:
        page.locator("button").click()
    deck = opened.value
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    with deck.expect_popup() as spoken:
        deck.keyboard.press("s")
    spoken.value.get_by_text("Welcome the board. Five minutes.").wait_for(timeout=10_000)
    _asked_for_nothing(page, deck, "opened")
    deck.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    assert page.evaluate("heard") == []


def test_a_speaker_window_that_has_gone_elsewhere_is_told_nothing(servers, context):
    """As when somebody types another address into it."""
    ours, other = servers
    deck = context.new_page()
    deck.goto(f"{ours}/deck.html")
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    with deck.expect_popup() as opened:
        deck.keyboard.press("s")
    opened.value.get_by_text("Welcome the board. Five minutes.").wait_for(timeout=10_000)
    opened.value.goto(f"{other}/hostile.html?deck=x")
    deck.keyboard.press("ArrowRight")
    deck.wait_for_timeout(700)
    assert opened.value.evaluate("heard") == []


@pytest.fixture(params=["web", "file"])
def deck(request: pytest.FixtureRequest, folder: Path, servers: list[str], context: BrowserContext) -> Page:
    """The deck on the web and from disk."""
    tab = context.new_page()
    tab.goto(f"{servers[0]}/deck.html" if request.param == "web" else (folder / "deck.html").as_uri())
    wait_until(tab, "Reveal.isReady()")
    return tab


def test_the_speaker_window_and_the_deck_stay_in_step(deck):
    """Both ways, also after the deck is loaded anew."""
    with deck.expect_popup() as opened:
        deck.keyboard.press("s")
    speaker = opened.value
    notes = speaker.locator(".speaker-controls-notes .value")
    notes.get_by_text("Welcome the board. Five minutes.").wait_for(timeout=10_000)
    now, then = (speaker.frame_locator(f"#{name}-slide iframe") for name in ("current", "upcoming"))
    then.locator("section.present#slide-2").wait_for()
    deck.keyboard.press("ArrowRight")
    now.locator("section.present#slide-2").wait_for()
    then.locator("section.present#slide-3").wait_for()
    speaker.keyboard.press("ArrowRight")
    wait_until(deck, "document.querySelector('section.present').id === 'slide-3'")
    deck.reload()
    wait_until(deck, "Reveal.isReady()")
    deck.wait_for_timeout(1500)  # the window shows itself each second
    last = len(document("showcase").pages)
    deck.keyboard.press("End")
    now.locator(f"section.present#slide-{last}").wait_for()
    speaker.keyboard.press("ArrowLeft")
    wait_until(deck, f"document.querySelector('section.present').id === 'slide-{last - 1}'")
    speaker.keyboard.press("Home")
    notes.get_by_text("Welcome the board. Five minutes.").wait_for(timeout=10_000)
