"""What a drawing is made of, once it is normalised. Coordinates are the drawing's: pixels, y growing downward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckmaker.assets.drawings.vectors.matrices import IDENTITY, Matrix
from deckmaker.dataclasses import dataclass

if TYPE_CHECKING:
    from deckmaker.assets.rendition import Rendition

Step = tuple[str, tuple[float, ...]]
"""A step of an outline: M and L with a point, C with three, Z with none (SVG 2, 9.3), all absolute."""

Outline = tuple[Step, ...]


class Unsaid(Exception):
    """A drawing holds what vectors here cannot say; its text is a noun with its article, such as `a filter`."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour of a gradient, `#rrggbb`, at an offset in 0..1, with its opacity."""

    offset: float
    color: str
    opacity: float


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient with two stops or more, the first at 0 and the last at 1; beyond its ends, their colours go on.

    `ends` are x1, y1, x2 and y2 of a linear one, cx, cy, r, fx and fy of a radial one; `matrix` brings them into the
    drawing.
    """

    radial: bool
    ends: tuple[float, ...]
    stops: tuple[Stop, ...]
    matrix: Matrix

    @property
    def has_opacity(self) -> bool:
        """Whether any of its colours lets through what is below."""
        return any(stop.opacity < 1 for stop in self.stops)


Paint = str | Gradient
"""A colour, `#rrggbb`, or a gradient."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How the inside of a path is painted; `even_odd` is its rule for what is inside."""

    paint: Paint
    opacity: float = 1.0
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the line of a path is painted: lengths in the path's own space, caps and joins by their names in SVG."""

    paint: Paint
    width: float
    opacity: float = 1.0
    cap: str = "butt"
    join: str = "miter"
    miter: float = 4.0
    dashes: tuple[float, ...] = ()
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Path:
    """An outline that is filled, then stroked. `matrix` brings it into the drawing: only strokes that are stretched
    need one."""

    outline: Outline
    fill: Fill | None
    stroke: Stroke | None
    matrix: Matrix = IDENTITY


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip: the union of its outlines is seen, each with whether its rule is even-odd; nothing where it has none."""

    outlines: tuple[tuple[Outline, bool], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are painted together, then seen through an opacity and within all clips."""

    children: tuple[Item, ...]
    opacity: float = 1.0
    clips: tuple[Clip, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pixels:
    """A picture that a drawing holds, `width` by `height` pixels, as outputs hold it: upright, a JPEG or a PNG."""

    rendition: Rendition
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture in a drawing; `matrix` brings the unit square, which its pixels fill, into the drawing."""

    pixels: Pixels
    matrix: Matrix


Item = Path | Group | Raster


@dataclass(frozen=True, slots=True)
class Drawing:
    """A normalised drawing, so many pixels wide and high; what reaches out of that is not seen."""

    width: float
    height: float
    children: tuple[Item, ...]

    def paths(self) -> Iterator[Path]:
        """Yield all paths, in the order in which they are painted."""
        return _paths(self.children)

    @property
    def ground(self) -> tuple[str, ...]:
        """The colours of the rectangle, as large as the drawing, that all else is painted on; none where there is none.

        A gradient has several.
        """
        first = next(iter(self.children), None)
        while isinstance(first, Group) and first.opacity == 1 and not first.clips:
            first = next(iter(first.children), None)
        if not isinstance(first, Path) or not first.fill or first.fill.opacity < 1 or first.matrix != IDENTITY:
            return ()
        points = [numbers for step, numbers in first.outline if step in "ML"]
        if len(points) not in (4, 5) or any(step == "C" for step, _ in first.outline):
            return ()
        if len({x for x, _ in points}) != 2 or len({y for _, y in points}) != 2:
            return ()
        (left, top), (right, bottom) = map(min, zip(*points, strict=True)), map(max, zip(*points, strict=True))
        if left > 1 or top > 1 or right < self.width - 1 or bottom < self.height - 1:  # a pixel is rounding
            return ()
        paint = first.fill.paint
        if isinstance(paint, Gradient):
            return () if paint.has_opacity else tuple(stop.color for stop in paint.stops)
        return (paint,)


def _paths(items: Iterable[Item]) -> Iterator[Path]:
    for one in items:
        if isinstance(one, Path):
            yield one
        elif isinstance(one, Group):
            yield from _paths(one.children)
