"""Is a line there to be seen? Words can stand in a file and lie under a picture, and the pages still look alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy
from PIL import Image

from tests.agreement.rasters import WIDTH
from tests.agreement.view import PageView, TextLine

LEAST_CONTRAST = 30
"""Grey levels between a line's ink and its ground in our PDF, from which the other output is held to the same."""
LEAST_SHARE = 0.4
"""Of our contrast, what must be left: engines draw small type lighter or bolder, never this much."""


def hidden_lines(
    expected: Iterable[PageView], ours: Mapping[int, Image.Image], theirs: Mapping[int, Image.Image]
) -> Iterator[str]:
    """Yield a failure for each line that can be read in our PDF's picture of its page and not in the other."""
    for view in (one for one in expected if one.number in ours and one.number in theirs):
        one, other = (pictures[view.number].convert("L") for pictures in (ours, theirs))
        for line in view.lines:
            wanted, found = (_contrast(grey, line, WIDTH / view.width) for grey in (one, other))
            if wanted >= LEAST_CONTRAST and found < LEAST_SHARE * wanted:
                yield f"page {view.number}, {line.slot}: `{line.text}` is hidden"


def _contrast(page: Image.Image, line: TextLine, scale: float) -> float:
    """Return how many levels of a grey page lie between the lightest and the darkest parts of a line's box."""
    box = (line.x0, line.baseline - 0.75 * line.size, line.x1, line.baseline + 0.2 * line.size)
    left, top, right, bottom = (round(edge * scale) for edge in box)
    grey = numpy.asarray(page.crop((left, top, max(right, left + 1), max(bottom, top + 1))))
    low, high = numpy.percentile(grey, (2, 98))
    return float(high - low)
