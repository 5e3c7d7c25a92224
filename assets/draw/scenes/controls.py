"""10: a stamp comes down on chemical drums; one leaks away over the sea."""

from .. import scenery
from ..canvas import Canvas, smooth
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix

ROUTE = [(684, 862), (752, 800), (736, 706), (664, 632), (676, 536), (796, 438)]


def drum(canvas, x, base, width, height, colour):
    """An upright steel drum with two hoops."""
    half, lid = width / 2, width * 0.16
    canvas.ellipse(x, base, half, lid, darker(colour, 0.3))
    canvas.rect(x - half, base - height, width, height, colour)
    canvas.rect(x + half * 0.35, base - height, half * 0.65, height, NIGHT, opacity=0.22)
    canvas.rect(x - half * 0.8, base - height + lid, half * 0.16, height - lid, PAPER, 4, 0.35)
    canvas.ellipse(x, base - height, half, lid, lighter(colour, 0.22))
    canvas.ellipse(x, base - height, half * 0.84, lid * 0.8, darker(colour, 0.14))
    for share in (0.34, 0.68):
        y = base - height * share
        canvas.stroke(f"M{x - half},{y}a{half},{lid} 0 0 0 {width},0", darker(colour, 0.3), 7, cap="butt")


def fallen(canvas):
    """The drum that lies on its side, lid towards the sea."""
    colour = CRIMSON
    canvas.ellipse(468, 836, 128, 22, NIGHT, 0.25)
    canvas.ellipse(352, 762, 26, 74, darker(colour, 0.3))
    canvas.rect(352, 688, 180, 148, colour)
    canvas.rect(352, 790, 180, 46, NIGHT, opacity=0.25)
    canvas.rect(352, 704, 180, 14, PAPER, opacity=0.35)
    for x in (402, 470):
        canvas.stroke(f"M{x},688a26,74 0 0 1 0,148", darker(colour, 0.35), 7, cap="butt")
    canvas.ellipse(532, 762, 26, 74, lighter(colour, 0.25))
    canvas.ellipse(532, 762, 20, 60, darker(colour, 0.2))


def spill(canvas):
    """What runs out of the fallen drum, over the edge and into the sea."""
    canvas.ellipse(668, 884, 66, 17, NIGHT, 0.45)
    canvas.ellipse(660, 880, 40, 10, NIGHT, 0.75)
    canvas.blob(
        [
            (532, 792),
            (556, 812),
            (600, 816),
            (634, 804),
            (652, 830),
            (650, 880),
            (630, 880),
            (626, 838),
            (590, 846),
            (536, 838),
            (518, 812),
        ],
        NIGHT,
    )
    canvas.line([(548, 826), (588, 830)], SLATE, 5, 0.7)


def ship(canvas, x, y):
    """A small freighter that follows the dotted route."""
    canvas.polygon([(x - 62, y - 16), (x + 66, y - 16), (x + 50, y + 8), (x - 52, y + 8)], INK)
    for i, colour in enumerate((CRIMSON, OCHRE, TEAL)):
        canvas.rect(x - 18 + i * 24, y - 34, 22, 18, colour)
    canvas.rect(x - 52, y - 46, 24, 30, PAPER)
    canvas.rect(x - 46, y - 40, 14, 6, SLATE)
    canvas.line([(x - 70, y + 12), (x + 60, y + 12)], PAPER, 5, 0.7)


def stamp(canvas, x, foot):
    """A rubber stamp pressed down from above."""
    wood, back = mix(INK, SLATE, 0.1), NIGHT
    canvas.circle(x, foot - 300, 62, wood)
    canvas.circle(x - 18, foot - 318, 20, PAPER, 0.22)
    canvas.polygon([(x - 34, foot - 262), (x + 34, foot - 262), (x + 52, foot - 96), (x - 52, foot - 96)], wood)
    canvas.polygon([(x + 8, foot - 262), (x + 34, foot - 262), (x + 52, foot - 96), (x + 14, foot - 96)], back, 0.5)
    canvas.rect(x - 48, foot - 270, 96, 22, OCHRE, 8)
    canvas.rect(x - 176, foot - 100, 352, 66, wood, 14)
    canvas.rect(x - 176, foot - 100, 352, 16, lighter(wood, 0.22), 8)
    canvas.rect(x - 164, foot - 36, 328, 26, CRIMSON, 6)


def draw():
    canvas = Canvas(background=PALE)
    scenery.bands(canvas, 0, 420, mix(PALE, SLATE, 0.15), lighter(PALE, 0.55), steps=5)
    canvas.circle(760, 330, 128, lighter(PALE, 0.75))
    scenery.ridge(canvas, 432, 120, mix(SLATE, PALE, 0.4), seed=12, steps=6)
    canvas.path(
        smooth([(520, 440), (600, 400), (690, 410), (780, 372), (880, 398), (1020, 362)], closed=False)
        + "L1020,450L520,450Z",
        mix(SLATE, INK, 0.35),
    )
    scenery.bands(canvas, 430, 1000, mix(PALE, SLATE, 0.5), mix(SLATE, TEAL, 0.6), steps=6)
    scenery.ripples(canvas, 450, 980, PALE, seed=6, count=60, left=420, opacity=0.5)
    quay = [(-20, 660), (330, 640), (640, 800), (600, 1020), (-20, 1020)]
    canvas.polygon([(x + 26, y + 34) for x, y in quay], NIGHT, 0.3)
    canvas.polygon(quay, mix(SAND, SLATE, 0.35))
    canvas.polygon([(640, 800), (600, 1020), (560, 1020), (606, 816)], NIGHT, 0.25)
    for x in (205, 345):
        drum(canvas, x, 700, 128, 200, OCHRE)
    drum(canvas, 275, 760, 140, 216, lighter(OCHRE, 0.12))
    canvas.polygon([(275, 634), (299, 666), (275, 698), (251, 666)], PAPER)
    canvas.polygon([(275, 645), (290, 666), (275, 687), (260, 666)], CRIMSON)
    stamp(canvas, 275, 500)
    fallen(canvas)
    spill(canvas)
    canvas.line(ROUTE, CRIMSON, 13, dash=(1, 29), soft=True)
    ship(canvas, 664, 590)
    canvas.ring(800, 430, 30, CRIMSON, 9)
    canvas.circle(800, 430, 12, CRIMSON)
    return canvas
