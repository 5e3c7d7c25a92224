"""Photos that nobody took: baseline JPEGs of about 320 kB, each with pixels of its own, the same on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy
from PIL import Image, ImageChops

SIZE = (1600, 1067)
_QUALITY = 82
_GRAIN = 8
"""How far, in levels of 256, the grain of a night spreads: it is what makes the files so large."""

_NIGHTS = 4
"""Photos drawn in full. Each other one is one of them shifted, its edges wrapped round, which takes no time."""


def make_photo(path: Path, number: int) -> None:
    """Write the photo of that number, unless it is there."""
    if path.exists():
        return
    across, down = 97 * (number // _NIGHTS) % SIZE[0], 61 * (number // _NIGHTS) % SIZE[1]
    ImageChops.offset(_night(number % _NIGHTS), across, down).save(path, quality=_QUALITY)


@cache
def _night(seed: int) -> Image.Image:
    """Return light that falls off, and grain two pixels wide."""
    random = numpy.random.default_rng(seed)
    across, down = numpy.meshgrid(numpy.linspace(0, 1, SIZE[0]), numpy.linspace(0, 1, SIZE[1]))
    light = 120 * numpy.exp(-4 * ((across - random.random()) ** 2 + (down - random.random()) ** 2)) + 40 * down
    grain = random.normal(0, _GRAIN, (SIZE[1] // 2 + 1, SIZE[0] // 2)).repeat(2, 0).repeat(2, 1)[: SIZE[1]]
    pixels = numpy.stack([light + grain, light * 0.9 + grain, light * 0.7 + 30 + grain], axis=-1)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))
