"""Links that no deck has a place for: on pictures and shapes, at the foot of slides, and what comes of pointing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.equations import formula_in
from deckmaker.importing.powerpoint.shapes import Shape, click_in, leads_somewhere, own_properties
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.texts import is_linked_as_a_whole
from deckmaker.importing.told import Told
from deckmaker.template.names import A, P, R
from deckmaker.template.numbers import flag

_POINTED = (f"{A}hlinkHover", f"{A}hlinkMouseOver")
"""What pointing at a shape or at words does (20.1.2.2.23, 21.1.2.3.6)."""

AT_FOOT = ("dt", "sldNum", "hdr", "ftr")
"""Placeholders whose words are no slide's."""


_ON_SHAPES = (
    "a link on a picture or a shape is left out: NAMES",
    "a picture or a shape no longer leads to a slide or a program",
)
_AT_ENDS = (
    "a link at the head or foot of slides is left out: NAMES",
    "words at the head or foot of slides no longer lead to a slide or a program",
)
_ON_POINTING = (
    "a link that is followed by pointing at it is left out: NAMES",
    "pointing at a text or a shape no longer leads to a slide or a program",
)


def tell_lost_links(part: SlidePart, shapes: Sequence[Shape], of_theme: Sequence[Shape], told: Told) -> None:
    """Tell of the links of a slide that are not those of words in its `shapes`, and of all links of what is at one
    place of many slides, which is `of_theme`."""
    own = [one for one in shapes if one.type not in AT_FOOT]
    for lost in _clicks_on_shapes(part, own):
        _tell_click(lost, _ON_SHAPES, part, told)
    for shape in (*of_theme, *(one for one in shapes if one.type in AT_FOOT)):
        for one in shape.element.iter():
            if (click := click_in(one)) is not None:
                _tell_click(click, _ON_SHAPES if shape.body is None else _AT_ENDS, part, told)
    for shape in (*shapes, *of_theme):
        for one in shape.element.iter():
            if one.tag in _POINTED and leads_somewhere(one):
                _tell_click(one, _ON_POINTING, part, told)
            elif one.tag == f"{A}hlinkClick" and (tip := " ".join(one.get("tooltip", "").split())):
                what = "what shows where somebody points at a link is left out: NAMES"
                told.note(part.number, what, "say it in the text", tip)


def _clicks_on_shapes(part: SlidePart, shapes: Sequence[Shape]) -> Iterator[Element]:
    """Yield what clicks do on shapes whose words do not take it over, and on groups."""
    for shape in shapes:
        click = shape.click
        if click is not None and (not is_linked_as_a_whole(shape) or formula_in(shape.body)):
            yield click
    for group in part.root.iter(f"{P}grpSp"):
        own = own_properties(group)
        if (click := click_in(own)) is not None and not flag(own, "hidden"):
            yield click


def _tell_click(click: Element, on: tuple[str, str], part: SlidePart, told: Told) -> None:
    """Tell what a click does `on` something: of a link to the web, and of one to a slide or a program."""
    to = part.relations.get(click.get(f"{R}id", ""))
    if to and to.is_external:
        told.note(part.number, on[0], "link in a `text`", to.target)
    else:
        told.note(part.number, on[1], "link to a slide in a `text`, as in `[costs](#costs)`")
