"""Pictures that fill something in PowerPoint, or lie behind slides: decks have pictures of their own only."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.importing.powerpoint.shapes import Shape, own_properties
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.told import Told
from deckmaker.template.names import A, P
from deckmaker.template.numbers import flag

AS_IMAGE = "save it as a picture, and show that as `image`"
_FILL = f"{A}blipFill"
_TABLE = f"{A}graphic/{A}graphicData/{A}tbl"


def tell_fills(part: SlidePart, shapes: Sequence[Shape], told: Told) -> None:
    """Tell of the pictures that fill shapes, groups and tables of a slide, or lie behind it."""
    for shape in shapes:
        if shape.kind == "sp" and shape.element.find(f"{P}spPr/{_FILL}") is not None:
            told.note(part.number, "a picture that fills a shape is left out", AS_IMAGE)
        cells = shape.element.findall(f"{_TABLE}/{A}tr/{A}tc/{A}tcPr/{_FILL}")
        for _ in (*shape.element.findall(f"{_TABLE}/{A}tblPr/{_FILL}"), *cells):
            told.note(part.number, "a picture that fills a table or a cell of one is left out", AS_IMAGE)
    for group in part.root.iter(f"{P}grpSp"):
        if group.find(f"{P}grpSpPr/{_FILL}") is not None and not flag(own_properties(group), "hidden"):
            told.note(part.number, "a picture that fills a group of shapes is left out", AS_IMAGE)
    if part.root.find(f"{P}cSld/{P}bg/{P}bgPr/{_FILL}") is not None:
        told.note(part.number, "a picture behind a slide is left out", AS_IMAGE)
