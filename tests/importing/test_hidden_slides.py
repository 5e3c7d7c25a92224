"""Slides that Markdown hides: they are hidden in the deck."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ('{visibility="hidden"}', {"hidden": "true"}),
        ("{#costs .wide data-visibility=hidden}", {"hidden": "true"}),
        ('{visibility="uncounted"}', {}),
        ('{data-state="hidden"}', {}),
    ],
)
def test_a_heading_hides_its_slide(attributes, hidden):
    """As Quarto and Pandoc have it. One that is not counted is shown."""
    found = imported(f"# T\n\n## *S* {attributes}\n\nx\n\n### Below {{visibility=hidden}}\n\ny\n\n## E\n\nz\n")
    assert found.slides[0] == {"title": "*S*", **hidden, "text": "x\n\n## Below\n\ny\n"}
    assert "hidden" not in found.slides[1]
    assert found.messages == []


@pytest.mark.parametrize("comment", ['.slide: class="x" data-visibility="hidden"', ".slide data-visibility='hidden'"])
def test_an_instruction_to_reveal_js_hides_its_slide(comment):
    """Which is no note."""
    found = imported(f"# T\n\n---\n\n<!-- {comment} -->\n\n## S\n\nx\n\n---\n\n## E\n\ny\n")
    assert found.slides == [{"title": "S", "hidden": "true", "text": "x"}, {"title": "E", "text": "y"}]


def test_a_title_slide_may_be_hidden():
    """As others."""
    found = imported("# T {visibility=hidden}\n\n## S\n\nx\n")
    assert found.deck["slides"][0] == {"title": "T", "hidden": "true"}
