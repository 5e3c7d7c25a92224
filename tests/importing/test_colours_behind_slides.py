"""Colours that Marp has behind slides are no pictures."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize(
    "colour",
    ["#123456", "#fff", "red", "rgb(1,2,3)", "hsl(120deg,75%,25%)", "linear-gradient(red,blue)", "currentColor"],
)
@pytest.mark.parametrize("words", ["bg", "bg blur", "bg left:30%"])
def test_a_colour_behind_a_slide_is_told(colour, words):
    """No file has its name."""
    found = imported(f"---\nmarp: true\n---\n\n# T\n\n---\n\n![{words}]({colour})\n\n## S\n\ntext\n")
    assert found.slides == [{"title": "S", "text": "text"}]
    written = colour.replace("%", "%25") if "%" in colour else colour
    assert found.messages in ([(9, f"colours behind slides are left out: `{one}`")] for one in (colour, written))


@pytest.mark.parametrize("file", ["a.png", "p/red", "red.jpg", "#a.png", "rgb(1).png"])
def test_a_file_behind_a_slide_is_a_picture(file):
    """Also if it begins as a colour does."""
    found = imported(f"---\nmarp: true\n---\n\n# T\n\n---\n\n![bg]({file})\n\n## S\n\ntext\n")
    assert "image" in found.slides[0]
    assert found.messages == []
