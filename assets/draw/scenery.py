"""Sky, land and water: the backgrounds that the pictures share."""

import random

from .canvas import smooth
from .palette import ramp


def halo(canvas, x, y, radius, inner, outer, steps=6, reach=900, middle=None):
    """The signature of the series: flat rings of light around one disc.

    A `middle` colour keeps a long ramp from passing through mud.
    """
    colours = ramp(outer, inner, steps)
    if middle:
        half = steps // 2
        colours = ramp(outer, middle, half + 1)[:-1] + ramp(middle, inner, steps - half)
    canvas.rect(0, 0, canvas.width, canvas.height, outer)
    for i, colour in enumerate(colours):
        share = 1 - i / (steps - 1)
        canvas.circle(x, y, radius + (reach - radius) * share**1.25, colour)


def bands(canvas, top, bottom, first, second, steps=5):
    """A vertical gradient in flat layers."""
    depth = (bottom - top) / steps
    for i, colour in enumerate(ramp(first, second, steps)):
        # Each band runs to the bottom, so that no seam opens between two.
        y = top + depth * i
        canvas.rect(0, y, canvas.width, bottom - y, colour)


def ridge(canvas, base, height, colour, seed, steps=7, bottom=None):
    """A soft line of hills, filled down to `bottom`."""
    dice = random.Random(seed)
    bottom = canvas.height if bottom is None else bottom
    stride = canvas.width / steps
    crest = [(stride * (i - 0.5), base - height * dice.random()) for i in range(steps + 2)]
    line = smooth(crest, closed=False)
    canvas.path(f"{line}L{canvas.width + stride:.0f},{bottom}L{-stride:.0f},{bottom}Z", colour)


def cloud(canvas, x, y, size, colour, opacity=1.0, shade=None):
    """A flat-bottomed cloud, `size` wide, its base line at y."""
    lumps = ((-0.30, 0.10, 0.10), (-0.13, 0.15, 0.15), (0.11, 0.20, 0.20), (0.31, 0.09, 0.09))
    data = ""
    for across, up, radius in lumps:
        cx, cy, r = x + across * size, y - up * size, radius * size
        data += f"M{cx - r:.1f},{cy:.1f}a{r:.1f},{r:.1f} 0 1 1 {2 * r:.1f},0a{r:.1f},{r:.1f} 0 1 1 {-2 * r:.1f},0Z"
    left, right, bar = x - 0.42 * size, x + 0.42 * size, 0.11 * size
    data += (
        f"M{left:.1f},{y:.1f}a{bar / 2:.1f},{bar / 2:.1f} 0 0 1 0,{-bar:.1f}"
        f"L{right:.1f},{y - bar:.1f}a{bar / 2:.1f},{bar / 2:.1f} 0 0 1 0,{bar:.1f}Z"
    )
    canvas.path(data, colour, opacity)
    if shade:
        with canvas.clip(data):
            canvas.rect(x - size, y - bar * 0.55, 2 * size, bar, shade)


def ripples(canvas, top, bottom, colour, seed, count=60, left=0, right=None, opacity=0.6):
    """Short level strokes on water: small far away, long nearby."""
    dice = random.Random(seed)
    right = canvas.width if right is None else right
    for _ in range(count):
        near = dice.random() ** 0.8
        y = top + (bottom - top) * near
        length = (18 + 90 * near) * (0.5 + dice.random())
        x = left + (right - left) * dice.random()
        canvas.line([(x - length / 2, y), (x + length / 2, y)], colour, 1.6 + 4 * near, opacity)
