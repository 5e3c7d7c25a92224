"""What was reported of credits, found again by the places where they stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostic, Span
from deckmaker.diagnostics.catalogue import GATE

CODES = frozenset({*GATE, "credit-disagrees", "missing-credit", "no-reason", "unknown-license"})
"""Mistakes that tell what a credit lacks, or what its licence does not permit."""


class Missing(NamedTuple):
    """A diagnostic without its place: that a work lacks something, or is used against its licence."""

    code: str
    severity: str
    message: str
    help: str | None


class Reports:
    """The diagnostics about credits among others, by the places where they begin."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        found = [(one.span, one) for one in diagnostics if one.code in CODES and one.span]
        found.sort(key=lambda one: one[0].order)
        self._spans = [span for span, _ in found]
        self._begins = [span.order for span in self._spans]
        self._missing = [Missing(one.code, one.severity.value, one.message, one.help) for _, one in found]

    def within(self, places: Iterable[Span]) -> tuple[Missing, ...]:
        """Return what was reported of anything that stands within one of the places, each once, in their order."""
        found: dict[Missing, None] = {}
        for place in sorted(places, key=lambda place: place.order):
            first = bisect_left(self._begins, place.order)
            behind = bisect_right(self._begins, (place.source.name, place.end_line, place.end_column))
            for index in range(first, behind):
                span = self._spans[index]
                if (span.end_line, span.end_column) <= (place.end_line, place.end_column):
                    found[self._missing[index]] = None
        return tuple(found)
