"""09: a tipped prescription bottle; its trail of pills grows and darkens."""

import random

from .. import geometry, props, scenery
from ..canvas import Canvas
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix

# The waves of the trail: half width at the start, colour of the ground, pills.
PATH = [
    (415, 372),
    (560, 410),
    (690, 470),
    (690, 560),
    (540, 620),
    (350, 680),
    (290, 770),
    (400, 870),
    (600, 960),
    (700, 1060),
]
WAVES = (lighter(SAND, 0.2), OCHRE, mix(AMBER, CRIMSON, 0.4), darker(CRIMSON, 0.25), NIGHT)


def bottle(canvas):
    """The amber bottle, lying with its mouth to the lower right."""
    with canvas.group("rotate(24 300 320)"):
        canvas.rect(120, 310, 340, 170, NIGHT, 40, 0.22)
        canvas.rect(90, 220, 300, 190, AMBER, 26)
        canvas.rect(376, 240, 34, 150, darker(AMBER, 0.18), 6)
        for x in (382, 394):
            canvas.rect(x, 236, 8, 158, lighter(AMBER, 0.18), 4)
        canvas.ellipse(410, 315, 20, 76, darker(AMBER, 0.45))
        canvas.ellipse(414, 318, 14, 60, darker(AMBER, 0.65))
        canvas.rect(150, 220, 150, 190, PAPER)
        canvas.rect(150, 220, 150, 34, CRIMSON)
        props.sheet_lines(canvas, 168, 286, 110, 4, 26, PALE, 9)
        canvas.rect(100, 236, 280, 20, PAPER, 10, 0.38)
        canvas.rect(90, 356, 300, 54, NIGHT, 26, 0.2)


def cap(canvas, x, y):
    canvas.ellipse(x + 26, y + 40, 84, 44, NIGHT, 0.22)
    canvas.ellipse(x, y + 30, 80, 46, PALE)
    canvas.rect(x - 80, y, 160, 30, PALE)
    for i in range(9):
        canvas.rect(x - 72 + i * 17, y + 8, 6, 40, SLATE, 3, 0.45)
    canvas.ellipse(x, y, 80, 46, PAPER)
    canvas.ellipse(x, y, 58, 32, lighter(PALE, 0.4))


def draw():
    canvas = Canvas(background=TEAL)
    scenery.halo(canvas, 420, 330, 250, lighter(TEAL, 0.4), darker(TEAL, 0.24), steps=6, reach=860)
    dense = [(x, y) for span in _curve(PATH) for x, y in span]
    steps = geometry.walk(dense, 9)
    for i, (x, y, _) in enumerate(steps):
        share = i / len(steps)
        canvas.ellipse(x, y, 30 + 122 * share, 18 + 62 * share, WAVES[min(4, int(share * 5))])
    bottle(canvas)
    cap(canvas, 650, 260)
    _pills(canvas, steps)
    return canvas


def _pills(canvas, steps):
    """Scatter pills along the trail, from pale and few to dark and many."""
    dice = random.Random(9)
    colours = (
        (PAPER, PAPER),
        (PAPER, lighter(OCHRE, 0.4)),
        (PAPER, OCHRE),
        (lighter(CRIMSON, 0.3), CRIMSON),
        (SLATE, INK),
    )
    spots = [i for i in range(0, len(steps), 2) for _ in range(2 if i > len(steps) * 0.55 and i % 4 == 0 else 1)]
    for i in spots:
        share = i / len(steps)
        x, y, _ = steps[i]
        wave = min(4, int(share * 5))
        x += (dice.random() - 0.5) * (30 + 210 * share)
        y += (dice.random() - 0.5) * (20 + 100 * share)
        size, angle = 30 + 48 * share, dice.random() * 180
        if dice.random() < 0.45:
            props.tablet(canvas, x, y, size * 0.42, lighter(colours[wave][1], 0.25))
        else:
            props.capsule(canvas, x, y, size * 1.15, angle, colours[wave][1], colours[wave][0])


def _curve(points):
    """Sample the soft curve through the points."""
    for start, first, second, end in geometry.bezier_spans(points, closed=False):
        span = []
        for i in range(24):
            t = i / 24
            points = (start, first, second, end)
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            span.append(
                tuple(
                    sum(weight * point[axis] for weight, point in zip(weights, points, strict=True)) for axis in (0, 1)
                )
            )
        yield span
