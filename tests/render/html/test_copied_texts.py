"""What Chromium copies from a text: its lines, and the spaces of code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import Project
from tests.render.html.conftest import Open, show
from tests.render.html.decks import rendered

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
    copied = tab.evaluate(
        """() => {
          getSelection().selectAllChildren(document.querySelector('#slide-2 .slot-body'));
          return getSelection().toString();
        }"""
    )
    lines = [line.lstrip("▪").strip() for line in copied.split("\n") if line.strip()]
    assert lines == ["Quay 4", "Second floor", "Berth 4", "faces the houses", "a   b"]
