"""07: two lecterns face each other before a globe."""

import itertools
import math

from .. import flags, geometry, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix

# Coarse coast lines as (longitude, latitude), seen from above the Pacific.
CENTRE = (-160, 30)
LANDS = (
    # Asia
    (
        (100, 78),
        (113, 74),
        (130, 71),
        (160, 70),
        (180, 69),
        (190, 66),
        (180, 62),
        (163, 60),
        (162, 56),
        (157, 51),
        (155, 58),
        (142, 59),
        (135, 54),
        (140, 50),
        (131, 43),
        (127, 39),
        (129, 35),
        (126, 35),
        (125, 39),
        (121, 40),
        (118, 38),
        (122, 37),
        (119, 34),
        (122, 30),
        (118, 24),
        (110, 21),
        (106, 18),
        (109, 12),
        (105, 9),
        (100, 13),
        (90, 22),
        (70, 30),
        (60, 70),
    ),
    # Japan, the Philippines, Borneo, New Guinea
    ((130, 32), (136, 34), (141, 36), (141, 41), (145, 44), (141, 45), (139, 38), (132, 35)),
    ((121, 18), (124, 13), (126, 7), (122, 8), (120, 15)),
    ((109, 1), (117, 7), (119, 1), (114, -4)),
    ((131, -1), (141, -3), (150, -10), (141, -9), (134, -4)),
    # Australia, New Zealand
    (
        (114, -22),
        (122, -18),
        (131, -12),
        (136, -15),
        (142, -11),
        (146, -19),
        (153, -26),
        (150, -37),
        (143, -38),
        (135, -34),
        (115, -34),
    ),
    ((173, -35), (178, -38), (170, -46), (167, -45)),
    # North, Central and South America, Greenland
    (
        (-168, 66),
        (-156, 71),
        (-128, 70),
        (-110, 68),
        (-95, 72),
        (-82, 68),
        (-94, 60),
        (-80, 52),
        (-78, 62),
        (-64, 58),
        (-56, 52),
        (-66, 44),
        (-76, 36),
        (-81, 30),
        (-80, 25),
        (-84, 30),
        (-97, 28),
        (-97, 20),
        (-87, 21),
        (-84, 10),
        (-78, 8),
        (-83, 8),
        (-95, 15),
        (-105, 20),
        (-109, 24),
        (-117, 32),
        (-124, 40),
        (-124, 48),
        (-135, 58),
        (-150, 60),
        (-162, 55),
        (-158, 58),
        (-166, 61),
    ),
    ((-78, 8), (-60, 8), (-50, 0), (-60, -30), (-72, -40), (-71, -18), (-81, -5)),
    ((-55, 82), (-30, 83), (-20, 75), (-43, 60), (-53, 68)),
)


def project(longitude, latitude):
    """Orthographic view of a place; what lies behind moves to the limb."""
    turn, lat = math.radians(longitude - CENTRE[0]), math.radians(latitude)
    middle = math.radians(CENTRE[1])
    x = math.cos(lat) * math.sin(turn)
    y = math.cos(middle) * math.sin(lat) - math.sin(middle) * math.cos(lat) * math.cos(turn)
    facing = math.sin(middle) * math.sin(lat) + math.cos(middle) * math.cos(lat) * math.cos(turn)
    if facing < 0:
        reach = math.hypot(x, y)
        x, y = x / reach, y / reach
    return x, -y, facing >= 0


def globe(canvas, x, y, radius):
    def place(point):
        return x + radius * point[0], y + radius * point[1]

    canvas.circle(x, y, radius + 26, lighter(OCHRE, 0.1))
    canvas.circle(x, y, radius + 12, PAPER)
    canvas.circle(x, y, radius, TEAL)
    circles = [[project(lon, lat) for lat in range(-90, 91, 6)] for lon in range(0, 360, 30)]
    circles += [[project(lon, lat) for lon in range(0, 361, 6)] for lat in range(-60, 61, 30)]
    for circle in circles:
        for first, second in itertools.pairwise(circle):
            if first[2] and second[2]:
                canvas.line([place(first), place(second)], lighter(TEAL, 0.25), 3)
    for land in LANDS:
        # Long edges are subdivided, so that they bend with the globe.
        coast = [
            geometry.between(first, second, share / 6)
            for first, second in zip(land, land[1:] + land[:1], strict=True)
            for share in range(6)
        ]
        canvas.polygon([place(project(*point)) for point in coast], mix(SAND, OCHRE, 0.2))
    # The side turned away from the light.
    limb = geometry.arc(x, y, radius, 118, -62, 40)
    dusk = geometry.turn(geometry.arc(x, y, radius, 0, 180, 40, squash=0.5), x, y, -62)
    canvas.polygon(limb + dusk, NIGHT, 0.2)


def lectern(canvas, x, side, colour):
    """A lectern whose slanted desk leans towards its speaker, on `side`."""

    def at(dx, y):
        return x + side * dx, y

    canvas.polygon([(x - 92, 862), (x + 92, 862), (x + 230, 925), (x + 30, 925)], NIGHT, 0.16)
    canvas.polygon([at(-58, 520), at(66, 560), at(50, 836), at(-50, 836)], colour)
    canvas.polygon([at(22, 546), at(66, 560), at(50, 836), at(18, 836)], NIGHT, 0.24)
    canvas.polygon([at(-80, 836), at(80, 836), at(92, 862), at(-92, 862)], darker(colour, 0.4))
    canvas.polygon([at(-98, 484), at(104, 548), at(100, 574), at(-100, 510)], darker(colour, 0.3))
    canvas.polygon([at(-98, 484), at(104, 548), at(102, 558), at(-99, 494)], lighter(colour, 0.3))
    canvas.circle(*at(-14, 690), 34, lighter(colour, 0.2))
    canvas.circle(*at(-14, 690), 23, OCHRE)
    for dx, y in ((-70, 492), (-48, 498)):
        stalk = [at(dx, y), at(dx - 6, y - 44), at(dx + 14, y - 78)]
        canvas.line(stalk, NIGHT, 6, soft=True)
        tip = at(dx + 20, y - 86)
        canvas.line([tip, at(dx + 32, y - 103)], INK, 18)


def stand(canvas, x, flag):
    """A small table flag on its foot."""
    flags.pole(canvas, x, 226, 846, 8)
    canvas.ellipse(x - 3, 850, 34, 9, INK)
    flag(canvas, flags.Cloth(x, 236, 166, phase=0.3, ripple=0.06))


def draw():
    canvas = Canvas(background=SAND)
    scenery.halo(canvas, 500, 450, 300, PAPER, mix(SAND, OCHRE, 0.3), steps=6, reach=720)
    canvas.rect(0, 800, 1000, 200, mix(SAND, SLATE, 0.42))
    canvas.rect(0, 800, 1000, 10, lighter(SLATE, 0.62))
    canvas.ellipse(500, 880, 480, 74, mix(SAND, SLATE, 0.25))
    canvas.polygon([(430, 700), (570, 700), (610, 850), (390, 850)], mix(SLATE, INK, 0.3))
    canvas.polygon([(510, 700), (570, 700), (610, 850), (520, 850)], NIGHT, 0.25)
    canvas.rect(360, 842, 280, 24, mix(SLATE, INK, 0.55), 8)
    stand(canvas, 108, flags.united_states)
    stand(canvas, 734, flags.china)
    globe(canvas, 500, 490, 226)
    lectern(canvas, 205, -1, INK)
    lectern(canvas, 795, 1, CRIMSON)
    return canvas
