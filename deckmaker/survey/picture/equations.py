"""A formula as a path."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from deckmaker.layout import EquationItem
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import element, length


def equation_drawn(rect: Rect, item: EquationItem, palette: Mapping[str, str]) -> Element:
    """Return the outline of a formula in its frame, in its colour of a palette."""
    steps = item.drawn.at(rect.x, rect.y, item.size)
    path = "".join(name + " ".join(map(length, numbers)) for name, numbers in steps)
    return element("path", {"d": path, "fill": palette[item.color]})
