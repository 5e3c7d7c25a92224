"""Flags on rippling cloth.

A flag is designed in a unit square (u along the fly, v down the hoist) and
bent by `Cloth`. Star centres are mapped exactly, so the proportions of the
official construction sheets survive the ripple.
"""

import math

from . import geometry
from .palette import CRIMSON, INK, NIGHT, OCHRE, PAPER, lighter, mix

FLAG_RED = mix(CRIMSON, OCHRE, 0.04)
FLAG_GOLD = lighter(OCHRE, 0.12)
FLAG_BLUE = lighter(INK, 0.08)


class Cloth:
    """A rectangle of cloth whose ripple grows from the pole to the fly."""

    def __init__(self, x, y, width, ratio=2 / 3, ripple=0.055, waves=1.35, phase=0.4, droop=0.05, slant=0.16):
        self.x, self.y, self.width, self.height = x, y, width, width * ratio
        self.ripple, self.waves, self.phase = ripple * width, waves, phase
        self.droop, self.slant = droop * width, slant

    def point(self, u, v):
        angle = self.phase + 2 * math.pi * self.waves * (u + self.slant * v)
        grown = min(1.0, u * 1.8) ** 0.7
        return (
            self.x + u * self.width + 0.25 * self.ripple * grown * math.cos(angle),
            self.y + v * self.height + self.droop * u * u + self.ripple * grown * math.sin(angle),
        )

    def patch(self, u0, v0, u1, v1, steps=28):
        """A rectangle of the design, bent with the cloth."""
        along = [u0 + (u1 - u0) * i / steps for i in range(steps + 1)]
        return [self.point(u, v0) for u in along] + [self.point(u, v1) for u in reversed(along)]

    def star(self, u, v, size, towards=None):
        """A star of radius `size` (share of the hoist) at (u, v)."""
        ratio = self.width / self.height
        pointing = -90.0
        if towards:
            pointing = math.degrees(math.atan2(towards[1] - v, (towards[0] - u) * ratio))
        corners = geometry.star(0, 0, size, pointing)
        return [self.point(u + dx / ratio, v + dy) for dx, dy in corners]

    def folds(self, canvas):
        """Flat bands of shade and light that follow the ripple."""
        for start, end, colour, opacity in (
            (0.05, 0.42, NIGHT, 0.16),
            (0.12, 0.30, NIGHT, 0.14),
            (0.55, 0.86, PAPER, 0.13),
        ):
            for turn in range(-1, math.ceil(self.waves) + 2):
                canvas.polygon(self._fold(turn + start, turn + end), colour, opacity)

    def _fold(self, start, end):
        def edge(turn, v):
            shift = self.phase / (2 * math.pi * self.waves) + self.slant * v
            return min(1, max(0, turn / self.waves - shift)), v

        steps = [i / 12 for i in range(13)]
        # All four sides are sampled: a straight chord would leave the cloth.
        outline = (
            [edge(start + (end - start) * s, 0) for s in steps]
            + [edge(end, s) for s in steps]
            + [edge(end + (start - end) * s, 1) for s in steps]
            + [edge(start, 1 - s) for s in steps]
        )
        return [self.point(u, v) for u, v in outline]


def pole(canvas, x, top, bottom, width=9, colour=INK):
    """A pole with a lit edge and a round finial; the cloth hangs at `x`."""
    canvas.rect(x - width, top, width, bottom - top, colour)
    canvas.rect(x - width, top, width * 0.35, bottom - top, PAPER, opacity=0.3)
    canvas.circle(x - width / 2, top - width * 0.5, width, OCHRE)


def china(canvas, cloth):
    """One large and four small stars, placed on the official 30 x 20 grid."""
    canvas.polygon(cloth.patch(0, 0, 1, 1), FLAG_RED)
    centre = (5 / 30, 5 / 20)
    canvas.polygon(cloth.star(*centre, 3 / 20), FLAG_GOLD)
    for column, row in ((10, 2), (12, 4), (12, 7), (10, 9)):
        star = cloth.star(column / 30, row / 20, 1.08 / 20, towards=centre)
        canvas.polygon(star, FLAG_GOLD)
    cloth.folds(canvas)


def united_states(canvas, cloth):
    """Thirteen stripes and a canton with nine rows of six and five stars."""
    # The white field goes first, so that no seam shows between the stripes.
    canvas.polygon(cloth.patch(0, 0, 1, 1), PAPER)
    for stripe in range(0, 13, 2):
        canvas.polygon(cloth.patch(0, stripe / 13, 1, (stripe + 1) / 13), FLAG_RED)
    width, depth = 0.42, 7 / 13
    canvas.polygon(cloth.patch(0, 0, width, depth), FLAG_BLUE)
    for row in range(9):
        across = 6 if row % 2 == 0 else 5
        for i in range(across):
            u = width * (i * 2 + (1 if across == 6 else 2)) / 12
            canvas.polygon(cloth.star(u, depth * (row + 1) / 10, 0.024), PAPER)
    cloth.folds(canvas)
