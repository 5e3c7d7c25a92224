"""How long lines of credits may be: up to what stands at the end of their line: a trail, the footer, the page number.

A theme gives credits a width that leaves room for most footers. Which one there is, and how long it is, the deck says.
It is the same on all slides of a layout, and settled before a slide is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.measuring import measure
from deckmaker.theme import Slot, TextStyle, Theme

NUMBER_GAP, FOOTER_GAP = 12.0, 24.0
"""Points between credits and the place of the page number or a trail, or the words of a footer, as long as they are."""

MOST = 0.4
"""Of the page's width: what a footer may take on its line, beyond its own place, rather than be smaller than all else
that is small."""

_BEGINNING = 500
"""Characters of a footer that are measured, more of them if they have room: a deck may have one of a million."""

Slots = Mapping[str, Slot]

CREDITS, FOOTER, NUMBER, TRAIL = "credits", "footer", "number", "trail"


def with_credit_lines(theme: Theme, footer: str | None) -> Theme:
    """Return the theme with credits as wide as the deck's footer leaves them room.

    They are no narrower than the theme says, unless the footer is longer than its place. That ends where they do: it is
    as wide as its text, with some room to spare. Over a picture they keep to their place, for which there is a scrim.
    """
    change = partial(_with_credit_line, theme=theme, footer=footer)
    layouts = theme.layouts.items()
    return replace(
        theme, layouts={name: one if one.draws_over_picture else one.map_slots(change) for name, one in layouts}
    )


def _with_credit_line(slots: Slots, theme: Theme, footer: str | None) -> Slots:
    credits = slots.get(CREDITS)
    if credits is None or credits.style is None or credits.style.align != "left":
        return slots
    own = slots.get(FOOTER)
    start = _start_of(footer, own, theme) if footer and own and _is_behind(own, credits) else None
    end = min(_ends(slots, credits, start), default=0.0)
    if (trail := slots.get(TRAIL)) and _is_behind(trail, credits):
        end = min(end, trail.rect.x - NUMBER_GAP)
    is_long = own and start is not None and end < own.rect.x - FOOTER_GAP
    if end <= credits.rect.right and not is_long:
        return slots
    changed = {**slots, CREDITS: _until(credits, end)}
    if own and start is not None:
        changed[FOOTER] = _from(own, start)
    return changed


def _ends(slots: Slots, credits: Slot, start: float | None) -> Iterator[float]:
    """Yield how far credits may reach for what stands behind them on their line, in points from the page's edge.

    `start` is where a footer on their line begins, None where there is none.
    """
    number = slots.get(NUMBER)
    if number and _is_behind(number, credits):
        yield number.rect.x - NUMBER_GAP
    if start is not None:
        yield start - FOOTER_GAP


def _is_behind(slot: Slot, credits: Slot) -> bool:
    """Tell whether a slot stands on the line of credits, behind them."""
    level = slot.rect.y < credits.rect.bottom and credits.rect.y < slot.rect.bottom
    return level and slot.rect.x >= credits.rect.right


def _start_of(footer: str, slot: Slot, theme: Theme) -> float:
    """Return where a footer begins, which is set smaller where the most that it may have is too little for it."""
    style = slot.style
    if style is None or style.align != "right":
        return slot.rect.x
    most = max(slot.rect.width, MOST * theme.width)
    return slot.rect.right - min(ceil(_width(footer, style, most, theme) + SAFE_MARGIN), most)


def _width(footer: str, style: TextStyle, most: float, theme: Theme) -> float:
    """Return how wide a footer is; of one wider than `most`, the width of a beginning that is."""
    count = _BEGINNING
    while True:
        (text,) = measure((Paragraph((Run(footer[:count]),)),), style, style.size, theme).measured
        if count >= len(footer) or text.natural > most + style.size:  # what follows may join its last letter
            return text.natural
        count *= 2


def _until(slot: Slot, end: float) -> Slot:
    def until(rect: Rect) -> Rect:
        return replace(rect, width=end - rect.x)

    return replace(slot, rect=until(slot.rect), inner=until(slot.inner))


def _from(slot: Slot, start: float) -> Slot:
    def begin(rect: Rect) -> Rect:
        return Rect(start, rect.y, rect.right - start, rect.height)

    return replace(slot, rect=begin(slot.rect), inner=begin(slot.inner))
