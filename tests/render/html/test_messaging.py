"""Messages between windows, in Chromium: another page learns nothing and changes nothing, whatever it sends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.render.html.conftest import wait_until
from tests.render.html.decks import html

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
    {"to": "deck", "id": "", "from": "x", "type": "seek", "more": {}},
    {"to": "deck", "id": "", "from": "x", "type": "ping", "more": {"talk": None}},
    {"to": "deck", "id": "", "from": "x", "type": "go", "more": {"index": 3}},
    {"to": "speaker", "id": "", "from": "x", "type": "state", "more": {"index": 3, "isBlack": True}},
]
"""What reveal.js, its notes plugin, the deck or its speaker window would answer or obey, had it another sender."""

HOSTILE = f"""<!DOCTYPE html>
<button>open</button>
<script>
  const heard = [];
  addEventListener('message', event => heard.push(String(event.data)));
  const channels = ['deck', 'deck ', 'deck undefined', 'deck {"0" * 64}'].map(name => new BroadcastChannel(name));
  for (const one of channels) one.addEventListener('message', event => heard.push(String(event.data)));
  const ask = target => {{
    for (const one of {json.dumps(ASKED)}) {{
      target.postMessage(JSON.stringify(one), '*');
      target.postMessage(one, '*');
      for (const channel of channels) channel.postMessage(one);
    }}
    for (const other of ['', '{{', '{{}}', 'null', {{}}, null, [1], 4]) target.postMessage(other, '*');
  }};
  const deck = new URLSearchParams(location.search).get('deck');
  let frame, opened;
  const named = new URLSearchParams(location.search).get('named') ?? '';
  document.querySelector('button').addEventListener('click', () => {{ opened = open(deck, named); }});
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
    "?speaker",
    "?notes&postMessage=1",
]
"""In an address, reveal.js takes any setting."""

_STATE = "JSON.stringify([Reveal.getState(), {...Reveal.getConfig(), plugins: 0}])"
_LISTEN_AND_LEAD = """names => {
  for (const name of names) {
    new BroadcastChannel(name).addEventListener('message', event => heard.push(String(event.data)));
    if (name !== window.name) open('about:blank#theirs', name).close();
  }
}"""
_SEEN = "document.querySelector('.speaker-now section')?.id"


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
    is_speaker = "?speaker" in deck.url
    wait_until(deck, _SEEN if is_speaker else "window.Reveal && Reveal.isReady()")
    state = _SEEN if is_speaker else _STATE
    before = deck.evaluate(state)
    for _ in range(2):
        hostile.evaluate(f"ask({target})")
        hostile.wait_for_timeout(400)
    assert hostile.evaluate("heard") == []
    assert deck.evaluate(state) == before


def _says_its_notes(window: Page) -> None:
    window.locator(".speaker-text").get_by_text("Welcome the board. Five minutes.").wait_for(timeout=60_000)
    wait_until(window, "document.querySelector('.speaker-status').textContent === DeckWords.connected")


def _opened_by_another(servers: list[str], context: BrowserContext, more: str = "") -> tuple[Page, Page]:
    """Return a page of another origin, with more in its address, and the deck that it has opened."""
    ours, other = servers
    page = context.new_page()
    page.goto(f"{other}/hostile.html?deck={ours}/deck.html{more}")
    with page.expect_popup() as opened:
        page.locator("button").click()
    wait_until(opened.value, "window.Reveal && Reveal.isReady()")
    return page, opened.value


def _speaker_window_of(deck: Page) -> Page:
    """Open a deck's speaker window, and return it once it has found the deck."""
    with deck.expect_popup() as opened:
        deck.keyboard.press("s")
    _says_its_notes(opened.value)
    return opened.value


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("query", QUERIES)
def test_a_page_of_another_origin_that_frames_the_deck_learns_nothing(query, servers, context):
    """Nor does it change anything, whatever it writes into the address."""
    ours, other = servers
    page = context.new_page()
    page.goto(f"{other}/hostile.html?deck={ours}/deck.html{query.replace('&', '%26')}#frame")
    page.frame_locator("iframe").locator("section").first.wait_for(state="attached")
    _asked_for_nothing(page, page.frames[1], "frame.contentWindow")


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("query", [*reversed(QUERIES[:-1])])  # so that each is asked for in one of the two ways
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
    page.frame_locator("iframe").locator("section").first.wait_for(state="attached")
    _asked_for_nothing(page, page.frames[1], "frame.contentWindow")
    with page.expect_popup() as opened:
        page.locator("button").click()
    _asked_for_nothing(page, opened.value, "opened")


def test_a_page_that_waits_beside_a_speaker_window_learns_nothing(servers, context):
    """The deck that it opened has one, and tells that where it is."""
    page, deck = _opened_by_another(servers, context)
    _speaker_window_of(deck)
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
    speaker = _speaker_window_of(deck)
    speaker.goto(f"{other}/hostile.html?deck=x")
    deck.keyboard.press("ArrowRight")
    deck.wait_for_timeout(700)
    assert speaker.evaluate("heard") == []


@pytest.mark.parametrize("is_left", [False, True])
def test_a_page_that_opens_the_deck_cannot_lead_its_speaker_window_elsewhere(is_left, servers, context):
    """It may give the deck's window a name, and learns the one that it has once it has led it to its own page."""
    page, deck = _opened_by_another(servers, context, "&named=deck-hostile00")
    speaker = _speaker_window_of(deck)
    before, name = speaker.url, "deck-hostile00"
    if is_left:
        page.evaluate("opened.location.href = location.href")
        deck.wait_for_url(f"{servers[1]}/hostile.html**")
        name = deck.evaluate("window.name")
    names = [name.replace("deck", "speaker"), name, speaker.evaluate("window.name").replace("speaker", "deck")]
    page.evaluate("names => { for (const one of names) open('about:blank#theirs', one).close(); }", names)
    page.wait_for_timeout(400)
    assert speaker.url == before
    assert speaker.evaluate(_SEEN) == "slide-1"


def test_another_file_in_the_decks_window_learns_what_leads_to_no_speaker_window(folder, context):
    """Chromium keeps one storage for all files that a window shows in a session: that of the deck, too."""
    hostile = (folder / "hostile.html").as_uri()
    page = context.new_page()
    page.goto(f"{hostile}?deck=deck.html")
    with page.expect_popup() as opened:
        page.locator("button").click()
    deck = opened.value
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    speaker = _speaker_window_of(deck)
    before = speaker.url
    page.evaluate(f"opened.location.href = '{hostile}'")
    deck.wait_for_url(hostile)
    kept = deck.evaluate("({...sessionStorage})")
    assert deck.evaluate("window.name") in [f"deck-{json.loads(one)['deck']}" for one in kept.values()]
    words = re.findall(r"\w+", json.dumps(kept))
    names = [f"{start}{word}" for start in ("", "deck-", "speaker-", "deck ") for word in [*words, *kept]]
    deck.evaluate(_LISTEN_AND_LEAD, names)
    deck.wait_for_timeout(2_000)  # two pings of the speaker window
    assert deck.evaluate("heard") == []
    assert speaker.url == before


def test_what_another_file_has_put_into_the_decks_storage_does_not_keep_it_from_opening(folder, context):
    """JSON that holds no text where the deck keeps one."""
    deck = context.new_page()
    deck.goto((folder / "deck.html").as_uri())
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    _speaker_window_of(deck).close()
    for planted in ('{"deck": {"toString": 1}, "speaker": []}', '{"deck": "a", "speaker": null}', "[1]", "null", "{"):
        assert deck.evaluate(
            "value => { for (const key of Object.keys(sessionStorage)) sessionStorage.setItem(key, value);"
            " return sessionStorage.length; }",
            planted,
        )
        deck.reload()
        wait_until(deck, "window.Reveal && Reveal.isReady()")
        _speaker_window_of(deck).close()


def test_a_name_that_a_page_gave_the_deck_is_not_its_own(servers, context):
    """Two that one page opens would else be one and the same."""
    _, deck = _opened_by_another(servers, context, "&named=deck-hostile00")
    assert deck.evaluate("[window.name, DeckLine.other()].join().includes('hostile00')") is False


_OWN_CHANNEL = """data => {
  const key = document.querySelector('meta[name="speaker-key"]').content.slice(8);
  window.odd ??= new BroadcastChannel(`deck ${key}`);
  window.odd.postMessage(data);
}"""
_TALK = {"before": 0, "since": None, "changed": 0}
_STATED = {"index": 3, "step": 0, "active": [], "marks": {"lines": [], "light": None}, "talk": _TALK}
_MORE = {
    "taken": [{}, {"by": 1}],
    "ping": [
        {},
        {"talk": 5},
        {"talk": None},
        {"talk": {**_TALK, "changed": "9" * 20}},
        {"talk": {**_TALK, "since": {}}},
    ],
    "go": [{}, {"index": "3"}, {"index": None}, {"index": 1.5}, {"index": {}}, {"index": 3, "step": []}],
    "run": [{}, {"name": ["next"]}, {"name": 1}],
    "key": [{}, {"key": 1}, {"key": ["Escape"]}, {"key": None, "name": "next"}],
    "point": [{}, {"kind": "click"}, {"kind": "load", "x": 0, "y": 0}, {"kind": "click", "x": "a", "y": None}],
    "here": [{}, {"seeker": None}],
    "state": [{}, {"index": 3}]
    + [{**_STATED, key: odd} for key in ("index", "step", "active", "marks", "talk") for odd in ("x", [{}], {"a": 1})]
    + [{**_STATED, "marks": {"lines": [1], "light": None}}, {**_STATED, "marks": {"lines": [], "light": [1]}}],
    "toString": [{}],
}
"""What has the type of a message, and not its form."""


def _odd(id: str) -> list[object]:
    """Return what is no message: anything, what lacks parts or has wrong ones, each type with what it cannot hold."""
    whole = {"id": id, "from": "x", "type": "seek", "more": {}}
    wrong = [{"id": None}, {"from": {}}, {"type": ["seek"]}, {"more": None}, {"more": "x"}, {"more": 5}]
    anything: list[object] = [None, 5, "x", True, [], [1], {}, {"to": None}, {"type": "seek"}]
    for to in ("deck", "speaker"):
        anything += [{"to": to}, {"to": to, "id": id}, *({**whole, "to": to, **one} for one in wrong)]
        anything += [
            {**whole, "to": to, "type": kind} for kind in ("go", "state", "ping", "run", "key", "point", "here")
        ]
        for kind, ones in _MORE.items():
            anything += [{**whole, "to": to, "type": kind, "more": one} for one in ones]
    return anything


def test_what_is_no_message_is_not_heard(servers, context):
    """On the deck's own channel, as another version of the page may send it: nothing fails, and both stay in step."""
    faults: list[str] = []
    context.on("weberror", lambda error: faults.append(str(error.error)))
    deck = context.new_page()
    deck.goto(f"{servers[0]}/deck.html")
    wait_until(deck, "window.Reveal && Reveal.isReady()")
    speaker = _speaker_window_of(deck)
    id = json.loads(next(iter(deck.evaluate("Object.values(sessionStorage)"))))["deck"]
    other = context.new_page()
    other.goto(f"{servers[0]}/deck.html")
    for data in _odd(id):
        other.evaluate(_OWN_CHANNEL, data)
    deck.keyboard.press("ArrowRight")
    wait_until(deck, "Reveal.getIndices().h === 1")
    wait_until(speaker, f"{_SEEN} === 'slide-2'")
    speaker.keyboard.press("ArrowRight")
    wait_until(deck, "Reveal.getIndices().h === 2")
    assert faults == []
