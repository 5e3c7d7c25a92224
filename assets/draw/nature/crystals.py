"""Sixes: snow and honeycombs."""

import math
import random

from .. import geometry
from ..canvas import Canvas
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, lighter, mix

_GROUNDS = (TEAL, INK, mix(SLATE, INK, 0.35))


def flake(number):
    """A snow crystal of six like arms; the number decides on the arms' branches."""
    dice = random.Random(70 + number)
    canvas = Canvas(600, 600, mix(_GROUNDS[number % 3], NIGHT, 0.35))
    arms = _arm(dice)
    core = dice.choice((40, 62, 84))
    for turn in range(6):
        with canvas.group(f"translate(300 300) rotate({60 * turn})"):
            for points, width in arms:
                canvas.line(points, PAPER, width)
    hexagon = [geometry.polar(300, 300, core, 60 * i) for i in range(6)]
    canvas.polygon(hexagon, lighter(PALE, 0.3))
    canvas.polygon([geometry.polar(300, 300, core * 0.68, 60 * i) for i in range(6)], mix(PALE, TEAL, 0.35))
    for turn in range(6):
        canvas.line([(300, 300), geometry.polar(300, 300, core * 0.68, 60 * turn)], PAPER, 4, 0.8)
    return canvas


def _arm(dice):
    """Return the strokes of one arm along the x axis, both of its sides alike: points and widths."""
    reach = dice.uniform(215, 245)
    strokes = [([(0, 0), (reach, 0)], 13)]
    place = 70 + dice.uniform(0, 20)
    while place < reach - 14:
        length = dice.uniform(0.25, 0.95) * min(reach - place, place) * 0.8 + 10
        for side in (-60, 60):
            end = geometry.polar(place, 0, length, side)
            strokes.append(([(place, 0), end], 9))
            if length > 62:
                for share in (0.5, 0.78):
                    x, y = geometry.between((place, 0), end, share)
                    strokes.append(([(x, y), geometry.polar(x, y, length * 0.24, 0)], 6))
        place += dice.uniform(26, 46)
    if dice.random() < 0.5:
        tip = [geometry.polar(reach, 0, 17, 60 * i) for i in range(7)]
        strokes.append((tip, 7))
    return strokes


def honeycomb():
    """A comb, some cells full of honey, some open; the left is darker, for words."""
    canvas = Canvas(1920, 1080, mix(CRIMSON, NIGHT, 0.75))
    dice = random.Random(44)
    size = 74
    wide, high = math.sqrt(3) * size, 1.5 * size
    for row in range(-1, 12):
        for column in range(-1, 17):
            x, y = (column + 0.5 * (row % 2)) * wide, row * high
            light = max(0.0, min(1.0, x / 1920)) ** 0.8
            _cell(canvas, x, y, size, light, dice)
    return canvas


def _cell(canvas, x, y, size, light, dice):
    """One cell; `light` is 0 in the shadow and 1 in the sun."""

    def hexagon(share, dy=0.0):
        return [geometry.polar(x, y + dy, size * share, 60 * i - 90) for i in range(6)]

    wall = mix(mix(CRIMSON, NIGHT, 0.55), lighter(OCHRE, 0.3), light)
    canvas.polygon(hexagon(0.98), wall)
    canvas.polygon(hexagon(0.84), mix(wall, NIGHT, 0.55))
    if dice.random() < 0.72:
        honey = mix(mix(CRIMSON, NIGHT, 0.5), dice.choice((OCHRE, AMBER, mix(OCHRE, CRIMSON, 0.18))), light)
        canvas.polygon(hexagon(0.76, 3), honey)
        canvas.line(
            [geometry.polar(x, y + 3, size * 0.55, d) for d in (150, 180, 210)],
            PAPER,
            7,
            0.15 + 0.45 * light,
            soft=True,
        )
    else:
        canvas.polygon(hexagon(0.62, 6), mix(wall, NIGHT, 0.82))
