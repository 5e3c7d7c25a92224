"""The limits that the outputs are held to, and the exceptions to them, each by name with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.agreement.report import Report

PLACE_P99 = 1.0
"""Pixels at 960 x 540 within which 99 of 100 edges and baselines stand."""

PLACE_WORST = 1.25
"""Pixels that no edge or baseline may exceed: in a long deck the percentile alone would let one moved box pass. A box
moved by 2 is found even where LibreOffice's grid gives 0.7 of them back."""

SIMILARITY_MEAN = 0.97
SIMILARITY_LEAST = 0.94
SECOND_OPINION_MEAN = 0.95
"""Structural similarity to our PDF: of all pages together, of each, and what betteroffice must reach."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A line that one format is allowed to show otherwise."""

    deck: str
    format: str
    page: int
    words: str
    reason: str


EXCEPTIONS: tuple[Declared, ...] = ()


def word_failures(report: Report, deck: str, format: str) -> list[str]:
    """Return a sentence for each page, line or picture that is missing, extra or reads otherwise."""
    return [str(one) for one in report.findings if not _excepted(deck, format, one.page, one.text)]


def place_failures(report: Report) -> list[str]:
    """Return a sentence for all places together where they fail, and one for each that is far off."""
    failures = []
    if (p99 := report.percentile(99)) > PLACE_P99:
        failures.append(f"places: {p99:.2f} px at the 99th percentile, {PLACE_P99} allowed")
    far = [one for one in report.worst(8) if abs(one.pixels) > PLACE_WORST]
    return failures + [f"place: {one}, {PLACE_WORST} allowed" for one in far]


def similarity_failures(scores: Mapping[int, float], least: float | None, mean: float) -> list[str]:
    """Return what the pages' similarities fail: the mean of all, and `least` for each where one is given."""
    average = sum(scores.values()) / len(scores) if scores else 0.0
    failures = [f"similarity: {average:.4f} on average, {mean} demanded"] if average < mean else []
    if least is not None:
        failures += [
            f"similarity: {score:.4f} on page {page}, {least} demanded"
            for page, score in scores.items()
            if score < least
        ]
    return failures


def _excepted(deck: str, format: str, page: int, text: str) -> bool:
    return any(
        (one.deck, one.format, one.page) == (deck, format, page) and f"`{one.words}`" in text for one in EXCEPTIONS
    )
