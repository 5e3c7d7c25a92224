"""Outlines: path data and basic shapes as absolute lines and cubic curves (SVG 2, 9.3 and 10)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from math import acos, ceil, cos, hypot, isfinite, pi, radians, sin, sqrt, tan

from deckmaker.assets.drawings.vectors.drawing import Outline, Step, Unsaid
from deckmaker.assets.drawings.vectors.lengths import NUMBER
from deckmaker.assets.drawings.vectors.matrices import Matrix
from deckmaker.patterns import pattern

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_TOKEN = pattern(rf"[\s,]*+(?:([MmZzLlHhVvCcSsQqTtAa])|({NUMBER}))", re.ASCII)
_FLAG = pattern(r"[\s,]*+([01])")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_QUARTER = pi / 2


def read_path(written: str) -> Iterator[Step]:
    """Yield the steps of path data; a mistake ends it, with what came before it drawn (SVG 2, 9.5.4).

    Raises Unsaid where a number is too large for any drawing.
    """
    pen = _Pen()
    for command, numbers in _commands(written):
        yield from pen.steps(command, numbers)


def _commands(written: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers, one that is repeated without its letter as often as it is."""
    command, position = "", 0
    while found := _TOKEN.match(written, position):
        if found[1]:
            command, position = found[1], found.end()
        elif command in ("", "Z", "z"):
            return
        count = _COUNTS[command.upper()]
        values: list[float] = []
        while len(values) < count:
            flag = command in "Aa" and len(values) in (3, 4)
            number = (_FLAG if flag else _TOKEN).match(written, position)
            value = number and number[1 if flag else 2]
            if not number or not value:
                return
            values.append(float(value))
            if not isfinite(values[-1]):
                raise Unsaid("a number that is too large")
            position = number.end()
        yield command, values
        command = {"M": "L", "m": "l"}.get(command, command)


class _Pen:
    """Where the pen stands, where its stretch began, and what a smooth curve goes on from."""

    def __init__(self) -> None:
        self._x = self._y = self._begin_x = self._begin_y = 0.0
        self._control: tuple[str, float, float] | None = None
        self._drawn = False

    def steps(self, command: str, values: list[float]) -> Iterator[Step]:
        """Yield what a command draws."""
        name = command.upper()
        if name != "M" and not self._drawn:
            return  # path data begins with a move
        if name == "Z":
            self._x, self._y, self._control = self._begin_x, self._begin_y, None
            yield ("Z", ())
            return
        if command != name:
            values = self._absolute(name, values)
        control, self._control = self._control, None
        match name:
            case "M":
                self._begin_x, self._begin_y, self._drawn = values[0], values[1], True
                yield self._to("M", values)
            case "L":
                yield self._to("L", values)
            case "H":
                yield self._to("L", [values[0], self._y])
            case "V":
                yield self._to("L", [self._x, values[0]])
            case "C" | "S":
                if name == "S":
                    values = [*self._mirrored(control, "C"), *values]
                self._control = ("C", values[2], values[3])
                yield self._to("C", values)
            case "Q" | "T":
                if name == "T":
                    values = [*self._mirrored(control, "Q"), *values]
                self._control = ("Q", values[0], values[1])
                yield self._to("C", self._cubic(values))
            case _:
                for step in _arc((self._x, self._y), values):
                    yield self._to(step[0], step[1])

    def _to(self, name: str, values: Sequence[float]) -> Step:
        self._x, self._y = values[-2:]
        return (name, tuple(values))

    def _absolute(self, name: str, values: list[float]) -> list[float]:
        if name == "A":
            return [*values[:5], values[5] + self._x, values[6] + self._y]
        if name == "V":
            return [values[0] + self._y]
        return [value + (self._y if index % 2 else self._x) for index, value in enumerate(values)]

    def _mirrored(self, control: tuple[str, float, float] | None, kind: str) -> tuple[float, float]:
        if control is None or control[0] != kind:
            return self._x, self._y
        return 2 * self._x - control[1], 2 * self._y - control[2]

    def _cubic(self, values: list[float]) -> list[float]:
        """Return a quadratic curve as a cubic one."""
        x, y, end_x, end_y = values
        first = (self._x + 2 / 3 * (x - self._x), self._y + 2 / 3 * (y - self._y))
        second = (end_x + 2 / 3 * (x - end_x), end_y + 2 / 3 * (y - end_y))
        return [*first, *second, end_x, end_y]


def _arc(start: tuple[float, float], values: Sequence[float]) -> Iterator[Step]:
    """Yield an elliptical arc as cubic curves, a quarter of the ellipse at most each (SVG 2, B.2.4)."""
    (x0, y0), (rx, ry, turn, large, sweep, x, y) = start, values
    rx, ry = abs(rx), abs(ry)
    if (x0, y0) == (x, y):
        return
    if not rx or not ry:
        yield ("L", (x, y))
        return
    c, s = cos(radians(turn)), sin(radians(turn))
    half_x, half_y = (x0 - x) / 2, (y0 - y) / 2
    u, v = (c * half_x + s * half_y) / rx, (c * half_y - s * half_x) / ry
    reach = hypot(u, v)
    if not isfinite(reach):
        yield ("L", (x, y))
        return
    if reach > 1:
        rx, ry, u, v, reach = rx * reach, ry * reach, u / reach, v / reach, 1.0
    # On the unit circle: the chord's ends are (u, v) and (-u, -v) seen from its middle.
    away = sqrt(max(0.0, 1 / (reach * reach) - 1)) * (-1 if large == sweep else 1) if reach else 0.0
    cx, cy = away * v, -away * u
    first, last = (u - cx, v - cy), (-u - cx, -v - cy)
    angle = _angle(first, last)
    if sweep and angle < 0:
        angle += 2 * pi
    if not sweep and angle > 0:
        angle -= 2 * pi
    middle = (c * rx * cx - s * ry * cy + (x0 + x) / 2, s * rx * cx + c * ry * cy + (y0 + y) / 2)
    matrix = (c * rx, s * rx, -s * ry, c * ry, *middle)
    yield from _turned(first, angle, matrix, (x, y))


def _angle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the angle from one direction to another, in -π..π."""
    cosine = (one[0] * other[0] + one[1] * other[1]) / max(hypot(*one) * hypot(*other), 1e-300)
    angle = acos(min(1.0, max(-1.0, cosine)))
    return -angle if one[0] * other[1] - one[1] * other[0] < 0 else angle


def _turned(first: tuple[float, float], angle: float, matrix: Matrix, end: tuple[float, float]) -> Iterator[Step]:
    """Yield a turn along the unit circle from a point on it, brought into place; the last curve ends in `end`."""
    count = max(1, ceil(abs(angle) / _QUARTER - 1e-9))
    part = angle / count
    bend = 4 / 3 * tan(part / 4)
    c, s = cos(part), sin(part)
    x, y = first
    for number in range(count):
        to_x, to_y = c * x - s * y, s * x + c * y
        points = ((x - bend * y, y + bend * x), (to_x + bend * to_y, to_y - bend * to_x), (to_x, to_y))
        placed = [value for point in points for value in _point(matrix, *point)]
        if number == count - 1:
            placed[-2:] = end
        yield ("C", tuple(placed))
        x, y = to_x, to_y


def rectangle(x: float, y: float, width: float, height: float, rx: float = 0.0, ry: float = 0.0) -> Outline:
    """Return a rectangle, its corners rounded."""
    if not rx or not ry:
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        return polygon(corners, closed=True)
    right, bottom = x + width, y + height
    return tuple(
        read_path(
            f"M{x + rx!r} {y!r}H{right - rx!r}A{rx!r} {ry!r} 0 0 1 {right!r} {y + ry!r}V{bottom - ry!r}"
            f"A{rx!r} {ry!r} 0 0 1 {right - rx!r} {bottom!r}H{x + rx!r}A{rx!r} {ry!r} 0 0 1 {x!r} {bottom - ry!r}"
            f"V{y + ry!r}A{rx!r} {ry!r} 0 0 1 {x + rx!r} {y!r}Z"
        )
    )


def ellipse(cx: float, cy: float, rx: float, ry: float) -> Outline:
    """Return an ellipse, begun on its right."""
    matrix = (rx, 0.0, 0.0, ry, cx, cy)
    return (("M", (cx + rx, cy)), *_turned((1.0, 0.0), 2 * pi, matrix, (cx + rx, cy)), ("Z", ()))


def polygon(points: Iterable[tuple[float, float]], closed: bool) -> Outline:
    """Return points joined by lines."""
    steps = tuple(("L" if index else "M", point) for index, point in enumerate(points))
    return (*steps, ("Z", ())) if closed and steps else steps


def mapped(outline: Iterable[Step], matrix: Matrix) -> Outline:
    """Return an outline brought elsewhere."""
    a, b, c, d, e, f = matrix
    found: list[Step] = []
    for name, values in outline:
        match values:
            case (x, y):
                found.append((name, (a * x + c * y + e, b * x + d * y + f)))
            case (x, y, u, v, p, q):
                first = (a * x + c * y + e, b * x + d * y + f, a * u + c * v + e, b * u + d * v + f)
                found.append((name, (*first, a * p + c * q + e, b * p + d * q + f)))
            case _:
                found.append((name, ()))
    return tuple(found)


def bounds(outline: Outline) -> Box | None:
    """Return the box of an outline, its curves' own and not that of their control points; None for none."""
    xs: list[float] = []
    ys: list[float] = []
    x = y = 0.0
    for name, values in outline:
        if not values:
            continue
        if name == "C":
            xs += _extremes(x, values[0], values[2], values[4])
            ys += _extremes(y, values[1], values[3], values[5])
        x, y = values[-2:]
        xs.append(x)
        ys.append(y)
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def _extremes(start: float, one: float, other: float, end: float) -> list[float]:
    """Return where a cubic curve turns, in one of its coordinates."""
    a, b, c = end - 3 * other + 3 * one - start, 2 * (other - 2 * one + start), one - start
    # The derivative, by 3: a·t² + b·t + c.
    if abs(a) < 1e-12:
        at = [-c / b] if abs(b) > 1e-12 else []
    else:
        under = b * b - 4 * a * c
        at = [(-b + sign * sqrt(under)) / (2 * a) for sign in (1, -1)] if under >= 0 else []
    return [
        (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * one + 3 * (1 - t) * t * t * other + t**3 * end
        for t in at
        if 0 < t < 1
    ]


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
