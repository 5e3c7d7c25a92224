"""What is said of a strip of credits: what is wrong with its text, and what it has no room for."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.diagnostics import Span
from deckmaker.layout.findings import Finding
from deckmaker.layout.fitted_strip import FittedStrip
from deckmaker.layout.reports import fit_findings, mark_findings, undrawable_findings
from deckmaker.text.coverage import Undrawable

_ELSEWHERE = "all of them are on slides at the end and in the notes; fewer, or shorter ones, would fit"


def strip_findings(strip: FittedStrip, undrawable: Undrawable, span: Span) -> Iterator[Finding]:
    """Yield what is `undrawable` of a slide's credits, what does not fit, and what is left out for that."""
    yield from undrawable_findings(undrawable, span)
    screen = strip.screen
    yield from fit_findings(screen.setting, screen.excess_height, "credits", span)
    yield from mark_findings(screen.setting, "credits", span)
    if (printed := strip.printed) and not printed.fits:
        yield from fit_findings(printed.setting, printed.excess_height, "credits on paper", span)
    if lacking := strip.text.lacking:
        *first, last = lacking
        listed = f"{', '.join(first)} and {last}" if first else last
        message = f": the strip of credits has no room for {listed}"
        yield Finding("shortened-credits", message, span, help=_ELSEWHERE)
