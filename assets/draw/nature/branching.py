"""Branching: one rule, again and again, makes trees, rivers and lightning."""

import itertools
import math
import random

from .. import geometry, scenery
from ..canvas import Canvas
from ..palette import AMBER, CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, SLATE, TEAL, darker, lighter, mix

SEASONS = ("spring", "summer", "autumn", "winter")


def _branches(dice, x, y, length, degrees, depth, spread):
    """Yield (start, end, depth) of a tree's branches, the trunk first. Each forks until `depth` is 0."""
    end = geometry.polar(x, y, length, degrees)
    yield (x, y), end, depth
    if depth:
        for hand in (-1, 1):
            side = hand * dice.uniform(*spread) + dice.uniform(-6, 6)
            shorter = length * dice.uniform(0.68, 0.84)
            yield from _branches(dice, *end, shorter, degrees + side, depth - 1, spread)


def _draw_tree(canvas, branches, width, colour):
    """Strokes as wide as their depth says, the trunk's `width` wide."""
    most = max(depth for _, _, depth in branches)
    for start, end, depth in sorted(branches, key=lambda one: one[2]):
        canvas.line([start, end], colour, max(1.6, width * ((depth + 1) / (most + 1)) ** 2.1))


def rule(depth):
    """The rule carried out `depth` times: each branch ends in two, a quarter shorter and 30 degrees off."""
    canvas = Canvas(800, 800, lighter(SAND, 0.45))
    canvas.rect(0, 716, 800, 84, mix(SAND, TEAL, 0.35))
    for _, end, left in (branches := list(_exact(400, 716, 190, -90, depth))):
        if not left:
            canvas.circle(*end, 15 - 1.6 * depth, CRIMSON)
    for start, end, left in branches:
        done = depth - left
        canvas.line([start, end], mix(INK, TEAL, done / 6) if left else CRIMSON, 30 * 0.68**done)
    return canvas


def _exact(x, y, length, degrees, depth):
    """Yield the branches that the rule makes without any chance."""
    end = geometry.polar(x, y, length, degrees)
    yield (x, y), end, depth
    if depth:
        for side in (-30, 30):
            yield from _exact(*end, length * 0.75, degrees + side, depth - 1)


def evening_tree():
    """A bare tree on a hill before the evening sun."""
    canvas = Canvas(1920, 1080)
    scenery.halo(
        canvas, 1080, 640, 190, lighter(OCHRE, 0.45), NIGHT, steps=15, reach=1450, middle=mix(CRIMSON, AMBER, 0.25)
    )
    scenery.ridge(canvas, 900, 110, mix(CRIMSON, INK, 0.6), seed=4, steps=7)
    scenery.ridge(canvas, 960, 90, mix(CRIMSON, INK, 0.8), seed=9, steps=5)
    dice = random.Random(23)
    branches = list(_branches(dice, 1040, 985, 205, -91, 9, spread=(16, 36)))
    _draw_tree(canvas, branches, 62, NIGHT)
    canvas.blob([(-100, 1010), (420, 985), (1040, 955), (1600, 1000), (2020, 1030), (2020, 1200), (-100, 1200)], NIGHT)
    for x, y, size in ((420, 300, 1), (500, 262, 0.8), (560, 320, 0.7), (352, 352, 0.6)):
        wing = 30 * size
        canvas.line([(x - wing, y - wing * 0.3), (x, y), (x + wing, y - wing * 0.35)], NIGHT, 6 * size, soft=True)
    return canvas


_GROUNDS = {
    "spring": (lighter(PALE, 0.55), mix(TEAL, OCHRE, 0.5)),
    "summer": (mix(PALE, TEAL, 0.25), mix(TEAL, OCHRE, 0.25)),
    "autumn": (lighter(OCHRE, 0.62), mix(AMBER, TEAL, 0.35)),
    "winter": (mix(SLATE, PALE, 0.45), lighter(PALE, 0.7)),
}
_LEAVES = {
    "spring": (mix(CRIMSON, PAPER, 0.62), mix(CRIMSON, PAPER, 0.8), mix(TEAL, OCHRE, 0.45)),
    "summer": (TEAL, mix(TEAL, OCHRE, 0.35), darker(TEAL, 0.25)),
    "autumn": (AMBER, OCHRE, CRIMSON),
    "winter": (),
}


def season(name):
    """One tree, the same in each season but for its leaves."""
    sky, meadow = _GROUNDS[name]
    canvas = Canvas(1000, 800, sky)
    for i in range(6):
        canvas.circle(740, 190, 300 - 42 * i, lighter(sky, 0.1 + 0.1 * i))
    scenery.ridge(canvas, 640, 70, mix(meadow, sky, 0.45), seed=6, steps=5)
    canvas.blob([(-80, 700), (220, 672), (520, 660), (820, 690), (1080, 680), (1080, 900), (-80, 900)], meadow)
    bark = mix(INK, AMBER, 0.2)
    branches = list(_branches(random.Random(11), 480, 690, 150, -89, 7, spread=(17, 37)))
    _draw_tree(canvas, branches, 44, bark)
    dice = random.Random(31)
    tips = [end for _, end, depth in branches if depth < 2]
    if name == "winter":
        for start, end, depth in branches:
            if depth < 6 and abs(end[0] - start[0]) > 0.4 * abs(end[1] - start[1]):
                lift = 3 + depth
                canvas.line([(start[0], start[1] - lift), (end[0], end[1] - lift)], PAPER, 2 + depth, 0.9)
        for _ in range(90):
            canvas.circle(dice.uniform(0, 1000), dice.uniform(0, 780), dice.uniform(2, 5), PAPER, 0.8)
        return canvas
    for x, y in tips:
        size = {"spring": 9, "summer": 19, "autumn": 14}[name] * dice.uniform(0.7, 1.25)
        canvas.circle(x + dice.uniform(-9, 9), y + dice.uniform(-9, 9), size, dice.choice(_LEAVES[name]), 0.92)
    if name != "summer":
        for _ in range(70):
            x = dice.gauss(480, 190)
            canvas.ellipse(x, dice.uniform(690, 780), 9, 4, dice.choice(_LEAVES[name][:2]))
    return canvas


def river():
    """A delta from above: arms that fork on their way to the sea."""
    canvas = Canvas(1200, 1000, mix(SAND, OCHRE, 0.35))
    dice = random.Random(5)
    for _ in range(46):
        x, y, size = dice.uniform(0, 1200), dice.uniform(0, 640), dice.uniform(40, 150)
        points = [geometry.polar(x, y, size * dice.uniform(0.6, 1), 45 * i) for i in range(8)]
        canvas.blob(points, mix(mix(SAND, OCHRE, 0.35), mix(TEAL, OCHRE, 0.55), dice.random()), 0.35)
    shore = [(-60, 800), (160, 850), (380, 800), (600, 870), (820, 810), (1040, 860), (1260, 790)]
    for i, share in enumerate((0.25, 0.12, 0)):
        moved = [(x, y + 34 * (i - 1)) for x, y in shore]
        canvas.blob([*moved, (1320, 1160), (-120, 1160)], lighter(TEAL, share))
    branches = list(_branches(random.Random(17), 600, -30, 170, 88, 6, spread=(9, 34)))
    for start, end, depth in sorted(branches, key=lambda one: -one[2]):
        bend = geometry.between(start, end, 0.5)
        side = 14 * math.sin(start[0] + start[1])
        points = [start, (bend[0] + side, bend[1]), end]
        canvas.line(points, lighter(TEAL, 0.25), 7 + 6.4 * depth, soft=True)
        canvas.line(points, TEAL, 3 + 5.2 * depth, soft=True)
    return canvas


def _bolt(dice, start, end, rough):
    """A jagged way between two points: each part is bent in its middle, and so are its halves."""
    points = [start, end]
    while rough > 4:
        bent = [points[0]]
        for first, second in itertools.pairwise(points):
            x, y = geometry.between(first, second, dice.uniform(0.4, 0.6))
            bent += [(x + dice.uniform(-rough, rough), y + dice.uniform(-rough, rough) * 0.4), second]
        points, rough = bent, rough * 0.52
    return points


def lightning():
    """Lightning over a dark plain: the same forks as a river's, for the same reason."""
    canvas = Canvas(1200, 1000)
    scenery.bands(canvas, 0, 1000, NIGHT, mix(INK, SLATE, 0.45), steps=9)
    for x, y, size in ((180, 130, 620), (720, 90, 760), (1080, 150, 560)):
        scenery.cloud(canvas, x, y, size, mix(INK, SLATE, 0.35), 0.9)
    dice = random.Random(8)
    trunk = _bolt(dice, (560, 90), (640, 850), 90)
    bolts = [(trunk, 9)]
    for i in range(3, len(trunk) - 6, 3):
        side = dice.choice((-1, 1))
        reach = dice.uniform(120, 330) * (1 - i / len(trunk) * 0.5)
        end = trunk[i][0] + side * reach, min(830, trunk[i][1] + reach * dice.uniform(0.6, 1.2))
        branch = _bolt(dice, trunk[i], end, 40)
        bolts.append((branch, 4))
        if reach > 150:
            middle = branch[len(branch) // 2]
            bolts.append((_bolt(dice, middle, (middle[0] + side * 90, middle[1] + 120), 22), 2.2))
    for width, colour, opacity in ((9, SLATE, 0.25), (4, PALE, 0.35), (1, PAPER, 1)):
        for points, size in bolts:
            canvas.line(points, colour, size * width if width > 1 else size, opacity)
    canvas.ellipse(640, 852, 300, 26, PALE, 0.35)
    scenery.ridge(canvas, 880, 60, NIGHT, seed=14, steps=6)
    return canvas
