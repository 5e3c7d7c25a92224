"""Rings: what one drop does to water, and what two do."""

import math

from .. import scenery
from ..canvas import Canvas
from ..palette import INK, NIGHT, PALE, PAPER, TEAL, darker, lighter, mix

WATER = darker(TEAL, 0.25)


def drop(moment):
    """One of seven moments, from the falling drop to the last rings; water is seen at an angle."""
    canvas = Canvas(600, 800)
    scenery.bands(canvas, 0, 470, mix(INK, TEAL, 0.2), mix(TEAL, PALE, 0.45), steps=8)
    scenery.bands(canvas, 470, 800, mix(TEAL, PALE, 0.25), darker(TEAL, 0.5), steps=8)
    x, y = 300, 620
    if moment <= 2:
        height = 230 if moment == 1 else 500
        _falling(canvas, x, height, 46)
        return canvas
    rings = moment - 2
    for i in range(rings):
        reach = 62 + 66 * (rings - 1 - i) + 14 * i
        strength = (1 - i / 7) * (1 - (moment - 3) / 9)
        canvas.ellipse(x, y, reach, reach * 0.34, lighter(TEAL, 0.5), 0.22 * strength)
        with canvas.group(f"translate({x} {y}) scale(1 0.34)"):
            canvas.ring(0, 6, reach, NIGHT, 16, 0.45 * strength)
            canvas.ring(0, 0, reach, PAPER, 13, 0.9 * strength)
    if moment == 3:
        canvas.blob(
            [(236, 622), (226, 540), (262, 590), (300, 556), (338, 590), (374, 540), (364, 622), (300, 646)],
            lighter(PALE, 0.35),
        )
        for dx, dy, size in ((-82, -112, 11), (78, -120, 13), (-34, -150, 7), (40, -168, 8)):
            canvas.circle(x + dx, y + dy, size, lighter(PALE, 0.5))
    if moment == 4:
        canvas.blob(
            [(262, 628), (284, 570), (288, 470), (300, 446), (312, 470), (316, 570), (338, 628), (300, 642)],
            lighter(PALE, 0.35),
        )
        canvas.circle(x, 396, 26, lighter(PALE, 0.35))
        canvas.circle(x - 8, 388, 7, PAPER)
    if moment == 5:
        _falling(canvas, x, 560, 20)
    return canvas


def _falling(canvas, x, y, size):
    """A drop in the air with its light."""
    canvas.circle(x, y, size, lighter(PALE, 0.2))
    canvas.path(
        f"M{x - size * 0.9:.1f},{y - size * 0.44:.1f}L{x},{y - size * 2:.1f}L{x + size * 0.9:.1f},"
        f"{y - size * 0.44:.1f}Z",
        lighter(PALE, 0.2),
    )
    canvas.circle(x + size * 0.16, y + size * 0.14, size * 0.7, mix(TEAL, PALE, 0.45))
    canvas.circle(x - size * 0.32, y - size * 0.25, size * 0.2, PAPER)


def two_drops():
    """Two drops from above: where crests meet, the water is twice as high."""
    canvas = Canvas(1920, 1080, WATER)
    first, second, step = (690, 520), (1230, 520), 58
    for x, y in (first, second):
        for i in range(26, 0, -1):
            canvas.ring(x, y, step * i, lighter(TEAL, 0.55), 20, 0.34 * (1 - i / 34))
    for i in range(1, 27):
        for k in range(1, 27):
            for x, y in _meetings(first, second, step * i, step * k):
                if 0 <= x <= 1920 and 0 <= y <= 1080:
                    canvas.circle(x, y, 11.5, PAPER, 0.92 - 0.026 * max(i, k))
    for x, y in (first, second):
        canvas.circle(x, y, 26, lighter(PALE, 0.4))
        canvas.circle(x, y, 14, NIGHT, 0.5)
    return canvas


def _meetings(first, second, near, far):
    """Return the points where two circles meet, whose centres are level."""
    apart = second[0] - first[0]
    across = (near**2 - far**2 + apart**2) / (2 * apart)
    down = near**2 - across**2
    if down < 0:
        return []
    return [(first[0] + across, first[1] + sign * math.sqrt(down)) for sign in (-1, 1)]
