"""Where the pieces of a pattern stand (SVG 2, 14.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product as pairs
from math import ceil, floor

from deckmaker.assets.drawings.vectors.drawing import Outline, Unsaid
from deckmaker.assets.drawings.vectors.lengths import Viewport, length, numbers
from deckmaker.assets.drawings.vectors.matrices import (
    IDENTITY,
    Matrix,
    fitted,
    inverse,
    moved,
    product,
    read_transform,
)
from deckmaker.assets.drawings.vectors.outlines import Box, bounds, mapped, rectangle
from deckmaker.dataclasses import dataclass

_MOST = 2_500
"""Pieces of a pattern: a hatching over a whole page has some hundred."""

_FARTHEST = 1e6
"""Pieces from a pattern's beginning to what is seen of it."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """The pieces of a pattern over a box.

    `piece` is the edge of the first one and `size` how far they are apart, in the pattern's space, which `matrix`
    brings into the drawing; `content` brings what a piece shows into the pattern's space.
    """

    matrix: Matrix
    piece: Outline
    size: tuple[float, float]
    content: Matrix
    columns: range
    rows: range

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return len(self.columns) * len(self.rows)

    def pieces(self) -> Iterator[Matrix]:
        """Yield the map of each piece into the drawing."""
        for column, row in pairs(self.columns, self.rows):
            yield product(self.matrix, moved(column * self.size[0], row * self.size[1]))


def tiling_of(
    attributes: Mapping[str, str], box: Box, matrix: Matrix, viewport: Viewport, font_size: float
) -> Tiling | None:
    """Return the pieces of a pattern over a shape's box, None where it paints nothing. Raises Unsaid.

    `matrix` brings the shape's units into the drawing; percentages are of `viewport`.
    """
    own = read_transform(attributes.get("patternTransform", ""))
    away = own and inverse(own)
    across, down = box[2] - box[0], box[3] - box[1]
    by_box = attributes.get("patternUnits", "objectBoundingBox") != "userSpaceOnUse"
    if own is None or away is None or (by_box and not (across and down)):
        return None
    whole = Viewport(1, 1) if by_box else viewport
    wholes = {"x": whole.width, "y": whole.height, "width": whole.width, "height": whole.height}
    x, y, width, height = (length(attributes.get(key) or "0", wholes[key], font_size) for key in wholes)
    if by_box:
        x, y, width, height = box[0] + x * across, box[1] + y * down, width * across, height * down
    if width <= 0 or height <= 0:
        return None
    content = IDENTITY
    view = numbers(attributes.get("viewBox", ""), 4)
    if len(view) == 4 and view[2] > 0 and view[3] > 0:
        content = product(moved(x, y), fitted(view, width, height, attributes.get("preserveAspectRatio", "")))
    elif attributes.get("patternContentUnits", "userSpaceOnUse") != "userSpaceOnUse":
        content = (across, 0.0, 0.0, down, box[0], box[1])
    elif x or y:  # which programs read differently
        raise Unsaid("a pattern that begins elsewhere")
    if own[1] or own[2] or matrix[1] or matrix[2]:  # between its pieces, there would be seams
        raise Unsaid("a pattern that is turned")
    reach = bounds(mapped(rectangle(box[0], box[1], across, down), away))
    assert reach
    columns, rows = _covering(reach[0] - x, reach[2] - x, width), _covering(reach[1] - y, reach[3] - y, height)
    if len(columns) * len(rows) > _MOST:
        raise Unsaid(f"a pattern of more than {_MOST:,} pieces")
    piece = rectangle(x, y, width, height)
    return Tiling(product(matrix, own), piece, (width, height), content, columns, rows)


def _covering(start: float, end: float, side: float) -> range:
    """Return the numbers of the pieces that lie between two places."""
    first, last = start / side, end / side
    if not (abs(first) <= _FARTHEST and abs(last) <= _FARTHEST):
        raise Unsaid("a pattern without end")
    return range(floor(first), ceil(last))
