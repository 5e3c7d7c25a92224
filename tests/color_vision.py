"""How far colours are apart, as people with common kinds of colour vision see them, and without any colour.

Small enough to stand here: the libraries that have both parts are unmaintained or bring a scientific stack.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Vector = tuple[float, float, float]

_AS_IT_IS = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
VISIONS = {
    "normal": _AS_IT_IS,
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Matrices in linear RGB for severity 1 (Machado, Oliveira and Fernandes, 2009, doi:10.1109/TVCG.2009.113)."""

_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)  # D65


def seen(color: str, vision: str) -> Vector:
    """Return #RRGGBB in CIELAB as somebody with that vision sees it."""
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    shown = [min(1.0, max(0.0, channel)) for channel in _times(VISIONS[vision], linear)]
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in (value / white for value, white in zip(_times(_XYZ, shown), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def lightness(color: str) -> float:
    """Return what is left of #RRGGBB in grey: L*, from 0 to 100."""
    return seen(color, "normal")[0]


def difference(one: Vector, other: Vector) -> float:
    """Return CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal, 2005, doi:10.1002/col.20070)."""
    (light_1, a_1, b_1), (light_2, a_2, b_2) = one, other
    chroma_7 = ((hypot(a_1, b_1) + hypot(a_2, b_2)) / 2) ** 7
    more_red = 1.5 - 0.5 * sqrt(chroma_7 / (chroma_7 + 25**7))
    a_1, a_2 = a_1 * more_red, a_2 * more_red
    chroma_1, chroma_2 = hypot(a_1, b_1), hypot(a_2, b_2)
    hue_1, hue_2 = (degrees(atan2(b, a)) % 360 for a, b in ((a_1, b_1), (a_2, b_2)))
    grey = chroma_1 * chroma_2 == 0
    turn = 0.0 if grey else (hue_2 - hue_1 + 180) % 360 - 180
    light, chroma = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2
    hue = hue_1 + hue_2 if grey else hue_1 + turn / 2
    t = 1 - 0.17 * cos(radians(hue - 30)) + 0.24 * cos(radians(2 * hue))
    t += 0.32 * cos(radians(3 * hue + 6)) - 0.2 * cos(radians(4 * hue - 63))
    by_light = (light_2 - light_1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * t)
    rotation = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-((((hue % 360) - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def least_difference(colors: list[str], vision: str) -> float:
    """Return how far the two of these colours are apart that are nearest to each other."""
    views = [seen(color, vision) for color in colors]
    return min(difference(one, other) for i, one in enumerate(views) for other in views[i + 1 :])


def between_neighbours(colors: list[str], vision: str) -> float:
    """Return how far the two are apart that are nearest to each other of those that follow one another."""
    return min(difference(*pair) for pair in pairwise(seen(color, vision) for color in colors))


def _times(matrix: tuple[Vector, ...], vector: tuple[float, ...] | list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]
