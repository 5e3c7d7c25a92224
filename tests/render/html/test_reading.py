"""The reading view: the deck as one text, for windows, readers and printers that slides do not suit."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest

from deckmaker.render.html.interface_words import interface_words
from tests.browsers import NewTab, Tab, wait_until
from tests.render.html.conftest import Open, Present, both_browsers
from tests.render.html.decks import document, tree

pytestmark = pytest.mark.outside

_VIEW = "document.documentElement.dataset.view"
_PRESENT = "document.querySelector('section.present').id"
_TOP = "id => document.getElementById(id).getBoundingClientRect().top"


def _press_button(tab: Tab, selector: str) -> None:
    x, y = tab.evaluate(
        """selector => {
          const box = document.querySelector(selector).getBoundingClientRect();
          return [box.left + box.width / 2, box.top + box.height / 2];
        }""",
        selector,
    )
    tab.click(x, y)


def test_headings_tell_the_deck() -> None:
    """A title of the deck, one of each slide below it, and what is on a slide below that."""
    levels = [int(one.tag[1]) for one in tree("showcase").xpath("//main//h1 | //main//h2 | //main//h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@both_browsers
def test_there_and_back_by_key(present: Present) -> None:
    """`r` turns slides into text and back; the text takes no keys of slides."""
    tab = present()
    tab.press("r")
    assert tab.evaluate(_VIEW) == "read"
    assert tab.evaluate(
        "document.querySelectorAll('main > section:not([hidden], [aria-hidden], [inert])').length"
    ) == len(document("showcase").pages)
    tab.press("ArrowRight")
    assert tab.evaluate(_PRESENT) == "slide-1"
    tab.press("r")
    assert tab.evaluate(_VIEW) == "slides"
    tab.press("ArrowRight")
    wait_until(tab, f"{_PRESENT} === 'slide-2'")
    assert tab.evaluate("document.querySelector('#slide-3').hidden")


def test_there_and_back_by_button(present: Present) -> None:
    """Both are buttons with words, which can be seen and clicked, and reached with the keyboard."""
    tab = present()
    words = interface_words("en")
    assert tab.evaluate("document.querySelector('.to-read').textContent") == words["reading"]
    _press_button(tab, ".to-read")
    wait_until(tab, f"{_VIEW} === 'read'")
    assert tab.evaluate("document.querySelector('.reading-bar button').textContent") == words["toSlides"]
    tab.evaluate("document.querySelector('.reading-bar button').focus()")
    tab.press("Enter")
    wait_until(tab, f"{_VIEW} === 'slides'")
    tab.evaluate("document.querySelector('.to-read').focus()")
    tab.press("Enter")
    wait_until(tab, f"{_VIEW} === 'read'")


def test_the_place_is_kept(present: Present) -> None:
    """Who reads on slide 7 begins there; who has read to slide 12 sees that, and a link to here leads there."""
    tab = present(query="#/7")
    tab.press("r")
    wait_until(tab, f"Math.abs(({_TOP})('slide-7')) < 80")
    tab.evaluate("document.getElementById('slide-12').scrollIntoView()")
    wait_until(tab, f"{_PRESENT} === 'slide-12'")
    wait_until(tab, "location.hash.includes('12')")
    assert tab.evaluate("new URLSearchParams(location.search).get('view')") == "read"
    tab.reload()
    wait_until(tab, f"window.Reveal && Reveal.isReady() && Math.abs(({_TOP})('slide-12')) < 80")
    tab.press("r")
    wait_until(tab, f"{_VIEW} === 'slides'")
    assert tab.evaluate(_PRESENT) == "slide-12"
    assert tab.evaluate("getComputedStyle(document.querySelector('#slide-12')).display") == "block"
    assert tab.evaluate("parseFloat(document.documentElement.style.getPropertyValue('--scale'))") == pytest.approx(1)


def test_a_link_within_the_deck_leads_there(present: Present) -> None:
    """As on slides."""
    tab = present(query="?view=read")
    tab.evaluate("document.querySelector('#slide-8 a.within').click()")
    target = tab.evaluate("document.querySelector('#slide-8 a.within').hash.slice(1)")
    wait_until(tab, f"Math.abs(({_TOP})('{target}')) < 80")


def test_a_phone_held_upright_reads(new_tab: NewTab, present: Present) -> None:
    """A narrow window has the text, until somebody wants slides: then it has these as long as it is open."""
    tab = present()
    tab.resize(411, 823)
    wait_until(tab, f"{_VIEW} === 'read'")
    tab.resize(823, 411)
    wait_until(tab, f"{_VIEW} === 'slides'")
    tab.resize(411, 823)
    wait_until(tab, f"{_VIEW} === 'read'")
    _press_button(tab, ".reading-bar button")
    wait_until(tab, f"{_VIEW} === 'slides'")
    address = tab.evaluate("location.href.split(/[?#]/)[0]")
    tab.goto(address)
    wait_until(tab, "window.Reveal && Reveal.isReady()")
    assert tab.evaluate(_VIEW) == "slides"


@both_browsers
def test_a_finger_that_scrolls_the_text_turns_no_slide(present: Present) -> None:
    """Also after a phone's bars have come or gone; reveal.js leaves alone what has this attribute (its touch.js)."""
    tab = present(query="?view=read#/2")
    tab.evaluate("void visualViewport.dispatchEvent(new Event('resize'))")
    held = "document.querySelector('.reveal').hasAttribute('data-prevent-swipe')"
    assert tab.evaluate(held)
    tab.press("r")
    assert not tab.evaluate(held)


def test_notes_are_shown_on_wish(present: Present) -> None:
    """One by one, or all by a button that says whether they are."""
    tab = present(query="?view=read")
    shown = "[...document.querySelectorAll('aside.notes')].filter(one => one.checkVisibility()).length"
    assert tab.evaluate(shown) == 0
    tab.evaluate("document.querySelector('details.speech > summary').click()")
    assert tab.evaluate(shown) == 1
    _press_button(tab, ".reading-bar [aria-pressed]")
    wait_until(tab, "document.querySelector('.reading-bar [aria-pressed]').getAttribute('aria-pressed') === 'true'")
    assert tab.evaluate(shown) == sum(bool(page.notes) for page in document("showcase").pages)


def test_notes_that_were_printed_are_closed_again(present: Present) -> None:
    """Those that a reader has opened stay open."""
    tab = present(query="?notes")
    opened = "[...document.querySelectorAll('.speech')].map(one => one.open)"
    tab.evaluate("document.querySelector('.speech').open = true")
    before = tab.evaluate(opened)
    assert before.count(True) == 1 < len(before)
    tab.evaluate("void window.dispatchEvent(new Event('beforeprint'))")
    assert all(tab.evaluate(opened))
    tab.evaluate("void window.dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate(opened) == before


def test_help_has_what_readers_can_do(present: Present) -> None:
    """Of the keys those that are no slides'; Escape leads back to where the focus was."""
    tab = present(query="?view=read")
    tab.evaluate("document.querySelector('.reading-bar button').focus()")
    tab.press("?")
    listed = tab.evaluate("[...document.querySelectorAll('.deck-help th')].map(one => one.textContent)")
    words = interface_words("en")
    assert words["reading"] in listed and words["next"] not in listed
    tab.press("Escape")
    assert tab.evaluate("document.activeElement === document.querySelector('.reading-bar button')")
    tab.press("o")
    assert not tab.evaluate("'overview' in document.documentElement.dataset")


def test_data_of_charts_are_open_where_they_are_read(present: Present) -> None:
    """And as closed as before over the charts of slides."""
    tab = present(query="?view=read")
    count = "document.querySelectorAll('details.chart-data[open]').length"
    assert tab.evaluate(count) == tab.evaluate("document.querySelectorAll('details.chart-data').length") > 10
    tab.press("r")
    assert tab.evaluate(count) == 0


def test_what_slides_alone_need_is_left_out(present: Present) -> None:
    """Shapes, logos, trails, footers and numbers; pictures, tables, charts and their data are there."""
    tab = present(query="?view=read")
    seen = "selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility()).length"
    furniture = ".shape:not(.stage *), .slot-logo, .role-trail, .role-footer, .role-number"
    assert tab.evaluate(seen, furniture) == 0
    assert tab.evaluate("selector => document.querySelectorAll(selector).length", furniture) > 20
    for kind in ("main figure", "main table.table", ".chart", ".chart-data td"):
        assert (
            tab.evaluate(seen, kind) == tab.evaluate("selector => document.querySelectorAll(selector).length", kind) > 0
        )


def test_the_text_is_printed_where_it_is_read(open_deck: Open) -> None:
    """On the printer's own paper, with every title; slides are printed where those are shown."""
    tab = open_deck("showcase", query="?view=read")
    with pdfplumber.open(BytesIO(tab.pdf(format="A4"))) as pdf:
        for page in pdf.pages:
            assert (page.width, page.height) == pytest.approx((595, 842), abs=1)
        words = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    for page in document("showcase").pages:
        assert " ".join((page.title or "").split()) in words
    assert "Draft for the harbour board" not in words
