"""Finding text on slides and in notes, in both browsers: marks beside the page, of which nothing is left behind."""

from __future__ import annotations

import pytest

from deckmaker.layout import Document
from tests.browsers import Tab
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import written

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
_COUNT = "document.querySelector('.deck-count').textContent"
_MARKED = "['deck-found', 'deck-current'].map(name => [...(CSS.highlights.get(name) ?? [])].map(String))"
_SLIDES = "document.querySelector('.slides').innerHTML"
_GONE = "document.querySelector('.deck-panel:not([hidden])') === null"

DECK = """
title: Noise
author: A
slides:
- title: The *quay* at night
  text: Cranes and a Café.
- title: What we found
  text: |
    - The **cra**nes are *loud*
    - Nothing else is
  notes: Say that the trolls hide in notes. And cranes.
- title: A table
  table:
    header: 1
    rows: [[Berth, Cranes], [One, "12"]]
- title: The end
  text: Cranes, cranes
"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck in which words are marked, stand in tables and in notes."""
    return written(tmp_path_factory.mktemp("search"), DECK)


@pytest.mark.parametrize("key", ["/", "Control+Shift+F"])
@both_browsers
def test_it_marks_and_leaves_nothing_behind(present: Present, deck: Document, key: str) -> None:
    """Everything stays as it was, emphasis too, while one searches and afterwards."""
    tab = present(deck)
    before = tab.evaluate(_SLIDES)
    tab.press(key)
    tab.type("CRANES")
    assert tab.evaluate(_MARKED) == [["cranes", "Cranes", "Cranes", "cranes"], ["Cranes"]]
    assert tab.evaluate(_COUNT) == "1 of 5"
    assert tab.evaluate(_SLIDES) == before
    tab.press("Escape")
    assert tab.evaluate(_GONE)
    assert tab.evaluate("[...CSS.highlights.keys()]") == []
    assert tab.evaluate(_SLIDES) == before
    assert tab.evaluate("document.querySelectorAll('section em').length") == 2
    tab.press("ArrowRight")
    assert tab.evaluate(_NUMBER) == 2


def test_next_and_previous(present: Present, deck: Document) -> None:
    """Enter and Shift+Enter, and arrows, go round all slides; the count says where."""
    tab = present(deck, "#/2")
    tab.type("/cranes")
    assert (tab.evaluate(_NUMBER), tab.evaluate(_COUNT)) == (2, "2 of 5")
    for key, number, count in (
        ("Enter", 3, "3 of 5"),
        ("ArrowDown", 4, "4 of 5"),
        ("Enter", 4, "5 of 5"),
        ("Enter", 1, "1 of 5"),
        ("Shift+Enter", 4, "5 of 5"),
        ("ArrowUp", 4, "4 of 5"),
    ):
        tab.press(key)
        assert (tab.evaluate(_NUMBER), tab.evaluate(_COUNT)) == (number, count)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("cafe", "1 of 1"),
        ("quay at", "1 of 1"),
        ("found the", "Nothing found"),
        ("trolls", "Nothing found"),
        ("<em>", "Nothing found"),
        ("  ", ""),
    ],
)
def test_what_is_found(present: Present, deck: Document, typed: str, count: str) -> None:
    """Accents and marks make no difference; words of two paragraphs are no phrase, and notes are only found on wish."""
    tab = present(deck)
    tab.type("/" + typed)
    assert tab.evaluate(_COUNT) == count


@pytest.mark.parametrize(
    "typed", ["-3 °C", 'it\'s "quiet"', "nights have ended", "aero in lodz", "+5 %", "כ-66", "ב־12"]
)
def test_signs_are_found_as_they_are_typed(present: Present, tmp_path, typed: str) -> None:
    """Those that keyboards have for others, letters with strokes, over marks of footnotes and of direction."""
    text = "−3 °C, it’s “quiet”, nights^[Of 2025] have ended, ærø? Ærø in Łódź; כ־66, ב־12"
    tab = present(
        written(
            tmp_path, f"title: T\nauthor: A\nlanguage: he\nslides:\n- title: שלום +5 %\n- title: B\n  text: {text!r}\n"
        )
    )
    tab.press("/")
    tab.type(typed)
    assert tab.evaluate(_COUNT).startswith("1 ")


@both_browsers
def test_the_panel_leaves_titles_free(present: Present, tmp_path) -> None:
    """They begin on the other side where the deck runs from right to left."""
    for language, begins in (("he", "right"), ("en", "left")):
        own = tmp_path / language
        own.mkdir()
        tab = present(written(own, f"title: T\nauthor: A\nlanguage: {language}\nslides:\n- title: ש\n"))
        tab.press("/")
        panel = "document.querySelector('.deck-panel:not([hidden])').getBoundingClientRect()"
        left, right = tab.evaluate(f"(({{left, right}}) => [left, innerWidth - right])({panel})")
        assert (left < right) == (begins == "right")


def test_notes_on_wish(present: Present, deck: Document) -> None:
    """A box below the field asks for them, by keyboard too; what is found there is shown, as no slide shows it."""
    tab = present(deck)
    tab.type("/trolls")
    _to_checkbox(tab)
    tab.press("Space")
    assert tab.evaluate(_COUNT) == "1 of 1"
    assert tab.evaluate(_NUMBER) == 2
    shown = "document.querySelector('.deck-extract').textContent"
    assert tab.evaluate(shown) == "Notes: Say that the trolls hide in notes. And cranes."
    tab.press("Escape")
    assert tab.evaluate(shown) == ""
    assert tab.evaluate(_GONE)


def test_a_clicker_moves_from_the_checkbox(present: Present, deck: Document) -> None:
    """A box takes the space alone."""
    tab = present(deck)
    tab.type("/quay")
    _to_checkbox(tab)
    tab.press("PageDown")
    assert tab.evaluate(_NUMBER) == 2
    tab.press("Space")
    assert tab.evaluate("document.activeElement.checked")
    assert tab.evaluate(_NUMBER) == 1


def test_buttons_leave_the_focus_in_the_field(present: Present, deck: Document) -> None:
    """A click on one goes on; Enter does so after it."""
    tab = present(deck)
    tab.type("/cranes")
    tab.click(*tab.evaluate(_MIDDLE, "[data-sign='↓']"))
    assert tab.evaluate(_COUNT) == "2 of 5"
    tab.press("Enter")
    assert tab.evaluate(_COUNT) == "3 of 5"


_MIDDLE = """selector => { const box = document.querySelector(selector).getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2]; }"""


def _to_checkbox(tab: Tab) -> None:
    for _ in range(8):
        tab.press("Tab")
        if tab.evaluate("document.activeElement.type") == "checkbox":
            return
    raise AssertionError("no way there")


def test_without_highlights_nothing_is_marked(present: Present, deck: Document) -> None:
    """An older browser goes to the slide all the same."""
    tab = present(deck)
    tab.evaluate("Object.defineProperty(CSS, 'highlights', {value: undefined}) && 0")
    before = tab.evaluate(_SLIDES)
    tab.type("/table")
    assert tab.evaluate(_NUMBER) == 3
    tab.press("Escape")
    tab.evaluate("Reveal.slide(0)")
    assert tab.evaluate(_SLIDES).count("<mark") == before.count("<mark") == 0
