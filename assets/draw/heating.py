"""The three pictures of the ministry's briefing: a town, and one house twice."""

import random

from . import geometry, scenery
from .canvas import Canvas
from .palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix


def town():
    """A town on a winter evening, warm windows in it; the sky at the left stays calm for a title."""
    canvas = Canvas(1920, 1080)
    scenery.halo(
        canvas, 1480, 470, 120, lighter(OCHRE, 0.4), NIGHT, steps=14, reach=1500, middle=mix(CRIMSON, INK, 0.35)
    )
    scenery.ridge(canvas, 690, 190, mix(INK, CRIMSON, 0.22), seed=3, steps=7)
    scenery.ridge(canvas, 760, 110, mix(INK, SLATE, 0.12), seed=8, steps=6)
    dice = random.Random(21)
    for row, (base, size) in enumerate(((800, 70), (870, 96), (965, 132))):
        tone = mix(mix(INK, SLATE, 0.28 - 0.1 * row), NIGHT, 0.2 * row)
        x = 620 - 190 * row
        while x < 2000:
            wide, high = size * dice.uniform(0.9, 1.35), size * dice.uniform(0.75, 1.2)
            _small_house(canvas, dice, x, base + dice.uniform(-8, 8), wide, high, tone)
            x += wide * dice.uniform(1.12, 1.5)
        if row == 1:
            _church(canvas, 1190, 880, 150, tone)
    canvas.blob([(-80, 960), (380, 950), (900, 985), (1500, 970), (2040, 990), (2040, 1180), (-80, 1180)], NIGHT)
    canvas.blob(
        [(-80, 1010), (500, 1000), (1200, 1035), (2040, 1020), (2040, 1180), (-80, 1180)], mix(NIGHT, PALE, 0.12)
    )
    for _ in range(60):
        canvas.circle(dice.uniform(0, 1920), dice.uniform(0, 430), dice.uniform(1, 2.4), PAPER, dice.uniform(0.2, 0.7))
    return canvas


def _small_house(canvas, dice, x, base, wide, high, tone):
    """A house of the town: walls, a roof with snow on it, and windows of which most are lit."""
    canvas.rect(x, base - high, wide, high + 60, tone)
    peak = base - high - wide * 0.46
    canvas.polygon(
        [(x - wide * 0.1, base - high), (x + wide / 2, peak), (x + wide * 1.1, base - high)], mix(tone, PALE, 0.55)
    )
    canvas.polygon(
        [(x - wide * 0.02, base - high), (x + wide / 2, peak + wide * 0.09), (x + wide * 1.02, base - high)],
        darker(tone, 0.2),
    )
    count = max(2, round(wide / 34))
    for i in range(count):
        for level in range(max(1, round(high / 46))):
            lit = dice.random() < 0.7
            colour = lighter(OCHRE, dice.choice((0, 0.2, 0.35))) if lit else mix(tone, SLATE, 0.35)
            side = wide * 0.56 / count
            canvas.rect(
                x + wide * (i + 0.5) / count - side / 2, base - high + 12 + level * 42, side, side * 1.3, colour, 2
            )


def _church(canvas, x, base, size, tone):
    """A tower with a spire."""
    canvas.rect(x - size * 0.2, base - size * 1.5, size * 0.4, size * 1.6, tone)
    canvas.polygon(
        [(x - size * 0.25, base - size * 1.5), (x, base - size * 2.5), (x + size * 0.25, base - size * 1.5)],
        darker(tone, 0.25),
    )
    canvas.circle(x, base - size * 1.22, size * 0.09, lighter(OCHRE, 0.3))


def before():
    """A house cut open before its renewal: thin walls, a boiler in the cellar, smoke above, warmth that leaves."""
    canvas = _street(mix(SLATE, PALE, 0.35))
    for x, y, size in ((790, 130, 190), (880, 72, 150), (980, 30, 130)):
        scenery.cloud(canvas, x, y, size, mix(SLATE, INK, 0.25), 0.75)
    _house(canvas, wall=18, roof=16, shell=mix(SAND, SLATE, 0.45), inside=mix(SAND, SLATE, 0.18))
    canvas.rect(707, 170, 66, 130, mix(CRIMSON, INK, 0.45))
    canvas.rect(697, 160, 86, 20, mix(CRIMSON, INK, 0.6))
    _boiler(canvas, 764, 838)
    for y in (396, 560):
        for x in (258, 942):
            _leaving(canvas, x, y, -1 if x < 600 else 1)
    for x in (430, 600):
        _rising(canvas, x, 218 if x == 600 else 292)
    return canvas


def after():
    """The same house after its renewal: thick walls, a heat pump beside it, panels on the roof."""
    canvas = _street(lighter(PALE, 0.25))
    for i in range(6):
        canvas.circle(170, 140, 190 - 26 * i, mix(lighter(PALE, 0.25), lighter(OCHRE, 0.35), (i + 1) / 6))
    _house(canvas, wall=46, roof=44, shell=mix(TEAL, PALE, 0.25), inside=lighter(OCHRE, 0.62))
    for i in range(4):
        start = 0.12 + 0.2 * i
        low, high = (
            geometry.between((955, 356), (600, 110), start),
            geometry.between((955, 356), (600, 110), start + 0.17),
        )
        canvas.line([low, high], INK, 24, cap="butt")
        canvas.line([low, high], mix(TEAL, SLATE, 0.35), 12, cap="butt")
    _heat_pump(canvas, 1000, 690)
    canvas.line([(1000, 716), (900, 716), (900, 800), (330, 800)], CRIMSON, 9, 0.85)
    return canvas


def _street(sky):
    """Sky, ground and the cellar's earth."""
    canvas = Canvas(1200, 960, sky)
    scenery.ridge(canvas, 600, 110, mix(sky, TEAL, 0.3), seed=12, steps=5)
    canvas.rect(0, 730, 1200, 230, mix(AMBER, INK, 0.62))
    canvas.rect(0, 718, 1200, 26, mix(TEAL, OCHRE, 0.35))
    return canvas


def _house(canvas, wall, roof, shell, inside):
    """A house in section, `wall` and `roof` thick: two storeys, a loft and a cellar."""
    canvas.polygon([(270, 350), (600, 122), (930, 350)], inside)
    canvas.rect(280, 350, 640, 370, inside)
    canvas.rect(280, 730, 640, 150, mix(inside, INK, 0.35))
    canvas.line([(245, 366), (600, 118), (955, 366)], shell, roof + 14)
    for x in (280, 920):
        canvas.line([(x, 352), (x, 880)], shell, wall, cap="butt")
    canvas.line([(270, 880), (930, 880)], shell, 20)
    for y in (350, 540, 728):
        canvas.rect(280, y - 8, 640, 16, mix(shell, INK, 0.3))
    for y in (404, 590):
        for x in (340, 770):
            _window(canvas, x, y, shell)
    _sofa(canvas, 450, 720)
    _bed(canvas, 500, 532)


def _window(canvas, x, y, shell):
    canvas.rect(x, y, 96, 84, mix(shell, INK, 0.45), 4)
    canvas.rect(x + 7, y + 7, 38, 70, lighter(PALE, 0.3))
    canvas.rect(x + 51, y + 7, 38, 70, lighter(PALE, 0.3))


def _sofa(canvas, x, y):
    canvas.rect(x, y - 74, 190, 50, darker(TEAL, 0.15), 14)
    canvas.rect(x - 14, y - 52, 218, 38, TEAL, 12)
    for leg in (x + 4, x + 176):
        canvas.rect(leg, y - 16, 10, 16, INK)
    canvas.line([(x + 226, y), (x + 226, y - 110)], INK, 6)
    canvas.polygon(
        [(x + 200, y - 104), (x + 252, y - 104), (x + 240, y - 146), (x + 212, y - 146)], lighter(OCHRE, 0.2)
    )


def _bed(canvas, x, y):
    canvas.rect(x, y - 84, 14, 84, mix(AMBER, INK, 0.5), 3)
    canvas.rect(x, y - 46, 220, 32, CRIMSON, 8)
    canvas.rect(x + 14, y - 60, 56, 22, PAPER, 9)
    canvas.rect(x + 206, y - 52, 14, 52, mix(AMBER, INK, 0.5), 3)


def _boiler(canvas, x, y):
    """An old boiler with its flame, its pipe to the chimney."""
    canvas.line([(x - 24, y - 40), (x - 24, 300)], mix(SLATE, INK, 0.4), 22, cap="butt")
    canvas.rect(x - 90, y - 84, 132, 118, mix(SLATE, INK, 0.25), 12)
    canvas.rect(x - 66, y - 30, 84, 46, NIGHT, 8)
    for dx, size in ((-44, 26), (-24, 36), (-4, 24)):
        flame = [
            (x + dx - 11, y + 12),
            (x + dx - 8, y - size * 0.3),
            (x + dx, y - size),
            (x + dx + 9, y - size * 0.25),
            (x + dx + 11, y + 12),
        ]
        canvas.blob(flame, OCHRE if size > 30 else AMBER)


def _heat_pump(canvas, x, y):
    """The outdoor unit: a box with a fan."""
    canvas.rect(x - 8, y + 26, 160, 14, INK)
    canvas.rect(x, y - 84, 144, 112, PAPER, 8)
    canvas.rect(x + 110, y - 70, 22, 84, PALE, 4)
    canvas.circle(x + 56, y - 28, 46, INK)
    for i in range(5):
        blade = geometry.turn([(x + 56, y - 28), (x + 66, y - 70), (x + 88, y - 56)], x + 56, y - 28, 72 * i)
        canvas.blob(blade, PALE)
    canvas.circle(x + 56, y - 28, 10, CRIMSON)


def _leaving(canvas, x, y, side):
    """Waves of warmth that leave through a wall."""
    for i in range(3):
        start = x + side * (14 + 34 * i)
        canvas.line(
            [(start, y), (start + side * 12, y + 26), (start - side * 4, y + 52), (start + side * 10, y + 80)],
            mix(CRIMSON, OCHRE, 0.25 * i),
            9 - 2 * i,
            0.9 - 0.2 * i,
            soft=True,
        )


def _rising(canvas, x, y):
    """Warmth that leaves through the roof."""
    for i in range(3):
        start = y - 62 - 32 * i
        canvas.line(
            [(x - 40, start), (x - 14, start - 12), (x + 12, start + 4), (x + 40, start - 10)],
            mix(CRIMSON, OCHRE, 0.25 * i),
            9 - 2 * i,
            0.9 - 0.2 * i,
            soft=True,
        )


ALL = (("town", town), ("before", before), ("after", after))
