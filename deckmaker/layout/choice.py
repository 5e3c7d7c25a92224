"""Which layout a slide takes when it names none. The rule is printed in docs/deck.md; a test keeps the two alike."""

from __future__ import annotations

from deckmaker.model import Columns, Picture, Slide, TextBlock


def choose_layout(slide: Slide, first: bool) -> str:
    """Return the layout's name: the slide's own, else the first of these that fits.

    1. The first slide: title. 2. With columns: columns. 3. A picture with text: picture-right.
    4. A picture without: picture. 5. With text: content. 6. A title alone: section.
    """
    if slide.layout:
        return slide.layout
    if first:
        return "title"
    if slide.has(Columns):
        return "columns"
    if slide.has(Picture):
        return "picture-right" if slide.has(TextBlock) else "picture"
    return "content" if slide.has(TextBlock) else "section"
