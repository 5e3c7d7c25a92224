"""Gradients in few pixels: the colour of each, as a drawing's sketch shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import hypot
from typing import TYPE_CHECKING

from PIL import Image as images

from deckmaker.assets.drawings.vectors.drawing import Gradient
from deckmaker.assets.drawings.vectors.matrices import inverse

if TYPE_CHECKING:
    from PIL.Image import Image

_STEPS = 256
"""Colours along a gradient: as many as a channel has."""


def gradient_pixels(gradient: Gradient, size: tuple[int, int], at: tuple[int, int], scale: float) -> Image | None:
    """Return a gradient's colours as RGBA: `size` pixels, `at` so many from the drawing's corner, `scale` a unit.

    A radial one runs from its centre, whatever its focus is. None where its matrix makes the plane a line.
    """
    back = inverse(gradient.matrix)
    if back is None:
        return None
    steps = images.frombytes("L", size, bytes(_steps(gradient, back, size, at, scale)))
    colors = list(zip(*_colors(gradient), strict=True))
    return images.merge("RGBA", [steps.point(channel) for channel in colors])


def _steps(
    gradient: Gradient, back: tuple[float, ...], size: tuple[int, int], at: tuple[int, int], scale: float
) -> Iterator[int]:
    """Yield for each pixel which of the gradient's colours it has."""
    a, b, c, d, e, f = back
    last = _STEPS - 1
    for row in range(size[1]):
        y = (at[1] + row + 0.5) / scale
        for column in range(size[0]):
            x = (at[0] + column + 0.5) / scale
            share = _share(gradient, a * x + c * y + e, b * x + d * y + f)
            yield round(last * min(1.0, max(0.0, share)))


def _share(gradient: Gradient, x: float, y: float) -> float:
    """Return how far from its start to its end a point of a gradient's own plane is: below 0 before, over 1 after."""
    if gradient.radial:
        center_x, center_y, radius = gradient.ends[:3]
        return hypot(x - center_x, y - center_y) / radius if radius else 1.0
    x1, y1, x2, y2 = gradient.ends
    across, down = x2 - x1, y2 - y1
    length = across * across + down * down
    return ((x - x1) * across + (y - y1) * down) / length if length else 1.0


def _colors(gradient: Gradient) -> Iterator[tuple[int, int, int, int]]:
    """Yield the colours along a gradient, with their opacity as a fourth channel."""
    offsets = [stop.offset for stop in gradient.stops]
    stops = [(*bytes.fromhex(stop.color[1:]), 255 * stop.opacity) for stop in gradient.stops]
    for step in range(_STEPS):
        share = step / (_STEPS - 1)
        after = min(max(1, bisect_right(offsets, share)), len(stops) - 1)
        start, end = offsets[after - 1], offsets[after]
        part = min(1.0, max(0.0, (share - start) / (end - start))) if end > start else 1.0
        red, green, blue, opacity = (
            round(one + part * (other - one)) for one, other in zip(stops[after - 1], stops[after], strict=True)
        )
        yield red, green, blue, opacity
