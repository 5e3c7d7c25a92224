"""Slides of reveal.js that stand below others: `--` parts them, as `---` parts those beside one another."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize("notes", ["", "Note:\nRemember.\n\n", "text\n\n"])
@pytest.mark.parametrize("heading", ["### Below", "# Below", ""])
def test_two_dashes_begin_a_slide(notes, heading):
    """Also behind notes, which end there."""
    found = imported(f"# T\n\n---\n\n## S\n\n- a\n\n{notes}--\n\n{heading}\n\nwords\n\n--\n\n## Last\n\nx\n")
    below = {"title": "Below"} if heading else {}
    first = {"text": "text"} if notes.startswith("text") else {"notes": "Remember."} if notes else {}
    assert found.slides == [
        {"title": "S", "bullets": ["a"], **first},
        {**below, "text": "words"},
        {"title": "Last", "text": "x"},
    ]


@pytest.mark.parametrize(
    "text",
    ["# T\n\n## S\n\n--\n\nwords\n", "---\nmarp: true\n---\n\n# T\n\n---\n\n# S\n\n--\n\nwords\n"],
)
def test_two_dashes_are_words_where_slides_are_parted_otherwise(text):
    """By headings, or by Marp and Slidev."""
    assert imported(text).slides == [{"title": "S", "text": "--\n\nwords\n"}]
