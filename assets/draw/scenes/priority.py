"""12: the dome of the US Capitol at night, in a beam of light."""

import random

from .. import scenery
from ..canvas import Canvas
from ..palette import INK, NIGHT, OCHRE, PALE, SLATE, TEAL, darker, lighter, mix

STONE, SHADE = lighter(PALE, 0.45), mix(PALE, SLATE, 0.6)


def columns(canvas, left, right, top, bottom, count, width):
    """A row of columns before a recessed wall."""
    canvas.rect(left, top, right - left, bottom - top, SHADE)
    step = (right - left - width) / (count - 1)
    for i in range(count):
        x = left + i * step
        canvas.rect(x, top, width, bottom - top, STONE)
        canvas.rect(x + width * 0.6, top, width * 0.4, bottom - top, SLATE, opacity=0.4)


def ledge(canvas, x, y, half, height=16):
    canvas.rect(x - half, y, half * 2, height, lighter(STONE, 0.5), 3)
    canvas.rect(x - half, y + height * 0.6, half * 2, height * 0.4, SLATE, opacity=0.45)


def dome(canvas, x):
    """From the drum up to the statue on the lantern."""
    columns(canvas, x - 160, x + 160, 520, 610, 15, 12)
    ledge(canvas, x, 506, 172)
    columns(canvas, x - 136, x + 136, 450, 506, 13, 9)
    ledge(canvas, x, 438, 146)
    canvas.path(
        f"M{x - 134},438C{x - 134},330 {x - 70},262 {x - 36},246H{x + 36}C{x + 70},262 {x + 134},330 {x + 134},438Z",
        STONE,
    )
    canvas.path(
        f"M{x + 36},246C{x + 70},262 {x + 134},330 {x + 134},438H{x + 66}C{x + 66},340 {x + 40},280 {x + 12},246Z",
        SLATE,
        0.4,
    )
    for share in (-0.72, -0.38, 0, 0.38, 0.72):
        canvas.stroke(f"M{x + share * 130},438Q{x + share * 128},320 {x + share * 34},250", SLATE, 4, 0.55)
    for share in (-0.55, -0.19, 0.19, 0.55):
        canvas.ellipse(x + share * 128, 408, 8, 13, SLATE, 0.8)
    ledge(canvas, x, 236, 46, 12)
    columns(canvas, x - 28, x + 28, 192, 238, 5, 6)
    canvas.path(f"M{x - 34},192Q{x},150 {x + 34},192Z", STONE)
    canvas.rect(x - 9, 140, 18, 34, SHADE, 3)
    canvas.polygon([(x - 10, 144), (x - 6, 108), (x + 6, 108), (x + 10, 144)], INK)
    canvas.circle(x, 102, 8, INK)


def wing(canvas, left, right):
    """One colonnaded wing with its windows dark."""
    canvas.rect(left, 648, right - left, 162, STONE)
    columns(canvas, left + 14, right - 14, 676, 770, 9, 11)
    ledge(canvas, (left + right) / 2, 640, (right - left) / 2 + 6)


def portico(canvas, x):
    columns(canvas, x - 150, x + 150, 682, 790, 9, 17)
    canvas.rect(x - 164, 660, 328, 24, STONE)
    canvas.polygon([(x - 172, 662), (x, 592), (x + 172, 662)], lighter(STONE, 0.4))
    canvas.polygon([(x - 122, 652), (x, 604), (x + 122, 652)], SHADE)
    for i in range(5):
        half, y = 158 + i * 20, 788 + i * 17
        canvas.rect(x - half, y, half * 2, 18, mix(STONE, SLATE, 0.14 * i))


def draw():
    night = mix(INK, SLATE, 0.12)
    canvas = Canvas(background=night)
    scenery.halo(canvas, 500, 420, 300, mix(INK, SLATE, 0.62), darker(INK, 0.35), steps=7, reach=800)
    dice = random.Random(12)
    for _ in range(46):
        canvas.circle(dice.uniform(0, 1000), dice.uniform(0, 480), dice.uniform(1.2, 3.2), PALE, 0.7)
    for foot, reach in (((64, 806), 470), ((936, 806), 530)):
        canvas.polygon([foot, (reach - 150, -40), (reach + 150, -40)], lighter(OCHRE, 0.3), 0.20)
        canvas.polygon([foot, (reach - 80, -40), (reach + 80, -40)], lighter(OCHRE, 0.5), 0.22)
    for x in (64, 936):
        canvas.rect(x - 30, 800, 60, 40, NIGHT, 8)
        canvas.ellipse(x, 802, 24, 9, lighter(OCHRE, 0.5))
    scenery.ridge(canvas, 836, 30, darker(TEAL, 0.6), seed=5, steps=12)
    canvas.rect(240, 608, 520, 60, mix(STONE, SLATE, 0.12))
    wing(canvas, 130, 372)
    wing(canvas, 628, 870)
    dome(canvas, 500)
    portico(canvas, 500)
    canvas.rect(0, 862, 1000, 138, darker(TEAL, 0.72))
    canvas.ellipse(500, 880, 420, 40, lighter(OCHRE, 0.1), 0.16)
    canvas.polygon([(430, 866), (570, 866), (700, 1000), (300, 1000)], mix(SLATE, INK, 0.45))
    return canvas
