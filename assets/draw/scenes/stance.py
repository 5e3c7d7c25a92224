"""04: three Chinese flags in the sun."""

from .. import flags, scenery
from ..canvas import Canvas
from ..palette import OCHRE, PALE, PAPER, SLATE, TEAL, darker, lighter, mix

SKY = mix(PALE, TEAL, 0.42)


def draw():
    canvas = Canvas(background=SKY)
    scenery.halo(canvas, 300, 270, 120, lighter(PALE, 0.65), SKY, steps=7, reach=900)
    canvas.circle(300, 270, 112, lighter(OCHRE, 0.55))
    canvas.circle(300, 270, 92, lighter(OCHRE, 0.2))
    scenery.cloud(canvas, 830, 560, 300, PAPER, 0.9)
    scenery.cloud(canvas, 120, 620, 260, PAPER, 0.8)
    scenery.cloud(canvas, 560, 170, 190, PAPER, 0.7)
    scenery.ridge(canvas, 850, 90, lighter(TEAL, 0.45), seed=3)
    scenery.ridge(canvas, 890, 70, lighter(TEAL, 0.2), seed=8)
    canvas.rect(0, 900, 1000, 100, darker(TEAL, 0.15))
    for x, top, width, phase in ((150, 300, 330, 0.9), (585, 184, 330, 2.0), (330, 440, 480, 0.2)):
        flags.pole(canvas, x, top - 22, 1000, 12 if width > 400 else 9, mix(SLATE, PAPER, 0.35))
        flags.china(canvas, flags.Cloth(x, top, width, ripple=0.06, phase=phase, waves=1.45))
    return canvas
