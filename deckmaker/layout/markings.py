"""A slide's marking, such as `TLP:AMBER`: on small black plates at the middle of the page's top and bottom edges.

The plates lie over all else, so that a marking is seen on every page, whatever picture or colour that has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.layout.context import Context
from deckmaker.layout.document import Decision, GroupItem, Placed, ShapeItem, TextItem
from deckmaker.layout.findings import Finding, text_findings
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Paragraph, Run, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.theme import TextStyle
from deckmaker.theme.baselines import line_height
from deckmaker.theme.markings import MARKING, PLATE, words_color

MARKING_SLOT = "marking"
"""What the upper one is called on its page; the lower one says the same, and is decoration."""

_BESIDE = 9.0
"""Points of plate at both sides of the words."""

_AROUND = 2.0
"""Points of plate above and below their line."""

_MOST = 0.6
"""Of the page's width: what a plate may take, so that it stays clear of what stands in the corners."""

_ONE_LINE = 1.3
"""Of the height of a line: a place in which no second one has room, at any size."""

_LOWER = 0.07
"""Ems by which capital letters stand above the middle of their line."""

_LEAST = 8
"""Points: the least size of a long marking."""


def placed_markings(slide: Slide, context: Context) -> tuple[Placed, ...]:
    """Return the marking of a page of a slide that has one, at its top and at its bottom."""
    marking, theme = slide.marking or "", context.theme
    span = slide.marking_span or context.deck.spans.get("marking", slide.span)
    style = _style(marking, context)
    line = line_height(style.percent, style.size)
    height, most = round(line + 2 * _AROUND), _MOST * theme.width
    words = (Paragraph((Run(marking),)),)
    fitted = context.fit_repeated(FrameText(words, style, Rect(0.0, 0.0, most - 2 * _BESIDE, _ONE_LINE * line)))
    width = ceil(max(one.width for one in fitted.setting.lines)) + 2 * _BESIDE
    own = Rect((theme.width - width) / 2, 0.0, width, _ONE_LINE * line)
    if fitted.fits:  # narrower, with as much room at its sides as the font of another program may take
        narrow = context.fit_repeated(FrameText(words, style.only(fitted.setting.size), own))
        fitted = replace(narrow, reason=fitted.reason)
    fitted = replace(fitted, shift=(height - fitted.setting.height) / 2 + _LOWER * fitted.setting.size)
    return tuple(
        _on_plate(placed_text(MARKING_SLOT, replace(own, y=top), fitted, style, span, role=role), top, height)
        for role, top in ((Role.MARKING, 0.0), (Role.DECORATION, theme.height - height))
    )


def _on_plate(text: Placed, top: float, height: float) -> Placed:
    """Return words on their plate, which has the width of their frame."""
    rect = replace(text.rect, y=top, height=height)
    plate = Placed(rect, ShapeItem(PLATE, 1.0), Role.DECORATION, None, None, decision=Decision(rect))
    if text.role is Role.DECORATION:
        text = replace(text, slot=None)
    text = replace(text, rect=rect)
    return Placed(rect, GroupItem((plate, text)), Role.MARKING, None, text.span, decision=Decision(rect))


def _style(marking: str, context: Context) -> TextStyle:
    """Return the theme's style of markings, down to the least size, in the colour of this one."""
    style = context.theme.styles[MARKING]
    return replace(style, minimum=min(_LEAST, style.size), color=words_color(marking))


def deck_findings(context: Context) -> Iterator[Finding]:
    """Yield what is wrong with the words of the deck's marking, whether a slide shows it or sheets alone."""
    deck = context.deck
    slide = Slide(None, None, None, deck.span, (), (), deck.span, (), deck.span, marking=deck.marking)
    yield from _own_findings(slide, context)


def marking_findings(slide: Slide, items: Iterable[Placed], context: Context) -> Iterator[Finding]:
    """Yield what is wrong with a page's markings: with words of its slide's own, or `items` below that they cover."""
    if slide.marking_span:
        yield from _own_findings(slide, context)
    plates = [one.rect for one in placed_markings(slide, context)]
    told: set[str] = set()
    for below in (text for one in items for text in one.texts):
        name = f"`{below.slot}`" if below.slot else "a chart"
        if name not in told and any(_words(below).overlaps(plate) for plate in plates):
            told.add(name)
            message = f": the marking covers words of {name}"
            help = "in the theme, end that place further from the edge of the page"
            yield Finding("covered-words", message, below.span or slide.span, help)


def _own_findings(slide: Slide, context: Context) -> Iterator[Finding]:
    for one in placed_markings(slide, context):
        for text in one.texts:
            if text.role is Role.MARKING and text.span:
                yield from text_findings(text, text.span, context.theme)


def _words(text: Placed) -> Rect:
    """Return where a text's lines stand in its frame."""
    assert isinstance(text.item, TextItem)
    setting = text.item.setting
    width = max((line.width for line in setting.lines), default=0.0)
    spare = text.rect.width - width
    left = {"left": 0.0, "center": spare / 2, "right": spare}[text.item.style.align]
    return Rect(text.rect.x + left, text.rect.y + text.item.offset, width, setting.height)
