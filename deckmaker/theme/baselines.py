"""The baseline grid: how far a text moves so that its lines stand on whole steps from the page's top."""

from __future__ import annotations

from math import floor

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect

DESCENT = 0.2
"""Baseline above a line's bottom, in multiples of the size: what LibreOffice does at exact line spacing, measured for
four fonts and spacings of 1.0 to 1.5. PDF and HTML follow it."""

_NOTHING = 1e-6  # points; rounding of sums


def grid_shift(rect: Rect, anchor: str, size: int, step: float) -> float:
    """Return how far a text moves into `rect` from the edge at which it is anchored, less than a `step`.

    Its lines are whole steps high, so that one baseline on the grid brings all there: that of the line at the edge,
    whose text is of `size` points. A text in the middle of its place is moved as one at its top.
    """
    shift = (rect.bottom - DESCENT * size if anchor == "bottom" else DESCENT * size - rect.y) % step
    return 0.0 if min(shift, step - shift) < _NOTHING else shift


def on_grid(rect: Rect, anchor: str, size: int, step: float) -> Rect:
    """Return a slot's place, moved so that the edge at which its text is anchored is on the grid's nearest step."""
    shift = grid_shift(rect, anchor, size, step)
    if shift > step / 2:
        shift -= step
    return replace(rect, y=rect.y + (-shift if anchor == "bottom" else shift))


def middle_shift(room: float, height: float, shift: float, step: float) -> float:
    """Return how far a text of a height moves into a place to stand in its middle, on the grid.

    `shift` is how far it would move from the top; of the room that is left, as much is above as whole steps allow.
    """
    return shift + max(0, floor((room - height - shift) / 2 / step + _NOTHING)) * step
