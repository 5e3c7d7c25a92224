"""A formula as a path."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deckmaker.layout import EquationItem
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import element, length


def equation_drawn(rect: Rect, item: EquationItem, palette: Mapping[str, str]) -> Element:
    """Return the outline of a formula in its frame, in its colour of a palette."""
    origin, size = (rect.x, rect.y + item.drawn.ascent * item.size), item.size
    steps = (
        name + " ".join(length(origin[index % 2] + one * size) for index, one in enumerate(numbers))
        for name, numbers in item.drawn.outline
    )
    return element("path", {"d": "".join(steps), "fill": palette[item.color]})
