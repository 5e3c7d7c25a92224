"""15: a road forks before a half-clouded sunrise; two kites pull apart."""

import math

from .. import flags, geometry, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix

# Both strings are tied to the same post.
KNOT = (500, 532)


def kite(canvas, x, y, size, tilt, left, right, tail, knot):
    """A diamond kite of two colours, its string pinned at `knot`."""
    top, foot = (x, y - size), (x, y + size * 1.25)
    west, east = (x - size * 0.74, y - size * 0.12), (x + size * 0.74, y - size * 0.12)
    top, foot, west, east = geometry.turn([top, foot, west, east], x, y, tilt)
    canvas.line([(x, y), geometry.between((x, y), knot, 0.55), knot], PAPER, 2.5, 0.8)
    ribbon = [
        foot,
        (foot[0] + tilt * 0.9, foot[1] + 44),
        (foot[0] - tilt * 0.6, foot[1] + 92),
        (foot[0] + tilt, foot[1] + 140),
    ]
    canvas.line(ribbon, tail, 7, soft=True)
    canvas.polygon([top, east, foot, west], left)
    canvas.polygon([top, east, foot], right)
    return top, east, foot, west


def road(canvas):
    """One road from the viewer, two roads to the horizon."""
    tar, edge = mix(INK, SLATE, 0.35), lighter(SAND, 0.3)
    left = "M330,1010C430,860 470,800 440,740C400,670 250,640 196,560H226C300,630 470,660 500,722"
    right = "C530,660 690,632 756,560H786C742,640 600,668 560,740C530,800 590,860 690,1010Z"
    canvas.stroke(left + right, edge, 10)
    canvas.path(left + right, tar)
    for dashes in (
        [(508, 1000), (500, 900), (500, 800)],
        [(492, 748), (400, 680), (222, 572)],
        [(510, 748), (600, 680), (762, 572)],
    ):
        canvas.line(dashes, lighter(OCHRE, 0.2), 6, dash=(24, 26), soft=True)


def signpost(canvas, x, base):
    """Two blank boards that point different ways."""
    canvas.polygon([(x, base), (x + 14, base), (x + 150, base + 40), (x + 128, base + 40)], NIGHT, 0.2)
    canvas.rect(x - 8, base - 170, 16, 170, NIGHT)
    for y, side, colour in ((base - 158, -1, INK), (base - 104, 1, CRIMSON)):
        canvas.polygon(
            [
                (x - side * 34, y),
                (x + side * 84, y),
                (x + side * 112, y + 20),
                (x + side * 84, y + 40),
                (x - side * 34, y + 40),
            ],
            colour,
        )
        canvas.rect(x - 50 + (side + 1) * 14, y + 17, 70, 6, PAPER, 3, 0.8)


def tree(canvas, x, base, size):
    canvas.rect(x - size * 0.05, base - size * 0.5, size * 0.1, size * 0.5, NIGHT)
    canvas.ellipse(x, base - size * 0.68, size * 0.3, size * 0.42, darker(TEAL, 0.35))
    canvas.ellipse(x - size * 0.07, base - size * 0.72, size * 0.2, size * 0.32, darker(TEAL, 0.1))


def draw():
    canvas = Canvas(background=lighter(OCHRE, 0.4))
    scenery.halo(canvas, 500, 540, 150, lighter(OCHRE, 0.75), mix(PALE, TEAL, 0.3), steps=8, reach=760)
    canvas.circle(500, 540, 138, OCHRE)
    canvas.circle(500, 540, 112, lighter(OCHRE, 0.25))
    scenery.ridge(canvas, 575, 95, mix(TEAL, PALE, 0.5), seed=31, steps=6)
    canvas.rect(0, 560, 1000, 440, mix(TEAL, OCHRE, 0.30))
    scenery.ridge(canvas, 650, 50, mix(TEAL, OCHRE, 0.18), seed=32, steps=4)
    scenery.ridge(canvas, 770, 60, mix(TEAL, OCHRE, 0.06), seed=33, steps=3)
    scenery.ridge(canvas, 890, 60, darker(TEAL, 0.14), seed=36, steps=4)
    for x, base, size in (
        (96, 612, 92),
        (158, 640, 118),
        (46, 668, 140),
        (856, 606, 88),
        (912, 640, 124),
        (962, 610, 84),
        (318, 590, 44),
        (652, 586, 40),
    ):
        tree(canvas, x, base, size)
    # The road ends cleanly at the horizon.
    with canvas.clip("M0,560H1000V1000H0Z"):
        road(canvas)
    scenery.cloud(canvas, 610, 500, 330, mix(SLATE, PALE, 0.35), shade=SLATE)
    scenery.cloud(canvas, 870, 420, 240, lighter(PALE, 0.3), 0.8)
    signpost(canvas, 500, 700)
    top, east, foot, west = kite(canvas, 275, 240, 104, -14, PAPER, PAPER, CRIMSON, KNOT)
    for i in range(5):
        a, b = i / 5, (i + 0.5) / 5
        canvas.polygon(
            [
                geometry.between(east, foot, a),
                geometry.between(east, foot, b),
                geometry.between(top, foot, b),
                geometry.between(top, foot, a),
            ],
            CRIMSON,
        )
    canvas.polygon([top, foot, west], flags.FLAG_BLUE)
    for u, v in ((0.22, 0.32), (0.40, 0.24), (0.36, 0.62), (0.58, 0.30), (0.76, 0.20)):
        x, y = geometry.between(geometry.between(top, foot, u), west, v)
        canvas.polygon(geometry.star(x, y, 12), PAPER)
    kite(canvas, 725, 230, 104, 14, flags.FLAG_RED, darker(CRIMSON, 0.18), OCHRE, KNOT)
    canvas.polygon(geometry.star(700, 204, 30, -76), flags.FLAG_GOLD)
    for x, y in ((742, 166), (758, 190), (756, 219), (738, 243)):
        towards = math.degrees(math.atan2(204 - y, 700 - x))
        canvas.polygon(geometry.star(x, y, 10, towards), flags.FLAG_GOLD)
    return canvas
