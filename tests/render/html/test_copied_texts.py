"""What Chromium copies from a text: its lines, and the spaces of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browsers import Tab
from tests.projects import Project
from tests.render.html.conftest import Open, Present, both_browsers, show
from tests.render.html.decks import rendered, unsafe

DECK = r"""
title: Night noise
slides:
  - title: Night noise
  - title: Findings
    text: |
      Quay 4\
      Second floor

      - Berth 4

        faces the houses

      `a   b`
"""


@pytest.mark.outside
def test_what_is_copied_from_the_page_has_its_lines_and_spaces(open_file: Open, tmp_path: Path) -> None:
    """As Chromium puts a selection on the clipboard."""
    path = tmp_path / "deck.html"
    path.write_text(rendered(Project(tmp_path).document(DECK)), encoding="utf-8")
    tab = open_file(path)
    show(tab, 2)
    lines = [line.lstrip("▪").strip() for line in _copied(tab).split("\n") if line.strip()]
    assert lines == ["Quay 4", "Second floor", "Berth 4", "faces the houses", "a   b"]


@both_browsers
@pytest.mark.outside
def test_words_are_copied_and_found_over_the_ends_of_lines(present: Present, tmp_path: Path) -> None:
    """Also where the page ends lines that have room for more: at spaces, several of them in code, and within words."""
    words = "See `a   b` and https://example.org/" + "a-long-path/" * 12 + " of the harbour"
    deck = f"title: Lines\nslides:\n  - title: Lines\n  - title: Lines\n    columns:\n{3 * COLUMN}" % (3 * (words,))
    tab = present(unsafe(Project(tmp_path).document(deck)))
    tab.evaluate("Reveal.slide(1)")
    assert _copied(tab).strip() == words.replace("`", "")
    assert tab.evaluate("words => find(words, false, false, true)", "path/ of the harbour")


COLUMN = '      - text: "%s"\n'


def _copied(tab: Tab) -> str:
    return tab.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector('#slide-2 :is(.slot-body, .style-column)'));
          return getSelection().toString();
        }"""
    )
