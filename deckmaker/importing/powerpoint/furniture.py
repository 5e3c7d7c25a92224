"""What comes again at one place of many slides: logos and footers, which belong to the theme and not to slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from deckmaker.importing.credits import is_credit
from deckmaker.importing.powerpoint.shapes import Shape, shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.template.names import MARKING_GROUP, A, P, R

_LEAST = 3
"""Slides on which a shape stands that belongs to the theme, but for the placeholder of a footer; and two of five slides
at least."""

_HEAD, _FOOT = 0.1, 0.8
"""The parts of the page, from its top, above and below which a text is known by its words, wherever it stands."""

_GRID = 6.0
"""Points by which the same place may differ from slide to slide."""


class Mark(NamedTuple):
    """By what a shape is known on another slide: its words or its picture, and its place."""

    words: str
    picture: str
    zone: str
    x: int = 0
    y: int = 0


def mark_of(shape: Shape, slide: SlidePart, height: float) -> Mark | None:
    """Return by what a shape is known, of a page of this `height` in points; None for a placeholder, for
    words in the middle of the page, for credits and markings, and for what has neither words nor picture."""
    if (
        shape.group.startswith(MARKING_GROUP)
        or shape.place is None
        or (shape.type and shape.kind != "pic" and shape.type != "ftr")
    ):
        return None
    blip = shape.element.find(f"{P}blipFill/{A}blip")
    to = slide.relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
    body = shape.body
    words = " ".join("".join(one.text or "" for one in body.iter(f"{A}t")).split()) if body is not None else ""
    if (not words and not to) or is_credit(words, of_pictures=True):
        return None
    picture = to.target if to else ""
    if words and (shape.place.y > _FOOT * height or shape.type == "ftr"):
        return Mark(words, picture, "foot")
    if (words and shape.place.bottom < _HEAD * height) or (to and shape.is_decorative):
        return Mark(words, picture, "head")
    if not to:
        return None
    return Mark(words, picture, "", round(shape.place.x / _GRID), round(shape.place.y / _GRID))


def furniture_of(slides: Sequence[SlidePart], height: float) -> set[Mark]:
    """Return what stands at the same place on many slides."""
    found: Counter[Mark] = Counter()
    footers: set[Mark] = set()
    for slide in slides:
        marks = [(mark, shape) for shape in shapes_of(slide) if (mark := mark_of(shape, slide, height))]
        found.update({mark for mark, _ in marks})
        footers |= {mark for mark, shape in marks if shape.type == "ftr"}
    many = {mark for mark, count in found.items() if count * 5 >= len(slides) * 2}
    return {mark for mark in many if found[mark] >= _LEAST or mark in footers}


def footer_among(furniture: Collection[Mark]) -> str:
    """Return the words of a footer, '' where there is none."""
    return max((mark.words for mark in furniture if mark.zone == "foot"), key=len, default="")
