"""A slide in a layout, before its number is known, and the page that it becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.document import Page, Placed
from deckmaker.layout.findings import Finding, report_findings
from deckmaker.layout.order import in_order
from deckmaker.layout.place import Overfull, Part
from deckmaker.layout.roles import Role
from deckmaker.layout.texts import placed_text
from deckmaker.model import Credit, Run, Slide
from deckmaker.model.text import Paragraph
from deckmaker.text import FrameText
from deckmaker.theme import SlideLayout


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide in a layout, before its number is known: what is placed, and what is wrong with it.

    `left_out` are the credits of which its strip does not say all, `unsaid` the same in words; `overfull` is what has
    no room, by names.
    """

    slide: Slide
    layout: SlideLayout
    choice: Choice
    part: Part | None
    placed: tuple[Placed, ...]
    left_out: tuple[Credit, ...]
    unsaid: tuple[str, ...]
    overfull: dict[str, Overfull]
    findings: tuple[Finding, ...]

    def page(self, number: int, context: Context, entries: Iterable[Placed] = ()) -> Page:
        """Return the page of that number; `entries` are what else stands on it, in its places."""
        theme, slide = context.theme, self.slide
        placed = [*self.placed, *entries, *placed_number(number, self.layout, slide, context)]
        items = in_order(placed, self.layout, theme, context.deck.logo)
        part = (self.part.number, self.part.count) if self.part else None
        title = slide.title.unmarked if slide.title else ""
        return Page(
            number,
            title,
            slide.section,
            self.layout,
            items,
            slide.notes,
            slide.credits,
            self.unsaid,
            part,
            self.choice,
            slide.span,
        )

    def tell(self, number: int, diagnostics: Diagnostics) -> None:
        """Report what is wrong with it as the slide of that number."""
        report_findings(self.findings, number, diagnostics)


def placed_number(number: int, layout: SlideLayout, slide: Slide, context: Context) -> Iterator[Placed]:
    """Yield a slide's number in its slot, if the layout has one: all else is known without it."""
    slot = layout.slots.get("number")
    if slot and slot.style:
        frame = FrameText((Paragraph((Run(str(number)),)),), slot.style, slot.rect)
        fitted = context.fit_repeated(frame)
        yield placed_text("number", slot.rect, fitted, slot.style, slide.span, role=Role.NUMBER)
