"""Numbers and lengths as drawings write them (SVG 2, 4.2; CSS Values 3, 6)."""

from __future__ import annotations

import re
from itertools import islice
from math import hypot, isfinite, sqrt

from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern

NUMBER = r"[-+]?(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][-+]?\d{1,9}+)?+"
_NUMBER = pattern(NUMBER, re.ASCII)
_LENGTH = pattern(rf"\s*+({NUMBER})\s*+([A-Za-z]++|%)?+\s*+", re.ASCII)
_PIXELS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 24 / 25.4}
_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Viewport:
    """The width and height that percentages are of, in the units of who asks."""

    width: float
    height: float

    @property
    def diagonal(self) -> float:
        """The length that percentages neither across nor down are of, in the units of the drawing (SVG 2, 8.9)."""
        return hypot(self.width, self.height) / sqrt(2)


def numbers(written: str, most: int) -> list[float]:
    """Return the numbers of a list, not more than `most`. Raises Unsaid where one is too large for any drawing."""
    found = [float(one[0]) for one in islice(_NUMBER.finditer(written), most)]
    if not all(map(isfinite, found)):
        raise Unsaid("a number that is too large")
    return found


def length(written: str, whole: float, font_size: float) -> float:
    """Return a length in user units; percentages are of `whole`, ems of a font's size. Raises Unsaid for others."""
    found = _LENGTH.fullmatch(written)
    unit = (found[2] or "").lower() if found else None
    if found and unit in _PIXELS:
        value = float(found[1]) * _PIXELS[unit]
    elif found and unit == "%":
        value = float(found[1]) / 100 * whole
    elif found and unit == "em":
        value = float(found[1]) * font_size
    else:
        raise Unsaid(f"a length `{written.strip()[:_QUOTED]}`")
    if not isfinite(value):
        raise Unsaid("a number that is too large")
    return value


def share(written: str) -> float:
    """Return a number or percentage within 0..1. Raises Unsaid for others."""
    found = _LENGTH.fullmatch(written)
    if not found or found[2] not in (None, "%"):
        raise Unsaid(f"an opacity `{written.strip()[:_QUOTED]}`")
    return min(1.0, max(0.0, float(found[1]) / (100 if found[2] else 1)))
