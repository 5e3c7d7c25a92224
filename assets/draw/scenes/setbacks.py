"""11: a broken bridge over a rough strait under storm clouds."""

from .. import geometry, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, SLATE, TEAL, darker, lighter, mix


def swell(canvas, y, height, length, phase, colour, crest):
    """One row of pointed waves across the whole width."""
    count = int(1000 / length) + 3
    data = f"M{-length + phase},{y}"
    for i in range(count):
        x = -length + phase + i * length
        data += (
            f"Q{x + length * 0.42:.1f},{y} {x + length * 0.62:.1f},{y - height}"
            f"Q{x + length * 0.66:.1f},{y - height * 0.2:.1f} {x + length:.1f},{y}"
        )
    canvas.path(f"{data}V1000H{-length + phase}Z", colour)
    for i in range(count):
        # Foam on the upper half of the long back of each wave.
        foam = []
        for step in range(5, 11):
            t = step / 10
            foam.append((-length + phase + length * (i + 0.84 * t * (1 - t) + 0.62 * t * t), y - height * t * t))
        canvas.line(foam, crest, 2 + height / 10)


def half_bridge(canvas, side):
    """The bridge from one edge; `side` 1 mirrors the left half."""

    def at(x, y):
        return (1000 - x if side == 1 else x), y

    colour = CRIMSON if side == -1 else INK
    back = darker(colour, 0.35)
    for x in (115, 290):
        canvas.polygon([at(x - 26, 560), at(x + 26, 560), at(x + 36, 840), at(x - 36, 840)], mix(SLATE, INK, 0.55))
        canvas.polygon([at(x + 4, 560), at(x + 26, 560), at(x + 36, 840), at(x + 8, 840)], NIGHT, 0.35)
        canvas.line([at(x, 560), at(x, 352)], colour, 20)
    cable = [
        at(-60, 500),
        at(20, 440),
        at(115, 356),
        at(160, 436),
        at(203, 462),
        at(246, 436),
        at(290, 356),
        at(342, 446),
        at(372, 492),
    ]
    canvas.line(cable, back, 8, soft=True)
    for x in (40, 77, 152, 190, 228, 320):
        top = {40: 424, 77: 390, 152: 424, 190: 458, 228: 450, 320: 412}[x]
        canvas.line([at(x, top), at(x, 545)], back, 5)
    canvas.polygon(
        [at(-20, 540), at(404, 540), at(384, 549), at(414, 556), at(390, 566), at(400, 582), at(-20, 582)],
        colour,
    )
    canvas.polygon([at(-20, 566), at(390, 566), at(400, 582), at(-20, 582)], NIGHT, 0.3)
    for x, y, size, tilt in ((408, 592, 20, 24), (390, 622, 14, -18), (424, 634, 10, 50)):
        canvas.polygon(geometry.turn(geometry.box(*at(x, y), size * 1.7, size), *at(x, y), tilt), back)


def draw():
    canvas = Canvas(background=NIGHT)
    scenery.bands(canvas, 0, 640, mix(INK, NIGHT, 0.4), mix(SLATE, PALE, 0.1), steps=7)
    canvas.circle(500, 520, 190, lighter(SLATE, 0.08))
    canvas.circle(500, 520, 140, lighter(SLATE, 0.22))
    for x, y, size, tone in ((150, 210, 560, 0.55), (830, 190, 600, 0.62), (480, 160, 620, 0.8)):
        scenery.cloud(canvas, x, y, size, mix(SLATE, NIGHT, tone), shade=mix(SLATE, NIGHT, tone + 0.15))
    scenery.cloud(canvas, 280, 300, 380, mix(SLATE, INK, 0.45), shade=mix(SLATE, INK, 0.75))
    scenery.cloud(canvas, 720, 318, 420, mix(SLATE, INK, 0.55), shade=mix(SLATE, INK, 0.85))
    bolt = [(520, 300), (470, 420), (506, 414), (476, 520), (560, 386), (520, 392), (556, 300)]
    canvas.polygon(bolt, lighter(OCHRE, 0.15))
    canvas.rect(0, 636, 1000, 364, mix(TEAL, SLATE, 0.45))
    canvas.blob([(446, 648), (470, 622), (496, 604), (520, 612), (554, 648), (500, 656)], INK)
    canvas.blob([(446, 648), (470, 622), (496, 604), (500, 626), (480, 652)], mix(INK, SLATE, 0.3))
    swell(canvas, 676, 20, 90, 10, mix(TEAL, SLATE, 0.2), lighter(SLATE, 0.5))
    swell(canvas, 724, 34, 140, -50, mix(TEAL, INK, 0.18), lighter(SLATE, 0.5))
    half_bridge(canvas, -1)
    half_bridge(canvas, 1)
    for side in (-1, 1):
        shore = [(-20, 590), (64, 600), (96, 680), (150, 760), (170, 1010), (-20, 1010)]
        points = [((1000 - x) if side == 1 else x, y) for x, y in shore]
        canvas.polygon(points, darker(TEAL, 0.68))
    swell(canvas, 812, 52, 210, -120, mix(TEAL, INK, 0.42), lighter(SLATE, 0.4))
    swell(canvas, 900, 62, 290, -40, mix(TEAL, NIGHT, 0.62), SLATE)
    return canvas
