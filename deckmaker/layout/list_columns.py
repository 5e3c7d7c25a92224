"""A list alone on a plain page, in two columns: where it is long, and its items are short.

It stays the author's one list. What is parted here is how it is set: its items go down the first column, then down the
second, at one size, those that are nested below their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from deckmaker.dataclasses import replace
from deckmaker.layout.contents import Contents
from deckmaker.layout.document import Change, Decision, GroupItem, Placed, TextItem
from deckmaker.layout.flow import SetFlow
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import set_text
from deckmaker.layout.stack import is_endless
from deckmaker.model import Marker, Paragraph, TextBlock
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, SizeReason
from deckmaker.text.fitting import sizes
from deckmaker.theme import TextStyle
from deckmaker.theme.slots import FOOTNOTES, PLAIN_LAYOUT

MANY_ITEMS = 8
"""Outermost items from which a list is long, even if it has room in one column."""

MOST_LINES = 2
"""What each item takes at most, in half of the page, at the size of the deck's texts."""

LOWER_SHARE = 2 / 3
"""Of the height of one column that has room: what two columns of that size take at most."""

EVEN_SHARE = 0.6
"""Of the higher column: what the lower one takes at least."""


def in_two_columns(alone: SetFlow, place: Place, contents: Contents) -> SetFlow | None:
    """Return the list of a page in two columns, None where it is no such list, or stands better as it has been set
    `alone`.

    It is never smaller for it: of the sizes from its style's down to the one that it has, the largest that fits is
    taken.
    """
    block = _list_of(contents) if place.styles.layout.name == PLAIN_LAYOUT else None
    if block is None or is_endless((block,), place.styles.theme):
        return None
    style, least = replace(place.text_style, anchor="top"), _size_of(alone)
    if not _is_long_and_short(block, style, place):
        return None
    larger = (size for size in sizes(style) if size > least)
    tried = (_set_at(size, block, style, place) for size in (*larger, least))
    return next((one for one in tried if one), None)


def _is_long_and_short(block: TextBlock, style: TextStyle, place: Place) -> bool:
    """Tell whether a list is long, and all of its items are short, at the size of the deck's texts."""
    text = place.context.measured(block.paragraphs, style, style.size)
    count = sum(not one.level for one in block.paragraphs)
    if count < MANY_ITEMS and text.height(place.rect.width) <= place.rect.height:
        return False
    return max(text.lines_in(_rects(place)[0].width)) <= MOST_LINES


def _list_of(contents: Contents) -> TextBlock | None:
    """Return the list that is all that a page holds but its title, if there is such a one. No block holds two lists."""
    only = contents.blocks[0] if len(contents.blocks) == 1 and FOOTNOTES not in contents.texts else None
    return only if isinstance(only, TextBlock) and only.paragraphs[0].marker is not Marker.NONE else None


def _size_of(flow: SetFlow) -> int:
    """Return the size in points of a text alone."""
    (placed,) = flow.placed
    assert isinstance(placed.item, TextItem)
    return placed.item.setting.size


def _set_at(size: int, block: TextBlock, style: TextStyle, place: Place) -> SetFlow | None:
    """Return a list in two columns at a size, None where these have no room, or one would do as well."""
    rects = _rects(place)
    text = place.context.measured(block.paragraphs, style, size)
    in_one, room = text.height(place.rect.width), place.rect.height
    most = LOWER_SHARE * in_one if in_one <= room else room
    half = _parted(block.paragraphs, text.heights(rects[0].width), most)
    if half is None:
        return None
    columns = block.paragraphs[:half], block.paragraphs[half:]
    frames = [FrameText(own, style.only(size), rect) for own, rect in zip(columns, rects, strict=True)]
    fitted = place.context.fit(frames)
    if not all(one.fits for one in fitted):
        return None
    if size < style.size:
        fitted = [replace(one, reason=SizeReason.SHRUNK) for one in fitted]
    parts = [
        _column(number, one, rect, block, style, place)
        for number, (one, rect) in enumerate(zip(fitted, rects, strict=True), start=1)
    ]
    children = tuple(one for part in parts for one in part.placed)
    whole = replace(rects[0], width=rects[1].right - rects[0].x)
    placed = Placed(whole, GroupItem(children), Role.TEXT, None, block.span, decision=Decision(whole))
    height = max(one.height for one in parts)
    return SetFlow((SetBlock((placed,), height, parts[0].shrunk, sum(one.flaws for one in parts)),), height)


def _column(number: int, fitted: Fitted, rect: Rect, block: TextBlock, style: TextStyle, place: Place) -> SetBlock:
    own = replace(place, rect=rect, wide=rect, name=f"column {number}")
    return set_text(fitted, Role.TEXT, own.name, style, own, block.span, (Change.COLUMNS,))


def _rects(place: Place) -> tuple[Rect, Rect]:
    """Return the places of two columns, which have all the width that there is."""
    wide, gutter = place.wide, place.styles.theme.columns.gutter
    first = Rect(wide.x, place.rect.y, (wide.width - gutter) / 2, place.rect.height)
    return first, replace(first, x=first.right + gutter)


def _parted(paragraphs: Sequence[Paragraph], heights: Sequence[tuple[float, float]], most: float) -> int | None:
    """Return how many paragraphs the first column has, so that both are about as high; None where they are not, or one
    is higher than `most`.

    Each of the `heights` is the space above a paragraph, which none has at the top, and what its lines take.
    """
    ends = list(accumulate((above + lines for above, lines in heights), initial=0.0))
    starts = [index for index, one in enumerate(paragraphs) if index and not one.level]
    found = [(round(ends[one], 3), round(ends[-1] - ends[one] - heights[one][0], 3), one) for one in starts]
    if not found:
        return None
    first, second, start = min(found, key=lambda one: (max(one[:2]), -one[2]))
    is_even = min(first, second) >= EVEN_SHARE * max(first, second)
    return start if is_even and max(first, second) <= most else None
