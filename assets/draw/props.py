"""Things that appear in more than one picture."""

from . import geometry
from .palette import CRIMSON, INK, NIGHT, OCHRE, PALE, PAPER, SAND, TEAL, darker, lighter, mix


def capsule(canvas, x, y, length, angle, first=CRIMSON, second=PAPER, shadow=0.22):
    """A two-coloured capsule lying at an angle."""
    half, radius = length / 2, length * 0.2
    if shadow:
        with canvas.group(f"translate({x + radius * 0.5:.1f} {y + radius * 0.7:.1f}) rotate({angle:.1f})"):
            canvas.rect(-half, -radius, length, 2 * radius, NIGHT, radius, shadow)
    with canvas.group(f"translate({x:.1f} {y:.1f}) rotate({angle:.1f})"):
        canvas.rect(-half, -radius, length, 2 * radius, second, radius)
        canvas.path(
            f"M0,{-radius:.1f}H{radius - half:.1f}a{radius:.1f},{radius:.1f} 0 0 0 0,{2 * radius:.1f}H0Z",
            first,
        )
        canvas.rect(radius - half, -radius * 0.62, length - 2 * radius, radius * 0.36, PAPER, radius * 0.18, 0.45)


def tablet(canvas, x, y, radius, colour=PAPER, squash=0.62, angle=-20, shadow=0.22):
    """A round tablet seen at an angle, with its score line."""
    thick = radius * 0.36
    if shadow:
        canvas.ellipse(x + radius * 0.28, y + thick * 1.25, radius, radius * squash, NIGHT, shadow)
    edge = darker(colour, 0.22)
    canvas.ellipse(x, y + thick, radius, radius * squash, edge)
    canvas.rect(x - radius, y, 2 * radius, thick, edge)
    canvas.ellipse(x, y, radius, radius * squash, colour)
    ends = [geometry.polar(0, 0, radius * 0.62, angle + half) for half in (0, 180)]
    canvas.line([(x + dx, y + dy * squash) for dx, dy in ends], edge, radius * 0.11)


def flask(canvas, x, base, size, liquid=TEAL, glass=PALE, level=0.42):
    """A conical flask, `size` high, standing on `base`."""
    neck, foot, shoulder = size * 0.13, size * 0.40, base - size * 0.60
    top = base - size
    body = [
        (x - neck, shoulder),
        (x + neck, shoulder),
        (x + foot, base - size * 0.08),
        (x + foot * 0.92, base),
        (x - foot * 0.92, base),
        (x - foot, base - size * 0.08),
    ]
    canvas.polygon(body, glass)
    canvas.rect(x - neck, top, 2 * neck, size * 0.42, glass)
    outline = "M" + " ".join(f"{px:.1f},{py:.1f}" for px, py in body) + "Z"
    with canvas.clip(outline):
        surface = base - size * level
        canvas.rect(x - foot, surface, 2 * foot, size, liquid)
        canvas.rect(x - foot, surface, 2 * foot, size * 0.035, lighter(liquid, 0.45))
        # The right third of the glass is turned away from the light.
        canvas.polygon(
            [
                (x + neck * 0.4, shoulder - size),
                (x + foot, shoulder - size),
                (x + foot, base),
                (x + foot * 0.45, base),
            ],
            INK,
            0.16,
        )
        for dx, dy, r in ((-0.12, 0.20, 0.028), (0.05, 0.12, 0.038), (-0.02, 0.29, 0.02)):
            canvas.circle(x + dx * size, base - dy * size, r * size, lighter(liquid, 0.45))
    canvas.rect(x + neck * 0.4, top, neck * 0.6, size * 0.4, INK, opacity=0.16)
    canvas.rect(x - neck * 1.3, top - size * 0.02, neck * 2.6, size * 0.055, lighter(glass, 0.5), size * 0.027)
    canvas.line(
        [(x - neck * 0.6, shoulder + size * 0.06), (x - foot * 0.74, base - size * 0.12)],
        PAPER,
        size * 0.028,
        0.6,
    )


def poppy(canvas, x, y, size, stem=None, colour=CRIMSON):
    """A poppy flower; `stem` is the point where its stalk meets the ground."""
    if stem:
        middle = ((x + stem[0]) / 2 + size * 0.18, (y + stem[1]) / 2)
        canvas.line([(x, y), middle, stem], darker(TEAL, 0.35), size * 0.09, soft=True)
    back, front = darker(colour, 0.28), colour
    canvas.blob(
        [
            (x - 0.5 * size, y - 0.28 * size),
            (x - 0.1 * size, y - 0.52 * size),
            (x + 0.38 * size, y - 0.42 * size),
            (x + 0.5 * size, y - 0.1 * size),
            (x, y + 0.12 * size),
        ],
        back,
    )
    canvas.blob(
        [
            (x - 0.62 * size, y - 0.18 * size),
            (x - 0.2 * size, y - 0.24 * size),
            (x + 0.06 * size, y + 0.02 * size),
            (x + 0.02 * size, y + 0.34 * size),
            (x - 0.42 * size, y + 0.24 * size),
        ],
        front,
    )
    canvas.blob(
        [
            (x + 0.6 * size, y - 0.16 * size),
            (x + 0.16 * size, y - 0.2 * size),
            (x - 0.04 * size, y + 0.06 * size),
            (x + 0.06 * size, y + 0.36 * size),
            (x + 0.44 * size, y + 0.22 * size),
        ],
        lighter(colour, 0.13),
    )
    canvas.ellipse(x + 0.01 * size, y - 0.04 * size, 0.13 * size, 0.11 * size, NIGHT)
    canvas.ellipse(x + 0.01 * size, y - 0.07 * size, 0.07 * size, 0.045 * size, lighter(OCHRE, 0.1))


def poppy_head(canvas, x, y, size, stem):
    """A ripe seed capsule with its crown."""
    canvas.line(
        [(x, y), ((x + stem[0]) / 2 - size * 0.12, (y + stem[1]) / 2), stem],
        darker(TEAL, 0.3),
        size * 0.09,
        soft=True,
    )
    canvas.ellipse(x, y, 0.25 * size, 0.30 * size, lighter(TEAL, 0.22))
    canvas.path(
        f"M{x:.1f},{y - 0.3 * size:.1f}A{0.25 * size:.1f},{0.3 * size:.1f} 0 0 1 {x:.1f},"
        f"{y + 0.3 * size:.1f}Q{x + 0.2 * size:.1f},{y:.1f} {x:.1f},{y - 0.3 * size:.1f}Z",
        INK,
        0.22,
    )
    canvas.polygon(
        [
            (x - 0.24 * size, y - 0.36 * size),
            (x + 0.24 * size, y - 0.36 * size),
            (x + 0.12 * size, y - 0.26 * size),
            (x - 0.12 * size, y - 0.26 * size),
        ],
        mix(TEAL, OCHRE, 0.4),
    )


def sheet_lines(canvas, x, y, width, count, gap, colour=SAND, weight=6):
    """Grey strokes that stand for a paragraph; the last one is short."""
    for i in range(count):
        length = width * (0.55 if i == count - 1 else 1 - 0.06 * (i % 3 == 1))
        canvas.line([(x, y + i * gap), (x + length, y + i * gap)], colour, weight)
