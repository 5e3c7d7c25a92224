"""14: a balance with pills on one pan, flask and poppy on the other."""

from .. import props, scenery
from ..canvas import Canvas
from ..palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix

# The beam is level: whose side weighs more is what the talks are about.
PIVOT, REACH = (500, 268), 280


def pan(canvas, hook, drop=300, half=150):
    """Cords and a shallow bowl; returns the height of its rim."""
    x, y = hook
    rim = y + drop
    for dx in (-half + 12, half - 12):
        canvas.line([(x, y), (x + dx, rim)], INK, 5)
    return rim


def bowl(canvas, x, rim, half=150):
    canvas.path(
        f"M{x - half},{rim}H{x + half}Q{x + half * 0.62},{rim + 74} {x},{rim + 76}"
        f"Q{x - half * 0.62},{rim + 74} {x - half},{rim}Z",
        INK,
    )
    canvas.path(
        f"M{x + half},{rim}Q{x + half * 0.62},{rim + 74} {x},{rim + 76}"
        f"Q{x + half * 0.4},{rim + 50} {x + half * 0.5},{rim}Z",
        NIGHT,
        0.5,
    )
    canvas.rect(x - half - 8, rim - 8, half * 2 + 16, 16, lighter(INK, 0.25), 8)


def heap(canvas, x, rim):
    """A heap of pills, drawn from the back row to the front."""
    for dx, dy, angle in (
        (-18, -118, 30),
        (38, -112, -42),
        (-66, -86, 64),
        (4, -84, -12),
        (70, -80, 24),
        (-100, -40, -30),
        (-50, -48, 16),
        (0, -44, 70),
        (52, -44, -22),
        (102, -36, 40),
        (-76, -12, 8),
        (-22, -12, -36),
        (34, -10, 20),
        (84, -10, -8),
    ):
        first = CRIMSON if angle % 4 else TEAL
        props.capsule(canvas, x + dx, rim + dy, 72, angle, first, PAPER, 0.18)
    for dx, dy, r in ((-30, -76, 21), (80, -52, 20), (-110, -12, 19), (22, -134, 20)):
        props.tablet(canvas, x + dx, rim + dy, r, lighter(PALE, 0.2))


def stand(canvas):
    x = PIVOT[0]
    canvas.polygon([(350, 850), (650, 850), (900, 960), (560, 960)], NIGHT, 0.16)
    canvas.polygon([(x - 17, 270), (x + 17, 270), (x + 30, 800), (x - 30, 800)], CRIMSON)
    canvas.polygon([(x + 3, 270), (x + 17, 270), (x + 30, 800), (x + 6, 800)], NIGHT, 0.28)
    canvas.rect(x - 46, 560, 92, 22, OCHRE, 11)
    canvas.path(f"M{x - 130},{820}Q{x - 30},{806} {x - 30},{760}H{x + 30}Q{x + 30},{806} {x + 130},{820}Z", CRIMSON)
    canvas.rect(x - 165, 818, 330, 40, darker(CRIMSON, 0.25), 10)
    canvas.rect(x - 165, 818, 330, 12, lighter(CRIMSON, 0.15), 6)


def draw():
    canvas = Canvas(background=PALE)
    scenery.halo(canvas, 500, 440, 310, lighter(PALE, 0.12), mix(PALE, SLATE, 0.62), steps=6, reach=730)
    canvas.rect(0, 826, 1000, 174, mix(SLATE, INK, 0.12))
    canvas.rect(0, 826, 1000, 10, lighter(SLATE, 0.3))
    stand(canvas)
    left, right = ((PIVOT[0] + dx, PIVOT[1]) for dx in (-REACH, REACH))
    rims = [pan(canvas, hook) for hook in (left, right)]
    heap(canvas, left[0], rims[0])
    bowl(canvas, left[0], rims[0])
    props.poppy(canvas, right[0] + 78, rims[1] - 158, 96, stem=(right[0] + 52, rims[1]))
    props.flask(canvas, right[0] - 34, rims[1], 214, liquid=TEAL, glass=lighter(PALE, 0.8))
    bowl(canvas, right[0], rims[1])
    (x, y), end = PIVOT, REACH + 8
    canvas.polygon(
        [(x - end, y - 7), (x, y - 24), (x + end, y - 7), (x + end, y + 7), (x, y + 24), (x - end, y + 7)],
        INK,
    )
    for hook in (left, right):
        canvas.circle(*hook, 15, OCHRE)
    canvas.circle(*PIVOT, 36, OCHRE)
    canvas.circle(*PIVOT, 18, INK)
    canvas.rect(PIVOT[0] - 6, PIVOT[1] - 86, 12, 56, OCHRE, 6)
    canvas.circle(PIVOT[0], PIVOT[1] - 92, 15, OCHRE)
    return canvas
