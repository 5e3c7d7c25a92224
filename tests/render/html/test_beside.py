"""Hidden slides and an appendix in the page: what moving on skips, what is counted, and what can be chosen."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page

from deckmaker.layout import Document
from tests.browsers import wait_until
from tests.projects import Project
from tests.render.html.conftest import Open, Present
from tests.render.html.speaking import LOST, NOW, speaker_of

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
_STATUS = "document.querySelector('.deck-status').textContent"


@pytest.fixture
def beside(tmp_path) -> Document:
    """A deck whose slides 2, 3 and 6 are hidden, with an appendix from slide 6 on."""
    (tmp_path / "beside").mkdir()
    return Project(tmp_path / "beside").document("""\
title: Harbour
slides:
  - title: One
  - {title: Two, hidden: true}
  - {title: Three, hidden: true}
  - title: Four
  - title: Five
  - {title: Six, hidden: true, appendix: true}
  - title: Seven
""")


def _pressed(tab, key: str) -> int:
    tab.press(key)
    return tab.evaluate(_NUMBER)


def test_moving_on_skips_hidden_slides(present: Present, beside: Document) -> None:
    """Forwards and backwards; the end is that of the talk, and the appendix is behind it."""
    tab = present(beside)
    assert [_pressed(tab, key) for key in ("ArrowRight", "Space", "PageDown", "n")] == [4, 5, 7, 7]
    assert [_pressed(tab, key) for key in ("ArrowLeft", "p", "PageUp", "ArrowLeft")] == [5, 4, 1, 1]
    assert _pressed(tab, "End") == 5
    assert _pressed(tab, "Home") == 1


def test_a_speaker_window_that_lost_its_deck_skips_them_too(present: Present, beside: Document) -> None:
    """It moves by itself then, as the deck would."""
    deck = present(beside)
    window = speaker_of(deck)
    deck.goto("about:blank")
    wait_until(window, LOST)
    found = []
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft", "End", "Home"):
        window.press(key)
        found.append(window.evaluate(NOW))
    assert found == [4, 5, 7, 7, 5, 4, 5, 1]


def test_a_link_leads_to_the_hidden_slide_beside(present: Present, tmp_path) -> None:
    """By its name and by its number: only moving on skips it."""
    text = (
        "title: T\nslides:\n- {title: One, layout: content, text: '[there](#hid)'}\n"
        "- {title: Two, id: hid, hidden: true}\n- title: Three\n"
    )
    tab = present(Project(tmp_path).document(text))
    for index, way in ((0, "ArrowRight"), (2, "ArrowLeft")):
        tab.evaluate("index => { Reveal.slide(index); location.hash = '#/hid'; }", index)
        wait_until(tab, f"{_NUMBER} === 2")
        time.sleep(0.3)  # seconds in which nobody moves on: the page then takes no step for the end of a link
        assert _pressed(tab, way) == 3 - index
    tab.evaluate("() => { Reveal.slide(0); document.querySelector('section.present .page a').click(); }")
    wait_until(tab, f"{_NUMBER} === 2")


def test_hidden_slides_can_be_chosen(present: Present, beside: Document) -> None:
    """By their address when the page opens and later, and from there one moves on."""
    tab = present(beside, query="#/2")
    assert tab.evaluate(_NUMBER) == 2
    assert _pressed(tab, "ArrowRight") == 4
    tab.evaluate("(Reveal.slide(2), 0)")
    assert tab.evaluate(_NUMBER) == 3
    assert _pressed(tab, "ArrowLeft") == 1


@pytest.mark.parametrize("address", ["#/100%", "#third%", "#/%E0%A4%A", "#/99999"])
def test_moving_on_skips_them_behind_an_address_that_nothing_has(
    present: Present, beside: Document, address: str
) -> None:
    """Such as one that was never encoded."""
    tab = present(beside, query="#/1")
    tab.evaluate("address => { location.hash = address; }", address)
    wait_until(tab, f"{_NUMBER} === 1")
    time.sleep(0.3)  # seconds in which nobody moves on: the page then takes no step for the end of a link
    assert _pressed(tab, "ArrowRight") == 4


def test_an_id_leads_to_its_slide_in_every_alphabet(present: Present, tmp_path) -> None:
    """Small letters are those that browsers make: `ß` stays, and sigma at a word's end is the final one."""
    text = "title: T\nslides:\n- title: One\n- {title: Two, id: Maß}\n- {title: Λόγος}\n"
    tab = present(Project(tmp_path).document(text))
    for number, name in ((2, "maß"), (3, "λόγος"), (2, "MAß"), (3, "ΛΌΓΟΣ")):
        tab.evaluate("name => { location.hash = `#/${encodeURIComponent(name)}`; }", name)
        wait_until(tab, f"{_NUMBER} === {number}")


def test_arrows_on_the_page_skip_them_too(open_document: Open, beside: Document) -> None:
    """They are reveal.js's own."""
    tab: Page = open_document(beside)
    tab.click(".controls .navigate-right")
    assert tab.evaluate(_NUMBER) == 4
    tab.click(".controls .navigate-left")
    assert tab.evaluate(_NUMBER) == 1


def test_the_appendix_is_not_counted(open_document: Open, beside: Document) -> None:
    """Screen readers hear how many slides the talk has, and that others are behind it."""
    tab: Page = open_document(beside)
    tab.evaluate("Reveal.slide(3)")
    assert tab.evaluate(_STATUS) == "Slide 4 of 5: Four"
    tab.evaluate("Reveal.slide(6)")
    assert tab.evaluate(_STATUS) == "Appendix: 7. Seven"


_BAR = "new DOMMatrix(getComputedStyle(document.querySelector('.progress span')).transform).a"


def test_the_bar_is_full_at_the_end_of_the_talk(present: Present, beside: Document) -> None:
    """Each slide that is shown is a step of it; hidden ones and the appendix are none."""
    tab = present(beside)
    tab.evaluate("void document.querySelector('.progress span').style.setProperty('transition', 'none')")
    assert tab.evaluate(_BAR) == 0
    found = [(tab.evaluate(f"(Reveal.slide({index}), {_BAR})")) for index in range(7)]
    assert found == [0, 0, 0, 0.5, 1, 1, 1]


def test_a_click_on_the_bar_leads_to_the_slide_that_it_stands_for(open_document: Open, beside: Document) -> None:
    """The first third of its width is the first of three slides."""
    tab: Page = open_document(beside)
    box = tab.locator(".progress").bounding_box()
    assert box
    for share, number in ((0.4, 4), (0.99, 5), (0.2, 1)):
        tab.mouse.click(box["x"] + box["width"] * share, box["y"] + box["height"] - 1)
        assert tab.evaluate(_NUMBER) == number


def test_the_overview_marks_them_and_leads_there(open_document: Open, beside: Document) -> None:
    """Each is among the others, with what it is."""
    tab: Page = open_document(beside)
    tab.keyboard.press("o")
    assert tab.locator(".deck-choice").all_inner_texts() == [
        "1. One",
        "2. Two · Hidden",
        "3. Three · Hidden",
        "4. Four",
        "5. Five",
        "6. Six · Hidden",
        "7. Seven · Appendix",
    ]
    tab.locator(".deck-choice").nth(1).click()
    assert tab.evaluate(_NUMBER) == 2


def test_time_left_over_belongs_to_the_last_slide_of_the_talk(open_document: Open, beside: Document) -> None:
    """And to the appendix behind it: whoever answers questions there is not behind."""
    tab: Page = open_document(beside)
    sections = "Reveal.getSlides().map((slide, index) => (slide.dataset.minutes = [1, 0, 0, 1, 1, 0, 0][index], slide))"
    delay = "index => TalkTime.delay(TalkTime.plan({}, '5'), index, 4.5 * 60_000)"
    assert [tab.evaluate(delay.replace("{}", sections), index) for index in (3, 4, 5, 6)] == [150_000, 0, 0, 0]


def test_the_speaker_sees_what_is_shown_next(open_document: Open, beside: Document) -> None:
    """Not what moving on goes over; the number of the appendix is not one of so many."""
    tab: Page = open_document(beside)
    upcoming = "index => DeckBeside.next(Reveal.getSlides(), index)?.getAttribute('aria-label') ?? ''"
    assert [tab.evaluate(upcoming, index) for index in (0, 3, 4, 6)] == ["Four", "Five", "Seven", ""]
