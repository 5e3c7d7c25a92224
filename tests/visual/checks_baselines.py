"""The baseline grid: lines that stand side by side stand on the same lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.layout import Document, TextItem
from deckmaker.theme.baselines import DESCENT
from tests.visual.placed_lines import PlacedLine, frame_lines

TOLERANCE = 0.02
"""Points."""


def off_grid(document: Document) -> list[str]:
    """Return a finding for each line that leaves its frame's grid, and for each frame that leaves the page's."""
    unit = document.theme.baseline
    found = []
    for page in document.pages:
        for placed in (text for one in page.leaves for text in one.texts):
            assert isinstance(placed.item, TextItem)
            lines = [line for line in frame_lines(page, placed, placed.item) if not line.is_marker]
            found += [*_frame_off(lines, unit), *_lines_off(lines, unit)]
    return found


def _frame_off(lines: Sequence[PlacedLine], unit: float) -> Iterator[str]:
    """A frame's first baseline, or its last where it stands on its slot's bottom, is a multiple from the page's top."""
    held = lines[-1] if lines[0].item.style.anchor == "bottom" else lines[0]
    if (off := _off(held.baseline, unit)) > TOLERANCE:
        yield f"{held}: its baseline, at {held.baseline:.2f}, is {off:.2f} points off the page's grid of {unit:g}"


def _lines_off(lines: Sequence[PlacedLine], unit: float) -> Iterator[str]:
    """Lines' bottoms are multiples from the first one's; those of smaller, nested lines nearly so."""
    first = lines[0]
    for line in lines[1:]:
        off = _off(_bottom(line) - _bottom(first), unit)
        allowed = DESCENT * abs(line.size - first.size) if line.paragraph.paragraph.level else 0.0
        if off > allowed + TOLERANCE:
            yield f"{line}: its bottom is {off:.2f} points off its frame's grid of {unit:g}"


def _bottom(line: PlacedLine) -> float:
    return line.baseline + DESCENT * line.size


def _off(length: float, unit: float) -> float:
    return abs(length - round(length / unit) * unit)
