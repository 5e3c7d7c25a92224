"""Diagnostics of a strip of credits: what is wrong with its text, and what it has no room for."""

from __future__ import annotations

from deckmaker.credits.shortening import shortened
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.fitted_strip import FittedStrip, paragraphs_of
from deckmaker.layout.reports import report_characters, report_fit, report_towers
from deckmaker.layout.strip import strip_room
from deckmaker.model import Deck
from deckmaker.text import FrameText
from deckmaker.theme import Theme

_ELSEWHERE = "all of them are on slides at the end and in the notes; fewer, or shorter ones, would fit"


def report_strip(
    strip: FittedStrip, deck: Deck, span: Span, number: int, theme: Theme, diagnostics: Diagnostics
) -> None:
    """Report what cannot be drawn of a slide's credits, what does not fit, and what is left out for that."""
    whole, _ = paragraphs_of(shortened(strip.text.credits, deck.language, 0), deck)
    frame = FrameText((whole,), strip.style, strip_room(strip.slot.rect))
    report_characters(frame, span, number, theme, diagnostics)
    report_fit(strip.screen, "credits", span, number, diagnostics)
    report_towers(strip.screen, "credits", span, number, diagnostics)
    if strip.printed and not strip.printed.fits:
        report_fit(strip.printed, "credits on paper", span, number, diagnostics)
    if lacking := strip.text.lacking:
        *first, last = lacking
        listed = f"{', '.join(first)} and {last}" if first else last
        message = f"slide {number}: the strip of credits has no room for {listed}"
        diagnostics.report("shortened-credits", message, span, help=_ELSEWHERE)
