"""The labels of a chart, and what each stands on."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout.chart_item import BarMark, ChartItem, ChartLabel, DotMark, LabelPosition, WedgeMark

_ON_MARKS = (LabelPosition.CENTER, LabelPosition.INSIDE_END, LabelPosition.INSIDE_BASE)
"""Where labels stand on the marks that they are of; in rings, too, whose labels have no position to say."""

Paint = tuple[str, float]
"""A colour, and its opacity from 0 to 1."""


def labels_and_marks(item: ChartItem) -> Iterator[tuple[ChartLabel, Paint | None]]:
    """Yield each label, with the colour and opacity of the bar, wedge or dot that it stands on, if it does."""
    paints = _paints(item)
    for label in item.labels:
        is_on_mark = label.position in _ON_MARKS or (label.series is not None and label.position is None)
        yield label, paints.get((label.series, label.point)) if is_on_mark else None


def _paints(item: ChartItem) -> dict[tuple[int | None, int], Paint]:
    """Return the colours and opacities of bars, wedges and dots, by series and point."""
    found: dict[tuple[int | None, int], Paint] = {}
    for mark in (mark for plot in item.plots for mark in plot.marks):
        if isinstance(mark, BarMark | WedgeMark):
            found[mark.series, mark.point] = mark.color, 1.0
        elif isinstance(mark, DotMark):
            found[mark.series, mark.point] = mark.color, mark.opacity
    return found
