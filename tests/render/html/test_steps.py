"""What appears step by step: for who watches, who speaks, who reads and who prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browsers import Tab, wait_until
from tests.projects import Project
from tests.render.html.conftest import Open, Present, both_browsers
from tests.render.html.decks import rendered
from tests.render.html.speaking import SLIDE, in_step, speaker_of
from tests.stepped_deck import STEPPED, STEPS

pytestmark = pytest.mark.outside

_SEEN = """(() => [...document.querySelectorAll("section.present .fragment")].filter(one =>
  one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length)()"""
"""How many of a slide's steps are seen."""

_UNSEEN = """(() => [...document.querySelectorAll("section.present .text p")].filter(one =>
  !one.checkVisibility({ visibilityProperty: true })).map(one => one.textContent))()"""
"""The paragraphs of a slide that are not seen."""

_FAINT = "document.querySelectorAll('.speaker-now .fragment.to-come').length"
"""In the speaker window: how many are still to come."""


def _settle(tab: Tab) -> None:
    tab.evaluate("() => { for (const one of document.getAnimations()) one.finish(); }")


def _is(tab: Tab, slide: int, seen: int) -> None:
    """Wait until the deck shows a slide, and so many of its steps."""
    _settle(tab)
    wait_until(tab, f"{SLIDE} === {slide} && {_SEEN} === {seen}")


@both_browsers
def test_keys_show_one_after_the_other(present: Present, tmp_path: Path) -> None:
    """And back: the slide before is whole, as who goes back left it."""
    tab = present(Project(tmp_path).document(STEPPED), "#/1")
    for slide, steps in enumerate(STEPS, start=1):
        for seen in range(steps + 1):
            _is(tab, slide, seen)
            tab.press("ArrowRight")
    _is(tab, len(STEPS), 0)
    for slide, steps in reversed([*enumerate(STEPS, start=1)]):
        for seen in range(steps, -1, -1):
            _is(tab, slide, seen)
            tab.press("ArrowLeft")


def test_nothing_moves_and_all_else_is_there(present: Present, tmp_path: Path) -> None:
    """Words stand where they stand on a slide that shows all at once."""
    words = """(() => [...document.querySelectorAll("section.present .text p")].map(one => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.textContent, x, y, width, height];
    }))()"""
    places = []
    for deck in (STEPPED, STEPPED.replace("incremental: true", "incremental: false")):
        tab = present(Project(tmp_path).document(deck), "#/2")
        wait_until(tab, f"{SLIDE} === 2")
        places.append(tab.evaluate(words))
        unseen = tab.evaluate(_UNSEEN)
        assert len(unseen) == (5 if deck == STEPPED else 0)
    assert places[0] == places[1]


@both_browsers
def test_the_speaker_sees_what_is_to_come(present: Present, tmp_path: Path) -> None:
    """Faint, on the slide that is shown; after a reload, too."""
    deck = present(Project(tmp_path).document(STEPPED), "#/2")
    window = speaker_of(deck)
    for left in (4, 3, 2, 1, 0):
        in_step(deck, window, 2)
        wait_until(window, f"{_FAINT} === {left}")
        window.press("ArrowRight")
    in_step(deck, window, 3)
    wait_until(window, f"{_FAINT} === 2 && document.querySelectorAll('.to-come').length === 2")
    window.press("ArrowRight")
    wait_until(window, f"{_FAINT} === 1")
    window.reload()
    wait_until(window, f"document.readyState === 'complete' && {_FAINT} === 1")
    window.press("ArrowLeft")
    wait_until(window, f"{_FAINT} === 2")


@both_browsers
def test_a_reload_stays_at_its_step(present: Present, tmp_path: Path) -> None:
    """So does an address that somebody was given."""
    tab = present(Project(tmp_path).document(STEPPED), "#/2")
    tab.press("ArrowRight")
    tab.press("ArrowRight")
    _is(tab, 2, 2)
    wait_until(tab, "location.hash === '#/slide-2/1'")
    tab.reload()
    wait_until(tab, "Reveal.isReady()")
    _is(tab, 2, 2)


def test_what_is_found_is_seen(present: Present, tmp_path: Path) -> None:
    """On the slide itself, and on another one: all up to it, and no more. A title is there from the beginning."""
    tab = present(Project(tmp_path).document(STEPPED), "#/2")
    for words, slide, seen in (("lorries", 2, 3), ("cranes", 2, 3), ("by day", 3, 2), ("what we do", 5, 0)):
        tab.press("/")
        tab.type(words)
        _is(tab, slide, seen)
        tab.press("Escape")


def test_what_a_speaker_finds_is_seen(present: Present, tmp_path: Path) -> None:
    """By all, once Enter is pressed: on the slide that is shown, too."""
    deck = present(Project(tmp_path).document(STEPPED), "#/2")
    window = speaker_of(deck)
    for words, slide, seen in (("cranes", 2, 2), ("by day", 3, 2)):
        window.press("/")
        window.type(words)
        window.press("Enter")
        _is(deck, slide, seen)
        window.press("Escape")
        in_step(deck, window, slide)


@pytest.mark.parametrize("address", ["#/2/1", "#/slide-2/1", "#/why-it-is-loud/1"])
def test_an_address_says_how_much_is_there(present: Present, tmp_path: Path, address: str) -> None:
    """Behind whatever the slide is called."""
    _is(present(Project(tmp_path).document(STEPPED), address), 2, 2)


def test_a_step_is_told_to_who_hears(present: Present, tmp_path: Path) -> None:
    """Its words alone, without its mark."""
    tab = present(Project(tmp_path).document(STEPPED), "#/2")
    tab.press("ArrowRight")
    said = "document.querySelector('.deck-status').textContent"
    wait_until(tab, f"{said} === 'Ships, which run ventilators all night long'")


def test_all_is_there_in_the_overview_and_to_read(present: Present, tmp_path: Path) -> None:
    """Whoever looks at all slides, or reads, waits for nothing."""
    hidden = """(() => [...document.querySelectorAll(".fragment")].filter(one =>
      !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length)()"""
    tab = present(Project(tmp_path).document(STEPPED), "#/2")
    assert tab.evaluate(hidden) > 0
    for key in ("o", "r"):
        tab.press(key)
        _settle(tab)
        wait_until(tab, f"{hidden} === 0")
        tab.press("o" if key == "o" else "r")
        wait_until(tab, f"{SLIDE} === 2")


def test_paper_has_all_of_it(open_file: Open, tmp_path: Path) -> None:
    """And so has a page whose scripts do not run."""
    import pdfplumber

    path = tmp_path / "deck.html"
    path.write_text(rendered(Project(tmp_path).document(STEPPED)), encoding="utf-8")
    printed = open_file(path).pdf(path=str(tmp_path / "deck.pdf"), prefer_css_page_size=True, print_background=True)
    assert printed
    with pdfplumber.open(tmp_path / "deck.pdf") as pdf:
        pages = [page.extract_text() for page in pdf.pages]
    assert len(pages) == len(STEPS)
    for page, words in zip(pages[1:], ("Lorries", "58 dB", "We decide", "Publish", "Costs", "By night"), strict=True):
        assert words in page


def test_all_is_there_without_scripts(chromium: Browser, tmp_path: Path) -> None:
    """As a page to read."""
    path = tmp_path / "deck.html"
    path.write_text(rendered(Project(tmp_path).document(STEPPED)), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.evaluate(
        "[...document.querySelectorAll('.fragment')].every(one =>"
        " one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))"
    )
    context.close()
