"""Slides laid on a board like prints, each with a thin shadow, and captions beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from deckmaker.fonts.families import font_file

GROUND = (228, 229, 231)
INK, QUIET = (33, 37, 43), (92, 98, 106)
SIZE, CAPITALS, AIR = 23, 15, 15
"""Pixels of a caption: its type, the height of its capitals, and what is between them and the slide."""

SHADOW = (40, 44, 52)
SHADOW_OPACITY, SHADOW_BLUR, SHADOW_DROP = 0.28, 5, 3


@dataclass(frozen=True)
class Print:
    """A slide with its top left corner at (x, y), `width` pixels wide."""

    slide: Image.Image
    x: float
    y: float
    width: float

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The whole pixels that it covers."""
        height = self.width * self.slide.height / self.slide.width
        return round(self.x), round(self.y), round(self.x + self.width), round(self.y + height)


@dataclass(frozen=True)
class Caption:
    """Words above the edge y or `below` it, from x or up to it on the `right`."""

    words: str
    x: float
    y: float
    strong: bool = False
    right: bool = False
    below: bool = False


def draw_board(width: int, margin: int, shown: Sequence[Print | Caption]) -> Image.Image:
    """Return a board `width` pixels wide, as high as what is shown needs with a margin below it."""
    prints = [one for one in shown if isinstance(one, Print)]
    captions = [one for one in shown if isinstance(one, Caption)]
    lowest = [one.box[3] for one in prints] + [round(one.y) + AIR + CAPITALS for one in captions if one.below]
    board = Image.new("RGB", (width, max(lowest) + margin), GROUND)
    board.paste(SHADOW, mask=_shadows(board.size, prints))
    for one in prints:
        left, top, right, bottom = one.box
        board.paste(one.slide.resize((right - left, bottom - top), Image.Resampling.LANCZOS), (left, top))
    for caption in captions:
        _write(ImageDraw.Draw(board), caption)
    return board


def _shadows(size: tuple[int, int], prints: Sequence[Print]) -> Image.Image:
    mask = Image.new("L", size)
    draw = ImageDraw.Draw(mask)
    for one in prints:
        left, top, right, bottom = one.box
        draw.rectangle((left, top + SHADOW_DROP, right, bottom + SHADOW_DROP), fill=round(255 * SHADOW_OPACITY))
    return mask.filter(ImageFilter.GaussianBlur(SHADOW_BLUR))


def _write(draw: ImageDraw.ImageDraw, caption: Caption) -> None:
    # Pillow's own layout: the same everywhere, whether or not it was built with Raqm.
    file = font_file("Calibri", caption.strong, False)
    font = ImageFont.truetype(file, SIZE, layout_engine=ImageFont.Layout.BASIC)
    baseline = caption.y + (AIR + CAPITALS if caption.below else -AIR)
    anchor = "rs" if caption.right else "ls"
    draw.text((caption.x, baseline), caption.words, INK if caption.strong else QUIET, font, anchor)
