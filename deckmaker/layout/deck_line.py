"""Where the slides of a deck begin below their titles: higher, where no title has as many lines as there is room for.

Beside pictures they begin lower, where a title has all of these and would stand close above a text.

It is the same on all slides of a kind, and settled before a slide is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil, floor

from deckmaker.dataclasses import replace
from deckmaker.layout.place import REGION
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text.measuring import measure
from deckmaker.theme import Slot, Theme

LONGEST_TITLE = 400
"""Characters that no place for a title has room for."""

LEAST_GAP = 30.0
"""Points between a title and a text beside a picture, at least, where that begins higher than the theme says."""

FULL_GAP = 24.0
"""Points between the two at least where a title has all lines that it has room for."""

_WIDEST_LETTER = 0.65
"""Ems that a letter takes in bold type, about: enough to tell short texts from long ones without shaping them."""

_FILLED = 0.85
"""Of its lines: what a title fills at least, whatever words break them."""

Slots = Mapping[str, Slot]


def is_far_shorter(title: Paragraph, lines: int, width: float, size: int) -> bool:
    """Tell whether a title has room on so many lines in any type: most titles have, and none of these is measured."""
    letter = _WIDEST_LETTER if title.text.isascii() else 1.0
    return len(title.text) * letter * size <= _FILLED * lines * width


def with_deck_line(theme: Theme, titles: Iterable[tuple[Paragraph, Slots]], size: int) -> Theme:
    """Return the theme with the optical line, and the regions that begin above it, higher by lines that no title has.

    `titles` come with the slots that they stand in, and are set at `size`. Where pictures leave titles less width,
    lines are counted apart; regions there stay below the line.
    """
    line = theme.flow.line
    style = theme.plain.slots["title"].style
    assert style is not None, "slots that hold text have a style"
    if not line:
        return theme
    used = {False: 1, True: 1}
    for title, slots in titles:
        if REGION in slots:
            narrow = slots[REGION].rect.y >= line
            used[narrow] = max(used[narrow], lines_of(title, slots["title"], used[narrow], size, theme))

    def shift(slots: Slots) -> float:
        """Return how far a layout's region may rise: the lines that no title has of those that it has room for."""
        narrow = slots[REGION].rect.y >= line
        leading = size * style.leading
        free = max(0, int(slots["title"].rect.height / leading) - used[narrow])
        return free * floor(leading / theme.baseline) * theme.baseline

    highest = line - shift(theme.plain.slots)
    layouts = {}
    for name, one in theme.layouts.items():
        layouts[name] = one
        if _is_below_title(one.slots, style.size):
            region, rise = one.slots[REGION].rect, shift(one.slots)
            if region.y >= line:
                below = one.slots["title"].rect.y + used[True] * size * style.leading + LEAST_GAP
                rise = max(0.0, min(rise, floor((region.y - max(highest, below)) / theme.baseline) * theme.baseline))
                rise = rise or -_lack_below(one.slots, used[True], size * style.leading, theme.baseline)
            layouts[name] = replace(one, slots=_raised(one.slots, rise))
    return replace(theme, layouts=layouts, flow=replace(theme.flow, line=highest))


def _lack_below(slots: Slots, lines: int, leading: float, step: float) -> float:
    """Return how much lower a region must begin to be clear of a title of so many lines, in whole steps of the grid."""
    title, region = slots["title"].rect, slots[REGION].rect
    lines = min(lines, int(title.height / leading))
    return max(0.0, ceil((title.y + lines * leading + FULL_GAP - region.y) / step) * step)


def _is_below_title(slots: Slots, size: int) -> bool:
    """Tell whether a layout's region is below a title as those of slides, of which that is the theme's size."""
    if not {REGION, "title"} <= slots.keys():
        return False
    title = slots["title"]
    return title.style is not None and title.style.size == size and title.rect.bottom <= slots[REGION].rect.y


def _raised(slots: Slots, shift: float) -> Slots:
    """Return a layout's slots with its region so much higher, below a title that has as much less room; or lower."""
    region, title = slots[REGION], slots["title"]
    higher = replace(
        region,
        rect=_higher(region.rect, shift),
        inner=_higher(region.inner, shift),
        wide=region.wide and _higher(region.wide, shift),
        top=region.top - shift,
    )
    less = max(shift, 0.0)
    lower = replace(title, rect=_lower(title.rect, less), inner=_lower(title.inner, less))
    return {**slots, REGION: higher, "title": lower}


def _higher(rect: Rect, shift: float) -> Rect:
    """Return a rectangle whose top edge is so much higher."""
    return replace(rect, y=rect.y - shift, height=rect.height + shift)


def _lower(rect: Rect, shift: float) -> Rect:
    """Return a rectangle whose bottom edge is so much higher."""
    return replace(rect, height=rect.height - shift)


def lines_of(title: Paragraph, slot: Slot, known: int, size: int, theme: Theme) -> int:
    """Return how many lines a title has; as many as are `known` of others, where it plainly has no more than those."""
    assert slot.style is not None, "slots that hold text have a style"
    if is_far_shorter(title, known, slot.rect.width, size):
        return known
    if len(title.text) > LONGEST_TITLE:
        return LONGEST_TITLE
    return len(measure((title,), slot.style, size, theme).set(slot.rect.width).lines)
