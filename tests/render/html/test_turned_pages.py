"""A deck from right to left in the browser: keys, arrows and the text to read go the other way."""

from __future__ import annotations

import pytest

from deckmaker.layout import Document
from tests import browsers
from tests.projects import DECK, Project
from tests.render.html.conftest import Open, Present, both_browsers, settle, wait_until
from tests.render.html.speaking import in_step, speaker_of

pytestmark = pytest.mark.outside

NUMBER = "+document.querySelector('section.present').id.slice(6)"


@pytest.fixture
def hebrew(tmp_path) -> Document:
    """A deck of three slides with a diagram."""
    slides = "  - title: שלום\n    text: Words\n    notes: '- פריט'\n  - title: ג\n    diagram: [א -> ב]\n"
    return Project(tmp_path).document(f"language: he\n{DECK}{slides}")


@both_browsers
def test_the_arrow_to_the_left_goes_on(present: Present, hebrew: Document) -> None:
    """And the one to the right goes back; the others go as ever."""
    tab = present(hebrew)
    for key, number in (("ArrowLeft", 2), ("ArrowLeft", 3), ("ArrowRight", 2), ("PageDown", 3), ("PageUp", 2)):
        tab.press(key)
        assert tab.evaluate(NUMBER) == number


@both_browsers
@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("ar", "rtl"), ("fa", "ltr"), ("en", "ltr")])
def test_the_interface_runs_as_its_words_do(language: str, direction: str, present: Present, tmp_path) -> None:
    """In languages that it does not know it is in English. Keys that are pressed together stand as on a keyboard."""
    tab = present(Project(tmp_path).document(f"language: {language}\n{DECK}  - title: Second\n    text: Words\n"))
    tab.press("?")
    runs = "one => getComputedStyle(document.querySelector(one)).direction"
    lefts = "one => [...document.querySelectorAll(one)].map(each => each.getBoundingClientRect().left)"
    assert tab.evaluate(runs, ".deck-help") == direction
    heading, close = tab.evaluate(lefts, ".deck-help > h2, .deck-help > button")
    assert (heading > close) == (direction == "rtl")
    keys = tab.evaluate(lefts, ".deck-help td > kbd:has(kbd + kbd) > kbd")[:2]
    assert keys == sorted(keys)
    tab.press("Escape")
    tab.press("g")
    assert tab.evaluate(runs, ".deck-panel:not([hidden])") == direction


@both_browsers
def test_the_speaker_window_begins_on_the_right(present: Present, hebrew: Document) -> None:
    """Slides are on the right; the divider follows the pointer and the arrows as it does elsewhere."""
    deck = present(hebrew)
    deck.evaluate("() => { localStorage.clear(); }")
    window = speaker_of(deck)
    share = "100 * document.querySelector('.speaker-now').getBoundingClientRect().width / innerWidth"
    edges = "document.querySelector('.speaker-divider').getBoundingClientRect()"
    assert window.evaluate(f"document.querySelector('.speaker-text').getBoundingClientRect().right < {edges}.left + 1")
    x, y = window.evaluate(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])({edges})")
    to = window.evaluate("0.45 * innerWidth")
    window.drag([(x, y), ((x + to) / 2, y), (to, y)])
    browsers.wait_until(window, f"Math.abs({edges}.x + {edges}.width / 2 - 0.45 * innerWidth) < 2")
    wide = window.evaluate(share)
    window.evaluate("() => document.querySelector('.speaker-divider').focus()")
    window.press("ArrowRight")
    browsers.wait_until(window, f"{share} < {wide} - 1")
    window.press("ArrowLeft")
    window.press("ArrowLeft")
    browsers.wait_until(window, f"{share} > {wide} + 1")
    deck.evaluate("() => { localStorage.clear(); }")


@both_browsers
def test_the_speakers_overview_goes_the_same_way(present: Present, hebrew: Document) -> None:
    """Its window has the slides, and nothing that runs them."""
    deck = present(hebrew)
    window = speaker_of(deck)
    for key in ("o", "ArrowLeft", "ArrowLeft", "ArrowRight", "Enter"):
        window.press(key)
    in_step(deck, window, 2)
    assert window.evaluate("getComputedStyle(document.querySelector('.speaker li')).direction") == "rtl"


def test_arrows_on_the_page_say_where_they_lead(open_document: Open, hebrew: Document) -> None:
    """The left one leads to the next slide."""
    tab = open_document(hebrew)
    names = "way => document.querySelector(`.controls .navigate-${way}`).getAttribute('aria-label')"
    assert [tab.evaluate(names, way) for way in ("left", "right")] == ["השקופית הבאה", "השקופית הקודמת"]
    tab.click(".controls .navigate-left")
    wait_until(tab, f"{NUMBER} === 2")


def test_titles_keep_their_font_and_their_direction(open_document: Open, hebrew: Document) -> None:
    """reveal.js has others for such decks."""
    tab = open_document(hebrew, query="#/2")
    style = "const one = getComputedStyle(document.querySelector(selector))"
    looks = f"selector => {{ {style}; return [one.direction, one.fontFamily]; }}"
    direction, family = tab.evaluate(looks, "#slide-2 h2")
    assert direction == "rtl" and family != "sans-serif"
    assert tab.evaluate(looks, "#slide-2 p")[0] == "ltr"


OTHERWISE = """
  - title: "What is left (3)?"
    columns:
      - {heading: "Why now (2025)?", text: "What is left (3)?"}
      - {heading: "מה נשאר (3)?", bullets: [שלום, Left (3)?]}
"""
"""Titles, headings, texts and items that run from left to right, beside others."""

TURNED_ANYWAY = """[...document.querySelectorAll('.slides [dir]')]
    .filter(one => getComputedStyle(one).direction !== one.dir).map(one => one.outerHTML)"""
"""What does not run as its element says."""


@both_browsers
def test_all_runs_as_its_element_says(present: Present, tmp_path) -> None:
    """On slides, in their overview, in the speaker window and in the text to read: reveal.js turned all headings."""
    tab = present(Project(tmp_path).document(f"language: he\n{DECK}{OTHERWISE}"))
    tab.evaluate("Reveal.slide(1)")
    said = "[...document.querySelectorAll('#slide-2 :is(h2, h3)')].map(one => one.dir)"
    assert sorted(tab.evaluate(said)) == ["ltr", "ltr", "rtl"]
    assert tab.evaluate(TURNED_ANYWAY) == []
    tab.press("o")
    assert tab.evaluate(TURNED_ANYWAY) == []
    tab.press("Escape")
    assert speaker_of(tab).evaluate(TURNED_ANYWAY) == []


def test_all_runs_so_on_paper_and_in_the_text_to_read(open_document: Open, tmp_path) -> None:
    """In which reveal.js says nothing, or the same as on the screen."""
    document = Project(tmp_path).document(f"language: he\n{DECK}{OTHERWISE}")
    for query in ("", "?view=read"):
        tab = open_document(document, query=query)
        for medium in ("screen", "print"):
            tab.emulate_media(media=medium)
            assert tab.evaluate(TURNED_ANYWAY) == [], (query, medium)


def test_the_overview_begins_on_the_right(open_document: Open, hebrew: Document) -> None:
    """And its arrows go the way that they point."""
    tab = open_document(hebrew)
    tab.keyboard.press("o")
    wait_until(tab, "'overview' in document.documentElement.dataset")
    settle(tab)
    lefts = tab.evaluate(
        "[...document.querySelectorAll('.slides > section')].map(one => one.getBoundingClientRect().left)"
    )
    assert lefts[0] > lefts[1]
    tab.keyboard.press("ArrowLeft")
    tab.keyboard.press("Enter")
    wait_until(tab, f"{NUMBER} === 2")


def test_the_text_to_read_shows_diagrams_where_they_are_seen(open_document: Open, hebrew: Document) -> None:
    """Their places are from the left, whichever way the text runs."""
    tab = open_document(hebrew, query="?view=read")
    edges = "const {left, right} = document.querySelector(selector).getBoundingClientRect()"
    box = f"selector => {{ {edges}; return [left, right]; }}"
    left, right = tab.evaluate(box, "#slide-3 .connectors")
    assert 0 < left < right < 1280
    title, text = tab.evaluate(box, "#slide-3 h2")[1], tab.evaluate(box, "main")[1]
    assert title > text - 200
