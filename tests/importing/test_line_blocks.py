"""Line blocks of Pandoc: their lines stay lines, and the strokes before them are no words."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("| 12 Quay Street\n|   *North* gate\n| Port Ellery", "12 Quay Street\\\n*North* gate\\\nPort Ellery\n"),
        ("| a\n|\n| b", "a\\\nb\n"),
    ],
)
def test_lines_behind_strokes_stay_lines(block, expected):
    """With their marks."""
    found = imported(f"# T\n\n## S\n\n{block}\n\n## E\n\n- y\n")
    assert found.slides[0]["text"].replace("\u00a0", "") == expected
    assert found.messages == []


@pytest.mark.parametrize("words", ["| a", "| a |\n| b |", "| a\nb", "a\n| b", "|a|\n|b|"])
def test_other_strokes_are_words(words):
    """Those of a line alone, and of rows."""
    found = imported(f"# T\n\n## S\n\n{words}\n\n## E\n\n- y\n")
    assert found.slides[0]["text"].rstrip("\n") == words
