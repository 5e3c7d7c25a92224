"""What was reported of credits, found again by the places where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from deckmaker.diagnostics import Diagnostic, Span
from deckmaker.diagnostics.catalogue import GATE

CODES = frozenset({*GATE, "credit-disagrees", "missing-credit", "no-reason", "unknown-license"})
"""Mistakes that tell what a credit lacks, or what its licence does not permit."""


class Missing(NamedTuple):
    """What a work lacks, or how it is used against its licence: a diagnostic without its place."""

    code: str
    severity: str
    message: str
    help: str | None


class Reports:
    """The diagnostics about credits among others, by line."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._by_line: defaultdict[int, dict[Missing, Span]] = defaultdict(dict)
        for one in diagnostics:
            if one.code in CODES and one.span:
                self._by_line[one.span.line][Missing(one.code, one.severity.value, one.message, one.help)] = one.span

    def within(self, places: Iterable[Span]) -> tuple[Missing, ...]:
        """Return what was reported of anything that stands within one of the places, each once, in their order."""
        found = (
            missing
            for place in sorted(places, key=lambda place: place.order)
            for line in range(place.line, place.end_line + 1)
            for missing, span in self._by_line.get(line, {}).items()
            if _is_within(span, place)
        )
        return tuple(dict.fromkeys(found))


def _is_within(inner: Span, outer: Span) -> bool:
    begins = (outer.line, outer.column) <= (inner.line, inner.column)
    ends = (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
    return inner.source == outer.source and begins and ends
