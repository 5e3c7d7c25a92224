"""Keys in the audience's window, in both browsers: those of keyboards and clickers move, all others do nothing."""

from __future__ import annotations

import pytest

from tests.browsers import Tab
from tests.render.html.conftest import Present, both_browsers
from tests.render.html.decks import document

pytestmark = pytest.mark.outside

_NUMBER = "+document.querySelector('section.present').id.slice(6)"
LAST = -1
"""The last slide, whatever its number."""


def _press(tab: Tab, key: str, code: str = "", **how: bool) -> int:
    """Let a key go down that no keyboard of Playwright's has; return the slide that is shown then."""
    event = {"key": key, "code": code, "bubbles": True, "cancelable": True, **how}
    tab.evaluate("event => document.body.dispatchEvent(new KeyboardEvent('keydown', event))", event)
    return tab.evaluate(_NUMBER)


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        (("ArrowRight", "ArrowDown", "Space", "PageDown", "n"), 4),
        (("ArrowLeft", "ArrowUp", "Shift+Space", "PageUp", "p", "Backspace"), 2),
        (("Home", "Shift+ArrowLeft", "Shift+ArrowUp"), 1),
        (("End", "Shift+ArrowRight", "Shift+ArrowDown"), LAST),
    ],
)
def test_keys_that_move(present: Present, keys: tuple[str, ...], number: int) -> None:
    """Arrows, the space, pages, the first and the last: a clicker sends PageUp and PageDown."""
    tab = present("showcase")
    wanted = len(document("showcase").pages) if number == LAST else number
    for key in keys:
        tab.evaluate("Reveal.slide(2)")
        tab.press(key)
        assert tab.evaluate(_NUMBER) == wanted, key


@both_browsers
def test_keys_of_other_scripts(present: Present) -> None:
    """Where a layout has no Latin letters, the key's place counts; where it has, the letter does."""
    tab = present("showcase", query="#/3")
    assert _press(tab, "т", "KeyN") == 4
    assert _press(tab, "з", "KeyP") == 3
    assert _press(tab, "n", "KeyL") == 4  # as in Dvorak
    assert _press(tab, "x", "KeyN") == 4
    assert _press(tab, "N", "KeyN") == 5  # caps lock
    assert _press(tab, "Process", "KeyN", isComposing=True) == 5


def test_wrong_keys_do_nothing(present: Present) -> None:
    """Nor do those of the browser and of the system, which come with Ctrl, Alt or the like."""
    tab = present("showcase", query="#/3")
    before = tab.evaluate("document.body.outerHTML.length")
    for key in ("x", "Enter", "Tab", "F2", "Delete", "Insert", "+", "ArrowLeft+", "Escape", "Dead", "ü"):
        assert _press(tab, key) == 3, key
    for modifier in ("ctrlKey", "altKey", "metaKey"):
        for key in ("n", "ArrowRight", "PageDown", " ", "o", "?"):
            assert _press(tab, key, **{modifier: True}) == 3, (modifier, key)
    assert tab.evaluate("document.body.outerHTML.length") == before


@both_browsers
def test_what_is_typed_moves_nothing(present: Present) -> None:
    """In a field, keys are letters, but for those that a clicker sends."""
    tab = present("showcase", query="#/3")
    tab.evaluate("document.body.append(document.createElement('input'))")
    tab.evaluate("[...document.querySelectorAll('input')].at(-1).focus()")
    for key in ("n", "Space", "ArrowLeft", "Home", "?", "Enter"):
        tab.press(key)
    assert tab.evaluate(_NUMBER) == 3
    assert tab.evaluate("[...document.querySelectorAll('input')].at(-1).value") == "?n "
    tab.press("PageDown")
    assert tab.evaluate(_NUMBER) == 4


def test_a_click_on_an_arrow_leaves_the_keys_to_the_deck(present: Present) -> None:
    """The next space goes on, and does not press that arrow again."""
    tab = present("showcase", query="#/3")
    box = tab.evaluate("document.querySelector('.controls .navigate-left').getBoundingClientRect().toJSON()")
    tab.click(box["left"] + box["width"] / 2, box["top"] + box["height"] / 2)
    assert tab.evaluate(_NUMBER) == 2
    tab.press("Space")
    assert tab.evaluate(_NUMBER) == 3
