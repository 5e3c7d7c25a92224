"""The strip of credits set: whole where it has room, else as much of it as leaves the slide's content its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from deckmaker.credits import words_for
from deckmaker.credits.shortening import STEPS, ShortStrip, shortened, shortest_step
from deckmaker.diagnostics import Span
from deckmaker.layout.decision import Change
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.layout.strip import strip_frame, strip_room
from deckmaker.layout.texts import placed_text
from deckmaker.model import Credit, Deck, Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText
from deckmaker.theme import Slot, TextStyle

SLOT = "credits"


@dataclass(frozen=True)
class FittedStrip:
    """A strip as set on a screen, and on paper where it reads otherwise there."""

    text: ShortStrip
    slot: Slot
    style: TextStyle
    screen: Fitted
    printed: Fitted | None

    @property
    def forms(self) -> tuple[Fitted, ...]:
        """The strip on a screen, then on paper if that differs."""
        return (self.screen, self.printed) if self.printed else (self.screen,)

    @property
    def fits(self) -> bool:
        return all(one.fits for one in self.forms)

    @cached_property
    def frame(self) -> Rect:
        """Its frame, in which the longer of the two has room."""
        return strip_frame(self.slot.rect, max(one.setting.height + one.shift for one in self.forms))

    def placed(self, span: Span) -> Placed:
        """Return the strip in its place."""
        grown, lacking = (Change.STRIP_GROWN,) if self.frame != self.slot.rect else (), self.text.lacking
        screen, *printed = (
            placed_text(SLOT, self.frame, one, self.style, span, grown, lacking, Role.CREDITS) for one in self.forms
        )
        return replace(screen, printed=printed[0]) if printed else screen


def paragraphs_of(text: ShortStrip, deck: Deck) -> tuple[Paragraph, Paragraph | None]:
    """Return a strip, and how it reads on paper where that differs."""
    together = (words_for(deck.language).nobody,)
    screen = text.runs("screen")
    paper = text.runs("paper") if deck.credits.print == "urls" else screen
    printed = Paragraph(paper, together=together, printed=True) if paper != screen else None
    return Paragraph(screen, together=together), printed


def fitted_strip(
    credits: Sequence[Credit],
    deck: Deck,
    slot: Slot,
    fit: Callable[[FrameText], Fitted],
    leaves_room: Callable[[Rect], bool],
) -> FittedStrip:
    """Return the strip, set by `fit`, after the first step at which it fits and what else is on the slide does, too.

    Where that never fits, even beside a strip that is no higher than its slot, the strip is not to blame.
    """

    def after(step: int) -> FittedStrip:
        return _fitted(shortened(credits, deck.language, step), deck, slot, fit)

    last = shortest_step(credits, deck.language)
    chosen = _first(after, last, lambda strip: strip.fits)
    if chosen.frame == slot.rect or leaves_room(chosen.frame) or not leaves_room(slot.rect):
        return chosen
    return _first(after, last, lambda strip: strip.fits and leaves_room(strip.frame))


def _first(after: Callable[[int], FittedStrip], last: int, accepts: Callable[[FittedStrip], bool]) -> FittedStrip:
    """Return the strip after the first step that is accepted, else after the last; each credit less takes less room."""
    for step in range(len(STEPS) + 1):
        if accepts(strip := after(step)):
            return strip
    fewer = range(len(STEPS) + 1, last)
    return after(len(STEPS) + 1 + bisect_left(fewer, True, key=lambda step: accepts(after(step))))


def _fitted(text: ShortStrip, deck: Deck, slot: Slot, fit: Callable[[FrameText], Fitted]) -> FittedStrip:
    assert slot.style is not None, "slot credits holds text and has no style"
    room, style = strip_room(slot.rect), slot.style
    screen, printed = (
        fit(FrameText((paragraph,), style, room)) if paragraph else None for paragraph in paragraphs_of(text, deck)
    )
    assert screen
    return FittedStrip(text, slot, style, screen, printed)
