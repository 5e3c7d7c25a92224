"""How light colours are to the eye, and colours of the same hue that are lighter or darker.

In Oklab (B. Ottosson, 2020, bottosson.github.io/posts/oklab), in which equal steps look equal; colours are #RRGGBB.
"""

from __future__ import annotations

from deckmaker.theme.contrast import RGB, luminance, rgb

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_STEPS = 20
"""Halvings by which the strongest colour of a hue and lightness is found that a screen has."""


def lightness(color: str) -> float:
    """Return how light a colour is, from 0 for black to 1 for white."""
    return _lab(rgb(color))[0]


def with_lightness(color: str, wanted: float) -> str:
    """Return a colour of the same hue that is as light as is `wanted`, and as strong as there is one up to this."""
    _, a, b = _lab(rgb(color))
    if wanted >= 1:
        return "#FFFFFF"
    low, high = 0.0, 1.0
    if _is_shown(_linear((wanted, a, b))):
        low = 1.0
    else:
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if _is_shown(_linear((wanted, a * middle, b * middle))) else (low, middle)
    return _hexadecimal(_linear((wanted, a * low, b * low)))


def grey_of(color: str) -> str:
    """Return the grey of the same luminance (WCAG 2.2, "relative luminance")."""
    level = luminance(rgb(color))
    return _hexadecimal((level, level, level))


def _lab(color: RGB) -> RGB:
    cones = _times(_TO_CONES, _without_gamma(color))
    return _times(_TO_LAB, tuple(one ** (1 / 3) for one in cones))


def _linear(lab: RGB) -> RGB:
    return _times(_FROM_CONES, tuple(one**3 for one in _times(_FROM_LAB, lab)))


def _is_shown(linear: RGB) -> bool:
    return all(-0.0005 <= one <= 1.0005 for one in linear)


def _without_gamma(color: RGB) -> tuple[float, ...]:
    return tuple(one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in color)


def _hexadecimal(linear: RGB) -> str:
    channels = (12.92 * one if one <= 0.0031308 else 1.055 * one ** (1 / 2.4) - 0.055 for one in linear)
    return "#" + "".join(f"{round(min(1.0, max(0.0, one)) * 255):02X}" for one in channels)


def _times(rows: tuple[RGB, RGB, RGB], values: tuple[float, ...]) -> RGB:
    one, two, three = (sum(a * b for a, b in zip(row, values, strict=True)) for row in rows)
    return one, two, three
