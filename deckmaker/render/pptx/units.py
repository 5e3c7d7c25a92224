"""Points to the units of DrawingML (ECMA-376 Part 1, 20.1.10)."""

from __future__ import annotations

EMU_PER_POINT = 12_700
EMU_PER_HUNDREDTH = 360  # of a millimetre

FARTHEST = 4_032.0
"""Points: the largest indent of a level (ST_TextMargin, 20.1.10.77)."""

WIDEST_GAP = 1_584.0
"""Points: the largest space before a paragraph (ST_TextSpacingPoint, 20.1.10.80)."""


def emu(points: float) -> int:
    """Return English Metric Units: ST_Coordinate, 20.1.10.16."""
    return round(points * EMU_PER_POINT)


def metric_emu(points: float) -> int:
    """Return English Metric Units in whole hundredths of a millimetre, in which LibreOffice counts.

    It cuts off what is left, and of many rows or columns that adds up.
    """
    return round(points * EMU_PER_POINT / EMU_PER_HUNDREDTH) * EMU_PER_HUNDREDTH


def hundredths(points: float) -> int:
    """Return hundredths of a point: font sizes (20.1.10.72), spacing (20.1.10.85) and tracking."""
    return round(points * 100)


def thousandths(fraction: float) -> int:
    """Return thousandths of a percent: ST_Percentage, 20.1.10.40."""
    return round(fraction * 100_000)
