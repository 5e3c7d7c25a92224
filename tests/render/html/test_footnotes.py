"""Footnotes in Chromium: who follows a link between a mark and its footnote is taken there, and the slide stays."""

from __future__ import annotations

import pytest

from tests.projects import ROOT
from tests.render.html.conftest import Open, show, wait_until
from tests.render.html.decks import read

pytestmark = pytest.mark.outside

DECK = ROOT / "tests" / "agreement" / "footnotes.yaml"
_FOOTNOTE = "document.activeElement.closest('[role=doc-footnote]')?.id"


def test_links_move_the_focus_and_not_the_slide(open_document: Open) -> None:
    """By pointer and by keyboard, there and back; the address stays, and arrows still turn slides."""
    tab = open_document(read(DECK))
    show(tab, 2)
    wait_until(tab, "location.hash === '#/slide-2'")  # which reveal.js writes a little later
    address = tab.evaluate("location.hash")
    tab.click("#slide-2-mark-2")
    assert tab.evaluate(_FOOTNOTE) == "slide-2-footnote-2"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "slide-2-mark-2"
    assert tab.evaluate("location.hash") == address and tab.evaluate("Reveal.getIndices().h") == 1
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("Reveal.getIndices().h") == 2


def test_an_address_that_names_a_footnote_shows_its_slide(open_document: Open) -> None:
    """As someone may have got from a browser without scripts."""
    tab = open_document(read(DECK))
    tab.evaluate("location.hash = '#slide-9-footnote-5'")
    wait_until(tab, "Reveal.getIndices().h === 8")
    assert tab.evaluate("document.querySelector('.slides').scrollTop + document.scrollingElement.scrollTop") == 0
