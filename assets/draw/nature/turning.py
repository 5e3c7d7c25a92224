"""Turning: seeds and petals, each a golden angle further than the last."""

import math

from .. import geometry, scenery
from ..canvas import Canvas, smooth
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, TEAL, darker, lighter, mix

GOLDEN = 180 * (3 - math.sqrt(5))
"""Degrees: the golden angle, 137.5…"""

ANGLES = (("less", GOLDEN - 0.5), ("golden", GOLDEN), ("more", GOLDEN + 0.5))
PETALS = (3, 5, 8, 13, 21)


def _places(count, radius, angle):
    """Yield (x, y, share) of each seed around the origin, from the middle outward; share runs from 0 to 1."""
    for i in range(1, count + 1):
        share = i / count
        yield *geometry.polar(0, 0, radius * math.sqrt(share), angle * i), share


def _seed_colour(share):
    """From green buds in the middle through ripe brown to the gold of the rim."""
    if share < 0.22:
        return mix(lighter(TEAL, 0.35), OCHRE, share / 0.22)
    if share < 0.6:
        return mix(OCHRE, mix(CRIMSON, INK, 0.45), (share - 0.22) / 0.38)
    return mix(mix(CRIMSON, INK, 0.45), AMBER, (share - 0.6) / 0.4)


def _head(canvas, x, y, radius, count, angle=GOLDEN, ground=None):
    """A seed head: seeds grow from the middle outward, as they do where the oldest are outside."""
    if ground:
        canvas.circle(x, y, radius * 1.05, ground)
    for dx, dy, share in _places(count, radius, angle):
        size = radius / math.sqrt(count) * (0.55 + 0.38 * share)
        canvas.circle(x + dx, y + dy, size, _seed_colour(share))


def _petal(canvas, x, y, inner, outer, half, degrees, colour, vein=None):
    """One petal that points away from (x, y), `half` its half width."""
    middle = inner + (outer - inner) * 0.55
    side = [(inner, 0), (inner + (outer - inner) * 0.2, half * 0.7), (middle, half), (outer * 0.94, half * 0.45)]
    outline = [*side, (outer, 0), *((u, -v) for u, v in reversed(side[1:]))]
    points = geometry.turn([(x + u, y + v) for u, v in outline], x, y, degrees)
    canvas.path(smooth(points), colour)
    if vein:
        line = geometry.turn([(x + inner, y), (x + outer * 0.86, y)], x, y, degrees)
        canvas.line(line, vein, max(2, half * 0.07), 0.5)


def _rays(canvas, x, y, inner, outer, count, colours):
    """Rings of petals behind a head, the outermost first."""
    for ring, colour in enumerate(colours):
        reach = outer - (outer - inner) * 0.11 * ring
        half = math.pi * inner / count * 1.35
        for i in range(count):
            degrees = 360 * (i + 0.5 * ring) / count + 3 * math.sin(7 * i + ring)
            length = reach * (1 + 0.035 * math.sin(5 * i + 2 * ring))
            _petal(canvas, x, y, inner * 0.8, length, half, degrees, colour, darker(colour, 0.25))


def sunflower():
    """A sunflower at the right, at dusk; the left stays calm for a title."""
    canvas = Canvas(1920, 1080)
    scenery.halo(canvas, 1330, 520, 420, mix(TEAL, OCHRE, 0.35), NIGHT, steps=12, reach=1500, middle=darker(TEAL, 0.35))
    stem = darker(TEAL, 0.1)
    canvas.line([(1330, 560), (1360, 860), (1330, 1140)], stem, 54, soft=True)
    for points, colour in (
        ([(1350, 930), (1500, 800), (1720, 800), (1880, 900), (1700, 980), (1500, 990)], darker(TEAL, 0.05)),
        ([(1345, 1010), (1200, 900), (1020, 920), (900, 1010), (1060, 1080), (1220, 1090)], darker(TEAL, 0.2)),
    ):
        canvas.blob(points, colour)
    canvas.line([(1350, 930), (1560, 875), (1850, 898)], lighter(TEAL, 0.25), 7, 0.6, soft=True)
    canvas.line([(1345, 1010), (1160, 975), (930, 1008)], lighter(TEAL, 0.25), 7, 0.5, soft=True)
    _rays(canvas, 1330, 500, 250, 480, 34, (mix(OCHRE, CRIMSON, 0.28), OCHRE, lighter(OCHRE, 0.25)))
    _head(canvas, 1330, 500, 258, 610, ground=darker(mix(CRIMSON, INK, 0.6), 0.3))
    return canvas


def seed_head():
    """A seed head so near that it fills the page."""
    canvas = Canvas(1920, 1080, darker(mix(CRIMSON, INK, 0.7), 0.4))
    _rays(canvas, 1180, 560, 610, 900, 55, (mix(OCHRE, CRIMSON, 0.35), mix(OCHRE, CRIMSON, 0.12), OCHRE))
    _head(canvas, 1180, 560, 620, 900, ground=darker(mix(CRIMSON, INK, 0.65), 0.35))
    return canvas


def seeds(angle):
    """The same 500 seeds on plain ground, each `angle` degrees further than the last."""
    canvas = Canvas(900, 900, NIGHT)
    _head(canvas, 450, 450, 390, 500, angle)
    return canvas


_FLOWERS = {
    3: (lighter(PALE, 0.5), OCHRE, darker(TEAL, 0.3)),
    5: (lighter(OCHRE, 0.1), mix(TEAL, OCHRE, 0.6), darker(TEAL, 0.1)),
    8: (mix(CRIMSON, PAPER, 0.35), OCHRE, mix(INK, CRIMSON, 0.25)),
    13: (OCHRE, AMBER, INK),
    21: (mix(TEAL, PALE, 0.55), OCHRE, NIGHT),
}
"""Of each count of petals: the petals, the middle and the ground."""


def flower(count):
    """A flower seen from above with so many petals."""
    colour, middle, ground = _FLOWERS[count]
    canvas = Canvas(800, 800, ground)
    for i in range(7):
        canvas.circle(400, 400, 430 - 42 * i, lighter(ground, 0.035 * (i + 1)))
    inner = 62 if count < 13 else 96
    half = min(132, 1.25 * math.pi * 190 / count)
    for i in range(count):
        shade = colour if i % 2 else mix(colour, ground, 0.14)
        _petal(canvas, 400, 400, inner * 0.4, 330, half, 360 * i / count - 90, shade, darker(shade, 0.35))
    canvas.circle(400, 400, inner * 1.08, darker(middle, 0.35))
    for dx, dy, share in _places(90 if count > 8 else 42, inner, GOLDEN):
        canvas.circle(400 + dx, 400 + dy, 5 + 2.5 * share, mix(lighter(middle, 0.4), SAND, 0.25 * share))
    return canvas
