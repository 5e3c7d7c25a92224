"""08: laboratory glass and a microscope behind chains and a padlock."""

import math

from .. import geometry, props, scenery
from ..canvas import Canvas, number
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix


def microscope(canvas, x, base):
    """A bench microscope facing left; x is the middle of its foot."""
    body, light = INK, lighter(INK, 0.2)
    canvas.rect(x - 120, base - 34, 240, 34, body, 12)
    canvas.rect(x - 120, base - 34, 240, 12, light, 6)
    arm = geometry.arc(x - 40, base - 210, 138, -86, 74, 24)
    canvas.line(arm, body, 46)
    canvas.line(geometry.arc(x - 40, base - 210, 150, -70, 20, 20), light, 9)
    canvas.rect(x - 128, base - 142, 178, 24, body, 6)
    canvas.rect(x - 104, base - 150, 84, 10, PALE, 4)
    canvas.circle(x + 76, base - 150, 27, SLATE)
    canvas.circle(x + 76, base - 150, 14, light)
    canvas.rect(x - 88, base - 84, 50, 50, SLATE, 6)
    with canvas.group(f"rotate(-14 {x - 40} {base - 300})"):
        canvas.rect(x - 78, base - 420, 76, 190, PAPER, 10)
        canvas.rect(x - 28, base - 420, 26, 190, SLATE, 8, 0.5)
        canvas.rect(x - 84, base - 322, 88, 22, OCHRE, 5)
        canvas.rect(x - 64, base - 484, 48, 72, body, 8)
        canvas.rect(x - 70, base - 500, 60, 24, light, 8)
    canvas.polygon([(x - 86, base - 236), (x - 20, base - 236), (x - 34, base - 172), (x - 70, base - 172)], SLATE)
    canvas.rect(x - 66, base - 176, 28, 18, OCHRE, 4)


def chain(canvas, start, end, link=58):
    """Links along a line, alternately face on and edge on."""
    angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    for i, (x, y, _) in enumerate(geometry.walk([start, end], link * 0.74)):
        with canvas.group(f"translate({x:.1f} {y:.1f}) rotate({angle:.1f})"):
            if i % 2:
                canvas.rect(-link * 0.56 - 4, -11, link * 1.12 + 8, 22, INK, 11)
                canvas.rect(-link * 0.56, -7, link * 1.12, 14, mix(PALE, SLATE, 0.55), 7)
                continue
            half = number(link * 0.26)
            outline = f"M-{half},-15H{half}a15,15 0 0 1 0,30H-{half}a15,15 0 0 1 0,-30Z"
            # A dark rim keeps pale steel readable on pale glass.
            canvas.stroke(outline, INK, 20)
            canvas.stroke(outline, PALE, 12)
            canvas.line([(-link * 0.26, 17), (link * 0.26, 17)], SLATE, 5)


def padlock(canvas, x, y):
    shackle = f"M{x - 58},{y}V{y - 62}a58,58 0 0 1 116,0V{y}"
    canvas.stroke(shackle, SLATE, 32, cap="butt")
    canvas.stroke(f"M{x - 64},{y}V{y - 62}a64,64 0 0 1 64,-64", PALE, 10, cap="butt")
    canvas.rect(x - 100, y - 22, 200, 172, OCHRE, 22)
    canvas.path(
        f"M{x + 30},{y - 22}H{x + 78}a22,22 0 0 1 22,22V{y + 128}a22,22 0 0 1 -22,22H{x + 30}Z",
        darker(OCHRE, 0.24),
    )
    canvas.rect(x - 100, y + 6, 200, 10, darker(OCHRE, 0.4), opacity=0.5)
    canvas.circle(x, y + 58, 24, INK)
    canvas.polygon([(x - 10, y + 66), (x + 10, y + 66), (x + 17, y + 116), (x - 17, y + 116)], INK)


def draw():
    canvas = Canvas(background=CRIMSON)
    scenery.halo(canvas, 500, 430, 300, lighter(CRIMSON, 0.34), darker(CRIMSON, 0.22), steps=6, reach=740)
    canvas.rect(0, 742, 1000, 258, darker(CRIMSON, 0.55))
    canvas.rect(0, 742, 1000, 12, darker(CRIMSON, 0.35))
    canvas.polygon([(124, 776), (472, 776), (700, 900), (400, 900)], NIGHT, 0.3)
    canvas.polygon([(618, 776), (858, 776), (1060, 890), (880, 890)], NIGHT, 0.3)
    props.flask(canvas, 298, 776, 460, liquid=TEAL)
    microscope(canvas, 738, 776)
    chain(canvas, (-20, 300), (1020, 900))
    chain(canvas, (-20, 900), (1020, 300))
    padlock(canvas, 500, 590)
    return canvas
