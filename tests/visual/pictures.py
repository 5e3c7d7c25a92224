"""Pictures to try layouts with: white, black, busy and graded ones in three shapes, each with its subject in focus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

import numpy
from PIL import Image, ImageDraw

TONES = ("white", "black", "busy", "graded")
SHAPES = {"landscape": (1440, 960), "portrait": (800, 1200), "square": (1000, 1000)}
FOCI = {"center": (0.5, 0.5), "left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0)}
"""The points of a picture, as fractions of its width and height, that a deck can ask to keep."""

SUBJECT = 0.06
"""Radius of the disc that stands for a picture's subject, of its shorter side."""


@dataclass(frozen=True, slots=True)
class PictureSpecimen:
    """A picture to be drawn; `focus` is the deck language's word for where its subject is."""

    tone: str
    shape: str
    focus: str

    @property
    def name(self) -> str:
        """The file's name without its ending, which tells all of it."""
        return f"{self.tone}-{self.shape}-{self.focus}"

    @property
    def alt(self) -> str:
        """What it shows, in words."""
        return f"A {self.tone} {self.shape} picture with a disc at its {self.focus}"


def picture_specimens() -> Iterator[PictureSpecimen]:
    """Yield every tone in every shape; the focus goes round among the points that the shape can lose."""
    across, down = ("left", "right", "center"), ("bottom", "top", "center")
    foci = {"landscape": across, "portrait": down, "square": (*down[:2], *across[:2])}
    for index, (tone, shape) in enumerate(product(TONES, SHAPES)):
        yield PictureSpecimen(tone, shape, foci[shape][index // len(SHAPES) % len(foci[shape])])


def focus_of(path: Path) -> tuple[float, float]:
    """Return where the subject of a drawn picture is, as fractions."""
    return FOCI[path.stem.rpartition("-")[2]]


def draw_pictures(folder: Path) -> None:
    """Draw every picture into `folder`, as JPEG."""
    folder.mkdir(exist_ok=True)
    for one in picture_specimens():
        image = Image.fromarray(_ground(one.tone, *SHAPES[one.shape]))
        _draw_subject(image, *FOCI[one.focus])
        image.save(folder / f"{one.name}.jpg", quality=85)


def _ground(tone: str, width: int, height: int) -> numpy.ndarray:
    match tone:
        case "white" | "black":
            return numpy.full((height, width, 3), 255 if tone == "white" else 0, numpy.uint8)
        case "graded":
            across = numpy.linspace(0, 1, width)[None, :, None]
            down = numpy.linspace(0, 1, height)[:, None, None]
            warm, cold = numpy.array([255, 214, 150]), numpy.array([20, 40, 90])
            share = 0.35 * across + 0.65 * down
            return (warm * (1 - share) + cold * share).astype(numpy.uint8)
    return numpy.asarray(_harbour(width, height))


def _harbour(width: int, height: int) -> Image.Image:
    """Return a waterfront in hard light: pale sky, dark sheds, bright windows, glitter, and the grain of a photo."""
    random = Random(7)
    image = Image.new("RGB", (width, height), "#DCE6EC")
    draw = ImageDraw.Draw(image)
    shore = round(height * 0.62)
    draw.rectangle((0, shore, width, height), fill="#3D5A66")
    for _ in range(width // 22):
        left, wide, high = random.randrange(width), random.randrange(40, 150), random.randrange(60, round(height * 0.5))
        wall = random.choice(("#4A3F3A", "#8C6A52", "#B9B2A6", "#2C3440", "#C98F5A", "#6F7F86", "#E9E2D2"))
        draw.rectangle((left, shore - high, left + wide, shore), fill=wall)
        for x, y in product(range(left + 6, left + wide - 10, 16), range(shore - high + 8, shore - 12, 20)):
            draw.rectangle((x, y, x + 8, y + 11), fill=random.choice(("#FFF3C4", "#14181E", "#FDFDFD", "#7A8A92")))
    for _ in range(width * height // 900):
        x, y, length = random.randrange(width), random.randrange(shore, height), random.randrange(6, 60)
        draw.line((x, y, x + length, y), fill=random.choice(("#FFFFFF", "#A9C3CB", "#1E2F38", "#E8C79A")), width=2)
    grain = numpy.random.default_rng(7).normal(0, 14, (height, width, 1))
    return Image.fromarray(numpy.clip(numpy.asarray(image) + grain, 0, 255).astype(numpy.uint8))


def _draw_subject(image: Image.Image, across: float, down: float) -> None:
    """Draw a ringed disc as near to the point as it can be whole."""
    radius = SUBJECT * min(image.size)
    x, y = (
        min(max(share * side, radius), side - radius) for share, side in zip((across, down), image.size, strict=True)
    )
    draw = ImageDraw.Draw(image)
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill="#D0402B", outline="#F4F0E6", width=12)
