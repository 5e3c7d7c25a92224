"""The picture of the decks that `deckmaker new` begins with: a way into open country, which suits any subject."""

import random

from . import scenery
from .canvas import Canvas
from .palette import INK, OCHRE, PALE, PAPER, SAND, TEAL, darker, lighter, mix


def cover():
    """Hills at dawn, one behind the other, and a path that leads towards the light."""
    canvas = Canvas(1920, 1080)
    sky = mix(lighter(TEAL, 0.55), PALE, 0.5)
    scenery.halo(canvas, 1030, 430, 92, lighter(OCHRE, 0.45), sky, steps=16, reach=1500, middle=mix(SAND, OCHRE, 0.25))
    canvas.circle(1030, 430, 96, lighter(OCHRE, 0.9))
    far = mix(TEAL, SAND, 0.55)
    for row, (base, height) in enumerate(((560, 120), (640, 150), (740, 130), (850, 120))):
        scenery.ridge(canvas, base, height, mix(far, darker(TEAL, 0.55), row / 3.2), seed=11 + 5 * row, steps=6)
    near = mix(darker(TEAL, 0.7), INK, 0.4)
    canvas.blob([(-80, 930), (420, 890), (960, 935), (1500, 900), (2040, 930), (2040, 1200), (-80, 1200)], near)
    canvas.blob(
        [(880, 1110), (1130, 1010), (1010, 960), (1180, 915), (1236, 917), (1120, 962), (1290, 1015), (1240, 1110)],
        mix(SAND, OCHRE, 0.2),
    )
    dice = random.Random(5)
    for _ in range(26):
        x = dice.choice((dice.uniform(40, 820), dice.uniform(1400, 1890)))
        _fir(canvas, x, 960 + dice.uniform(-20, 70), dice.uniform(46, 110), mix(near, TEAL, dice.uniform(0, 0.3)))
    for x, y, size in ((760, 170, 110), (1640, 150, 120)):
        scenery.cloud(canvas, x, y, size, PAPER, 0.7)
    return canvas


def _fir(canvas, x, base, size, tone):
    """A fir: three triangles, one above the other."""
    for step in range(3):
        wide, foot = size * (0.34 - 0.08 * step), base - size * 0.3 * step
        canvas.polygon([(x - wide, foot), (x, foot - size * 0.5), (x + wide, foot)], tone)


ALL = [("cover", cover)]
