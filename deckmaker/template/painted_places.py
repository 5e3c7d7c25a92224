"""What templates paint at the places of texts: slides have that where they fill these, and only in PowerPoint."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.template.fills import fill_in
from deckmaker.template.names import A, P, local
from deckmaker.template.numbers import attribute
from deckmaker.template.placeholders import PAINTED_PLACE, placeholder_of
from deckmaker.template.scheme import Scheme

_SHAPES = {f"{P}{name}" for name in ("sp", "pic", "graphicFrame")}
LINE_AROUND = "a line around the place of a text"

EFFECTS = {
    "outerShdw": "a shadow",
    "innerShdw": "a shadow",
    "prstShdw": "a shadow",
    "glow": "a glow",
    "reflection": "a reflection",
    "softEdge": "a soft edge",
    "blur": "a blur",
}
"""Effects of shapes, none of which is drawn (ECMA-376 part 1, 20.1.8.25)."""


def painted_places(root: Element, scheme: Scheme) -> Iterator[tuple[Element, str]]:
    """Yield what a master or layout paints at the places of texts: each placeholder, with what it has."""
    for one in root.iter():
        if one.tag in _SHAPES and placeholder_of(one) is not None:
            yield from ((one, what) for what in _painted(one, scheme))


def effects_in(properties: Element) -> Iterator[str]:
    """Yield what shape properties have and nobody draws here: effects, and a third dimension."""
    effects = properties.find(f"{A}effectLst")
    for one in effects if effects is not None else ():
        if what := EFFECTS.get(local(one.tag)):
            yield what
    if properties.find(f"{A}sp3d") is not None:
        yield "a third dimension"


def _painted(placeholder: Element, scheme: Scheme) -> Iterator[str]:
    properties, style = placeholder.find(f"{P}spPr"), placeholder.find(f"{P}style")
    line = properties.find(f"{A}ln") if properties is not None else None
    if _shows(fill_in(properties), scheme.fill(_reference(style, "fillRef"))):
        yield PAINTED_PLACE
    if _shows(fill_in(line), fill_in(scheme.line(_reference(style, "lnRef")))):
        yield LINE_AROUND
    if properties is not None:
        yield from effects_in(properties)


def _shows(own: Element | None, of_style: Element | None) -> bool:
    """Tell whether a shape's own paint is seen, or, where it says none, that of its style."""
    paint = own if own is not None else of_style
    return paint is not None and local(paint.tag) != "noFill"


def _reference(style: Element | None, name: str) -> int:
    return attribute(style.find(f"{A}{name}") if style is not None else None, "idx")
