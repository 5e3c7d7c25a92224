"""Marks that a template draws into the places of texts: an ornament, a corner, a blot. Texts keep off them.

sketch of the page, in a place ─its luminances→ what is unlike most of it ─without grain→ a mask of marks
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.model.geometry import Rect
from deckmaker.template.brand import Brand
from deckmaker.theme.contrast import FLARE, luminance

if TYPE_CHECKING:
    from PIL.Image import Image

_SIDE = 240
"""Pixels of the page's longer side, three or four points each: the smallest ornaments of templates have four."""

_SEEN = 1.5
"""The contrast with most of a place from which something is a mark there: yellow on white has 1.7."""

_HOLE, _GRAIN = 5, 7
"""Pixels: what is around a smaller hole, as a ring, is closed; what is smaller then is the grain of paper, no mark."""

_BACK = 3
"""Pixels: what is left of a mark grows by so much again, to the size that it was drawn in."""

_NEAR = 5
"""Pixels in which the colour changes at an edge."""

_GROUND = 0.15
"""Of a place: what has one colour at least to be a ground there; the soft edges of what is drawn have less."""

_FOOT = 0.3
"""Of a place's height, at its foot: a mark that is all in there is kept off. What reaches higher is the ground."""

_REACHING = 128
"""What takes the place of 255 for marks that reach into a place."""

_GAP = 6.0
"""Points between a mark and what keeps off it, at least."""


def above_marks(brand: Brand, rect: Rect) -> Rect:
    """Return a place that ends above the marks at its foot, in points; all of it where there are none."""
    page = _page_of(brand)
    _, rows = page.marks(rect, page.grounds(rect)[0]).getprojection()
    foot = round((1 - _FOOT) * len(rows))
    if foot >= len(rows) or rows[foot] or not any(rows[foot:]):
        return rect
    return replace(rect, height=min(rect.height, rows.index(1, foot) / page.scale - _GAP))


def beside_marks(brand: Brand, line: Rect, least: float) -> Rect:
    """Return the longest part of a line without marks, in points; all of it where that is less than `least` of it."""
    page = _page_of(brand)
    room = _with_sides(line, brand.page)
    lines = [page.marks(room, ground).getprojection()[0] for ground in page.grounds(line)]
    length, start = max(map(_longest, lines))
    left, right = (room.x + one / page.scale for one in (start, start + length))
    left = max(line.x, left + _GAP) if start else line.x
    right = min(line.right, right - _GAP) if start + length < len(lines[0]) else line.right
    return replace(line, x=left, width=right - left) if right - left >= least * line.width else line


def _with_sides(line: Rect, page: Rect) -> Rect:
    """Return a line with what is close beside it, in which a panel may end on which it stands."""
    left, right = max(page.x, line.x - _GAP), min(page.right, line.right + _GAP)
    return replace(line, x=left, width=right - left)


def amid_marks(brand: Brand, line: Rect, least: float) -> Rect:
    """Return the part of a line about its middle that is as long as that without marks allows; so `beside_marks`."""
    part, middle = beside_marks(brand, line, least), line.x + line.width / 2
    half = min(middle - part.x, part.right - middle)
    return replace(line, x=middle - half, width=2 * half) if 2 * half >= least * line.width else line


def clear_of_marks(brand: Brand, rect: Rect, least: float) -> Rect:
    """Return the highest part of a picture's place into which no mark reaches, in points, as wide as that.

    What lies in it as a whole is hidden by the picture, and stays so. All of the place is returned where that part has
    less than `least` of its height.
    """
    page = _page_of(brand)
    rows = page.reaching_in(rect, page.grounds(rect)[0]).getprojection()[1]
    height, start = _longest(rows)
    if height == len(rows) or height < least * len(rows):
        return rect
    top, bottom = (rect.y + one / page.scale for one in (start, start + height))
    top, bottom = (top + _GAP if start else rect.y), (bottom - _GAP if start + height < len(rows) else rect.bottom)
    return replace(rect, y=top, height=bottom - top)


@dataclass(frozen=True, slots=True)
class _Page:
    """The luminances of a page, from 0 to 255, and how many pixels a point has; marks are kept by their ground."""

    lights: Image
    scale: float
    _marked: dict[int, Image] = field(default_factory=dict, repr=False)

    def grounds(self, rect: Rect) -> list[int]:
        """Return the luminances of a place's grounds: its median, and what much of it has."""
        counts = self.lights.crop(self._pixels(rect)).histogram()
        total = sum(counts)
        median = next(light for light, below in enumerate(accumulate(counts)) if 2 * below >= total)
        return [median, *(light for light, count in enumerate(counts) if count >= _GROUND * total)]

    def marks(self, rect: Rect, ground: int) -> Image:
        """Return where a place is unlike a ground, as a picture that is 255 there and 0 elsewhere."""
        if ground not in self._marked:
            self._marked[ground] = self._unlike(ground)
        return self._marked[ground].crop(self._pixels(rect))

    def _unlike(self, ground: int) -> Image:
        from PIL import ImageChops
        from PIL import ImageFilter as filters

        seen = self.lights.point([255 if _contrast(ground, light) >= _SEEN else 0 for light in range(256)])
        closed = seen.filter(filters.MaxFilter(_HOLE))
        marked = closed.filter(filters.MinFilter(_GRAIN)).filter(filters.MaxFilter(_BACK))
        # A photo grows lighter bit by bit: only what has an edge is a mark.
        lightest, darkest = self.lights.filter(filters.MaxFilter(_NEAR)), self.lights.filter(filters.MinFilter(_NEAR))
        least = darkest.point([min(255, round(_SEEN * (light + _FLARE) - _FLARE)) for light in range(256)])
        edges = ImageChops.subtract(lightest, least).point([0, *[255] * 255])
        return ImageChops.multiply(marked, edges)

    def reaching_in(self, rect: Rect, ground: int) -> Image:
        """Return the marks, as above, of which a part lies at the edge of a place: 255 there and 0 elsewhere."""
        from PIL import ImageDraw, ImageOps

        # All that is marked and goes on at the edge is one with a frame around the place.
        framed = ImageOps.expand(self.marks(rect, ground), 1, 255)
        ImageDraw.floodfill(framed, (0, 0), _REACHING)
        return ImageOps.crop(framed, 1).point([255 if one == _REACHING else 0 for one in range(256)])

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


@lru_cache(maxsize=32)  # places of a layout are asked for one after the other
def _page_of(brand: Brand) -> _Page:
    sketched = brand.sketched(_SIDE, flat=True)
    lights = sketched.point(_LINEAR * 3).convert("L", (*_SHARES, 0.0))
    return _Page(lights, sketched.width / brand.page.width)


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
