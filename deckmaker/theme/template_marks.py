"""Marks that a template draws into the places of texts: an ornament, a corner, a blot. Texts keep off them.

sketch of the page, in a place ─its luminances→ what is unlike most of it ─without grain→ a mask of marks
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model.geometry import Rect
from deckmaker.template.brand import Brand
from deckmaker.theme.contrast import FLARE, luminance

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 240
"""Pixels of the page's longer side, three or four points each: the smallest ornaments of templates have four."""

_SEEN = 1.5
"""The contrast with most of a place from which something is a mark there: yellow on white has 1.7."""

_HOLE, _GRAIN = 3, 5
"""Pixels: what is around a smaller hole is closed; what is smaller then is the grain of paper, and no mark."""

_NEAR = 5
"""Pixels in which the colour changes at an edge."""

_GROUND = 0.15
"""Of a place: what has one colour at least to be a ground there; the soft edges of what is drawn have less."""

_FOOT = 0.3
"""Of a place's height, at its foot: a mark that is all in there is kept off. What reaches higher is the ground."""

_GAP = 6.0
"""Points between a mark and what keeps off it, at least."""


def above_marks(brand: Brand, rect: Rect) -> Rect:
    """Return a place that ends above the marks at its foot, in points; all of it where there are none."""
    page = _Page.of(brand)
    _, rows = page.marks(rect, page.grounds(rect)[0]).getprojection()
    foot = round((1 - _FOOT) * len(rows))
    if foot >= len(rows) or rows[foot] or not any(rows[foot:]):
        return rect
    return replace(rect, height=min(rect.height, rows.index(1, foot) / page.scale - _GAP))


def beside_marks(brand: Brand, line: Rect, least: float) -> Rect:
    """Return the longest part of a line without marks, in points; all of it where that is less than `least` of it."""
    page = _Page.of(brand)
    lines = [page.marks(line, ground).getprojection()[0] for ground in page.grounds(line)]
    length, start = max(map(_longest, lines))
    pixels = len(lines[0])
    if length == pixels or length < least * pixels:
        return line
    left = line.x + start / page.scale + (_GAP if start else 0)
    right = min(line.right, line.x + (start + length) / page.scale - (_GAP if start + length < pixels else 0))
    return replace(line, x=left, width=right - left)


@dataclass(frozen=True, slots=True)
class _Page:
    """The luminances of a page, from 0 to 255, and how many pixels a point has."""

    lights: Image
    scale: float

    @classmethod
    def of(cls, brand: Brand) -> _Page:
        sketched = brand.sketched(_SIDE, flat=True)
        return cls(
            sketched.point(_LINEAR * 3).convert("L", (*_SHARES, 0.0)),
            sketched.width / brand.page.width,
        )

    def grounds(self, rect: Rect) -> list[int]:
        """Return the luminances of a place's grounds: its median, and what much of it has."""
        counts = self.lights.crop(self._pixels(rect)).histogram()
        total = sum(counts)
        median = next(light for light, below in enumerate(accumulate(counts)) if 2 * below >= total)
        return [median, *(light for light, count in enumerate(counts) if count >= _GROUND * total)]

    def marks(self, rect: Rect, ground: int) -> Image:
        """Return where a place is unlike a ground, as a picture that is 255 there and 0 elsewhere."""
        from PIL import ImageChops
        from PIL import ImageFilter as filters

        seen = self.lights.point([255 if _contrast(ground, light) >= _SEEN else 0 for light in range(256)])
        closed = seen.filter(filters.MaxFilter(_HOLE))
        marked = closed.filter(filters.MinFilter(_GRAIN)).filter(filters.MaxFilter(_HOLE))
        # A photo grows lighter bit by bit: only what has an edge is a mark.
        lightest, darkest = self.lights.filter(filters.MaxFilter(_NEAR)), self.lights.filter(filters.MinFilter(_NEAR))
        least = darkest.point([min(255, round(_SEEN * (light + _FLARE) - _FLARE)) for light in range(256)])
        edges = ImageChops.subtract(lightest, least).point([0, *[255] * 255])
        return ImageChops.multiply(marked, edges).crop(self._pixels(rect))

    def _pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """Return the pixels of a place, one at least: left, top, right and bottom."""
        left, top = (
            min(max(0, round(one * self.scale)), side - 1)
            for one, side in zip((rect.x, rect.y), self.lights.size, strict=True)
        )
        right, bottom = (
            min(max(start + 1, round(end * self.scale)), side)
            for start, end, side in zip((left, top), (rect.right, rect.bottom), self.lights.size, strict=True)
        )
        return left, top, right, bottom


_LINEAR = [round(255 * luminance((level / 255,) * 3)) for level in range(256)]
_SHARES = tuple(luminance(one) for one in ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)))
"""What a channel's level, and each channel, has of a colour's luminance."""


_FLARE = 255 * FLARE


def _contrast(one: int, other: int) -> float:
    """Return the contrast of two luminances, from 0 to 255."""
    darker, lighter = sorted((one, other))
    return (lighter + _FLARE) / (darker + _FLARE)


def _longest(marked: Iterable[int]) -> tuple[int, int]:
    """Return how long the longest run without marks is, and where it begins."""
    found, start = [(0, 0)], 0
    for is_marked, run in groupby(marked):
        length = len(list(run))
        if not is_marked:
            found.append((length, start))
        start += length
    return max(found)
