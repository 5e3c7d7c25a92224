"""The baseline grid: lines that stand side by side stand on the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckmaker.layout import Document, TextItem
from deckmaker.theme.baselines import line_height
from tests.visual.placed_lines import PlacedLine, frame_lines

TOLERANCE = 0.02
"""Points."""


def off_grid(document: Document) -> list[str]:
    """Return a finding for each frame that leaves the page's grid, and each line that leaves its spacing."""
    unit = document.theme.baseline
    found = []
    for page in document.pages:
        for placed in (text for one in page.leaves for text in one.texts):
            assert isinstance(placed.item, TextItem)
            lines = [line for line in frame_lines(page, placed, placed.item) if not line.is_marker]
            found += [*_frame_off(lines, unit), *_lines_off(lines)]
    return found


def _frame_off(lines: Sequence[PlacedLine], unit: float) -> Iterator[str]:
    """A frame's first baseline, or its last where it stands on its slot's bottom, is a multiple from the page's top."""
    held = lines[-1] if lines[0].item.style.anchor == "bottom" else lines[0]
    if (off := _off(held.baseline, unit)) > TOLERANCE:
        yield f"{held}: its baseline, at {held.baseline:.2f}, is {off:.2f} points off the page's grid of {unit:g}"


def _lines_off(lines: Sequence[PlacedLine]) -> Iterator[str]:
    """Lines of a paragraph are as far apart as its style's spacing says."""
    for above, line in pairwise(lines):
        off = line.baseline - above.baseline - line_height(line.item.style.percent, line.size)
        if line.paragraph is above.paragraph and abs(off) > TOLERANCE:
            yield f"{line}: it is {off:.2f} points too far below the line above it"


def _off(length: float, unit: float) -> float:
    return abs(length - round(length / unit) * unit)
