"""06: an opened shipping container under a searchlight, pills among boxes."""

from .. import geometry, props, scenery
from ..canvas import Canvas, trace
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, TEAL, darker, lighter, mix

# The container: front opening, then the depth as an oblique offset.
LEFT, RIGHT, TOP, BOTTOM = 330, 600, 350, 670
BACK_X, BACK_Y = 250, -84


def crate(canvas, x, base, width, height):
    colour = mix(OCHRE, INK, 0.28)
    canvas.rect(x, base - height, width, height, colour)
    canvas.rect(x + width * 0.72, base - height, width * 0.28, height, NIGHT, opacity=0.22)
    canvas.rect(x, base - height, width, height * 0.14, lighter(colour, 0.22))
    canvas.rect(x + width * 0.42, base - height, width * 0.14, height, lighter(colour, 0.32))


def yard(canvas):
    """Stacked containers and a gantry in the dark."""
    dark = mix(TEAL, NIGHT, 0.44)
    for x, y, shade in (
        (-30, 560, 0.36),
        (-70, 478, 0.46),
        (150, 560, 0.48),
        (780, 560, 0.38),
        (850, 478, 0.48),
        (958, 560, 0.46),
        (910, 396, 0.40),
    ):
        canvas.rect(x, y, 170, 78, mix(TEAL, NIGHT, shade))
        for i in range(8):
            canvas.rect(x + 8 + 21 * i, y + 8, 6, 62, NIGHT, opacity=0.25)
    for x in (640, 868):
        canvas.rect(x, 150, 16, 490, dark)
    canvas.rect(560, 138, 420, 22, dark)
    canvas.line([(648, 400), (868, 160)], dark, 7)


def shell(canvas):
    """Roof, ribbed side and dark inside of the container."""
    side = darker(CRIMSON, 0.34)
    canvas.polygon(
        [(LEFT, TOP), (RIGHT, TOP), (RIGHT + BACK_X, TOP + BACK_Y), (LEFT + BACK_X, TOP + BACK_Y)],
        lighter(CRIMSON, 0.2),
    )
    canvas.polygon(
        [(RIGHT, TOP), (RIGHT + BACK_X, TOP + BACK_Y), (RIGHT + BACK_X, BOTTOM + BACK_Y), (RIGHT, BOTTOM)],
        side,
    )
    for i in range(11):
        x, y = RIGHT + 14 + i * 21.5, (14 + i * 21.5) * BACK_Y / BACK_X
        canvas.polygon(
            [(x, TOP + 20 + y), (x + 10, TOP + 17 + y), (x + 10, BOTTOM - 23 + y), (x, BOTTOM - 20 + y)],
            NIGHT,
            0.3,
        )
    canvas.polygon(geometry.box(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP), CRIMSON)
    canvas.polygon(geometry.box(LEFT + 14, TOP + 16, RIGHT - LEFT - 28, BOTTOM - TOP - 28), NIGHT)
    canvas.polygon(
        [
            (LEFT + 14, BOTTOM - 12),
            (RIGHT - 14, BOTTOM - 12),
            (RIGHT - 40, BOTTOM - 60),
            (LEFT + 60, BOTTOM - 60),
        ],
        mix(CRIMSON, NIGHT, 0.7),
    )


def door(canvas, hinge, free, drop, colour):
    """A door swung towards the viewer, with its two locking bars."""
    corners = [(hinge, TOP), (free, TOP + drop), (free, BOTTOM + drop * 1.15), (hinge, BOTTOM)]
    canvas.polygon(corners, colour)
    for share in (0.34, 0.68):
        top = geometry.between(corners[0], corners[1], share)
        foot = geometry.between(corners[3], corners[2], share)
        canvas.line([geometry.between(top, foot, 0.05), geometry.between(top, foot, 0.95)], lighter(colour, 0.45), 7)
        grip = geometry.between(top, foot, 0.58)
        canvas.rect(grip[0] - 10, grip[1], 20, 34, NIGHT, 5)


def draw():
    canvas = Canvas(background=darker(TEAL, 0.72))
    scenery.bands(canvas, 0, 640, darker(TEAL, 0.8), darker(TEAL, 0.48), steps=5)
    yard(canvas)
    canvas.rect(0, 636, 1000, 364, darker(TEAL, 0.62))
    canvas.rect(0, 760, 1000, 240, darker(TEAL, 0.7))
    pool = geometry.arc(490, 745, 400, 0, 360, 60, squash=0.36)
    lamp = (96, 96)
    canvas.rect(62, 90, 16, 560, NIGHT)
    canvas.line([(70, 230), (96, 120)], NIGHT, 12)
    canvas.polygon(geometry.hull([lamp, *pool]), OCHRE, 0.16)
    canvas.polygon(geometry.hull([lamp, *geometry.arc(480, 735, 320, 0, 360, 60, squash=0.36)]), OCHRE, 0.16)
    canvas.polygon(pool, lighter(OCHRE, 0.3), 0.30)
    canvas.ellipse(480, 740, 320, 112, lighter(OCHRE, 0.5), 0.34)
    canvas.polygon([(600, 668), (850, 586), (1010, 640), (1010, 750), (690, 750)], NIGHT, 0.4)
    shell(canvas)
    with canvas.clip(trace(geometry.box(LEFT + 14, TOP + 16, RIGHT - LEFT - 28, BOTTOM - TOP - 28))):
        canvas.polygon([(LEFT, TOP), (LEFT + 150, TOP), (RIGHT, BOTTOM), (LEFT, BOTTOM)], OCHRE, 0.16)
        for x, base, width, height in (
            (370, 620, 90, 78),
            (470, 620, 104, 92),
            (392, 542, 84, 70),
            (484, 528, 80, 64),
            (346, 660, 110, 74),
            (470, 660, 96, 62),
        ):
            crate(canvas, x, base, width, height)
    door(canvas, LEFT, LEFT - 122, 52, darker(CRIMSON, 0.08))
    door(canvas, RIGHT, RIGHT + 104, 62, darker(CRIMSON, 0.2))
    for x, y, size, angle in (
        (430, 690, 44, 18),
        (500, 716, 50, -32),
        (392, 740, 54, 64),
        (560, 764, 58, 12),
        (464, 786, 60, -14),
        (330, 792, 58, 30),
        (628, 722, 48, 70),
        (540, 826, 66, -48),
        (410, 838, 66, 10),
        (520, 676, 40, 8),
        (384, 684, 42, -50),
        (356, 716, 46, 12),
        (660, 790, 58, 24),
        (266, 786, 54, -20),
    ):
        props.capsule(canvas, x, y, size, angle, TEAL if size % 4 else CRIMSON, PAPER, 0.34)
    for x, y, r in ((450, 740, 20), (610, 800, 25), (370, 700, 17), (300, 742, 19), (480, 672, 14)):
        props.tablet(canvas, x, y, r, PALE)
    canvas.circle(lamp[0], lamp[1], 44, NIGHT)
    canvas.circle(lamp[0] + 8, lamp[1] + 8, 30, lighter(OCHRE, 0.6))
    return canvas
