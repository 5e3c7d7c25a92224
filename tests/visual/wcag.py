"""Contrast by the formula of WCAG 2.2, of single colours and of whole pictures."""

from __future__ import annotations

import numpy
from numpy.typing import ArrayLike, NDArray

AA = 4.5
"""Success criterion 1.4.3, for text under 18 points (14 bold)."""

AA_LARGE = 3.0
"""The same, for larger text."""

LARGE, LARGE_BOLD = 18, 14
"""Points from which text is large."""


def channels(color: str) -> tuple[float, ...]:
    """Return the sRGB channels of #RRGGBB in 0..1."""
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))


def luminance(rgb: ArrayLike) -> NDArray[numpy.float64]:
    """Relative luminance of colours, whose channels in 0..1 are the last axis."""
    coded = numpy.asarray(rgb, numpy.float64)
    linear = numpy.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    return linear @ numpy.array([0.2126, 0.7152, 0.0722])


def contrast(first: ArrayLike, second: ArrayLike) -> NDArray[numpy.float64]:
    """Contrast ratio, from 1 to 21, of two colours or of each of many with one."""
    one, other = luminance(first), luminance(second)
    return (numpy.maximum(one, other) + 0.05) / (numpy.minimum(one, other) + 0.05)


def required(size: float, bold: bool) -> float:
    """Return the least contrast of text of a size in points."""
    return AA_LARGE if size >= (LARGE_BOLD if bold else LARGE) else AA
