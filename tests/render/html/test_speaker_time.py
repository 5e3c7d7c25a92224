"""The time of a talk: what is planned, how far one is, and how the window says so; with a clock that tests set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from tests.render.html.conftest import Present, both_browsers, wait_until
from tests.render.html.decks import rendered, written
from tests.render.html.speaking import speaker_of

pytestmark = pytest.mark.outside

DECK = """\
title: Night noise
author: Port Authority
minutes: 10
slides:
  - {title: Night noise, minutes: 1}
  - {title: What we found, text: Fewer ships., minutes: 4}
  - {title: What helps, text: Shore power.}
  - {title: What it costs, text: Little.}
"""
"""In minutes, slides end after 1, 5, 7.5 and 10."""

SECTIONS = "[1, 4, 2.5, 2.5].map(minutes => ({ dataset: { minutes } }))"


PACES = [
    (0, 0, 0),
    (0, 69, 0),
    (0, 75, 15),
    (1, 0, -60),
    (1, 51, 0),
    (1, 300, 0),
    (1, 430, 130),
    (2, 60, -240),
    (3, 600, 0),
    (3, 690, 90),
]
"""A slide from 0, the seconds gone by, and how many one is behind."""


def test_pace(present: Present) -> None:
    """As long as a slide's own time goes on, one is on time; less than ten seconds more or less are none."""
    tab = present("us-china-fentanyl-talks")
    for index, seconds, delay in PACES:
        told = tab.evaluate(f"TalkTime.delay(TalkTime.plan({SECTIONS}), {index}, {seconds * 1000})")
        assert told == delay * 1000, (index, seconds)


def test_a_plan(present: Present) -> None:
    """Of slides alone their sum, of a deck what it says, where nobody says anything none."""
    tab = present("us-china-fentanyl-talks")
    assert tab.evaluate(f"TalkTime.plan({SECTIONS}).total") == 600_000
    assert tab.evaluate(f"TalkTime.plan({SECTIONS}, '12').total") == 720_000
    assert tab.evaluate(f"TalkTime.plan({SECTIONS}, '12').slides.at(-1)") == {"begin": 450_000, "end": 720_000}
    assert tab.evaluate("TalkTime.plan([{ dataset: {} }, { dataset: {} }])") is None


def test_the_end_comes(present: Present) -> None:
    """The last minute begins when a minute is left; a talk of a minute has none."""
    tab = present("us-china-fentanyl-talks")
    for seconds, ending in ((0, None), (539, None), (540, "last"), (600, "last"), (601, "over")):
        assert tab.evaluate(f"TalkTime.ending({{ total: 600000 }}, {seconds * 1000})") == ending, seconds
    assert tab.evaluate("TalkTime.ending({ total: 60000 }, 30000)") is None


@both_browsers
def test_how_times_are_written(present: Present) -> None:
    """Hours where there are some; a second that has begun is still there where it is left."""
    tab = present("us-china-fentanyl-talks")
    for time, written_as in (
        (0, "0:00"),
        (59_999, "0:59"),
        (245_000, "4:05"),
        (3_845_000, "1:04:05"),
        (-90_000, "1:30"),
    ):
        assert tab.evaluate(f"TalkTime.written({time})") == written_as
    assert tab.evaluate("TalkTime.written(59_001, Math.ceil)") == "1:00"


def test_the_later_change_holds(present: Present) -> None:
    """Of two copies of a talk."""
    tab = present("us-china-fentanyl-talks")
    assert tab.evaluate("TalkTime.later({ changed: 3 }, { changed: 5 }).changed") == 5
    assert tab.evaluate("TalkTime.later({ changed: 6 }, { changed: 5 }).changed") == 6
    assert tab.evaluate("TalkTime.later({ changed: 6 }, undefined).changed") == 6


def _shown(window: Page) -> dict[str, str]:
    values: dict[str, str] = window.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.speaker-time dl > div')].map("
        "one => [one.querySelector('dt').textContent, one.querySelector('dd').textContent]))"
    )
    return values


@pytest.fixture
def talk(chromium: Browser, tmp_path: Path) -> Iterator[tuple[Page, Page]]:
    """A deck and its speaker window, at half past nine, whose time goes on when the test says so."""
    path = tmp_path / "deck.html"
    path.write_text(rendered(written(tmp_path / "source", DECK)), encoding="utf-8")
    with closing(chromium.new_context(locale="en-GB", timezone_id="UTC")) as context:
        context.clock.install(time="2026-03-02T09:30:00Z")
        deck = context.new_page()
        deck.goto(path.as_uri())
        wait_until(deck, "Reveal.isReady()")
        context.clock.pause_at("2026-03-02T09:31:00Z")
        window = _opened(deck)
        yield deck, window


def _opened(deck: Page) -> Page:
    """Open a speaker window. One that has just been closed has its name for a moment: then the key is pressed again."""
    for last in (False, False, True):
        try:
            with deck.expect_popup(timeout=30_000 if last else 5_000) as opened:
                deck.keyboard.press("s")
            break
        except TimeoutError:
            if last:
                raise
    window = opened.value
    window.wait_for_load_state()
    _connect(window)
    return window


def _connect(window: Page) -> None:
    """Let the window's time go by until it has found the deck, which takes time of the machine, too."""
    for _ in range(100):
        window.clock.run_for(50)
        for _ in range(30):
            if window.evaluate("document.querySelector('.speaker-status')?.textContent === DeckWords.connected"):
                return
            sleep(0.02)
    raise AssertionError("the deck is not found")


def _pass(window: Page, seconds: int) -> None:
    """Let time go by, and the two talk."""
    window.clock.run_for(seconds * 1000)


def _nearly(shown: str, wanted: str) -> bool:
    """Tell whether a time is what is wanted, or a second off: the deck may be told of the start a moment later."""
    one, other = (re.search(r"(\d+):(\d\d)", text) for text in (shown, wanted))
    assert one and other, (shown, wanted)
    seconds = [60 * int(found[1]) + int(found[2]) for found in (one, other)]
    rest = [text.replace(found[0], "") for text, found in ((shown, one), (wanted, other))]
    return rest[0] == rest[1] and abs(seconds[0] - seconds[1]) <= 1


def test_a_whole_talk(talk: tuple[Page, Page]) -> None:
    """It starts when one leaves the first slide; then one is ahead, on time and behind, pauses and begins anew."""
    _, window = talk
    shown = _shown(window)
    assert shown == {
        "Clock": shown["Clock"],
        "Elapsed": "0:00",
        "Remaining": "10:00",
        "This slide until": "1:00",
        "Pace": "On time",
    }
    assert shown["Clock"].startswith("09:3")
    _pass(window, 30)
    assert _shown(window)["Elapsed"] == "0:00"
    _connect(window)  # half a minute went by in a moment, in which the deck has not answered
    window.keyboard.press("ArrowRight")
    wait_until(window, "document.querySelector('.speaker-buttons button').textContent === DeckWords.pause")
    assert _shown(window)["This slide until"] == "5:00"
    assert _shown(window)["Pace"] == "+1:00 ahead"
    _pass(window, 120)
    shown = _shown(window)
    assert list(shown) == ["Clock", "Elapsed", "Remaining", "This slide until", "Pace"]
    assert _nearly(shown["Elapsed"], "2:00") and _nearly(shown["Remaining"], "8:00")
    assert (shown["This slide until"], shown["Pace"]) == ("5:00", "On time")
    _pass(window, 300)
    assert _nearly(_shown(window)["Pace"], "−2:00 behind")
    late = window.locator(".speaker-pace")
    assert "speaker-behind" in (late.get_attribute("class") or "")
    window.keyboard.press("t")
    _pass(window, 60)
    assert _nearly(_shown(window)["Elapsed"], "7:00")
    window.get_by_role("button", name="Go on").click()
    _pass(window, 240)
    assert _nearly(_shown(window)["Elapsed"], "11:00")
    assert _nearly(_shown(window)["Time is over"], "−1:00")
    window.get_by_role("button", name="Reset").click()
    assert _shown(window)["Elapsed"] == "0:00"


def test_the_end_is_told_in_words_and_colours(talk: tuple[Page, Page]) -> None:
    """Where what remains stands, in the width that the window has when it opens: nothing moves below."""
    _, window = talk
    window.set_viewport_size({"width": 1120, "height": 760})
    notes = window.locator(".speaker-notes")
    ground = "getComputedStyle(document.querySelectorAll('.speaker-time dl > div')[2]).backgroundColor"
    top = notes.bounding_box()
    window.keyboard.press("t")
    _pass(window, 530)
    assert _nearly(_shown(window)["Remaining"], "1:10")
    grounds = [window.evaluate(ground)]
    for seconds, words, left in ((20, "Last minute", "0:50"), (70, "Time is over", "−0:20")):
        _pass(window, seconds)
        assert _nearly(_shown(window)[words], left)
        assert "Remaining" not in _shown(window)
        grounds.append(window.evaluate(ground))
        assert notes.bounding_box() == top
    assert len({*grounds}) == 3
    window.get_by_role("button", name="Reset").click()
    assert _shown(window)["Remaining"] == "10:00"
    assert window.evaluate(ground) == grounds[0]


def test_the_time_outlives_either_window(talk: tuple[Page, Page]) -> None:
    """A reload of one, of the other and of both, and another speaker window."""
    deck, window = talk
    window.keyboard.press("t")
    _pass(window, 100)
    assert _nearly(_shown(window)["Elapsed"], "1:40")
    _connect(window)  # the deck has been told
    window.reload()
    _connect(window)
    assert _shown(window)["Elapsed"].startswith(("1:39", "1:4"))
    deck.reload()
    wait_until(deck, "Reveal.isReady()")
    _connect(window)
    window.close()
    other = _opened(deck)
    assert _shown(other)["Elapsed"].startswith(("1:39", "1:4"))
    deck.reload()
    other.reload()
    wait_until(deck, "Reveal.isReady()")
    _connect(other)
    assert _shown(other)["Elapsed"].startswith(("1:39", "1:4"))


def test_without_a_plan_there_is_no_pace(present: Present) -> None:
    """Nor anything that remains."""
    window = speaker_of(present("us-china-fentanyl-talks"))
    labels = "[...document.querySelectorAll('.speaker-time dt')].map(one => one.textContent)"
    assert window.evaluate(labels) == ["Clock", "Elapsed"]
