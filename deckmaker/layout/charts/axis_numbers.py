"""Numbers along value axes, and what is said above them: their titles, or units."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import PlotAxis
from deckmaker.layout.charts.drawing import BETWEEN, PlotRoom
from deckmaker.layout.charts.scales import Scale
from deckmaker.layout.charts.texts import LABEL, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import axis_style, number, without_unit
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import Chart, ChartAxis, NumberStyle
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE


class AxisNumbers(NamedTuple):
    """Numbers along an axis, as set."""

    labels: tuple[tuple[float, SetLabel], ...]

    @property
    def width(self) -> float:
        return max((label.width for _, label in self.labels), default=0.0)

    @property
    def height(self) -> float:
        return max((label.height for _, label in self.labels), default=0.0)


def axis_numbers(axis: PlotAxis, style: NumberStyle, texts: ChartTexts, align: str) -> AxisNumbers:
    own, shown = texts.style(LABEL, align), axis_style(style, axis)
    return AxisNumbers(tuple((tick, texts.set(number(tick, shown), own)) for tick in axis.ticks))


def placed_numbers(numbers: AxisNumbers, scale: Scale, x: float, texts: ChartTexts) -> Iterable[Placed]:
    """Yield numbers as placed beside the plot, each at its tick; every second, or fewer, where they have no room."""
    labels = numbers.labels
    if len(labels) > 1:
        apart = abs(scale.at(labels[1][0]) - scale.at(labels[0][0]))
        labels = labels[:: max(1, ceil(numbers.height / max(apart, 1.0) - TOLERANCE))]
    for tick, label in labels:
        yield label.placed(label.around(x, scale.at(tick)), Role.AXIS, texts.span)


def value_title(chart: Chart, axis: ChartAxis) -> Paragraph | str | None:
    """Return what is said above a value axis: its title, and its unit, if its numbers and the subtitle go without."""
    unit, title = axis.style.unit, axis.title
    told = any(unit in one.text for one in (chart.subtitle, title) if one)
    if told or without_unit(axis.style).unit == unit:
        return title
    return replace(title, runs=(*title.runs, Run(f" ({unit})"))) if title else unit


class Titles(NamedTuple):
    placed: tuple[Placed, ...]
    height: float


def titles_above(room: PlotRoom, lying: bool) -> Titles:
    """Return what is said above the plot: at its sides the titles of value axes, or above bars those of both axes."""
    chart, rect, texts = room.chart, room.rect, room.texts
    values = value_title(chart, chart.y_axis)
    if lying:
        wishes = [(chart.x_axis.title, "left", rect.x), (values, "right", rect.right)]
    else:
        has_second = any(one.on_second_axis for one in chart.series)
        second = value_title(chart, chart.second_axis) if has_second else None
        wishes = [(values, "left", rect.x), (second, "right", rect.right)]
    shown = [(title, align, x) for title, align, x in wishes if title]
    width = rect.width / max(len(shown), 1) - BETWEEN
    found, height = [], 0.0
    for title, align, x in shown:
        label = texts.set(title, texts.style(LABEL, align), width)
        frame = label.below_line(x, rect.y + label.first_baseline)
        found.append(label.placed(frame, Role.AXIS, texts.span))
        height = max(height, label.height + BETWEEN)
    return Titles(tuple(found), height)


def title_below(room: PlotRoom, left: float, right: float) -> tuple[Placed, ...]:
    """Return the title of the axis of categories, at the foot of the room between two sides."""
    chart, texts, bottom = room.chart, room.texts, room.rect.bottom
    if not chart.x_axis.title:
        return ()
    label = texts.set(chart.x_axis.title, texts.style(LABEL, "center"), right - left)
    frame = Rect((left + right - label.width) / 2, bottom - label.height, label.width, label.height)
    return (label.placed(frame, Role.AXIS, texts.span),)
