"""Which layouts slides take when they name none. The rule is printed in docs/deck.md; a test keeps the two alike."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.model import Columns, Picture, Slide, Table, TextBlock

SIDES = {"picture-right": "picture-left", "picture-left": "picture-right", "feature": "picture-left"}
"""Each layout with a picture at one side, and the one that follows it where the author leaves the side open."""


def choose_layouts(slides: Iterable[Slide]) -> list[str]:
    """Return the name of each slide's layout: its own, else the first of these that fits.

    1. The first slide: title. 2. With columns: columns. 3. With a table: table. 4. A picture with text: picture-right,
    or picture-left where the last such slide has picture-right or feature. 5. A picture without: picture. 6. With text:
    content. 7. A title alone: section.
    """
    names: list[str] = []
    side = "picture-left"
    for slide in slides:
        name = slide.layout or _fitting(slide, first=not names, side=SIDES[side])
        names.append(name)
        side = name if name in SIDES and slide.has(Picture) else side
    return names


def _fitting(slide: Slide, first: bool, side: str) -> str:
    if first:
        return "title"
    if slide.has(Columns):
        return "columns"
    if slide.has(Table):
        return "table"
    if slide.has(Picture):
        return side if slide.has(TextBlock) else "picture"
    return "content" if slide.has(TextBlock) else "section"
