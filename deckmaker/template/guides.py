"""Guides of shapes: named numbers reckoned from the shape's size and its adjustments (ECMA-376 part 1, 20.1.9.11)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import atan2, cos, hypot, isfinite, pi, sin, sqrt, tan

_TURN = 21_600_000
"""A whole turn in the standard's units."""

_FARTHEST = 1e12
"""EMU; beyond, a number is a slip of whoever wrote the shape."""


class NoGuide(Exception):
    """A formula names what there is not, or comes to no number."""


def guides_of(width: float, height: float) -> dict[str, float]:
    """Return the guides that every shape has (20.1.10.55, presetShapeDefinitions), by its size in EMU."""
    short, long = min(width, height), max(width, height)
    found = {"l": 0.0, "t": 0.0, "r": width, "b": height, "w": width, "h": height, "ss": short, "ls": long}
    found |= {"hc": width / 2, "vc": height / 2}
    found |= {"cd2": _TURN / 2, "cd4": _TURN / 4, "cd8": _TURN / 8, "3cd4": _TURN * 3 / 4}
    found |= {"3cd8": _TURN * 3 / 8, "5cd8": _TURN * 5 / 8, "7cd8": _TURN * 7 / 8}
    for part in (2, 3, 4, 5, 6, 8, 10, 12, 16, 32):
        found |= {f"wd{part}": width / part, f"hd{part}": height / part, f"ssd{part}": short / part}
    return found


def value(word: str, guides: Mapping[str, float]) -> float:
    """Return the number that a word says or names. Raises NoGuide."""
    if (known := guides.get(word)) is not None:
        return known
    try:
        found = float(word)
    except ValueError as error:
        raise NoGuide(word) from error
    return _bounded(found)


def reckoned(formula: str, guides: Mapping[str, float]) -> float:
    """Return what a formula comes to, such as `*/ ss adj 100000`. Raises NoGuide."""
    name, *words = formula.split() or [""]
    count, reckon = _FORMULAS.get(name, (0, None))
    if reckon is None or len(words) < count:
        raise NoGuide(formula)
    numbers = [value(word, guides) for word in words[:count]]
    try:
        return _bounded(reckon(numbers))
    except (ZeroDivisionError, ValueError, OverflowError) as error:
        raise NoGuide(formula) from error


def _bounded(found: float) -> float:
    if not isfinite(found) or abs(found) > _FARTHEST:
        raise NoGuide(f"{found}")
    return found


def radians_of(angle: float) -> float:
    """Return an angle of the standard's units in radians."""
    return angle * 2 * pi / _TURN


_Numbers = Sequence[float]
_FORMULAS: Mapping[str, tuple[int, Callable[[_Numbers], float]]] = {
    "val": (1, lambda v: v[0]),
    "*/": (3, lambda v: v[0] * v[1] / v[2]),
    "+-": (3, lambda v: v[0] + v[1] - v[2]),
    "+/": (3, lambda v: (v[0] + v[1]) / v[2]),
    "?:": (3, lambda v: v[1] if v[0] > 0 else v[2]),
    "abs": (1, lambda v: abs(v[0])),
    "at2": (2, lambda v: atan2(v[1], v[0]) * _TURN / (2 * pi)),
    "cat2": (3, lambda v: v[0] * cos(atan2(v[2], v[1]))),
    "sat2": (3, lambda v: v[0] * sin(atan2(v[2], v[1]))),
    "cos": (2, lambda v: v[0] * cos(radians_of(v[1]))),
    "sin": (2, lambda v: v[0] * sin(radians_of(v[1]))),
    "tan": (2, lambda v: v[0] * tan(radians_of(v[1]))),
    "max": (2, lambda v: max(v[0], v[1])),
    "min": (2, lambda v: min(v[0], v[1])),
    "mod": (3, lambda v: hypot(v[0], v[1], v[2])),
    "pin": (3, lambda v: max(v[0], min(v[1], v[2]))),
    "sqrt": (1, lambda v: sqrt(v[0])),
}
