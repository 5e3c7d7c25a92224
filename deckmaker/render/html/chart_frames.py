"""Which items a chart is drawn of: its plots, what stands around them, and what lies behind.

On a slide each of them has its own place. The reading view shows them as one picture, to scale.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from deckmaker.layout import Placed, Role, ShapeItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.geometry import Rect

_CHARTED = (Role.CHART, Role.ANNOTATIONS)


def with_charts_whole(items: Sequence[Placed], in_figure: bool) -> Iterator[Sequence[Placed]]:
    """Yield items in their order: those of a chart together, any other by itself.

    Next to a chart in its figure, a shape is the chart's; elsewhere it may be the page's.
    """

    def is_charted(one: Placed) -> bool:
        return one.role in _CHARTED or (in_figure and isinstance(one.item, ShapeItem))

    position = 0
    while position < len(items):
        end = position
        while end < len(items) and is_charted(items[end]):
            end += 1
        run = items[position:end]
        charts = sum(isinstance(one.item, ChartItem) for one in run)
        if charts == 1:
            yield run
            position = end
        else:
            yield items[position : position + 1]
            position += 1


def frame_of(chart: Sequence[Placed]) -> Rect:
    """Return the rectangle that holds all of a chart, on its page."""
    rects = [one.rect for placed in chart for leaf in placed.leaves for one in (leaf, *leaf.texts)]
    return reduce(_around, rects)


def _around(one: Rect, other: Rect) -> Rect:
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, max(one.right, other.right) - left, max(one.bottom, other.bottom) - top)
