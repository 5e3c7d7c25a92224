"""How large the nodes of a diagram are around their words, by their shapes."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from deckmaker.layout.graphs import Size
from deckmaker.model.diagram import NodeShape

BESIDE, ABOVE = 0.7, 0.5
"""Room around the words of a node, in multiples of their size."""

FLATTEST = 0.36
"""How high a diamond is at least, as a share of its width."""


class SetWords(NamedTuple):
    """How wide and high words are as set, in points, and the frame that breaks their lines so."""

    width: float
    height: float
    frame: float


def size_around(words: SetWords, form: NodeShape, size: int) -> Size:
    """Return how large a node is around words of a size in points that take so much room."""
    across, up = 2 * BESIDE * size, 2 * ABOVE * size
    match form:
        case NodeShape.BOX:
            return Size(words.width + across, words.height + up)
        case NodeShape.ROUND:
            height = max(words.height + up, words.height / 0.7)  # what its corners leave
            return Size(words.width + across + height / 2, height)
        case NodeShape.ELLIPSE:
            return Size(sqrt(2) * words.width + across / 2, sqrt(2) * words.height + up / 2)
        case NodeShape.DIAMOND:
            width = 2 * words.width + across / 2
            return Size(width, max(2 * words.height + up / 2, FLATTEST * width))


def room_inside(form: NodeShape, around: Size, size: int) -> float:
    """Return how long lines may be in a node that is so large."""
    match form:
        case NodeShape.BOX:
            return around.width - BESIDE * size
        case NodeShape.ROUND:
            return around.width - BESIDE * size - around.height / 2
        case NodeShape.ELLIPSE:
            return around.width / sqrt(2)
        case NodeShape.DIAMOND:
            return around.width / 2
