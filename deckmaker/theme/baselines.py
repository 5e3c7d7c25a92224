"""Lines as PowerPoint sets them, and the baseline grid: how far a text moves so that it stands on whole steps of that.

PowerPoint and LibreOffice set a text alike where its spacing is less than single, in percent. So that is how
presentations say it, and no text is set further apart (docs/analysis/powerpoint.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.fonts import Family
from deckmaker.fonts.line_descent import SINGLE, line_descent
from deckmaker.model.geometry import Rect

if TYPE_CHECKING:
    from deckmaker.theme.theme import TextStyle

MOST_PERCENT = 99
"""Of single spacing. From 100 on, LibreOffice takes a line's height from its font."""

_NOTHING = 1e-6  # rounding of sums; in points, or of a percent


class LineBox(NamedTuple):
    """A line: its height, which is the leading, and how far its baseline is above its bottom; in points."""

    height: float
    descent: float


def asked_percent(leading: float) -> int:
    """Return a leading in multiples of the size as whole percents of single spacing, at least 1."""
    return max(1, floor(100 * leading / SINGLE + 0.5 + _NOTHING))


@lru_cache(maxsize=256)  # each style has one, and each paragraph asks for it at each size
def spacing_percent(leading: float) -> int:
    """Return the percents at which lines of a leading are set: those that it asks for, at most `MOST_PERCENT`."""
    return min(MOST_PERCENT, asked_percent(leading))


def line_height(percent: float, size: float) -> float:
    """Return the height of a line in points whose text is of `size` points, at so many percent of single spacing."""
    return percent / 100 * SINGLE * size


def powerpoint_baseline(height: float, size: float, descent: float) -> float:
    """Return how far PowerPoint sets a baseline above the bottom of a line, in points.

    The line is `height` points high and its text of `size` points; `descent` is its font's, in ems (`line_descent`).
    Measured on pairs of presentations and the PDFs that PowerPoint made of them: docs/analysis/powerpoint.md.
    """
    if height > SINGLE * size + _NOTHING:
        return height / 4
    return min(height / 4, descent * size)


def line_box(style: TextStyle, size: float, families: Mapping[str, Family]) -> LineBox:
    """Return the lines of a text style at `size` points; `families` are the theme's by role."""
    height = line_height(style.percent, size)
    descent = line_descent(families[style.font].face(False, False))
    return LineBox(height, powerpoint_baseline(height, size, descent))


def in_steps(height: float, step: float) -> float:
    """Return a height, raised to whole steps of the grid."""
    return ceil(round(height / step, 6)) * step


def grid_shift(rect: Rect, anchor: str, line: LineBox, step: float) -> float:
    """Return how far a text moves into `rect` from the edge at which it is anchored, less than a `step`.

    That brings the baseline of its line at that edge onto the grid. The others follow it. A text in the middle of its
    place is moved as one at its top.
    """
    shift = (rect.bottom - line.descent if anchor == "bottom" else line.descent - line.height - rect.y) % step
    return 0.0 if min(shift, step - shift) < _NOTHING else shift


def on_grid(rect: Rect, anchor: str, line: LineBox, step: float) -> Rect:
    """Return a slot's place, moved so that the edge at which its text is anchored is on the grid's nearest step."""
    shift = grid_shift(rect, anchor, line, step)
    if shift > step / 2:
        shift -= step
    return replace(rect, y=rect.y + (-shift if anchor == "bottom" else shift))


def middle_shift(room: float, height: float, shift: float, step: float) -> float:
    """Return how far a text of a height moves into a place to stand in its middle, on the grid.

    `shift` is how far it would move from the top; of the room that is left, as much is above as whole steps allow.
    """
    return shift + max(0, floor((room - height - shift) / 2 / step + _NOTHING)) * step
