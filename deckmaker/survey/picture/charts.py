"""A chart's grid, axes and marks as paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.drawn_paths import DrawnPath, Step, drawn_paths
from deckmaker.survey.picture.elements import element, length


def chart_drawn(item: ChartItem, palette: Mapping[str, str]) -> Iterator[Element]:
    """Yield all of a chart but its texts, in a palette's colours."""
    for plot in item.plots:
        for one in drawn_paths(plot):
            yield element("path", {"d": "".join(map(_step, one.steps)), **_looks(one, palette)})


def _looks(drawn: DrawnPath, palette: Mapping[str, str]) -> dict[str, str]:
    looks = {"fill": palette[drawn.fill] if drawn.fill else "none"}
    if drawn.opacity < 1:
        looks["fill-opacity"] = length(drawn.opacity)
    if drawn.stroke:
        looks |= {"stroke": palette[drawn.stroke], "stroke-width": length(drawn.width)}
    if drawn.dashes:
        looks["stroke-dasharray"] = " ".join(map(length, drawn.dashes))
    if drawn.is_round:
        looks |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
    return looks


def _step(step: Step) -> str:
    return f"{step.letter}{' '.join(f'{length(x)} {length(y)}' for x, y in step.points)}"
