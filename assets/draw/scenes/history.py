"""13: a field of poppies, clippers on the evening horizon."""

import random

from .. import props, scenery
from ..canvas import Canvas
from ..palette import AMBER, CRIMSON, INK, OCHRE, SAND, SLATE, TEAL, darker, lighter, mix


def clipper(canvas, x, y, size, hull, sail):
    """A three-masted ship under full sail, `size` long."""

    def at(u, v):
        return x + u * size, y - v * size

    for mast, height in ((-0.24, 0.74), (0.04, 0.84), (0.28, 0.68)):
        canvas.line([at(mast, 0.05), at(mast, height)], hull, size * 0.018)
        levels = ((0.16, 0.125), (0.36, 0.105), (0.54, 0.08))
        for low, half in levels:
            tall = 0.165 if low < 0.5 else 0.13
            if low + tall > height:
                continue
            left, right = at(mast - half, low), at(mast + half * 1.06, low)
            top_right, top_left = at(mast + half * 0.82, low + tall), at(mast - half * 0.84, low + tall)
            swell_right = at(mast + half * 1.3, low + tall * 0.5)
            swell_left = at(mast - half * 0.6, low + tall * 0.5)
            data = (
                f"M{left[0]:.1f},{left[1]:.1f}L{right[0]:.1f},{right[1]:.1f}"
                f"Q{swell_right[0]:.1f},{swell_right[1]:.1f} {top_right[0]:.1f},{top_right[1]:.1f}"
                f"L{top_left[0]:.1f},{top_left[1]:.1f}"
                f"Q{swell_left[0]:.1f},{swell_left[1]:.1f} {left[0]:.1f},{left[1]:.1f}Z"
            )
            canvas.path(data, sail)
            with canvas.clip(data):
                canvas.rect(*at(mast + half * 0.3, low + tall), size * half * 1.2, size * tall, INK, opacity=0.16)
    canvas.polygon([at(0.34, 0.60), at(0.62, 0.15), at(0.36, 0.17)], sail)
    canvas.line([at(0.44, 0.08), at(0.66, 0.16)], hull, size * 0.02)
    hull_line = [at(-0.48, 0.13), at(0.52, 0.11), at(0.42, -0.03), at(-0.40, -0.03)]
    canvas.polygon(hull_line, hull)
    canvas.polygon([at(-0.47, 0.10), at(0.50, 0.085), at(0.49, 0.065), at(-0.46, 0.075)], OCHRE)


def draw():
    canvas = Canvas(background=OCHRE)
    scenery.halo(canvas, 500, 470, 170, lighter(OCHRE, 0.62), AMBER, steps=7, reach=640)
    scenery.cloud(canvas, 180, 250, 260, lighter(OCHRE, 0.35), 0.7)
    scenery.cloud(canvas, 820, 200, 300, lighter(OCHRE, 0.3), 0.6)
    scenery.bands(canvas, 520, 720, mix(AMBER, SLATE, 0.35), mix(CRIMSON, INK, 0.55), steps=5)
    for i in range(7):
        half = 150 - 13 * i
        canvas.rect(500 - half, 528 + i * 20, half * 2, 8, lighter(OCHRE, 0.5), 4, 0.75)
    clipper(canvas, 212, 535, 150, mix(INK, CRIMSON, 0.3), mix(SAND, OCHRE, 0.35))
    clipper(canvas, 815, 540, 190, mix(INK, CRIMSON, 0.2), mix(SAND, OCHRE, 0.22))
    clipper(canvas, 500, 556, 330, INK, lighter(SAND, 0.3))
    scenery.ridge(canvas, 700, 50, mix(TEAL, CRIMSON, 0.55), seed=21, steps=5)
    scenery.ridge(canvas, 760, 50, darker(TEAL, 0.35), seed=22, steps=6)
    dice = random.Random(13)
    for row in range(6):
        y = 705 + row * 46
        size = 34 + row * 21
        if row:
            canvas.rect(0, y + 20, 1000, 400, darker(TEAL, 0.3 + 0.09 * row), opacity=0.55)
        count = 15 - row * 2
        for i in range(count):
            x = 1000 * (i + 0.5 + (dice.random() - 0.5) * 0.7) / count
            lift = dice.uniform(-16, 16)
            tone = mix(CRIMSON, AMBER, dice.choice((0, 0.12, 0.3)) * (1 - row / 8))
            if row > 1 and i % 3 == 1:
                side = x + size * 0.75
                props.poppy_head(
                    canvas, side, y + lift - size * 0.5, size * 0.8, stem=(side + size * 0.1, y + size * 2.2)
                )
            props.poppy(canvas, x, y + lift, size, stem=(x - size * 0.1, y + size * 2.2), colour=lighter(tone, 0.02))
    return canvas
