"""What `?` shows: all commands, with their keys and in the deck's language; by keyboard one gets in and out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page as Tab

from tests.render.html.conftest import Open
from tests.render.html.decks import written

pytestmark = pytest.mark.outside

_PRESENT = "document.querySelector('section.present').id"
_OPEN = "document.querySelector('.deck-help').open"


def _listed(tab: Tab) -> dict[str, list[str]]:
    rows = tab.locator(".deck-help tr").all()
    return {row.locator("th").inner_text(): row.locator("td > kbd").all_inner_texts() for row in rows}


def test_it_lists_every_command_with_its_keys(open_deck: Open) -> None:
    """Each once, and none without a key or a label."""
    tab = open_deck("showcase")
    tab.keyboard.press("?")
    listed = _listed(tab)
    assert listed["Next slide"] == ["→", "Space", "Page Down"]
    assert listed["Previous slide"] == ["←", "Shift+Space", "Page Up"]
    shown = "DeckCommands.commands.filter(one => !one.hidden).length"
    assert len(listed) == tab.evaluate(shown) > 4
    assert all(name and all(keys) and keys for name, keys in listed.items())
    assert "undefined" not in str(listed)


def test_it_speaks_the_decks_language(open_document: Open, tmp_path: Path) -> None:
    """Labels, and the names of keys as they stand on keyboards there."""
    deck = written(tmp_path, "title: Lärm\nauthor: A\nlanguage: de\nslides:\n- title: Nachts\n  text: Wenig.\n")
    tab = open_document(deck)
    tab.keyboard.press("?")
    assert tab.locator(".deck-help h2").inner_text() == "Tasten"
    assert _listed(tab)["Vorige Folie"] == ["←", "Umschalt+Leertaste", "Bild auf"]


def test_it_is_a_dialog_that_escape_leaves(open_deck: Open) -> None:
    """It has a name and takes the focus; afterwards the focus is where it was, and the slide has not changed."""
    tab = open_deck("showcase", query="#/3")
    tab.evaluate("document.querySelector('.navigate-right').focus()")
    for way_out in ("Escape", "?", "Enter"):
        tab.keyboard.press("?")
        dialog = tab.get_by_role("dialog", name="Keys")
        assert dialog.count() == 1
        assert tab.evaluate("document.activeElement.closest('.deck-help') !== null")
        tab.keyboard.press("PageDown")
        tab.keyboard.press(way_out)
        assert not tab.evaluate(_OPEN)
        assert tab.evaluate("document.activeElement.className").startswith("navigate-right")
        assert tab.evaluate(_PRESENT) == "slide-3"
    tab.keyboard.press("PageDown")
    assert tab.evaluate(_PRESENT) == "slide-4"
