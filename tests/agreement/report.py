"""What a comparison found, as values: findings that must not be, and deviations that must stay small."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

import numpy

from tests.agreement.view import TextLine


class Kind(Enum):
    """Ways in which a page can read otherwise than layout decided."""

    PAGES = "page count"
    WORDS = "other words"
    MISSING_LINE = "line missing"
    EXTRA_LINE = "extra line"
    MISSING_PICTURE = "picture missing"
    EXTRA_PICTURE = "extra picture"
    MISSING_RULE = "rule or ground missing"
    EXTRA_RULE = "extra rule or ground"
    MISSING_CELL = "cell missing"
    EXTRA_CELL = "extra cell"
    MISSING_MARK = "mark missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference in what is shown, with the lines it is about."""

    kind: Kind
    page: int
    slot: str
    text: str
    expected: TextLine | None = None
    found: TextLine | None = None

    def __str__(self) -> str:
        place = f"page {self.page}" + (f", {self.slot}" if self.slot else "")
        return f"{place}: {self.kind.value}: {self.text}"


@dataclass(frozen=True, slots=True)
class Deviation:
    """How far an edge or a baseline is from its place, in pixels of a page 960 wide, right and down positive."""

    page: int
    slot: str
    text: str
    edge: str
    pixels: float

    def __str__(self) -> str:
        return f"page {self.page}, {self.slot}: `{self.text}` {self.edge} {self.pixels:+.2f} px"


@dataclass
class Report:
    """One file against its document."""

    expected_lines: int
    found_lines: int = 0
    findings: list[Finding] = field(default_factory=list)
    deviations: list[Deviation] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Percentage of the expected lines found with the same words."""
        return 100.0 * self.found_lines / self.expected_lines if self.expected_lines else 0.0

    def percentile(self, share: float) -> float:
        """Return the deviation, without sign, that `share` percent of all edges and baselines stay within."""
        return float(numpy.percentile([abs(one.pixels) for one in self.deviations] or [0.0], share))

    def worst(self, count: int = 1) -> list[Deviation]:
        """Return the largest deviations, largest first."""
        return sorted(self.deviations, key=lambda one: -abs(one.pixels))[:count]
