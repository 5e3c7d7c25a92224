"""Growing: a shell whose every turn is the last one, larger."""

import math

from .. import geometry, scenery
from ..canvas import Canvas, smooth
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PAPER, SAND, TEAL, darker, lighter, mix

GROWTH = 3.0
"""How many times wider a nautilus is after each turn."""

CHAMBERS = 17
"""How many chambers a turn has."""


def _wall(x, y, size, turns):
    """Return the point of the outer wall after so many turns; `size` is its distance after none."""
    return geometry.polar(x, y, size * GROWTH**turns, 360 * turns + 38)


def nautilus():
    """A nautilus cut open: chambers, each a little larger than the one before."""
    canvas = Canvas(1920, 1080)
    scenery.halo(canvas, 1010, 560, 300, mix(TEAL, SAND, 0.2), NIGHT, steps=11, reach=1350, middle=darker(TEAL, 0.4))
    x, y, size = 1010, 600, 545
    outer = [_wall(x, y, size, -3.2 + 3.2 * i / 96) for i in range(97)]
    canvas.path(smooth([*outer, _wall(x, y, size, -1)]), darker(mix(AMBER, INK, 0.45), 0.2))
    for i in range(2 * CHAMBERS, -1, -1):
        _chamber(canvas, x, y, size, -i / CHAMBERS, -(i + 1) / CHAMBERS, i / (2 * CHAMBERS))
    for i in range(22):
        start = -0.02 - i * 0.043
        edge = [geometry.between(_wall(x, y, size, start - 0.006 * k), (x, y), 0.03 + 0.055 * k) for k in range(4)]
        canvas.line(edge, mix(CRIMSON, AMBER, 0.25), 12 * GROWTH ** (start / 1.2), 0.75, soft=True)
    canvas.line(outer, lighter(SAND, 0.4), 9, soft=True)
    return canvas


def _chamber(canvas, x, y, size, start, end, age):
    """One chamber between two partitions, which bow towards the oldest."""
    colour = mix(lighter(OCHRE, 0.55), mix(CRIMSON, INK, 0.35), age**0.8)
    steps = 6
    wall = [_wall(x, y, size, end + (start - end) * k / steps) for k in range(steps + 1)]
    floor = [_wall(x, y, size, start - 1 + (end - start) * k / steps) for k in range(steps + 1)]
    first, second = _bow(wall[-1], floor[0], start), _bow(floor[-1], wall[0], end)
    canvas.polygon([*wall, *first, *floor, *second], colour)
    glow = [geometry.between(a, b, 0.5) for a, b in zip(wall, reversed(floor), strict=True)]
    canvas.line(glow, PAPER, 0.06 * math.dist(wall[0], floor[-1]), 0.3, soft=True)
    canvas.line([wall[-1], *first, floor[0]], lighter(SAND, 0.4), max(2, 7 * GROWTH**start), soft=True)


def _bow(begin, end, turns):
    """Points of a partition between two walls, bowed backward along the spiral by a quarter of its length."""
    depth = math.dist(begin, end) * 0.26
    back = geometry.polar(0, 0, depth, 360 * turns + 38 - 80)
    points = [geometry.between(begin, end, k / 6) for k in range(1, 6)]
    bend = [math.sin(math.pi * k / 6) for k in range(1, 6)]
    return [(px + back[0] * b, py + back[1] * b) for (px, py), b in zip(points, bend, strict=True)]
