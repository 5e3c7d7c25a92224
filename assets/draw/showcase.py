"""The logo and the two pictures of the showcase deck."""

import random

from . import geometry, scenery
from .canvas import Canvas
from .palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix


def logo():
    """Three stacked slides, each a step further down and to the right."""
    canvas = Canvas(512, 512)
    for x, y, colour in ((48, 88, OCHRE), (104, 148, INK), (160, 208, CRIMSON)):
        canvas.rect(x, y, 304, 216, colour, 26)
    # The front slide carries the simplest of layouts: a picture and two lines.
    canvas.rect(190, 240, 104, 152, PAPER, 12)
    canvas.rect(316, 252, 118, 24, PAPER, 12)
    canvas.rect(316, 304, 84, 24, PAPER, 12, 0.6)
    return canvas


def quay_crane(canvas, x, base, size, colour):
    """A container crane in outline; its boom reaches to the left."""

    def at(u, v):
        return x + u * size, base - v * size

    beam = size * 0.026
    for u in (-0.16, 0.16):
        canvas.line([at(u, 0), at(u * 0.8, 0.62)], colour, beam, cap="butt")
    canvas.line([at(-0.15, 0.24), at(0.15, 0.24)], colour, beam * 0.8)
    canvas.line([at(-0.145, 0.26), at(0.13, 0.6)], colour, beam * 0.5)
    canvas.line([at(-0.95, 0.62), at(0.42, 0.62)], colour, beam * 1.3)
    canvas.line([at(-0.1, 0.62), at(-0.02, 0.94), at(0.12, 0.62)], colour, beam * 0.8)
    canvas.line([at(-0.9, 0.63), at(-0.02, 0.94), at(0.4, 0.63)], colour, beam * 0.35)
    canvas.line([at(-0.5, 0.63), at(-0.02, 0.94)], colour, beam * 0.35)
    canvas.rect(*at(0.18, 0.74), size * 0.18, size * 0.11, colour, 3)
    canvas.rect(*at(-0.64, 0.61), size * 0.06, size * 0.05, colour)
    for u in (-0.625, -0.595):
        canvas.line([at(u, 0.58), at(u, 0.40)], colour, beam * 0.25)
    canvas.rect(*at(-0.68, 0.41), size * 0.14, size * 0.06, mix(CRIMSON, INK, 0.25))


def harbour():
    """A harbour at dusk; left and below it stays dark and calm for text."""
    canvas = Canvas(1920, 1080)
    # The rings of evening light fade towards the left, where a title may stand.
    scenery.halo(
        canvas,
        1330,
        640,
        130,
        lighter(OCHRE, 0.3),
        NIGHT,
        steps=14,
        reach=1420,
        middle=mix(CRIMSON, INK, 0.5),
    )
    scenery.ridge(canvas, 700, 90, mix(CRIMSON, INK, 0.72), seed=41, steps=9)
    scenery.bands(canvas, 700, 1080, mix(INK, AMBER, 0.22), NIGHT, steps=6)
    for i in range(8):
        half = 120 - 10 * i
        canvas.rect(1330 - half, 862 + i * 22, half * 2, 9, lighter(OCHRE, 0.2), 4, 0.6 - 0.05 * i)
    scenery.ripples(canvas, 712, 1060, mix(SLATE, AMBER, 0.3), seed=5, count=70, left=640, opacity=0.28)
    dice = random.Random(40)
    far = mix(INK, CRIMSON, 0.2)
    for x in (1130, 1830):
        quay_crane(canvas, x, 706, 330, far)
    canvas.rect(960, 696, 960, 16, far)
    quay_crane(canvas, 1610, 760, 640, NIGHT)
    canvas.rect(1380, 752, 560, 60, NIGHT)
    for column in range(9):
        for row in range(dice.randint(1, 3)):
            tone = dice.choice((CRIMSON, TEAL, OCHRE, SLATE))
            canvas.rect(1398 + column * 58, 726 - row * 28, 54, 26, mix(tone, NIGHT, 0.5))
    _ship(canvas, dice)
    return canvas


def _ship(canvas, dice):
    """The container ship at the berth."""
    for column in range(9):
        for row in range(2 + dice.randint(0, 2)):
            tone = dice.choice((CRIMSON, TEAL, OCHRE, SLATE))
            canvas.rect(910 + column * 46, 730 - row * 26, 43, 24, mix(tone, NIGHT, 0.3))
    canvas.rect(1335, 640, 60, 120, mix(PALE, INK, 0.45))
    for y in (652, 676, 700):
        canvas.rect(1341, y, 48, 9, lighter(OCHRE, 0.3))
    canvas.rect(1350, 610, 26, 34, mix(CRIMSON, INK, 0.3))
    canvas.polygon([(850, 744), (1420, 754), (1400, 820), (900, 820)], darker(INK, 0.4))
    canvas.polygon([(888, 800), (1406, 800), (1400, 820), (900, 820)], mix(CRIMSON, NIGHT, 0.3))
    canvas.polygon([(900, 820), (1400, 820), (1370, 856), (940, 856)], NIGHT, 0.5)


def meter():
    """A hand-held sound-level meter and the waves that reach it."""
    canvas = Canvas(1200, 900)
    for i, colour in enumerate((CRIMSON, AMBER, OCHRE, lighter(OCHRE, 0.45))):
        canvas.line(geometry.arc(415, 322, 108 + 56 * i, 172, 264), colour, 22 - 3 * i)
    with canvas.group("translate(146 140) scale(0.87) rotate(-52 620 450)"):
        _body(canvas)
    return canvas


def _body(canvas):
    canvas.rect(594, 60, 52, 120, SLATE, 8)
    canvas.rect(622, 60, 24, 120, INK, 6, 0.35)
    canvas.circle(620, 58, 62, INK)
    canvas.path("M620,-4A62,62 0 0 1 620,120Q660,58 620,-4Z", NIGHT, 0.6)
    canvas.circle(598, 36, 16, PAPER, 0.25)
    canvas.path("M560,176H680L770,270V800Q770,850 720,850H520Q470,850 470,800V270Z", INK)
    canvas.path("M680,176L770,270V800Q770,850 720,850H676V176Z", NIGHT, 0.5)
    canvas.rect(506, 296, 228, 210, PAPER, 22)
    canvas.rect(518, 308, 204, 186, lighter(PALE, 0.35), 16)
    for i in range(9):
        start = 200 + i * 16
        colour = TEAL if i < 5 else OCHRE if i < 7 else CRIMSON
        canvas.line(geometry.arc(620, 440, 84, start + 2, start + 12, 6), colour, 22, cap="butt")
    canvas.rect(556, 470, 128, 10, SLATE, 5)
    canvas.line([(620, 440), geometry.polar(620, 440, 62, -58)], INK, 8)
    canvas.circle(620, 440, 13, CRIMSON)
    for x, colour in ((548, CRIMSON), (620, OCHRE), (692, PALE)):
        canvas.circle(x, 576, 27, colour)
    for y in (650, 690, 730):
        canvas.rect(530, y, 180, 14, SLATE, 7, 0.6)


ALL = (
    ("", "logo", "png", 512, logo),
    ("showcase", "harbour", "jpg", 1920, harbour),
    ("showcase", "meter", "png", 1200, meter),
)
