"""The baseline grid: how far a text moves so that its lines stand on whole steps from the page's top."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect

DESCENT = 0.2
"""Baseline above a line's bottom, in multiples of the size: what LibreOffice does at exact line spacing, measured for
four fonts and spacings of 1.0 to 1.5. PDF and HTML follow it."""

_NOTHING = 1e-6  # points; rounding of sums


def grid_shift(rect: Rect, anchor: str, size: int, step: float) -> float:
    """Return how far a text moves into `rect` from the edge at which it is anchored, less than a `step`.

    Its lines are whole steps high, so that one baseline on the grid brings all there: that of the line at the edge,
    whose text is of `size` points.
    """
    shift = (DESCENT * size - rect.y if anchor == "top" else rect.bottom - DESCENT * size) % step
    return 0.0 if min(shift, step - shift) < _NOTHING else shift


def on_grid(rect: Rect, anchor: str, size: int, step: float) -> Rect:
    """Return a slot's place, moved so that the edge at which its text is anchored is on the grid's nearest step."""
    shift = grid_shift(rect, anchor, size, step)
    if shift > step / 2:
        shift -= step
    return replace(rect, y=rect.y + (shift if anchor == "top" else -shift))
