"""Heights of rows, from what their cells need. Points throughout."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple


class Height(NamedTuple):
    """What a cell needs, margins included, and the rows over which it has it."""

    row: int
    rows: int
    height: float


def row_heights(needs: Iterable[Height], count: int, least: float, step: float) -> list[float]:
    """Return the height of each row, in whole steps of the baseline grid and at `least` that of a line.

    A cell over several rows that needs more than they have makes the last of them higher. One that begins in the first
    row has all it needs in the last that it reaches: else LibreOffice makes that row higher (docs/analysis/tables.md).
    """
    heights = [least] * count
    for row, rows, height in sorted(needs, key=lambda need: (need.rows, need.row)):
        lack = height - sum(heights[row or rows - 1 : row + rows])
        if lack > 0:
            heights[row + rows - 1] += ceil(round(lack / step, 6)) * step
    return heights
