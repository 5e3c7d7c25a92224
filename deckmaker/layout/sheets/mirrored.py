"""Sheets of decks that run from right to left, in a mirror: their first slide is on the right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckmaker.dataclasses import replace
from deckmaker.layout.mirroring import mirrored_placed, mirrored_rect
from deckmaker.layout.sheets.sheet import PlacedSlide, Sheet


def mirrored(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield sheets in a mirror. Slides only change places: their pages are in one already."""
    for one in sheets:
        around, notes, after = (mirrored_placed(placed, one.width) for placed in (one.around, one.notes, one.after))
        slides = tuple(_slide(slide, one.width) for slide in one.slides)
        yield replace(one, slides=slides, around=around, notes=notes, after=after)


def _slide(slide: PlacedSlide, width: float) -> PlacedSlide:
    return replace(slide, rect=mirrored_rect(slide.rect, width), beside=mirrored_placed(slide.beside, width))
