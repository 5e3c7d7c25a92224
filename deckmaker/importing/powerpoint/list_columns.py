"""A list of ours that was set in two columns: two texts of a slide, and one list of a deck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from deckmaker.importing.powerpoint.order import around
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import Shape, shapes_of
from deckmaker.importing.powerpoint.slide_parts import slides_of
from deckmaker.importing.powerpoint.texts import Paragraph, prose_of
from deckmaker.model.geometry import Rect
from deckmaker.template.names import LIST_COLUMN
from deckmaker.template.package import NotATemplate, Package

_OUR_TITLE = "Title"
"""What titles are called in our own files: with a number in those of PowerPoint, "PlaceHolder" in LibreOffice's."""


class ListColumn(NamedTuple):
    """A shape with a part of a list, and its paragraphs."""

    shape: Shape
    paragraphs: Sequence[Paragraph]


def is_list_column(shape: Shape) -> bool:
    """Tell whether a shape is called as the columns of a list of ours."""
    return shape.name.startswith(LIST_COLUMN)


def keeps_names(content: bytes) -> bool:
    """Tell whether shapes of a presentation of ours are still called as we called them: not all programs keep that. In
    one that cannot be read, none are."""
    try:
        slides = slides_of(Package(content)).slides
        return any(shape.name == _OUR_TITLE or is_list_column(shape) for one in slides for shape in shapes_of(one))
    except NotATemplate:
        return False


def joined_list(columns: Sequence[ListColumn]) -> Iterator[tuple[Rect | None, Part]]:
    """Yield the one list of columns, and its place; nothing where there are none."""
    if columns:
        in_order = sorted(columns, key=lambda one: one.shape.name)
        places = [one.shape.place for one in in_order if one.shape.place]
        yield around(places) if places else None, prose_of(list(chain.from_iterable(one[1] for one in in_order)))
