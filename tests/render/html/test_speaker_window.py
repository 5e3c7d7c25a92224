"""A talk with two windows, in Chromium and Firefox, from disk and the web: they find each other and keep in step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers import NewTab, Tab, wait_until
from tests.render.html.conftest import both_browsers
from tests.render.html.decks import rendered, written
from tests.render.html.speaking import (
    CONNECTED,
    LOST,
    NEXT,
    NOTES,
    NOW,
    SLIDE,
    click_on,
    close,
    in_step,
    in_step_and_address,
    opened_by,
    served,
    speaker_of,
)
from tests.samples import mostly_long

pytestmark = pytest.mark.outside

DECK = """\
title: Night noise
author: Port Authority
slides:
  - title: Night noise
    notes: |
      Welcome the board.
      Five minutes.

      - Questions at the end
      - Coffee
  - {title: What we found, text: Fewer ships.}
  - {title: How we measured, bullets: [By day, By night]}
  - {title: Where, text: At berth 4.}
  - {title: When, text: At night., notes: Pause here.}
  - {title: What helps, text: Shore power.}
  - {title: What it costs, text: Little.}
  - {title: Decide, text: In May.}
"""
LAST = 8


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the deck."""
    folder = tmp_path_factory.mktemp("talk")
    (folder / "deck.html").write_text(rendered(written(folder / "source", DECK)), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    """A server of the folder."""
    with served(folder) as origin:
        yield origin


@pytest.fixture
def address(request: pytest.FixtureRequest, folder: Path, origin: str) -> str:
    """The deck's address on disk, or on the web."""
    return f"{origin}/deck.html" if getattr(request, "param", "file") == "web" else (folder / "deck.html").as_uri()


anywhere = pytest.mark.parametrize(
    ("new_tab", "address"),
    mostly_long(
        [(browser, place) for browser in ("chromium", "firefox") for place in ("file", "web")],
        is_usual=lambda case: case in (("chromium", "web"), ("firefox", "file")),
    ),
    indirect=True,
)
"""Each browser, and each place: together they are long."""
from_disk = pytest.mark.parametrize("address", ["file", pytest.param("web", marks=pytest.mark.long)], indirect=True)
"""From disk, where browsers allow least; what a window needs of the web is tried by the other tests."""


def opened(new_tab: NewTab, address: str, slide: int = 1) -> Tab:
    """Open the deck."""
    tab = new_tab()
    tab.goto(f"{address}#/{slide}")
    wait_until(tab, f"Reveal.isReady() && {SLIDE} === {slide}")
    return tab


@from_disk
def test_what_the_window_shows(new_tab, address):
    """Notes with their lines, this slide and the next, where that is in the deck, its name, and none of the others."""
    deck = opened(new_tab, address)
    window = speaker_of(deck)
    assert window.evaluate(NOTES).split("\n") == [
        "Welcome the board.",
        "Five minutes.",
        "",
        "Questions at the end",
        "Coffee",
    ]
    assert window.evaluate("document.querySelectorAll('.speaker-text li').length") == 2
    assert (window.evaluate(NOW), window.evaluate(NEXT)) == (1, 2)
    headings = "[...document.querySelectorAll('.speaker h2')].map(one => one.innerText)"
    said = [one for one in window.evaluate(headings) if one.startswith(("1", "Next", "Notes"))]
    assert said == ["1 of 8 Night noise", "Next What we found", "Notes"]
    assert window.evaluate("document.title") == "Night noise – Speaker view"
    assert (
        window.evaluate("[...document.querySelectorAll('section[id^=slide]')].filter(one => one.offsetWidth).length")
        == 2
    )


def test_the_deck_and_the_window_move_each_other(new_tab, address):
    """By keys in either, and by the window's buttons, which leave the keys to the deck."""
    deck = opened(new_tab, address, 3)
    window = speaker_of(deck)
    in_step(deck, window, 3)
    deck.press("ArrowRight")
    in_step(deck, window, 4)
    for key, number in (("PageDown", 5), ("Space", 6), ("PageUp", 5), ("End", LAST), ("Home", 1)):
        window.press(key)
        in_step(deck, window, number)
    click_on(window, ".speaker-next")
    in_step(deck, window, 2)
    window.press("Space")
    in_step(deck, window, 3)
    click_on(window, ".speaker-previous")
    in_step_and_address(deck, window, 2)


def test_the_last_slide_is_the_end(new_tab, address):
    """There is no next one."""
    deck = opened(new_tab, address, LAST)
    window = speaker_of(deck)
    assert window.evaluate(NOW) == LAST
    assert window.evaluate("document.querySelector('.speaker-upcoming section')") is None
    assert window.evaluate("document.querySelector('.speaker-end').innerText") == "End of the deck"
    window.press("ArrowLeft")
    wait_until(window, f"{NEXT} === {LAST} && !document.querySelector('.speaker-end')")


def test_wrong_keys_do_nothing(new_tab, address):
    """In the window as in the deck."""
    deck = opened(new_tab, address, 3)
    window = speaker_of(deck)
    before = window.evaluate("document.querySelector('.speaker').childElementCount")
    for key in ("x", "5", "q", "Enter", "Backspace", "%", "j"):
        window.press(key)
    window.press("PageDown")
    in_step(deck, window, 4)
    assert window.evaluate("document.querySelector('.speaker').childElementCount") == before


@anywhere
def test_reloads(new_tab, address):
    """Of the window, of the deck, of both in either order: the same two find each other, on the same slide."""
    deck = opened(new_tab, address, 4)
    window = speaker_of(deck)
    window.reload()
    wait_until(window, f"{CONNECTED} && {NOW} === 4")
    deck.reload()
    wait_until(deck, "Reveal.isReady()")
    deck.press("ArrowRight")
    in_step_and_address(deck, window, 5)
    for first, second in ((deck, window), (window, deck)):
        first.reload()
        second.reload()
        wait_until(deck, "Reveal.isReady()")  # before that, nobody is there who could take a key
        wait_until(window, f"{CONNECTED} && {NOW} === 5")
        window.press("ArrowRight")
        in_step(deck, window, 6)
        window.press("ArrowLeft")
        in_step_and_address(deck, window, 5)


@both_browsers
def test_closed_and_opened_again(new_tab, address):
    """The second window is as good as the first, on the deck's slide; a second `s` opens no other."""
    deck = opened(new_tab, address, 4)
    close(speaker_of(deck), deck)
    window = speaker_of(deck)
    in_step(deck, window, 4)
    count = len(deck.all())
    deck.press("s")
    deck.press("ArrowRight")
    in_step(deck, window, 5)
    assert len(deck.all()) == count


def test_after_a_reload_the_deck_has_one_window(new_tab, address):
    """It finds the one that it had opened by its name."""
    deck = opened(new_tab, address)
    window = speaker_of(deck)
    deck.reload()
    wait_until(deck, "Reveal.isReady()")
    count = len(deck.all())
    deck.press("s")
    wait_until(window, CONNECTED)
    assert len(deck.all()) == count


@from_disk
def test_two_decks_never_mix(new_tab, address):
    """Each of two has its own window, whoever is loaded anew."""
    decks = [opened(new_tab, address, 2), opened(new_tab, address, 5)]
    windows = [speaker_of(deck) for deck in decks]
    decks[0].press("ArrowRight")
    in_step_and_address(decks[0], windows[0], 3)
    windows[1].press("ArrowRight")
    in_step_and_address(decks[1], windows[1], 6)
    for one in (*decks, *windows):
        one.reload()
    for window, number in zip(windows, (3, 6), strict=True):
        wait_until(window, f"{CONNECTED} && {NOW} === {number}")
    windows[0].press("End")
    in_step(decks[0], windows[0], LAST)
    assert decks[1].evaluate(SLIDE) == 6


@both_browsers
def test_a_copy_of_the_decks_window_is_another_deck(new_tab, address):
    """It has the name of the first one's window, as copies of tabs have."""
    deck = opened(new_tab, address, 2)
    window = speaker_of(deck)
    copy = new_tab()
    copy.goto(f"{address}#/7")
    copy.evaluate("name => { window.name = name; }", deck.evaluate("window.name"))
    copy.evaluate("kept => { Object.assign(sessionStorage, kept); }", deck.evaluate("({...sessionStorage})"))
    copy.reload()
    wait_until(copy, "window.Reveal && Reveal.isReady() && window.name === ''")
    window.press("ArrowRight")
    in_step(deck, window, 3)
    assert copy.evaluate(SLIDE) == 7


@from_disk
def test_a_lost_deck_is_told_and_can_be_opened_again(new_tab, address):
    """Meanwhile the window moves by itself; the deck comes back where the window is."""
    deck = opened(new_tab, address, 3)
    window = speaker_of(deck)
    window.press("b")
    wait_until(window, "!document.querySelector('.speaker-covered').hidden")
    deck.close()
    wait_until(window, LOST)
    assert window.evaluate("document.querySelector('.speaker-covered').hidden")
    window.press("ArrowRight")
    wait_until(window, f"{NOW} === 4")
    again = opened_by(window, click=".speaker header button")
    wait_until(window, CONNECTED)
    wait_until(again, "Reveal.isReady()")
    in_step(again, window, 4)
    window.press("ArrowRight")
    in_step(again, window, 5)


def test_a_deck_that_somebody_opens_is_found(new_tab, address):
    """By a window that had another, and by one that never had any."""
    deck = opened(new_tab, address, 3)
    window = speaker_of(deck)
    deck.close()
    wait_until(window, LOST)
    other = opened(new_tab, address, 6)
    wait_until(window, CONNECTED)
    in_step(other, window, 6)
    window.close()
    alone = new_tab()
    alone.goto(f"{address}?speaker")
    wait_until(alone, CONNECTED)
    in_step(other, alone, 6)


@both_browsers
def test_a_blocked_window(new_tab, address):
    """The deck says what to do, and has a link that works by a click; Escape leaves the message alone."""
    deck = opened(new_tab, address, 3)
    deck.evaluate("() => { window.open = () => null; }")
    deck.press("s")
    assert deck.evaluate("document.querySelector('.deck-blocked').open")
    assert "blocked" in deck.evaluate("document.querySelector('.deck-blocked h2').innerText")
    deck.press("Escape")
    assert not deck.evaluate("document.querySelector('.deck-blocked').open")
    deck.press("s")
    window = opened_by(deck, click=".deck-blocked a")
    wait_until(window, CONNECTED)
    in_step(deck, window, 3)
    assert not deck.evaluate("document.querySelector('.deck-blocked').open")


@both_browsers
def test_the_window_has_any_size(new_tab, address):
    """Nothing is cut or hidden: of what it shows, all is in the window, or can be scrolled to."""
    window = speaker_of(opened(new_tab, address, 3))
    for width, height in ((1120, 760), (760, 1000), (390, 844), (844, 390), (1920, 1080), (320, 568)):
        window.resize(width, height)
        wait_until(window, f"innerWidth === {width}")
        boxes = window.evaluate(_BOXES)
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        for name, (left, top, right, bottom) in boxes.items():
            assert 0 <= left < right <= width, (name, width, height)
            assert 0 <= top < bottom, (name, width, height)
            assert bottom <= height or width < 760, (name, width, height)
        assert boxes["speaker-text"][3] - boxes["speaker-text"][1] >= 100


_BOXES = """Object.fromEntries([...document.querySelectorAll('.speaker :is(button, dd, .speaker-stage, .speaker-text)')]
  .filter(one => one.offsetParent).map((one, index) => {
    const box = one.getBoundingClientRect();
    return [one.classList.contains('speaker-text') ? 'speaker-text' : `${one.className} ${index}`,
      [box.left, box.top, box.right, box.bottom]];
  }))"""
