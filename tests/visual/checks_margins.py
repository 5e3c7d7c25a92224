"""Margins: every line stands between the page's margins and inside its own frame."""

from __future__ import annotations

from deckmaker.layout import Document
from tests.visual.placed_lines import PlacedLine, document_lines
from tests.visual.theme_grid import Grid, grid_of

HANGING = 0.8
"""Ems that a list's marker or a quotation mark may stand out to the left."""

TOLERANCE = 0.05
"""Points; sums of advances are rounded."""


def lines_outside(document: Document) -> list[str]:
    """Return a finding for each line that leaves the page's margins, or its frame above or below."""
    grid = grid_of(document.theme)
    return [
        f"{line}: {over:.1f} points over {edge}"
        for line in document_lines(document)
        for edge, over in _over(line, grid, document.theme.height).items()
        if over > TOLERANCE
    ]


def _over(line: PlacedLine, grid: Grid, height: float) -> dict[str, float]:
    """Return how far a line reaches over each edge; less than nothing where it keeps to it."""
    out = HANGING * line.size if line.is_marker or line.hangs else 0.0
    box, frame = line.box, line.placed.rect
    return {
        "the left margin": grid.left - out - box.x,
        "the right margin": box.right - grid.right,
        "its frame's right edge": box.right - frame.right,
        "its frame's top": frame.y - box.y,
        "its frame's bottom": box.bottom - frame.bottom,
        "the page's top": -box.y,
        "the page's bottom": box.bottom - height,
    }
