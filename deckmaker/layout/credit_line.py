"""How long lines of credits may be: up to what stands at the end of their line, the deck's footer or the page number.

A theme gives credits a width that leaves room for any footer. Which one there is, and how long it is, the deck says. It
is the same on all slides of a layout, and settled before a slide is laid out.
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
from deckmaker.theme import Slot, Theme

NUMBER_GAP, FOOTER_GAP = 12.0, 24.0
"""Points between credits and the place of the page number, or the words of a footer, which are as long as they."""

Slots = Mapping[str, Slot]

CREDITS, FOOTER, NUMBER = "credits", "footer", "number"


def with_credit_lines(theme: Theme, footer: str | None) -> Theme:
    """Return the theme with credits as wide as the deck's footer leaves them room; no narrower than the theme says.

    The place of a footer ends where they do: it is as wide as its text, with some room to spare. Over a picture they
    keep to their place, for which there is a scrim.
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
    end = min(_ends(slots, credits, theme, footer), default=0.0)
    if end <= credits.rect.right:
        return slots
    changed = {**slots, CREDITS: _widened(credits, end)}
    own = slots.get(FOOTER)
    if footer and own and _is_behind(own, credits):
        changed[FOOTER] = _narrowed(own, _start_of(footer, own, theme))
    return changed


def _ends(slots: Slots, credits: Slot, theme: Theme, footer: str | None) -> Iterator[float]:
    """Yield how far credits may reach for what stands behind them on their line, in points from the page's edge."""
    number, own = slots.get(NUMBER), slots.get(FOOTER)
    if number and _is_behind(number, credits):
        yield number.rect.x - NUMBER_GAP
    if footer and own and _is_behind(own, credits):
        yield _start_of(footer, own, theme) - FOOTER_GAP


def _is_behind(slot: Slot, credits: Slot) -> bool:
    """Tell whether a slot stands on the line of credits, behind them."""
    level = slot.rect.y < credits.rect.bottom and credits.rect.y < slot.rect.bottom
    return level and slot.rect.x >= credits.rect.right


def _start_of(footer: str, slot: Slot, theme: Theme) -> float:
    """Return where a footer begins in its slot. One that is too long for a line has all of the slot."""
    style = slot.style
    if style is None or style.align != "right":
        return slot.rect.x
    (text,) = measure((Paragraph((Run(footer),)),), style, style.size, theme).measured
    return max(slot.rect.x, slot.rect.right - ceil(text.natural + SAFE_MARGIN))


def _widened(slot: Slot, end: float) -> Slot:
    def widen(rect: Rect) -> Rect:
        return replace(rect, width=end - rect.x)

    return replace(slot, rect=widen(slot.rect), inner=widen(slot.inner))


def _narrowed(slot: Slot, start: float) -> Slot:
    def narrow(rect: Rect) -> Rect:
        return Rect(start, rect.y, rect.right - start, rect.height)

    return replace(slot, rect=narrow(slot.rect), inner=narrow(slot.inner))
