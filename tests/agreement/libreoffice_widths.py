"""How wide LibreOffice sets the lines of a document's presentation: at sizes that are whole dots of 600 to the inch.

See `docs/analysis/libreoffice-text.md`, 2 and 10: a number for each line, and no tolerance.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout import TextItem
from deckmaker.text.glyph_runs import GlyphRun
from deckmaker.text.setting import SetLine

DOTS = 600 / 72
"""Of LibreOffice's grid, a point."""

BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of what a line is narrower stands before it."""


def on_grid(item: TextItem) -> TextItem:
    """Return a text with its lines as wide as LibreOffice has them, in the places that their alignment gives them."""
    paragraphs = tuple(
        replace(one, lines=tuple(_line(line, BEFORE[item.style.align]) for line in one.lines))
        for one in item.setting.paragraphs
    )
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _line(one: SetLine, before: float) -> SetLine:
    runs: list[GlyphRun] = []
    end = 0.0
    for run in one.line.runs:
        moved = _run(run)
        runs.append(replace(moved, x=run.x + end))
        end += moved.width - run.width
    line = replace(one.line, runs=tuple(runs), width=one.line.width + end)
    return replace(one, line=line, x=one.x - before * end)


def _run(run: GlyphRun) -> GlyphRun:
    """Return a run at the nearest size of whole dots; tracking stays what it is, and is not behind its last letter."""
    size, tracking = run.style.size, run.style.tracking
    scale = round(size * DOTS) / (size * DOTS)
    advances = [(one - tracking) * scale + tracking for one in run.advances]
    if advances:
        advances[-1] -= tracking
    return replace(run, advances=tuple(advances))
