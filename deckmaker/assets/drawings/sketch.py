"""A drawing in few pixels, by its own paths: enough to tell its colours from those around it, at no cost worth naming.

What is drawn is a pixel wide at least; lines with a gradient are its mean colour. resvg takes seconds for what is as
large as a print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt
from typing import TYPE_CHECKING

from PIL import Image as images
from PIL import ImageChops, ImageDraw

from deckmaker.assets.drawings.sketched_gradients import gradient_pixels
from deckmaker.assets.drawings.vectors.drawing import (
    Drawing,
    Fill,
    Gradient,
    Group,
    Item,
    Outline,
    Paint,
    Path,
    Raster,
    Stroke,
)
from deckmaker.assets.drawings.vectors.matrices import IDENTITY, Matrix
from deckmaker.dataclasses import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

SIDE = 64
"""Pixels of the longer side, where nothing else is asked for."""

_FINER = 2
"""It is drawn so many times larger, and made small again: edges are soft then."""

_PIECES = 5
"""Straight pieces that stand for a curve."""

_MOST = 30_000
"""Steps of outlines that are drawn; more would be seen in no pixel, and take long."""

_MOST_SHADED = 400_000
"""Pixels of gradients that are drawn, some tenths of a second; others are their mean colour."""

_UNIT: Outline = (("M", (0.0, 0.0)), ("L", (1.0, 0.0)), ("L", (1.0, 1.0)), ("L", (0.0, 1.0)))
"""The square that pictures in drawings fill, in their own space."""

Point = tuple[float, float]
Place = tuple[int, int]
Contour = tuple[list[Point], bool]
"""Points on the canvas, and whether the last leads back to the first."""


def sketch(drawing: Drawing, side: int = SIDE, *, flat: bool = False) -> Image:
    """Return a drawing as RGBA, so many pixels along its longer side; `flat` has the mean colour of each gradient."""
    scale = side * _FINER / max(drawing.width, drawing.height)
    size = max(1, round(drawing.width * scale / _FINER)), max(1, round(drawing.height * scale / _FINER))
    painter = _Painter((size[0] * _FINER, size[1] * _FINER), scale, _Left(_MOST, 0 if flat else _MOST_SHADED))
    painter.paint(drawing.children)
    return painter.canvas.convert("RGBa").reduce(_FINER).convert("RGBA")


@dataclass(slots=True)
class _Left:
    """What may still be drawn of a drawing: so many steps of outlines, and so many pixels of gradients."""

    steps: int
    shaded: int


class _Painter:
    """Paints items in order on a canvas that is transparent at first."""

    def __init__(self, size: tuple[int, int], scale: float, left: _Left) -> None:
        self.canvas = images.new("RGBA", size)
        self._scale = scale
        self._left = left

    def paint(self, items: Iterable[Item]) -> None:
        for one in items:
            if self._left.steps <= 0:
                return
            if isinstance(one, Path):
                self._path(one)
            elif isinstance(one, Raster):
                self._raster(one)
            elif one.clips or one.opacity < 1:
                self._group(one)
            else:
                self.paint(one.children)

    def _path(self, path: Path) -> None:
        self._left.steps -= len(path.outline)
        contours = list(_contours(path.outline, path.matrix, self._scale))
        if path.fill and (mask := self._inside(contours)):
            self._lay(*mask, path.fill)
        if path.stroke:
            a, b, c, d, _, _ = path.matrix
            width = path.stroke.width * sqrt(abs(a * d - b * c)) * self._scale
            if mask := self._along(contours, max(1, round(width))):
                self._lay(*mask, path.stroke)

    def _raster(self, raster: Raster) -> None:
        """Lay a picture over the box that its corners reach: turned ones are seen nearly so."""
        from deckmaker.assets.drawings.rasters import small

        corners = list(_contours(_UNIT, raster.matrix, self._scale))
        if box := self._around(corners, 0):
            self._left.steps -= _MOST // 100
            self.canvas.alpha_composite(small(raster.pixels, (box[2] - box[0], box[3] - box[1])), box[:2])

    def _lay(self, mask: Image, at: Place, paint: Fill | Stroke) -> None:
        if isinstance(paint, Fill) and isinstance(paint.paint, Gradient):
            shaded = self._shaded(mask, at, paint.paint, paint.opacity)
            if shaded:
                self.canvas.alpha_composite(shaded, at)
                return
        red, green, blue, opacity = _mean(paint.paint)
        opacity *= paint.opacity
        if opacity >= 1:
            self.canvas.paste((red, green, blue, 255), at, mask)
            return
        layer = images.new("RGBA", mask.size, (red, green, blue, 0))
        layer.putalpha(mask.point([round(level * opacity) for level in range(256)]))
        self.canvas.alpha_composite(layer, at)

    def _shaded(self, mask: Image, at: Place, gradient: Gradient, opacity: float) -> Image | None:
        """Return a gradient where a mask shows it; None where too many have been drawn, or its plane is a line."""
        if (area := mask.width * mask.height) > self._left.shaded:
            return None
        self._left.shaded -= area
        layer = gradient_pixels(gradient, mask.size, at, self._scale)
        if layer:
            shown = mask.point([round(level * opacity) for level in range(256)])
            layer.putalpha(ImageChops.multiply(layer.getchannel("A"), shown))
        return layer

    def _group(self, group: Group) -> None:
        inner = _Painter(self.canvas.size, self._scale, self._left)
        inner.paint(group.children)
        alpha = inner.canvas.getchannel("A").point([round(level * group.opacity) for level in range(256)])
        for clip in group.clips:
            shown = images.new("L", self.canvas.size)
            for outline, _ in clip.outlines:
                self._left.steps -= len(outline)
                if mask := self._inside(list(_contours(outline, IDENTITY, self._scale))):
                    shown.paste(255, mask[1], mask[0])
            alpha = ImageChops.multiply(alpha, shown)
        inner.canvas.putalpha(alpha)
        self.canvas.alpha_composite(inner.canvas)

    def _inside(self, contours: Sequence[Contour]) -> tuple[Image, Place] | None:
        """Return what contours enclose, and where; one within another is a hole, as it is in letters."""
        if not (box := self._around(contours, 0)):
            return None
        mask = images.new("L", (box[2] - box[0], box[3] - box[1]))
        for number, (points, _) in enumerate(one for one in contours if len(one[0]) > 1):
            own = images.new("L", mask.size) if number else mask
            ImageDraw.Draw(own).polygon(_moved(points, box), fill=255)
            mask = ImageChops.difference(mask, own) if number else mask
        return mask, box[:2]

    def _along(self, contours: Sequence[Contour], width: int) -> tuple[Image, Place] | None:
        """Return a line along contours, and where it is."""
        if not (box := self._around(contours, width)):
            return None
        mask = images.new("L", (box[2] - box[0], box[3] - box[1]))
        draw = ImageDraw.Draw(mask)
        for points, closed in contours:
            draw.line(_moved([*points, points[0]] if closed else points, box), fill=255, width=width)
        return mask, box[:2]

    def _around(self, contours: Sequence[Contour], more: int) -> tuple[int, int, int, int] | None:
        """Return the part of the canvas (left, top, right, bottom) that contours reach, None for nothing."""
        across = [x for points, _ in contours for x, _ in points]
        down = [y for points, _ in contours for _, y in points]
        if not across:
            return None
        left, top = (max(0, int(min(one)) - more) for one in (across, down))
        ends = zip((across, down), self.canvas.size, strict=True)
        right, bottom = (min(most, int(max(one)) + more + 1) for one, most in ends)
        return (left, top, right, bottom) if left < right and top < bottom else None


def _moved(points: Iterable[Point], box: tuple[int, int, int, int]) -> list[Point]:
    return [(x - box[0], y - box[1]) for x, y in points]


def _contours(outline: Outline, matrix: Matrix, scale: float) -> Iterator[Contour]:
    """Yield the contours of an outline ."""
    a, b, c, d, e, f = matrix

    def place(x: float, y: float) -> Point:
        return (a * x + c * y + e) * scale, (b * x + d * y + f) * scale

    points: list[Point] = []
    for step, numbers in outline:
        if step == "M":
            if points:
                yield points, False
            points = [place(*numbers)]
        elif step == "L":
            points.append(place(*numbers))
        elif step == "C" and points:
            ends = [place(*numbers[one : one + 2]) for one in (0, 2, 4)]
            points += [
                _on_curve(number / _PIECES, points[-1], ends[0], ends[1], ends[2]) for number in range(1, _PIECES + 1)
            ]
        elif step == "Z" and points:
            yield points, True
            points = [points[0]]
    if len(points) > 1:
        yield points, False


def _on_curve(at: float, start: Point, first: Point, second: Point, end: Point) -> Point:
    back = 1 - at
    one, two, three, four = back**3, 3 * back * back * at, 3 * back * at * at, at**3
    x = one * start[0] + two * first[0] + three * second[0] + four * end[0]
    y = one * start[1] + two * first[1] + three * second[1] + four * end[1]
    return x, y


def _mean(paint: Paint) -> tuple[int, int, int, float]:
    """Return a colour in 0..255 with its opacity, of a gradient the mean of its stops."""
    if isinstance(paint, Gradient):
        found = [(*_channels(stop.color), stop.opacity) for stop in paint.stops]
        red, green, blue, opacity = (sum(one) / len(found) for one in zip(*found, strict=True))
        return round(red), round(green), round(blue), opacity
    return (*_channels(paint), 1.0)


def _channels(color: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(color[1:])
    return red, green, blue
