"""Diagnostics of a strip of credits: what is wrong with its text, and what it has no room for."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.fitted_strip import FittedStrip
from deckmaker.layout.reports import report_fit, report_towers, report_undrawable
from deckmaker.text.coverage import Undrawable

_ELSEWHERE = "all of them are on slides at the end and in the notes; fewer, or shorter ones, would fit"


def report_strip(strip: FittedStrip, undrawable: Undrawable, span: Span, number: int, diagnostics: Diagnostics) -> None:
    """Report what is `undrawable` of a slide's credits, what does not fit, and what is left out for that."""
    report_undrawable(undrawable, span, number, diagnostics)
    report_fit(strip.screen, "credits", span, number, diagnostics)
    report_towers(strip.screen, "credits", span, number, diagnostics)
    if strip.printed and not strip.printed.fits:
        report_fit(strip.printed, "credits on paper", span, number, diagnostics)
    if lacking := strip.text.lacking:
        *first, last = lacking
        listed = f"{', '.join(first)} and {last}" if first else last
        message = f"slide {number}: the strip of credits has no room for {listed}"
        diagnostics.report("shortened-credits", message, span, help=_ELSEWHERE)
