"""Chromium draws the lines that layout decided, where it decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import Project
from tests.render.html.conftest import Open, Present, both_browsers
from tests.render.html.decks import DECKS, document, rendered, unsafe
from tests.render.html.lines import decided_lines, drawn_lines

pytestmark = pytest.mark.outside

ROOMY = """
title: Addresses
language: %s
slides:
  - title: Addresses
  - title: Addresses
    columns:
      - text: of https://very.long.example.org/path/with/many/parts.html now
      - text: 2026 well-known **facts that** go on, and `code  with   spaces in it` too
      - text: see [the plan of the harbour for its quays](https://example.org) and then others
"""

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


@pytest.mark.parametrize("width", [10, 2000])
@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.alike(every=2)
def test_unsafe_breaks_hold(open_file: Open, tmp_path: Path, deck: str, width: int) -> None:
    """Lines that no width keeps apart break as decided even in a box far too narrow, and in one far too wide."""
    laid_out = unsafe(document(deck))
    path = tmp_path / "deck.html"
    path.write_text(rendered(laid_out), encoding="utf-8")
    tab = open_file(path, 960, 540)
    tab.add_style_tag(content=f".text {{ width: {width}pt !important }}")
    for index, page in enumerate(laid_out.pages):
        tab.evaluate("index => Reveal.slide(index)", index)
        assert [line.text for line in drawn_lines(tab, page.number)] == [line.text for line in decided_lines(page)]


@both_browsers
@pytest.mark.parametrize(("language", "align"), [("ja", "left"), ("ja", "center"), ("ja", "right"), ("ar", "left")])
def test_words_with_room_on_the_line_before_stay_on_theirs(
    present: Present, tmp_path: Path, language: str, align: str
) -> None:
    """An address on a line of its own, and signs for which layout leaves more room than they take: at a space, at the
    place of a break, in code and in a link, wherever lines begin."""
    laid_out = unsafe(Project(tmp_path).document(ROOMY % language))
    tab = present(laid_out)
    tab.evaluate(
        f"document.head.append(Object.assign(document.createElement('style'), {{ textContent: "
        f"'.text {{ width: 900pt !important; text-align: {align} !important }}' }}))"
    )
    tab.evaluate("Reveal.slide(1)")
    drawn = [line.text for line in drawn_lines(tab, 2)]
    assert drawn == [line.text for line in decided_lines(laid_out.pages[1])]
    assert len(drawn) > 12


def test_a_moved_line_is_noticed(open_deck: Open) -> None:
    """The measurement sees a shift of one point."""
    tab = open_deck("showcase", 960, 540)
    (before, *_) = drawn_lines(tab, 1)
    tab.add_style_tag(content="h1 { transform: translate(1pt, 1pt) }")
    (after, *_) = drawn_lines(tab, 1)
    moved = [now - then for now, then in zip(after[1:], before[1:], strict=True)]
    assert moved == pytest.approx([1, 1, 1], abs=0.02)
