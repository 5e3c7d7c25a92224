"""A deck from right to left in the browser: keys, arrows and the text to read go the other way."""

from __future__ import annotations

import pytest

from deckmaker.layout import Document
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
    assert [tab.evaluate(names, way) for way in ("left", "right")] == ["Next slide", "Previous slide"]
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
