"""02: a crane lowers the last span into a bridge over a river."""

from .. import scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix

DECK = 560


def truss(canvas, left, right, top, colour, height=74, bay=62):
    """A deck with a braced girder above it."""
    bays = max(1, round((right - left) / bay))
    step = (right - left) / bays
    for i in range(bays):
        x = left + i * step
        ends = [(x, top), (x + step, top - height)]
        if i % 2:
            ends = [(x, top - height), (x + step, top)]
        canvas.line(ends, darker(colour, 0.2), 9)
    for i in range(bays + 1):
        x = left + i * step
        canvas.line([(x, top), (x, top - height)], colour, 9)
    canvas.line([(left, top - height), (right, top - height)], colour, 13)
    canvas.rect(left - 6, top - 8, right - left + 12, 28, colour)
    canvas.rect(left - 6, top + 10, right - left + 12, 10, NIGHT, opacity=0.3)


def pier(canvas, x, top=DECK + 20):
    canvas.polygon([(x - 34, top), (x + 34, top), (x + 52, 790), (x - 52, 790)], mix(SLATE, INK, 0.45))
    canvas.polygon([(x + 4, top), (x + 34, top), (x + 52, 790), (x + 10, 790)], NIGHT, 0.3)
    canvas.rect(x - 48, top, 96, 20, mix(SLATE, INK, 0.2))
    canvas.ellipse(x, 790, 62, 12, lighter(TEAL, 0.35))
    canvas.polygon([(x - 48, 794), (x + 48, 794), (x + 36, 930), (x - 36, 930)], NIGHT, 0.16)


def crane(canvas, x, foot):
    """A tower crane whose jib reaches over the gap."""
    colour, back = OCHRE, darker(OCHRE, 0.28)
    top = 215
    for y in range(top + 40, foot, 44):
        canvas.line([(x - 20, y), (x + 20, y + 44)], back, 6)
        canvas.line([(x + 20, y), (x - 20, y + 44)], back, 6)
    canvas.line([(x - 20, top + 30), (x - 20, foot)], colour, 10)
    canvas.line([(x + 20, top + 30), (x + 20, foot)], back, 10)
    canvas.line([(x, top - 70), (x - 330, top + 18)], colour, 4)
    canvas.line([(x, top - 70), (x + 150, top + 18)], colour, 4)
    canvas.polygon([(x - 14, top + 30), (x, top - 78), (x + 14, top + 30)], back)
    for i in range(12):
        left = x - 375 + i * 30
        canvas.line([(left, top + 42), (left + 15, top + 18), (left + 30, top + 42)], back, 5)
    canvas.line([(x - 345, top + 18), (x + 160, top + 18)], colour, 8)
    canvas.line([(x - 375, top + 42), (x + 160, top + 42)], colour, 9)
    canvas.rect(x + 105, top + 30, 62, 66, mix(SLATE, INK, 0.5), 5)
    canvas.rect(x - 34, top + 42, 68, 52, mix(CRIMSON, INK, 0.1), 8)
    canvas.rect(x - 26, top + 50, 30, 24, PALE, 4)


def draw():
    canvas = Canvas(background=lighter(TEAL, 0.5))
    scenery.halo(canvas, 500, 470, 215, lighter(PALE, 0.55), lighter(TEAL, 0.4), steps=7, reach=720)
    scenery.cloud(canvas, 190, 250, 230, PAPER, 0.75)
    scenery.cloud(canvas, 850, 180, 200, PAPER, 0.55)
    canvas.rect(0, 636, 1000, 90, lighter(TEAL, 0.36))
    scenery.ridge(canvas, 660, 150, lighter(TEAL, 0.36), seed=4)
    scenery.ridge(canvas, 690, 110, lighter(TEAL, 0.18), seed=9)
    scenery.bands(canvas, 700, 1000, mix(TEAL, PALE, 0.28), darker(TEAL, 0.22), steps=5)
    scenery.ripples(canvas, 716, 985, lighter(TEAL, 0.55), seed=2, count=70, opacity=0.5)
    for x, side in ((0, 1), (1000, -1)):
        canvas.polygon([(x, 600), (x + side * 96, 604), (x + side * 150, 1000), (x, 1000)], darker(TEAL, 0.55))
        canvas.polygon([(x, 600), (x + side * 96, 604), (x + side * 104, 640), (x, 640)], darker(TEAL, 0.35))
    crane(canvas, 715, DECK)
    for x in (205, 372, 628, 795):
        pier(canvas, x)
    truss(canvas, -20, 408, DECK, INK)
    truss(canvas, 592, 1020, DECK, INK)
    for x in (430, 570):
        canvas.line([(500, 352), (x, 400)], NIGHT, 4)
    canvas.line([(500, 257), (500, 340)], NIGHT, 4)
    canvas.rect(480, 254, 40, 18, NIGHT, 4)
    canvas.circle(500, 348, 12, NIGHT)
    truss(canvas, 418, 582, 474, CRIMSON, bay=55)
    # Dotted guides show where the span will come to rest.
    for x in (432, 568):
        canvas.line([(x, 512), (x, 574)], CRIMSON, 6, dash=(1, 14))
    return canvas
