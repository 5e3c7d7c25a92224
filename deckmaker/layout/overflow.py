"""What a slide's author lets happen to texts that have no room: at which sizes they may be set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from deckmaker.model import Columns, Overflow, Slide, Table, Way
from deckmaker.text import Fitted, SizeReason
from deckmaker.text.fitting import LARGE, STEP
from deckmaker.theme import TextStyle

_COLUMNS = ("body-1", "body-2")

BODIES = ("body", *_COLUMNS)
"""Slots whose texts may go on on another slide, by their places in reading order."""

SPLITTABLE = (*BODIES, "table")
"""Slots whose content may."""

LEADING = ("title", "heading-1", "heading-2")
"""Slots whose texts stand above those, and shrink as they do."""

_FOR_ROOM = (SizeReason.SHRUNK, SizeReason.LEAST)


class TooManyParts(Exception):
    """A slide would go on over more pages than one may (`budget.PARTS`)."""


def overflow_of(slide: Slide, slot: str) -> Overflow:
    """Return what becomes of what is in a slot: a column's own or a table's, else the slide's."""
    if slot == "table":
        tables = (block.overflow for block in slide.blocks if isinstance(block, Table))
        return next(tables, None) or slide.overflow
    if slot.startswith("body-"):
        columns = next((block.columns for block in slide.blocks if isinstance(block, Columns)), ())
        index = int(slot[-1]) - 1
        if index < len(columns) and (own := columns[index].overflow):
            return own
    return slide.overflow


def fitting_style(slide: Slide, slot: str, style: TextStyle, shrunk: float = 1.0) -> TextStyle:
    """Return the style by whose sizes a text is fitted.

    Parts of a split slide have sizes of their own, texts that may not shrink their style's; and what stands above texts
    that are `shrunk`, to that share of their size, keeps its ratio to them.
    """
    if slot in SPLITTABLE:
        if slide.part:
            return style.only(style.size - (slide.part.table_smaller if slot == "table" else slide.part.smaller))
        siblings = _COLUMNS if slot in _COLUMNS else (slot,)
        may_shrink = all(overflow_of(slide, one).way is Way.SHRINK for one in siblings)
        return style if may_shrink else style.no_smaller_than(style.size)
    if slot == "title" and slide.part and slide.part.title_size:
        return style.only(slide.part.title_size)
    if shrunk < 1:
        size = _whole(style.size * shrunk)
        return replace(style, size=max(style.minimum, size), short=None)
    return style


def shrunk_to(fitted: Mapping[str, Fitted], style: Callable[[str], TextStyle]) -> float:
    """Return the share of their sizes at which a slide's texts are set, 1 where none is shrunk for want of room."""
    shrunk = [slot for slot in BODIES if slot in fitted and fitted[slot].reason in _FOR_ROOM]
    return min([1.0, *(fitted[slot].setting.size / style(slot).size for slot in shrunk)])


def _whole(size: float) -> int:
    """Return the nearest size among those that texts have."""
    return round(size / STEP) * STEP if size >= LARGE else round(size)
