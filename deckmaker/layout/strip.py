"""The strip of credits: its place, reserved before the content, and as much of its text as leaves that its room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from deckmaker.credits import credit_text, words_for
from deckmaker.credits.record import Form
from deckmaker.credits.shortening import STEPS, ShortStrip, shortened, shortest_step
from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.layout.document import Change, Placed, TextItem
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Credit, Deck, Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText
from deckmaker.text.coverage import undrawable
from deckmaker.theme import SlideLayout, Slot, TextStyle, Theme
from deckmaker.theme.baselines import in_steps

GAP = 10.0
"""Points between a strip that needs more than its slot and what moves up before it."""

AIR = 18.0
"""Points between either and a text or picture that ends higher for it: so much that it reads as a thing of its own."""

ROOM = 120.0
"""Points that the strip may grow to, upward; far more than any reasonable number of credits needs."""


def strip_room(slot: Rect) -> Rect:
    """Return all the room that a strip may take: its slot, grown upward."""
    return strip_frame(slot, ROOM)


def strip_frame(slot: Rect, height: float) -> Rect:
    """Return the frame of a strip that needs `height` points: its slot, grown upward."""
    return Rect(slot.x, slot.bottom - height, slot.width, height) if height > slot.height else slot


def rects_above_strip(strip: Rect, rects: dict[str, Rect], layout: SlideLayout) -> dict[str, Rect]:
    """Make room for a strip that has grown beyond its slot; return the slots' places.

    Texts that stand at the bottom of their slots move up, whatever else reaches down to the strip ends higher.
    Pictures that lie under the strip stay.
    """
    if strip.height <= layout.slots["credits"].rect.height:
        return rects
    return rects_above(strip, "credits", rects, layout)


def rects_above(
    obstacle: Rect, own: str, rects: dict[str, Rect], layout: SlideLayout, air: float = AIR
) -> dict[str, Rect]:
    """Make room for an `obstacle` in slot `own`: what ends higher does so `air` points above it."""
    obstacles, places = [obstacle], dict(rects)
    for name in sorted(rects, key=lambda one: rects[one].bottom, reverse=True):
        if name == own or (name == "picture" and layout.draws_over_picture):
            continue
        for obstacle in tuple(obstacles):
            style = layout.slots[name].style
            moves = style is not None and style.anchor == "bottom"
            top = obstacle.y - (GAP if moves else air)
            if not places[name].overlaps(replace(obstacle, y=top, height=obstacle.bottom - top)):
                continue
            if moves:
                places[name] = replace(places[name], y=top - places[name].height)
                obstacles.append(places[name])
            else:
                places[name] = replace(places[name], height=top - places[name].y)
    return places


SLOT = "credits"


@dataclass(frozen=True)
class FittedStrip:
    """A strip as set on a screen, and on paper where it reads otherwise there, on a grid of a `step` in points."""

    text: ShortStrip
    slot: Slot
    style: TextStyle
    screen: Fitted
    printed: Fitted | None
    step: float

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
        return strip_frame(
            self.slot.rect, in_steps(max(one.setting.height + one.shift for one in self.forms), self.step)
        )

    @cached_property
    def left_out(self) -> tuple[Credit, ...]:
        """The credits that it does not say whole."""
        return self.text.left_out

    @cached_property
    def unsaid(self) -> tuple[str, ...]:
        """Those in plain words."""
        return tuple(credit_text(one, self.text.language) for one in self.left_out)

    def placed(self, span: Span) -> Placed:
        """Return the strip in its place."""
        screen = self._placed(self.screen, "screen", span)
        return replace(screen, printed=self._placed(self.printed, "paper", span)) if self.printed else screen

    def _placed(self, fitted: Fitted, form: Form, span: Span) -> Placed:
        grown, lacking = (Change.STRIP_GROWN,) if self.frame != self.slot.rect else (), self.text.lacking
        placed = placed_text(SLOT, self.frame, fitted, self.style, span, grown, lacking, Role.CREDITS)
        assert isinstance(placed.item, TextItem)
        return replace(placed, item=replace(placed.item, entries=self.text.entries(form)))


def paragraphs_of(text: ShortStrip, deck: Deck) -> tuple[Paragraph, Paragraph | None]:
    """Return a strip, and how it reads on paper where that differs."""
    together = (words_for(deck.language).nobody,)
    screen = text.runs("screen")
    paper = text.runs("paper") if deck.credits.print == "urls" else screen
    printed = Paragraph(paper, together=together, printed=True) if paper != screen else None
    return Paragraph(screen, together=together), printed


@dataclass(frozen=True)
class StripSetter:
    """Sets the credits of a slide, and of all its parts, in a slot, by `fit`; what has been set is kept."""

    credits: tuple[Credit, ...]
    deck: Deck
    theme: Theme
    slot: Slot
    fit: Callable[[FrameText], Fitted]
    _known: dict[int, FittedStrip] = field(default_factory=dict)

    def fitted(self, leaves_room: Callable[[Rect], bool]) -> FittedStrip:
        """Return the strip after the first step at which it fits and what else is on the slide does, too.

        Where that never fits, even beside a strip that is no higher than its slot, the strip is not to blame.
        """
        chosen = self.whole
        if chosen.frame == self.slot.rect or leaves_room(chosen.frame) or not leaves_room(self.slot.rect):
            return chosen
        return self._first(lambda strip: strip.fits and leaves_room(strip.frame))

    @cached_property
    def whole(self) -> FittedStrip:
        """The strip which says all that it has room for itself."""
        return self._first(lambda strip: strip.fits)

    def _first(self, accepts: Callable[[FittedStrip], bool]) -> FittedStrip:
        """Return the strip after the first step that is accepted, else after the last.

        Each credit less takes less room.
        """
        for step in range(len(STEPS) + 1):
            if accepts(strip := self._after(step)):
                return strip
        fewer = range(len(STEPS) + 1, self._last)
        return self._after(len(STEPS) + 1 + bisect_left(fewer, True, key=lambda step: accepts(self._after(step))))

    @cached_property
    def undrawable(self) -> tuple[str, ...]:
        """The characters of all credits, unshortened, that cannot be drawn."""
        assert self.slot.style is not None, "slot credits holds text and has no style"
        return undrawable(paragraphs_of(self._after(0).text, self.deck)[0], self.slot.style, self.theme)

    @cached_property
    def _last(self) -> int:
        return shortest_step(self.credits, self.deck.language)

    def _after(self, step: int) -> FittedStrip:
        if step not in self._known:
            text = shortened(self.credits, self.deck.language, step)
            self._known[step] = _fitted(text, self.deck, self.slot, self.fit, self.theme.baseline)
        return self._known[step]


def _fitted(text: ShortStrip, deck: Deck, slot: Slot, fit: Callable[[FrameText], Fitted], step: float) -> FittedStrip:
    assert slot.style is not None, "slot credits holds text and has no style"
    room, style = strip_room(slot.rect), slot.style
    screen, printed = (
        fit(FrameText((paragraph,), style, room)) if paragraph else None for paragraph in paragraphs_of(text, deck)
    )
    assert screen
    return FittedStrip(text, slot, style, screen, printed, step)
