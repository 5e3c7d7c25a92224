"""05: an empty conference room, curtains half drawn on the mist."""

import random

from .. import geometry
from ..canvas import Canvas
from ..palette import INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix

VIEW = geometry.Camera(x=500, horizon=470, height=1.55, scale=620)


def slab(canvas, left, right, low, high, near, far, colours):
    """A block in perspective; `colours` are top, side and front."""
    top, side, front = colours
    if left > 0 or right < 0:
        edge = left if left > 0 else right
        canvas.polygon(VIEW.quad((edge, low, near), (edge, high, near), (edge, high, far), (edge, low, far)), side)
    canvas.polygon(VIEW.quad((left, high, near), (right, high, near), (right, high, far), (left, high, far)), top)
    canvas.polygon(VIEW.quad((left, low, near), (right, low, near), (right, high, near), (left, high, near)), front)


def chair(canvas, side, near):
    """A chair on one side of the table: seat, back and two visible legs."""
    colour = mix(TEAL, INK, 0.45)
    inner, outer = sorted((side * 0.80, side * 1.20))
    for x in (inner + 0.03, outer - 0.08):
        slab(canvas, x, x + 0.05, 0, 0.45, near + 0.04, near + 0.09, (INK, INK, NIGHT))
    slab(
        canvas,
        inner,
        outer,
        0.43,
        0.52,
        near,
        near + 0.38,
        (lighter(colour, 0.12), colour, darker(colour, 0.3)),
    )
    back = sorted((side * 1.14, side * 1.22))
    slab(
        canvas,
        *back,
        0.5,
        1.16,
        near,
        near + 0.38,
        (lighter(colour, 0.25), lighter(colour, 0.06), darker(colour, 0.35)),
    )


def window(canvas):
    """The misty window and its curtains."""
    canvas.rect(292, 196, 416, 300, lighter(SLATE, 0.5))
    canvas.rect(306, 210, 388, 272, lighter(PALE, 0.35))
    canvas.circle(500, 330, 62, PAPER, 0.8)
    canvas.rect(306, 370, 388, 112, PALE)
    canvas.rect(306, 412, 388, 70, mix(PALE, SLATE, 0.25))
    canvas.rect(494, 210, 12, 272, lighter(SLATE, 0.5))
    for start, step in ((270, 1), (730, -1)):
        for i in range(5):
            x = start + step * i * 23
            left = min(x, x + step * 26)
            shade = mix(SLATE, INK, 0.30 + 0.16 * (i % 2))
            canvas.polygon([(left, 176), (left + 26, 176), (left + 26 - step * 5, 512), (left - step * 5, 512)], shade)
    canvas.rect(246, 166, 508, 16, INK, 8)


def mist(seed, y, height):
    """The outline of one long bank of mist across the picture."""
    dice = random.Random(seed)
    over = [(x, y - dice.random() * height * 0.4) for x in range(-100, 1101, 150)]
    under = [(x, y + height - dice.random() * height * 0.5) for x in range(1100, -101, -150)]
    return over + under


def clock(canvas, x, y, radius):
    canvas.circle(x + 6, y + 8, radius, NIGHT, 0.18)
    canvas.circle(x, y, radius, INK)
    canvas.circle(x, y, radius * 0.82, PAPER)
    for hour in range(12):
        ends = [geometry.polar(x, y, radius * r, hour * 30) for r in (0.62, 0.72)]
        canvas.line(ends, SLATE, 4)
    canvas.line([(x, y), geometry.polar(x, y, radius * 0.42, 205)], INK, 7)
    canvas.line([(x, y), geometry.polar(x, y, radius * 0.58, -72)], INK, 5)
    canvas.circle(x, y, 6, OCHRE)


def draw():
    wall = mix(SLATE, INK, 0.12)
    canvas = Canvas(background=wall)
    back, near, side, ceiling = 4.4, 0.9, 2.7, 4.0
    canvas.polygon(
        VIEW.quad((-side, 0, back), (side, 0, back), (side, 0, near), (-side, 0, near)), mix(SLATE, INK, 0.42)
    )
    for sign, shade in ((-1, 0.30), (1, 0.48)):
        x = sign * side
        canvas.polygon(
            VIEW.quad((x, 0, back), (x, ceiling, back), (x, ceiling, near), (x, 0, near)),
            mix(SLATE, INK, shade),
        )
    canvas.polygon(
        VIEW.quad((-side, ceiling, back), (side, ceiling, back), (side, ceiling, near), (-side, ceiling, near)),
        mix(SLATE, INK, 0.62),
    )
    canvas.polygon(
        VIEW.quad((-side, 0, back), (side, 0, back), (side, 0.16, back), (-side, 0.16, back)),
        mix(SLATE, INK, 0.55),
    )
    window(canvas)
    clock(canvas, 812, 292, 50)
    # Daylight from the window lies on the floor in two flat steps.
    for reach, opacity in ((1.5, 0.10), (1.0, 0.10)):
        canvas.polygon(
            VIEW.quad((-reach, 0, back), (reach, 0, back), (reach * 1.6, 0, near), (-reach * 1.6, 0, near)),
            PALE,
            opacity,
        )
    wood = mix(INK, OCHRE, 0.14)
    for z in (3.65, 3.1, 2.55, 2.0):
        for sign in (-1, 1):
            chair(canvas, sign, z)
    canvas.polygon(VIEW.quad((-0.7, 0, 1.9), (0.7, 0, 1.9), (0.7, 0, 4.0), (-0.7, 0, 4.0)), NIGHT, 0.45)
    for x in (-0.55, 0.43):
        slab(canvas, x, x + 0.12, 0, 0.7, 3.6, 3.8, (INK, INK, NIGHT))
        slab(canvas, x, x + 0.12, 0, 0.7, 2.0, 2.2, (INK, INK, NIGHT))
    slab(canvas, -0.75, 0.75, 0.70, 0.78, 1.8, 4.1, (lighter(wood, 0.2), INK, darker(wood, 0.35)))
    canvas.polygon(VIEW.quad((-0.36, 0.78, 4.1), (0.36, 0.78, 4.1), (0.5, 0.78, 1.8), (-0.5, 0.78, 1.8)), PALE, 0.22)
    for z in (2.1, 2.65, 3.2):
        for x in (-0.56, 0.56):
            canvas.polygon(
                VIEW.quad(
                    (x - 0.13, 0.78, z),
                    (x + 0.13, 0.78, z),
                    (x + 0.13, 0.78, z + 0.32),
                    (x - 0.13, 0.78, z + 0.32),
                ),
                PAPER,
                0.9,
            )
    # Mist hides the far end of the room, as the outcome of the talks is hidden.
    for seed, y, height, opacity in ((1, 512, 130, 0.20), (2, 556, 92, 0.20), (3, 590, 56, 0.20)):
        canvas.blob(mist(seed, y, height), lighter(PALE, 0.3), opacity)
    return canvas
