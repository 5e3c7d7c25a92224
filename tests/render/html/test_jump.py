"""Going to a slide by its number or a part of its title, by keyboard and by click, in both browsers."""

from __future__ import annotations

import pytest

from tests.browsers import Tab
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import document

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
_OPEN = "document.activeElement.matches('[role=combobox]')"
_LISTED = "[...document.querySelectorAll('#deck-jump-list > *')].map(one => one.textContent)"
_CHOSEN = "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.textContent"


def _title(number: int) -> str:
    return f"{number}. {document('showcase').pages[number - 1].title}"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("g7", 7), ("12", 12), ("gwhat we", 2), ("gMEASURED", 4), ("gnight noise", 1), ("g", 3)],
)
def test_a_number_or_a_part_of_a_title_and_enter(present: Present, typed: str, number: int) -> None:
    """Letters may be small or large; a digit needs no `g`; without either, the slide stays."""
    tab = present("showcase", "#/3")
    tab.type(typed)
    assert tab.evaluate(_OPEN)
    assert tab.evaluate(_CHOSEN) == _title(number)
    tab.press("Enter")
    assert tab.evaluate(_NUMBER) == number
    assert not tab.evaluate(_OPEN)


def test_arrows_choose_in_the_list(present: Present) -> None:
    """It is all slides at first, then those that are meant; arrows go round."""
    tab = present("showcase", "#/3")
    tab.type("g")
    assert tab.evaluate(_LISTED) == [_title(page.number) for page in document("showcase").pages]
    tab.type("how")
    listed = tab.evaluate(_LISTED)
    assert _title(4) in listed and _title(14) in listed and len(listed) < 8
    for key, chosen in (("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        tab.press(key)
        assert tab.evaluate(_CHOSEN) == listed[chosen]
    assert tab.evaluate("document.querySelectorAll('#deck-jump-list [aria-selected=true]').length") == 1
    tab.press("Enter")
    assert _title(tab.evaluate(_NUMBER)) == listed[-1]


def test_nothing_found_is_said_and_moves_nothing(present: Present) -> None:
    """Enter does nothing then, and the field stays for another try."""
    tab = present("showcase", "#/3")
    tab.type("gxyzzy")
    tab.press("Enter")
    assert tab.evaluate(_OPEN)
    assert (
        tab.evaluate("document.querySelector('.deck-panel:not([hidden]) [role=status]').textContent") == "Nothing found"
    )
    assert tab.evaluate(_NUMBER) == 3


def _is_gone(tab: Tab) -> bool:
    return bool(tab.evaluate("document.querySelector('.deck-panel:not([hidden])') === null"))


@pytest.mark.parametrize("way_out", ["Escape", "Tab"])
def test_it_keeps_nobody_in(present: Present, way_out: str) -> None:
    """Escape and Tab leave it where the deck was, and keys move again; a clicker's keys move even before."""
    tab = present("showcase", "#/3")
    tab.type("g1")
    tab.press("PageDown")
    assert tab.evaluate(_NUMBER) == 4
    tab.press(way_out)
    if way_out == "Tab" and not _is_gone(tab):
        tab.press("Tab")  # the list is scrolled by keys in some browsers
    assert _is_gone(tab) or way_out == "Tab"
    tab.press("Escape")
    assert _is_gone(tab)
    tab.press("n")
    assert tab.evaluate(_NUMBER) == 5


def test_a_click_chooses(present: Present) -> None:
    """An entry of the list is a place to press."""
    tab = present("showcase", "#/3")
    tab.type("gmeasured")
    box = tab.evaluate("document.querySelector('#deck-jump-list > *').getBoundingClientRect().toJSON()")
    assert box["height"] >= 24
    tab.click(box["left"] + 20, box["top"] + box["height"] / 2)
    assert tab.evaluate(_NUMBER) == 4
    assert _is_gone(tab)


@both_browsers
def test_digits_of_other_layouts(present: Present) -> None:
    """Where digits need Shift, as on French keyboards, or are those of another script, the key's place says which."""
    tab = present("showcase", "#/3")
    for key in ("é", "٢"):
        tab.evaluate(
            "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code: 'Digit2', bubbles: true}))",
            key,
        )
        assert tab.evaluate("document.activeElement.value") == "2"
        tab.press("Escape")


def test_one_panel_at_a_time(present: Present) -> None:
    """Going to a slide and searching have one place: whichever opens closes the other."""
    tab = present("showcase", "#/3")
    shown = "[...document.querySelectorAll('.deck-panel:not([hidden])')].map(one => one.getAttribute('aria-label'))"
    for key, name in (("/", "Search"), ("g", "Go to a slide"), ("/", "Search")):
        tab.evaluate("document.activeElement.blur()")
        tab.press(key)
        assert tab.evaluate(shown) == [name]
    tab.press("Escape")
    assert tab.evaluate(shown) == []
