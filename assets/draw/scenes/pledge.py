"""03: a sealed document and a fountain pen on a dark desk."""

from .. import geometry, props, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, darker, lighter, mix


def seal(canvas, x, y, radius):
    """A pleated rosette with two ribbon tails."""
    for angle, colour in ((118, darker(CRIMSON, 0.3)), (66, darker(CRIMSON, 0.12))):
        tail = [
            (x - 30, y),
            (x + 30, y),
            (x + 34, y + radius * 2.35),
            (x, y + radius * 2.05),
            (x - 34, y + radius * 2.35),
        ]
        canvas.polygon(geometry.turn(tail, x, y, angle - 90), colour)
    teeth = 22
    rim = [geometry.polar(x, y, radius * (1 if i % 2 else 0.88), 180 / teeth * i) for i in range(teeth * 2)]
    canvas.polygon([(px + 12, py + 15) for px, py in rim], NIGHT, 0.22)
    canvas.polygon(rim, CRIMSON)
    for i in range(teeth):
        canvas.polygon([(x, y), rim[2 * i], rim[2 * i + 1]], NIGHT, 0.14)
    canvas.circle(x, y, radius * 0.68, darker(CRIMSON, 0.22))
    canvas.circle(x, y, radius * 0.62, OCHRE)
    canvas.circle(x, y, radius * 0.48, lighter(OCHRE, 0.25))
    canvas.polygon(geometry.star(x, y, radius * 0.34), darker(OCHRE, 0.25))


def pen(canvas, x, y, angle):
    """A fountain pen whose nib touches (x, y)."""
    # The shadow meets the pen at the nib, where metal touches paper.
    with canvas.group(f"translate({x} {y}) rotate({angle + 13})"):
        canvas.polygon([(6, 0), (92, -17), (420, -24), (420, 26), (92, 19)], NIGHT, 0.24)
    with canvas.group(f"translate({x} {y}) rotate({angle})"):
        canvas.polygon([(0, 0), (74, -21), (96, -18), (96, 18), (74, 21)], OCHRE)
        canvas.polygon([(0, 0), (74, 21), (96, 18), (96, 0)], darker(OCHRE, 0.25))
        canvas.line([(10, 0), (62, 0)], darker(OCHRE, 0.6), 3)
        canvas.circle(64, 0, 6, darker(OCHRE, 0.6))
        canvas.polygon([(92, -20), (180, -30), (180, 30), (92, 20)], NIGHT)
        canvas.rect(176, -33, 266, 66, CRIMSON, 22)
        canvas.rect(176, 6, 266, 27, NIGHT, 13, 0.28)
        canvas.rect(196, -22, 220, 11, PAPER, 5, 0.35)
        canvas.rect(172, -34, 18, 68, OCHRE, 4)
        canvas.rect(300, -35, 16, 70, OCHRE, 4)
        canvas.rect(316, -8, 100, 14, lighter(OCHRE, 0.2), 7)


def draw():
    canvas = Canvas(background=INK)
    scenery.halo(canvas, 500, 480, 330, lighter(INK, 0.24), darker(INK, 0.3), steps=6, reach=760)
    with canvas.group("rotate(-7 500 500)"):
        canvas.shadow(geometry.box(245, 190, 480, 640), 130, 130, NIGHT, 0.34)
        canvas.rect(268, 176, 480, 640, PALE)
        canvas.rect(245, 190, 480, 640, PAPER)
        canvas.rect(271, 216, 428, 588, SAND)
        canvas.rect(279, 224, 412, 572, PAPER)
        canvas.rect(385, 268, 200, 20, mix(SLATE, INK, 0.4), 10)
        canvas.rect(430, 306, 110, 10, OCHRE, 5)
        props.sheet_lines(canvas, 318, 362, 334, 4, 31, mix(PALE, SLATE, 0.25), 9)
        props.sheet_lines(canvas, 318, 508, 334, 3, 31, mix(PALE, SLATE, 0.25), 9)
        canvas.line([(470, 716), (655, 716)], SLATE, 4)
        canvas.line(
            [(466, 704), (512, 672), (546, 684), (520, 707), (492, 692), (534, 668), (566, 694), (584, 699)],
            INK,
            6,
            soft=True,
        )
    seal(canvas, 392, 690, 92)
    pen(canvas, 597, 677, -42)
    return canvas
