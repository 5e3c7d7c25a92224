"""16: an open magazine on a desk, under a lamp, with a cup beside it."""

from .. import scenery
from ..canvas import Canvas
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix


def lamp(canvas):
    """A jointed desk lamp; its cone of light is drawn before it."""
    steel = NIGHT
    canvas.ellipse(800, 716, 92, 24, steel)
    canvas.ellipse(800, 706, 92, 24, lighter(INK, 0.16))
    canvas.line([(800, 704), (858, 470)], steel, 17)
    canvas.line([(858, 470), (640, 258)], steel, 17)
    canvas.circle(858, 470, 22, OCHRE)
    canvas.circle(858, 470, 9, steel)
    with canvas.group("rotate(38 600 250)"):
        canvas.path("M548,262Q548,190 600,182Q652,190 652,262L690,330H510Z", CRIMSON)
        canvas.path("M612,182Q652,190 652,262L690,330H630Q634,240 612,182Z", NIGHT, 0.28)
        canvas.rect(582, 158, 36, 34, steel, 8)
        canvas.ellipse(600, 330, 90, 20, lighter(OCHRE, 0.7))


def magazine(canvas):
    """Two curved pages in perspective; strokes and tints stand for print."""
    canvas.polygon([(170, 742), (500, 764), (800, 742), (880, 900), (540, 930), (190, 898)], NIGHT, 0.3)
    for side in (-1, 1):

        def at(u, v, lift=0.0, side=side):
            """u from the spine outwards, v from the top edge down."""
            width = 300 + 62 * v
            rise = 26 * (1 - (2 * u - 0.9) ** 2) * (1 - 0.15 * v)
            return 480 + side * width * u, 690 + 172 * v - rise + 6 * u - lift

        face = PAPER if side == 1 else lighter(SAND, 0.6)
        for drop, colour in ((10, mix(SAND, SLATE, 0.35)), (5, SAND), (0, face)):
            edge = [at(u / 10, 0) for u in range(11)] + [at(u / 10, 1) for u in range(10, -1, -1)]
            canvas.polygon([(x, y + drop) for x, y in edge], colour)
        shade = [at(0, 0), at(0.06, 0), at(0.06, 1), at(0, 1)]
        canvas.polygon(shade, SLATE, 0.28)
        _print(canvas, side, at)


def _print(canvas, side, at):
    """The printed matter of one page."""

    def block(u0, u1, v0, v1, colour):
        canvas.polygon(
            [at(u0 + (u1 - u0) * i / 6, v0) for i in range(7)] + [at(u1 - (u1 - u0) * i / 6, v1) for i in range(7)],
            colour,
        )

    grey = mix(PALE, SLATE, 0.4)
    if side == -1:
        block(0.14, 0.90, 0.10, 0.56, TEAL)
        block(0.14, 0.90, 0.40, 0.56, mix(TEAL, INK, 0.5))
        canvas.ellipse(*at(0.62, 0.30), 26, 15, OCHRE)
        rows, first = 4, 0.66
    else:
        block(0.12, 0.70, 0.09, 0.15, INK)
        block(0.12, 0.48, 0.20, 0.24, CRIMSON)
        rows, first = 8, 0.32
    for row in range(rows):
        v = first + row * 0.08
        for left, right in ((0.14, 0.48), (0.56, 0.90)):
            end = right - (0.1 if row == rows - 1 else 0)
            canvas.line([at(left, v), at((left + end) / 2, v), at(end, v)], grey, 5, soft=True)


def cup(canvas, x, y):
    canvas.ellipse(x + 24, y + 92, 118, 26, NIGHT, 0.3)
    canvas.ellipse(x, y + 82, 112, 26, PALE)
    canvas.ellipse(x, y + 78, 80, 15, mix(PALE, SLATE, 0.4))
    canvas.stroke(f"M{x - 66},{y + 16}C{x - 122},{y + 6} {x - 112},{y + 66} {x - 52},{y + 58}", PAPER, 13)
    canvas.path(
        f"M{x - 76},{y}H{x + 76}Q{x + 72},{y + 84} {x + 26},{y + 86}H{x - 26}Q{x - 72},{y + 84} {x - 76},{y}Z",
        PAPER,
    )
    canvas.path(
        f"M{x + 76},{y}Q{x + 72},{y + 84} {x + 26},{y + 86}H{x + 4}Q{x + 36},{y + 60} {x + 34},{y}Z",
        SLATE,
        0.35,
    )
    canvas.ellipse(x, y, 76, 19, SAND)
    canvas.ellipse(x, y + 2, 64, 14, mix(INK, OCHRE, 0.2))
    for dx in (-20, 16):
        canvas.line(
            [(x + dx, y - 24), (x + dx + 12, y - 54), (x + dx - 4, y - 84), (x + dx + 10, y - 116)],
            PAPER,
            6,
            0.45,
            soft=True,
        )


def draw():
    canvas = Canvas(background=darker(TEAL, 0.5))
    scenery.halo(canvas, 470, 520, 250, lighter(TEAL, 0.26), darker(TEAL, 0.6), steps=7, reach=700)
    wood = mix(AMBER, INK, 0.66)
    canvas.rect(0, 640, 1000, 360, wood)
    canvas.rect(0, 640, 1000, 12, lighter(wood, 0.16))
    canvas.ellipse(470, 800, 430, 150, OCHRE, 0.26)
    canvas.ellipse(470, 800, 350, 116, lighter(OCHRE, 0.3), 0.3)
    for half, opacity in ((330, 0.14), (250, 0.16)):
        canvas.polygon([(490, 262), (632, 376), (470 + half, 800), (470 - half, 800)], lighter(OCHRE, 0.4), opacity)
    for i, (height, colour) in enumerate(((190, CRIMSON), (230, SLATE), (172, OCHRE), (212, PALE))):
        canvas.rect(120 + i * 44, 660 - height, 40, height, mix(colour, INK, 0.35))
        canvas.rect(120 + i * 44, 690 - height, 40, 12, mix(colour, PAPER, 0.2), opacity=0.6)
    lamp(canvas)
    magazine(canvas)
    cup(canvas, 178, 806)
    return canvas
