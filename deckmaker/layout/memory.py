"""Slides that have been laid out, kept for the next time: of a deck in which one slide changed, one is laid out.

What a slide becomes follows from the slide, its layout and the context alone. Where it stands in its file does not
matter, so that a line added above does not lay out what is below; only the places of what is reported move. Where no
place moves, as while somebody types in a line, all that was known is the very same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from operator import is_
from typing import Any

from deckmaker.dataclasses import fields, is_dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.deck_line import TitleLines
from deckmaker.layout.document import Page
from deckmaker.layout.laid_out import LaidOut
from deckmaker.layout.parts import SlideParts, slide_parts
from deckmaker.model import Deck, PictureFile, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text.setting import SetLine
from deckmaker.theme import SlideLayout

Move = Callable[[Span], Span]

_HOLDERS = ("deckmaker.model", "deckmaker.layout", "deckmaker.blocks", "deckmaker.text.setting")
"""Modules whose values may hold places in a file."""


class LayoutMemory:
    """The slides of one deck as they were laid out last. Another theme, or another deck around them, empties it."""

    def __init__(self) -> None:
        self._around: tuple[Any, ...] = ()
        self.titles = TitleLines()
        self._pages: dict[int, tuple[LaidOut, Page]] = {}
        self._pages_before: dict[int, tuple[LaidOut, Page]] = {}
        self._spans: Mapping[str, Span] = {}
        self._moved: dict[tuple[int, int], Span] = {}
        self._known: dict[tuple[Any, ...], tuple[Slide, SlideParts]] = {}
        self._used: dict[tuple[Any, ...], tuple[Slide, SlideParts]] = {}

    def begin(self, context: Context) -> None:
        """Begin to lay out a deck: forget what was not used the last time, or all where the context is another."""
        around = (_facts(context.deck), context.theme)
        self._known = self._used if around == self._around else {}
        self._used = {}
        self._around = around
        spans = context.deck.spans
        pairs = ((own, spans[key]) for key, own in self._spans.items() if key in spans)
        self._moved = {(own.line, own.column): now for own, now in pairs if own != now}
        self._pages_before, self._pages = self._pages, {}
        self._spans = spans

    def parts(self, slide: Slide, choice: Choice, context: Context) -> SlideParts:
        """Return a slide laid out: as it is known, its places moved to where they are now, or anew."""
        key = slide, choice, tuple(_relative(slide))
        if known := self._known.get(key):
            before, parts = known
            stays = before.span == slide.span and before.span.source is slide.span.source and not self._moved
            if not stays:
                parts = _moved(parts, self._mover(before.span, slide.span))
        else:
            parts = slide_parts(slide, choice, context)
        self._used[key] = slide, parts
        return parts

    def page(self, one: LaidOut, number: int, context: Context) -> Page:
        """Return the page of a slide that was laid out, or of a part, as the one of that number."""
        laid_out, page = self._pages_before.get(number, (None, None))
        if page is None or laid_out is not one:
            page = one.page(number, context)
        self._pages[number] = one, page
        return page

    def _mover(self, before: Span, now: Span) -> Move:
        """Return what moves a place of a slide with the slide, and one of the deck's own keys to where that is now."""
        down = now.line - before.line

        def move(span: Span) -> Span:
            if span.source.name != before.source.name:
                return span
            if own := self._moved.get((span.line, span.column)):
                return own
            return Span(now.source, span.line + down, span.column, span.end_line + down, span.end_column)

        return move


def _facts(deck: Deck) -> tuple[Any, ...]:
    """Return what slides take from their deck: not its title, which only files show."""
    return tuple(getattr(deck, one.name) for one in fields(deck) if one.name not in _NOT_ON_SLIDES)


_NOT_ON_SLIDES = ("title", "slides", "span", "spans", "reasons")


def _relative(slide: Slide) -> Iterator[tuple[int, int, int, int]]:
    """Yield all places in a slide, in lines from its own beginning."""
    first = slide.span.line
    for span in _spans(slide):
        yield span.line - first, span.column, span.end_line - first, span.end_column


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    else:
        for name in _holding(type(value)):
            yield from _spans(getattr(value, name))


def _moved(value: Any, move: Move) -> Any:
    """Return a value with all places in it moved; what holds none as it is."""
    kind = type(value)
    if kind is Span:
        return move(value)
    if kind is dict:
        return {key: _moved(one, move) for key, one in value.items()}
    if isinstance(value, tuple):
        moved = [_moved(one, move) for one in value]
        if all(map(is_, moved, value)):
            return value
        return kind(*moved) if hasattr(value, "_fields") else tuple(moved)
    changed = {}
    for name in _holding(kind):
        own = getattr(value, name)
        if (now := _moved(own, move)) is not own:
            changed[name] = now
    return replace(value, **changed) if changed else value


def _holding(kind: type[Any]) -> tuple[str, ...]:
    """Return the fields of a class that may hold places in a file: none of styles, glyphs, lines, files and lengths."""
    known = _FIELDS.get(kind)
    if known is None:
        known = _FIELDS[kind] = _found_fields(kind)
    return known


_FIELDS: dict[type[Any], tuple[str, ...]] = {}


def _found_fields(kind: type[Any]) -> tuple[str, ...]:
    if not is_dataclass(kind) or not kind.__module__.startswith(_HOLDERS) or kind in _WITHOUT:
        return ()
    return tuple(one.name for one in fields(kind) if not str(one.type).startswith(_PLAIN))


_WITHOUT = (SetLine, Rect, PictureFile, SlideLayout)
_PLAIN = (
    "str",
    "int",
    "float",
    "bool",
    "Rect",
    "TextStyle",
    "ParagraphStyle",
    "GlyphRun",
    "Marker",
    "OverflowPolicy",
    "Role",
)
"""How the types of fields begin that hold no place."""
