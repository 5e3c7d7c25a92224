"""Light and shadow: the moon, eight times in a month."""

import math
import random

from ..canvas import Canvas
from ..palette import INK, NIGHT, PAPER, SAND, SLATE, darker, lighter, mix

RADIUS = 250
_SEAS = ((-80, -90, 78), (40, -110, 60), (95, -30, 52), (-120, 30, 64), (30, 40, 44), (120, 60, 36), (-40, -20, 40))
_CRATERS = (
    (-30, 170, 26),
    (70, 150, 18),
    (-120, 130, 14),
    (150, -110, 15),
    (-170, -60, 12),
    (20, 205, 11),
    (110, 120, 9),
)


def _lit(x, y, share):
    """Return the outline of the lit part: `share` runs from 0, new, through 0.5, full, to 1, new again."""
    waxing = share <= 0.5
    bulge = RADIUS * abs(math.cos(2 * math.pi * share))
    gibbous = 0.25 < share < 0.75
    outer = 1 if waxing else 0
    inner = outer if gibbous else 1 - outer
    return (
        f"M{x},{y - RADIUS}A{RADIUS},{RADIUS} 0 0 {outer} {x},{y + RADIUS}"
        f"A{bulge:.1f},{RADIUS} 0 0 {inner} {x},{y - RADIUS}Z"
    )


def phase(number):
    """The moon in the phase of this number: 1 is new, 3 the first quarter, 5 full, 7 the last quarter."""
    canvas = Canvas(700, 700, NIGHT)
    dice = random.Random(60)
    for _ in range(46):
        canvas.circle(dice.uniform(0, 700), dice.uniform(0, 700), dice.uniform(1, 2.8), PAPER, dice.uniform(0.3, 0.9))
    x = y = 350
    canvas.circle(x, y, RADIUS + 22, mix(NIGHT, SLATE, 0.12))
    canvas.circle(x, y, RADIUS, mix(INK, SLATE, 0.16))
    if number == 1:
        canvas.ring(x, y, RADIUS, mix(INK, SLATE, 0.55), 3, 0.6)
        return canvas
    share = (number - 1) / 8
    light = f"M{x - RADIUS},{y}a{RADIUS},{RADIUS} 0 1 1 {2 * RADIUS},0a{RADIUS},{RADIUS} 0 1 1 {-2 * RADIUS},0Z"
    with canvas.clip(light if number == 5 else _lit(x, y, share)):
        canvas.circle(x, y, RADIUS, lighter(SAND, 0.35))
        for dx, dy, size in _SEAS:
            canvas.circle(x + dx, y + dy, size, mix(SAND, SLATE, 0.42), 0.75)
        for dx, dy, size in _CRATERS:
            canvas.circle(x + dx, y + dy, size, darker(SAND, 0.16))
            canvas.circle(x + dx - size * 0.18, y + dy - size * 0.18, size * 0.74, lighter(SAND, 0.6))
    return canvas
