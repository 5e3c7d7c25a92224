"""Numbers and letters of lists: one face, size, colour and rule for their weight, on every level and in every theme."""

from __future__ import annotations

import pytest

from deckmaker.text.styling import level_size, marker_color
from deckmaker.theme import built_in_themes
from tests.projects import Project

LIST = """    numbered:
      - one
      - "**two** and on"
      - "*three*":
          - a plain
          - "**b bold**":
              - deeper
              - "**deeper** still"
      - "`code` begins"
"""


@pytest.mark.parametrize("theme", built_in_themes())
@pytest.mark.parametrize("layout", ["content", "section", "closing", "columns"])
def test_numbers_are_alike(layout, theme, tmp_path):
    """In the text's face and size, as bold and slanted as their items begin: every program takes that from there.

    One colour on a page. Code has a face of its own, its number has not.
    """
    deck = f"title: T\ntheme: {theme}\nslides:\n  - title: T\n  - title: List\n    layout: {layout}\n{LIST}"
    document = Project(tmp_path).document(deck)
    texts = [page.slot("body") for page in document.pages[1:]]  # where there is little room, it goes on
    for text in texts:
        style, setting = text.item.style, text.item.setting
        for one in setting.paragraphs:
            first, marker = one.paragraph.runs[0], one.marker.style
            assert marker.face.family == document.theme.fonts[style.font]
            assert (marker.face.bold, marker.face.italic) == (style.bold or first.bold, style.italic or first.italic)
            assert marker.size == level_size(one.paragraph.level, style, setting.size, document.theme)
            assert marker.color == marker_color(style, document.theme)
    markers = [one.style.marker for text in texts for one in text.item.setting.paragraphs]
    assert markers == ["1.", "2.", "3.", "a.", "b.", "1.", "2.", "4."]
