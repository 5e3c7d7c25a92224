"""01: a long table between two flags, temple roofs behind."""

from .. import flags, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, darker, lighter, mix


def eave(canvas, x, y, half, rise, ridge, colour, edge):
    """A hipped roof with upturned corners, its eave line at y."""
    canvas.path(
        f"M{x - half},{y - 14}Q{x - half * 0.82},{y + 6} {x - half * 0.6},{y + 8}"
        f"H{x + half * 0.6}Q{x + half * 0.82},{y + 6} {x + half},{y - 14}"
        f"Q{x + half * 0.62},{y - rise * 0.2} {x + ridge},{y - rise}"
        f"H{x - ridge}Q{x - half * 0.62},{y - rise * 0.2} {x - half},{y - 14}Z",
        colour,
    )
    canvas.stroke(
        f"M{x - half},{y - 14}Q{x - half * 0.82},{y + 6} {x - half * 0.6},{y + 8}"
        f"H{x + half * 0.6}Q{x + half * 0.82},{y + 6} {x + half},{y - 14}",
        edge,
        7,
    )
    canvas.rect(x - ridge - 10, y - rise - 9, 2 * ridge + 20, 13, edge, 6)


def hall(canvas, x, base, scale, roof, wall):
    """A two-storey gate hall; `scale` 1 is 520 units wide."""
    edge = darker(roof, 0.25)
    with canvas.group(f"translate({x} {base}) scale({scale})"):
        canvas.rect(-270, -46, 540, 46, darker(wall, 0.12))
        canvas.rect(-215, -170, 430, 124, wall)
        for i in range(8):
            canvas.rect(-205 + i * 57, -170, 13, 124, darker(wall, 0.22))
        eave(canvas, 0, -170, 285, 78, 160, roof, edge)
        canvas.rect(-150, -292, 300, 50, wall)
        for i in range(6):
            canvas.rect(-140 + i * 54, -292, 11, 50, darker(wall, 0.22))
        eave(canvas, 0, -292, 220, 92, 105, roof, edge)


def chair(canvas, x, y, colour):
    canvas.rect(x - 40, y, 80, 130, darker(colour, 0.35), 22)
    canvas.rect(x - 40, y, 70, 130, colour, 22)
    canvas.rect(x - 28, y + 16, 46, 96, lighter(colour, 0.14), 14)


def table(canvas):
    canvas.polygon([(70, 880), (930, 880), (1030, 940), (200, 940)], INK, 0.16)
    top = [(110, 660), (890, 660), (950, 706), (50, 706)]
    canvas.polygon([(50, 706), (950, 706), (930, 880), (70, 880)], INK)
    for i in range(9):
        x = 92 + i * 92
        canvas.polygon([(x, 706), (x + 44, 706), (x + 42, 880), (x + 2, 880)], NIGHT, 0.35)
    canvas.polygon(top, lighter(INK, 0.22))
    canvas.rect(46, 702, 908, 12, lighter(INK, 0.36), 6)


def setting(canvas, x):
    """Papers, a microphone and a glass at one seat."""
    canvas.polygon([(x - 46, 692), (x - 38, 674), (x + 22, 674), (x + 20, 692)], PAPER)
    canvas.line([(x - 30, 680), (x + 12, 680)], PALE, 3)
    canvas.line([(x - 33, 686), (x + 6, 686)], PALE, 3)
    canvas.line([(x + 40, 688), (x + 40, 660), (x + 30, 640)], NIGHT, 5)
    canvas.ellipse(x + 40, 689, 15, 5, NIGHT)
    canvas.line([(x + 29, 638), (x + 26, 632)], NIGHT, 13)


def draw():
    canvas = Canvas(background=lighter(OCHRE, 0.35))
    scenery.halo(canvas, 500, 430, 240, lighter(OCHRE, 0.78), lighter(OCHRE, 0.22), steps=7, reach=760)
    far = mix(OCHRE, SLATE, 0.42)
    for x, scale in ((120, 0.5), (880, 0.5)):
        hall(canvas, x, 610, scale, far, lighter(far, 0.3))
    hall(canvas, 500, 612, 0.86, mix(SLATE, OCHRE, 0.1), mix(SLATE, SAND, 0.55))
    canvas.rect(0, 600, 1000, 400, mix(SAND, OCHRE, 0.42))
    canvas.rect(0, 600, 1000, 8, lighter(OCHRE, 0.6))
    canvas.rect(0, 800, 1000, 200, mix(SAND, OCHRE, 0.55))
    for x in (182, 634):
        flags.pole(canvas, x, 226, 700, 11, darker(OCHRE, 0.55))
    flags.united_states(canvas, flags.Cloth(182, 240, 190, phase=0.2))
    flags.china(canvas, flags.Cloth(634, 240, 190, phase=0.2))
    for x in (230, 365, 500, 635, 770):
        chair(canvas, x, 560, mix(CRIMSON, INK, 0.18))
    # Kept clear of the edges, which a portrait crop cuts away.
    with canvas.group("translate(35 0) scale(0.93 1)"):
        table(canvas)
    for x in (220, 355, 490, 625, 760):
        setting(canvas, x)
    return canvas
