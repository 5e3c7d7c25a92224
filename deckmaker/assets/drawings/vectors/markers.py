"""Where markers stand on an outline, and which way they point (SVG 2, 13.7), as resvg has it."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.vectors.drawing import Outline, Unsaid
from deckmaker.assets.drawings.vectors.lengths import numbers
from deckmaker.dataclasses import dataclass

MARKERS = ("marker-start", "marker-mid", "marker-end")

_Direction = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Vertex:
    """A place for a marker of a property, and its direction in degrees."""

    key: str
    x: float
    y: float
    angle: float


def vertices(outline: Outline) -> Iterator[Vertex]:
    """Yield the places of all markers of an outline of two steps or more: its start, what lies between, its end."""
    points = list(_points(outline))
    first, *between, last = points
    yield Vertex(MARKERS[0], first.x, first.y, _angle(first.leaves))
    for point in between:
        if not point.closes:
            yield Vertex(MARKERS[1], point.x, point.y, _between(point.comes, point.leaves))
    straight = not last.closes or outline[-2][0] == "L"
    yield Vertex(MARKERS[2], last.x, last.y, _angle(last.comes) if straight else 0.0)


@dataclass(slots=True)
class _Point:
    """A point of an outline, with the directions in which the line comes to it and leaves it."""

    x: float
    y: float
    comes: _Direction | None = None
    leaves: _Direction | None = None
    closes: bool = False


def _points(outline: Outline) -> Iterator[_Point]:
    before: _Point | None = None
    begin = (0.0, 0.0)
    for name, values in outline:
        x, y = values[-2:] if values else begin
        point = _Point(x, y, closes=name == "Z")
        if name == "M" or before is None:
            begin = (x, y)
        else:
            controls = [(values[place], values[place + 1]) for place in range(0, len(values) - 2, 2)]
            way = [(before.x, before.y), *controls, (x, y)]
            before.leaves = next((_way(way[0], one) for one in way[1:] if one != way[0]), None)
            point.comes = next((_way(one, way[-1]) for one in reversed(way[:-1]) if one != way[-1]), None)
        if before is not None:
            yield before
        before = point
    if before is not None:
        yield before


def _way(one: tuple[float, float], other: tuple[float, float]) -> _Direction:
    return other[0] - one[0], other[1] - one[1]


def _angle(direction: _Direction | None) -> float:
    return degrees(atan2(direction[1], direction[0])) if direction else 0.0


def _between(comes: _Direction | None, leaves: _Direction | None) -> float:
    """Return the direction halfway between two, the shorter way round."""
    if comes is None or leaves is None:
        return _angle(comes or leaves)
    turn = (_angle(leaves) - _angle(comes) + 180) % 360 - 180
    return _angle(comes) + turn / 2


def turn(marker: Element, vertex: Vertex) -> float:
    """Return by how many degrees a marker is turned."""
    orient = marker.get("orient", "0").strip()
    if orient == "auto-start-reverse":
        return vertex.angle + (180 if vertex.key == MARKERS[0] else 0)
    if orient == "auto":
        return vertex.angle
    found = numbers(orient, 1)
    if not found or not orient.removesuffix("deg")[-1:].isdigit():
        raise Unsaid("a marker that is turned otherwise")
    return found[0]
