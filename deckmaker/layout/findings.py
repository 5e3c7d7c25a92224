"""What is wrong with a slide, before its number is known: layout of a slide does not depend on where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from deckmaker.diagnostics import Diagnostics, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic of a slide. Its message says what is wrong; which slide it is comes before that."""

    code: str
    message: str
    span: Span
    help: str | None = None


def report_findings(findings: Iterable[Finding], number: int, diagnostics: Diagnostics) -> None:
    """Report findings as those of the slide of that number."""
    for one in findings:
        diagnostics.report(one.code, f"slide {number}{one.message}", one.span, one.help)
