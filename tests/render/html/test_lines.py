"""Chromium draws the lines that layout decided, where it decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.html.conftest import Open
from tests.render.html.decks import DECKS, document, rendered, unsafe
from tests.render.html.lines import decided_lines, drawn_lines

pytestmark = pytest.mark.outside

TOLERANCE = 0.5
"""Points, which are pixels at 960 x 540. The worst of 238 lines measured: 0.18, from rounded font metrics."""


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.alike(every=2)
def test_words_breaks_edges_and_baselines(open_deck: Open, deck: str) -> None:
    """Every line has the words that layout gave it and stands within half a pixel of its place."""
    tab = open_deck(deck, 960, 540)
    for index, page in enumerate(document(deck).pages):
        tab.evaluate("index => Reveal.slide(index)", index)
        drawn, decided = drawn_lines(tab, page.number), decided_lines(page)
        assert [line.text for line in drawn] == [line.text for line in decided]
        for ours, theirs in zip(decided, drawn, strict=True):
            assert theirs[1:] == pytest.approx(ours[1:], abs=TOLERANCE), ours.text


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.alike(every=2)
def test_unsafe_breaks_hold(open_file: Open, tmp_path: Path, deck: str) -> None:
    """Lines that no width keeps apart are kept whole: they break as decided even in a box far too narrow."""
    laid_out = unsafe(document(deck))
    path = tmp_path / "deck.html"
    path.write_text(rendered(laid_out), encoding="utf-8")
    tab = open_file(path, 960, 540)
    tab.add_style_tag(content=".text { width: 10pt !important }")
    for index, page in enumerate(laid_out.pages):
        tab.evaluate("index => Reveal.slide(index)", index)
        assert [line.text for line in drawn_lines(tab, page.number)] == [line.text for line in decided_lines(page)]


def test_a_moved_line_is_noticed(open_deck: Open) -> None:
    """The measurement sees a shift of one point."""
    tab = open_deck("showcase", 960, 540)
    (before, *_) = drawn_lines(tab, 1)
    tab.add_style_tag(content="h1 { transform: translate(1pt, 1pt) }")
    (after, *_) = drawn_lines(tab, 1)
    moved = [now - then for now, then in zip(after[1:], before[1:], strict=True)]
    assert moved == pytest.approx([1, 1, 1], abs=0.02)
