"""What `?` shows: all commands, with their keys and in the deck's language; by keyboard one gets in and out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers import Tab, wait_until
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import written

pytestmark = pytest.mark.outside

_PRESENT = "document.querySelector('section.present').id"
_OPEN = "document.querySelector('.deck-help').open"

_LISTED = """Object.fromEntries([...document.querySelectorAll('.deck-help tr')].map(row =>
  [row.querySelector('th').innerText, [...row.querySelectorAll('td > kbd')].map(one => one.innerText)]))"""


def _listed(tab: Tab) -> dict[str, list[str]]:
    listed: dict[str, list[str]] = tab.evaluate(_LISTED)
    return listed


def test_it_lists_every_command_with_its_keys(present: Present) -> None:
    """Each once, and none without a key or a label."""
    tab = present("showcase")
    tab.press("?")
    listed = _listed(tab)
    assert listed["Next slide"] == ["→", "Space", "Page Down"]
    assert listed["Previous slide"] == ["←", "Shift+Space", "Page Up"]
    shown = "DeckCommands.commands.filter(one => !one.hidden).length"
    assert len(listed) == tab.evaluate(shown) > 4
    assert all(name and all(keys) and keys for name, keys in listed.items())
    assert "undefined" not in str(listed)


def test_it_speaks_the_decks_language(present: Present, tmp_path: Path) -> None:
    """Labels, and the names of keys as they stand on keyboards there."""
    deck = written(tmp_path, "title: Lärm\nauthor: A\nlanguage: de\nslides:\n- title: Nachts\n  text: Wenig.\n")
    tab = present(deck)
    tab.press("?")
    assert tab.evaluate("document.querySelector('.deck-help h2').innerText") == "Tasten"
    assert _listed(tab)["Vorige Folie"] == ["←", "Umschalt+Leertaste", "Bild auf"]


@both_browsers
def test_it_is_a_dialog_that_escape_leaves(present: Present) -> None:
    """It has a name and takes the focus; afterwards the focus is where it was, and the slide has not changed."""
    tab = present("showcase", query="#/3")
    tab.evaluate("document.querySelector('.navigate-right').focus()")
    for way_out in ("Escape", "?", "Enter"):
        tab.press("?")
        assert tab.evaluate(_OPEN)
        assert tab.evaluate("document.activeElement.closest('.deck-help') !== null")
        tab.press("PageDown")
        tab.press(way_out)
        assert not tab.evaluate(_OPEN)
        assert tab.evaluate("document.activeElement.className").startswith("navigate-right")
        assert tab.evaluate(_PRESENT) == "slide-3"
    tab.press("PageDown")
    assert tab.evaluate(_PRESENT) == "slide-4"


def test_a_command_can_be_pressed(present: Present) -> None:
    """Whoever has no keys opens the list with a button, which shows when a pointer moves, and presses a line of it."""
    tab = present("showcase", "#/3")
    opacity = "+getComputedStyle(document.querySelector('.deck-menu')).opacity"
    assert tab.evaluate(opacity) == 0
    tab.move(600, 300)
    wait_until(tab, f"{opacity} > 0.7")
    box = tab.evaluate("document.querySelector('.deck-menu').getBoundingClientRect().toJSON()")
    assert min(box["width"], box["height"]) >= 24
    tab.click(box["left"] + box["width"] / 2, box["top"] + box["height"] / 2)
    assert tab.evaluate(_OPEN)
    tab.evaluate(
        "[...document.querySelectorAll('.deck-help th')].find(one => one.innerText === 'Last slide').firstChild.focus()"
    )
    tab.press("Enter")
    assert not tab.evaluate(_OPEN)
    assert tab.evaluate("document.querySelector('section.present').matches(':last-of-type')")
    tab.press("Space")  # which is the deck's, and presses the button no second time
    assert not tab.evaluate(_OPEN)
    wait_until(tab, f"{opacity} < 0.1")


def test_f1_closes_it_too(present: Present) -> None:
    """Or the second one would open the browser's own help."""
    tab = present("showcase")
    tab.press("F1")
    assert tab.evaluate(_OPEN)
    tab.press("F1")
    assert not tab.evaluate(_OPEN)


def test_a_click_beside_it_closes_it(present: Present) -> None:
    """And one in its own margins does not."""
    tab = present("showcase")
    tab.press("?")
    box = tab.evaluate("document.querySelector('.deck-help').getBoundingClientRect().toJSON()")
    tab.click(box["left"] + 5, box["top"] + 5)
    assert tab.evaluate(_OPEN)
    tab.click(box["left"] - 5, box["top"] + 5)
    assert not tab.evaluate(_OPEN)
