"""Slides of which somebody deleted all words, and empty ones that came: what becomes of them, their author says."""

from __future__ import annotations

from typing import Any

from tests.merging.presentations import SLIDES, built, edited, merged
from tests.projects import run


def emptied(found: Any) -> None:
    """Delete all words of the third slide."""
    for one in found.slides[2].placeholders:
        for paragraph in one.text_frame.paragraphs:
            for words in paragraph.runs:
                words.text = ""


def came_empty(found: Any) -> None:
    """Add a slide without words."""
    found.slides.add_slide(found.slides[1].slide_layout)


def test_a_slide_without_words_is_left(project):
    """It is still there, and told with what went."""
    text, result = merged(project, SLIDES, emptied)
    assert (result.exit_code, text) == (1, SLIDES), result.stdout
    assert result.stdout.startswith("Left to you:\n\nslide 3 changed\n  title removed: Pears\n")
    diff = run("diff", built(project, SLIDES), edited(built(project, SLIDES), emptied))
    assert "slide 3 changed\n  title removed: Pears\n" in diff.stdout


def test_an_empty_slide_that_came_is_told(project):
    """And not written."""
    text, result = merged(project, SLIDES, came_empty)
    assert (result.exit_code, text) == (1, SLIDES), result.stdout
    assert result.stdout == "Left to you:\n\nslide 5 added\n"
