"""Quotation marks that hang outside the text's edge."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page as Tab

from deckmaker.layout import Document, TextItem
from tests.projects import Project
from tests.render.html.conftest import Open
from tests.render.html.decks import unsafe
from tests.render.html.lines import decided_lines, drawn_lines

pytestmark = pytest.mark.outside

TOLERANCE = 0.25
"""Points."""

_DECK = """
title: “Quotes”
slides:
  - title: “Quotes”

  - title: “The loudest hour is the one after midnight, when three ships run at once, and nobody sleeps”
    text: |
      “We **never** slept, [she said](https://example.org), and the `meters` showed 1/r^2^ as we had been told, night
      after night, from the first of March to the last of October.”

      And then a paragraph without, which is long enough to be broken into two lines, perhaps even three of them.

      „**Bold** from the first letter on, and long enough that it goes on to a second line below the first one.“
    bullets:
      - “An item that begins with a mark keeps it inside, right of its bullet, and is long enough for two lines.”
"""


@pytest.fixture(scope="module")
def quotes(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Lay out titles, paragraphs and an item that begin with quotation marks."""
    return Project(tmp_path_factory.mktemp("quotes")).document(_DECK)


_INDENTS = """() => [...document.querySelectorAll('.text :is(h1, h2, h3, p)')].map(block => ({
  own: parseFloat(getComputedStyle(block).textIndent) * 3 / 4,  // points
  shifted: [...block.querySelectorAll('*')].filter(inner =>
    getComputedStyle(inner).display !== 'inline' && parseFloat(getComputedStyle(inner).textIndent) !== 0).length,
}))"""


def _paragraphs(laid_out: Document) -> list[Any]:
    items = [placed.item for page in laid_out.pages for placed in page.leaves]
    return [one for item in items if isinstance(item, TextItem) for one in item.setting.paragraphs]


def _check_lines(tab: Tab, laid_out: Document) -> None:
    for page in laid_out.pages:
        tab.evaluate("number => Reveal.slide(number - 1)", page.number)
        drawn, decided = drawn_lines(tab, page.number), decided_lines(page)
        assert [line.text for line in drawn] == [line.text for line in decided]
        for theirs, ours in zip(drawn, decided, strict=True):
            assert theirs[1:] == pytest.approx(ours[1:], abs=TOLERANCE), ours.text


def test_lines_break_and_stand_as_decided(open_document: Open, quotes: Document) -> None:
    """Every line has its words and its place, that which begins with a mark and those below it."""
    _check_lines(open_document(quotes, 960, 540), quotes)


def test_lines_that_are_kept_whole_hang_as_well(open_document: Open, quotes: Document) -> None:
    """So it is where each line is an element of its own."""
    kept = unsafe(quotes)
    _check_lines(open_document(kept, 960, 540), kept)


def test_the_first_line_begins_further_left(open_document: Open, quotes: Document) -> None:
    """The paragraph's first line, and no other, begins left of its edge by the mark's width."""
    tab = open_document(quotes, 960, 540)
    tab.evaluate("Reveal.slide(1)")
    lefts = {line.text: line.left for line in drawn_lines(tab, 2)}
    broken = [one for one in _paragraphs(quotes) if len(one.lines) > 1]
    assert len(broken) == 5
    for paragraph in broken:
        first, *others = (lefts[one.line.text] for one in paragraph.lines)
        hanging = paragraph.style.first_hanging
        assert [other - first for other in others] == pytest.approx([hanging] * len(others), abs=TOLERANCE)
        assert (hanging > 4) == (paragraph.paragraph.text[0] in "“„" and not paragraph.marker)


def test_nothing_within_is_moved_once_more(open_document: Open, quotes: Document) -> None:
    """The indent is the paragraph's alone: no block inside it, such as a list's marker, has one of its own."""
    found = open_document(quotes).evaluate(_INDENTS)
    hanging = [one.style.first_hanging for one in _paragraphs(quotes)]
    assert any(hanging)
    assert [-one["own"] for one in found] == pytest.approx(hanging, abs=0.01)
    assert not any(one["shifted"] for one in found)
