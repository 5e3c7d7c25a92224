"""The frames of native charts: so large that programs leave plots where they are.

LibreOffice moves a plot whose labels, of categories or of marks, reach out of the chart's frame.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.dataclasses import replace
from deckmaker.layout import Placed
from deckmaker.layout.chart_item import ChartItem, Plot
from deckmaker.model.geometry import Rect

_ROOM = 4.0
"""Points around a label, for programs that set it wider or elsewhere."""


def chart_rect(placed: Placed) -> Rect:
    """Return the frame of a chart of one plot, which is its place and what its labels need besides."""
    assert isinstance(placed.item, ChartItem), "only charts have such frames"
    return _around((placed.rect, *(rect for plot in placed.item.plots for rect in _needed(plot))))


def framed_plots(placed: Placed, item: ChartItem) -> tuple[Plot, ...]:
    """Return the plots of a chart in the frames that they have as native charts."""
    if len(item.plots) == 1:
        return (replace(item.plots[0], frame=chart_rect(placed)),)
    return tuple(replace(plot, frame=_around(_needed(plot))) for plot in item.plots)


def _needed(plot: Plot) -> Iterable[Rect]:
    yield plot.frame
    for label in plot.labels:
        rect = label.placed.rect
        yield Rect(rect.x - _ROOM, rect.y - _ROOM, rect.width + 2 * _ROOM, rect.height + 2 * _ROOM)


def _around(rects: Iterable[Rect]) -> Rect:
    all_of = [*rects]
    x, y = min(one.x for one in all_of), min(one.y for one in all_of)
    return Rect(x, y, max(one.right for one in all_of) - x, max(one.bottom for one in all_of) - y)
