"""Affine maps of the plane, as SVG and PDF write them: a, b, c, d, e, f (SVG 2, 8.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import cos, hypot, isclose, isfinite, radians, sin, tan

from deckmaker.patterns import pattern

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_ALIGNED = {"xmin": 0.0, "ymin": 0.0, "xmax": 1.0, "ymax": 1.0}
"""How much of the room that is left stands before a drawing; the half where it stands in the middle."""

_ALIKE = 1e-6
"""How far two scales may be apart, by their size, and still be one."""

_CALL = pattern(r"[\s,]*+([A-Za-z]++)\s*+\(([^()]*+)\)")
_NUMBER = pattern(r"[-+]?(?:\d++(?:\.\d*+)?+|\.\d++)(?:[eE][-+]?\d{1,9}+)?+", re.ASCII)


def moved(x: float, y: float) -> Matrix:
    """Return the map that moves everything."""
    return (1.0, 0.0, 0.0, 1.0, x, y)


def scaled(x: float, y: float) -> Matrix:
    """Return the map that stretches everything from the origin."""
    return (x, 0.0, 0.0, y, 0.0, 0.0)


def product(outer: Matrix, inner: Matrix) -> Matrix:
    """Return the map that does what `inner` does, then what `outer` does."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def inverse(matrix: Matrix) -> Matrix | None:
    """Return the map that undoes another, None where it makes the plane a line."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not area or not abs(area) > 1e-300:
        return None
    return (d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area)


def even_scale(matrix: Matrix) -> float | None:
    """Return by how much a map enlarges all lengths; None where that depends on their direction."""
    a, b, c, d, _, _ = matrix
    across, down = hypot(a, b), hypot(c, d)
    square = abs(a * c + b * d) <= _ALIKE * max(across * down, 1e-300)
    return across if square and isclose(across, down, rel_tol=_ALIKE) else None


def read_transform(written: str) -> Matrix | None:
    """Return the map that a `transform` attribute says, None where it is not one."""
    matrix, position, text = IDENTITY, 0, written.strip(" \t\r\n,")
    while position < len(text):
        found = _CALL.match(text, position)
        one = _one(found[1], tuple(map(float, _NUMBER.findall(found[2])))) if found else None
        if not found or one is None:
            return None
        matrix, position = product(matrix, one), found.end()
    return matrix


def _one(name: str, numbers: tuple[float, ...]) -> Matrix | None:
    """Return the map of one function, None where it has not as many numbers as it takes, or one without end."""
    counts, make = _FUNCTIONS.get(name, ((), _matrix))
    return make(*numbers) if len(numbers) in counts and all(map(isfinite, numbers)) else None


def _matrix(a: float, b: float, c: float, d: float, e: float, f: float) -> Matrix:
    return (a, b, c, d, e, f)


def _rotated(angle: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    c, s = cos(radians(angle)), sin(radians(angle))
    return product(product(moved(x, y), (c, s, -s, c, 0.0, 0.0)), moved(-x, -y))


def _scaled(x: float, y: float | None = None) -> Matrix:
    return scaled(x, x if y is None else y)


_FUNCTIONS: Mapping[str, tuple[tuple[int, ...], Callable[..., Matrix]]] = {
    "matrix": ((6,), _matrix),
    "translate": ((1, 2), lambda x, y=0.0: moved(x, y)),
    "scale": ((1, 2), _scaled),
    "rotate": ((1, 3), _rotated),
    "skewX": ((1,), lambda angle: (1.0, 0.0, tan(radians(angle)), 1.0, 0.0, 0.0)),
    "skewY": ((1,), lambda angle: (1.0, tan(radians(angle)), 0.0, 1.0, 0.0, 0.0)),
}


def fitted(box: Sequence[float], width: float, height: float, ratio: str) -> Matrix:
    """Return the map of a viewBox into a place of a width and height, by `preserveAspectRatio` (SVG 2, 8.7)."""
    across, down = width / box[2], height / box[3]
    words = ratio.split() or ["xMidYMid"]
    if words[0] == "none":
        return product(scaled(across, down), moved(-box[0], -box[1]))
    scale = max(across, down) if "slice" in words else min(across, down)
    x, y = (_ALIGNED.get(part, 0.5) for part in (words[0][:4].lower(), words[0][4:].lower()))
    return product(
        moved((width - box[2] * scale) * x, (height - box[3] * scale) * y),
        product(scaled(scale, scale), moved(-box[0], -box[1])),
    )
