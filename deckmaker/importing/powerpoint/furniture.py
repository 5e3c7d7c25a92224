"""What comes again at one place of many slides: logos and footers, which belong to the theme and not to slides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.credits import is_credit
from deckmaker.importing.powerpoint.chart_labels import OUR_LABELS
from deckmaker.importing.powerpoint.shapes import Shape, is_number_alone, plain_words, shapes_of
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.powerpoint.typed_numbers import TypedNumbers
from deckmaker.importing.told import Told
from deckmaker.model.geometry import Rect
from deckmaker.template.names import MARKING_GROUP, A, P, R
from deckmaker.template.numbers import flag

_LEAST = 3
"""Slides on which a shape stands that belongs to the theme, but for the placeholder of a footer; and two of five slides
at least."""

_HEAD, _FOOT = 0.1, 0.8
"""The parts of the page, from its top, above and below which a text is known by its words, wherever it stands."""

_LOGO = 0.06
"""The part of a page's area that a logo has at most: a larger picture is content, on however many slides it stands."""

_EDGE = 0.2
"""The part of the page, from each of its sides, in which the middle of a logo is."""

_GRID = 6.0
"""Points by which the same place may differ from slide to slide."""


class Mark(NamedTuple):
    """By what a shape is known on another slide: its words or its picture, and its place."""

    words: str
    picture: str
    zone: str
    x: int = 0
    y: int = 0


class Furniture:
    """What stands at the same place on many slides of a presentation, and the `footer` among it, '' for none."""

    def __init__(
        self, slides: Sequence[SlidePart], page: tuple[float, float], told: Told, is_compared: bool = False
    ) -> None:
        """Look for it on slides of this width and height in points.

        What is compared has a footer as long as a slide shows one: those that came may lack it, however many they are.
        Where no slide is left that would show one, as title slides do not, it is that of the master.
        """
        self._page, self._told = page, told
        self._said: set[Mark] = set()
        self._numbers = TypedNumbers(slides, page)
        self._sections = {slide.section for slide in slides} - {""}
        found: Counter[Mark] = Counter()
        in_placeholders: set[Mark] = set()
        for slide in slides:
            marks = [(mark, shape) for shape in shapes_of(slide) if (mark := mark_of(shape, slide, page))]
            found.update({mark for mark, _ in marks})
            in_placeholders |= {mark for mark, shape in marks if shape.type == "ftr"}
        many = {mark for mark, count in found.items() if count * 5 >= len(slides) * 2}
        self._marks = {mark for mark in many if found[mark] >= _LEAST or mark in in_placeholders}
        feet = [mark for mark in found if mark in self._marks and mark.zone == "foot"]
        if is_compared and not feet:
            feet = [mark for mark in in_placeholders if mark.zone == "foot"]
        # What is made for a footer goes before what stands where one may be, and what more slides have before others.
        footer = max(feet, key=lambda one: (one in in_placeholders, found[one], len(one.words), one), default=None)
        self._marks |= {footer} if footer else set()
        self.footer = footer.words if footer else ""
        if is_compared and not any(slide.of_layout.of_kind("ftr") is not None for slide in slides):
            self.footer = self.footer or _unseen_footer(slides)

    def has(self, shape: Shape, slide: SlidePart) -> bool:
        """Tell whether a shape of a slide belongs to the theme."""
        return mark_of(shape, slide, self._page) in self._marks or self._numbers.has(shape, slide)

    def tell(self, shape: Shape, slide: SlidePart) -> None:
        """Tell what becomes of a shape that is no slide's: not of a logo, of the deck's footer, and of the name of a
        section. What is the same on many slides is told once; words beside a number, as in `Day 2`, are not."""
        if self._numbers.has(shape, slide):
            if self._numbers.says_more(words := plain_words(shape.body)):
                tell_foot(words, slide, self._told)
            return
        mark = mark_of(shape, slide, self._page)
        if mark is None or mark in self._said or mark.words in self._sections:
            return
        if mark.zone == "foot" and mark.words == self.footer:
            return
        self._said.add(mark)
        if mark.zone == "foot":
            tell_foot(mark.words, slide, self._told)
        elif mark.words:
            help = "write what a slide needs of it in its `title` or a `text`"
            self._told.note(slide.number, "words at the head of many slides are left out: NAMES", help, mark.words)
        elif not _is_small(shape.place, self._page):
            help = "show it as `image` where a slide needs it, or in a theme of your own"
            self._told.note(slide.number, "a decorative picture of many slides is left out", help)


def _unseen_footer(slides: Sequence[SlidePart]) -> str:
    """Return the footer that slides would have on other layouts of their masters; nothing where none has it on slides
    that come (19.3.1.25, `hf`): words in the place of a footer may be a prompt then."""
    masters = [slide for slide in slides if _has_footers(slide.master)]
    places = (slide.of_master.of_kind("ftr") for slide in masters)
    bodies = (place.find(f"{P}txBody") for place in places if place is not None)
    return next((words for body in bodies if body is not None and (words := plain_words(body))), "")


def _has_footers(master: Element | None) -> bool:
    furniture = master.find(f"{P}hf") if master is not None else None
    return furniture is not None and flag(furniture, "ftr", True)


def tell_foot(words: str, slide: SlidePart, told: Told) -> None:
    """Tell that words at the foot of a slide are not in the deck, which has another footer or none."""
    help = "a deck has one `footer`; write what a slide needs besides in a `text`"
    told.note(slide.number, "words at the foot of slides are left out: NAMES", help, words)


def typed_at_foot(shape: Shape) -> str:
    """Return what somebody typed in the placeholder of a footer, a day or a slide's number; nothing where a program
    fills it in."""
    words = plain_words(shape.body)
    if shape.type == "ftr" or shape.body is None:
        return "" if is_number_alone(shape.body) else words
    if next(shape.body.iter(f"{A}fld"), None) is None:
        return "" if shape.type == "sldNum" and words.isdecimal() else words
    typed = (plain_words(one) for one in shape.body.iterfind(f"{A}p/{A}r"))
    return words if any(sign.isalpha() for one in typed for sign in one) else ""


def mark_of(shape: Shape, slide: SlidePart, page: tuple[float, float]) -> Mark | None:
    """Return by what a shape is known, on a page of this width and height in points; None for a placeholder, for
    words in the middle of the page, for large pictures, credits, markings and what is written around charts, and for
    what has neither words nor picture."""
    if (
        shape.group.startswith((MARKING_GROUP, OUR_LABELS))
        or shape.place is None
        or (shape.type and shape.kind != "pic" and shape.type != "ftr")
    ):
        return None
    blip = shape.element.find(f"{P}blipFill/{A}blip")
    to = slide.relations.get(blip.get(f"{R}embed", "")) if blip is not None else None
    words = "" if is_number_alone(shape.body) else plain_words(shape.body)
    if (not words and not to) or is_credit(words, of_pictures=True):
        return None
    height = page[1]
    picture = to.target if to else ""
    if words and (shape.place.y > _FOOT * height or shape.type == "ftr"):
        return Mark(words, picture, "foot")
    if (words and shape.place.bottom < _HEAD * height) or (to and shape.is_decorative):
        return Mark(words, picture, "head")
    if not to or not _is_at_an_edge(shape.place, page) or not _is_small(shape.place, page):
        return None
    return Mark(words, picture, "", round(shape.place.x / _GRID), round(shape.place.y / _GRID))


def _is_small(place: Rect | None, page: tuple[float, float]) -> bool:
    return place is not None and place.width * place.height <= _LOGO * page[0] * page[1]


def _is_at_an_edge(place: Rect, page: tuple[float, float]) -> bool:
    across, down = (place.x + place.width / 2) / page[0], (place.y + place.height / 2) / page[1]
    return min(across, 1 - across, down, 1 - down) < _EDGE
