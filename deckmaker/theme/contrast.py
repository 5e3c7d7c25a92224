"""Contrast between colours, as WCAG 2.2 defines it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import floor

RGB = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""

AA = 4.5
"""The least for text under 18 points, or 14 bold (WCAG 2.2, success criterion 1.4.3)."""

AA_LARGE = 3.0
"""The least for text of 18 points and more, or 14 bold (WCAG 2.2, success criterion 1.4.3)."""

FLARE = 0.05
"""What light of the room adds to every luminance (WCAG 2.2, "contrast ratio")."""

GRAPHICS = 3.0
"""The least for marks that must be seen, as those of a chart (WCAG 2.2, success criterion 1.4.11)."""


PAIRS = 4_096
"""Pairs of colours whose contrast is kept: a theme has some hundreds, pictures bring others."""


@lru_cache(maxsize=256)
def rgb(color: str) -> RGB:
    """Return the channels of #RRGGBB."""
    red, green, blue = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(color: RGB) -> float:
    """Return the relative luminance, from 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=PAIRS)
def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + FLARE) / (darker + FLARE)


def in_words(ratio: float) -> str:
    """Return a contrast ratio as it is written, such as 4.4:1: never rounded up to what it should be."""
    return f"{floor(ratio * 10) / 10:.1f}:1"


def blended(over: RGB, under: RGB, opacity: float) -> RGB:
    """Return what shows where a colour of some opacity lies over another; sRGB, as all our outputs blend."""
    red, green, blue = (opacity * a + (1 - opacity) * b for a, b in zip(over, under, strict=True))
    return red, green, blue


def nearest_first(color: RGB) -> Iterator[str]:
    """Yield a colour as #RRGGBB, blended with ever more black or white, up to these."""
    for share in range(101):
        for end in ((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)):
            yield "#" + "".join(f"{round(channel * 255):02X}" for channel in blended(end, color, share / 100))


def nearest_with_contrast(color: RGB, grounds: Iterable[RGB], need: float) -> str | None:
    """Return a colour as #RRGGBB, blended with as little black or white as gives it the contrast `need` on all grounds.

    None where neither black nor white does.
    """
    grounds = tuple(grounds)
    return next(
        (one for one in nearest_first(color) if min(contrast(rgb(one), ground) for ground in grounds) >= need), None
    )
