"""Numbers along value axes, and what is said above them: their titles, or units."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import PlotAxis
from deckmaker.layout.charts.colors import LARGE_BOLD, has_second_axis, series_color, words_of
from deckmaker.layout.charts.drawing import BETWEEN, PlotRoom
from deckmaker.layout.charts.scales import Scale
from deckmaker.layout.charts.texts import LABEL, SERIES, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import axis_style, number, without_unit
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import Chart, ChartAxis, NumberStyle, SeriesLabels
from deckmaker.model.geometry import Rect
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import TextStyle


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


def value_title(chart: Chart, axis: ChartAxis, second: bool = False) -> Paragraph | str | None:
    """Return what is said above a value axis: its title, and its unit, if its numbers and the subtitle go without.

    Where there are two axes, one without a title has the name of the series that is read there, if that is one.
    """
    unit, title = axis.style.unit, axis.title or _only_series(chart, second)
    if is_unit_told(chart, axis, second) or without_unit(axis.style).unit == unit:
        return title
    return replace(title, runs=(*title.runs, Run(f" ({unit})"))) if title else unit


def is_unit_told(chart: Chart, axis: ChartAxis, second: bool = False) -> bool:
    """Tell whether the unit of an axis stands in its title, or in the chart's subtitle."""
    title = axis.title or _only_series(chart, second)
    return any(axis.style.unit in one.text for one in (chart.subtitle, title) if one)


def _only_series(chart: Chart, second: bool) -> Paragraph | None:
    own = [one for one in chart.series if one.on_second_axis is second]
    is_named = has_second_axis(chart) and len(own) == 1 and chart.series_labels is not SeriesLabels.NONE
    return Paragraph((Run(own[0].name),)) if is_named and own[0].name else None


def names_at_axes(chart: Chart) -> bool:
    """Tell whether the two value axes name all series, so that no legend needs to."""
    if not has_second_axis(chart) or len(chart.series) != 2 or chart.series_labels is SeriesLabels.LEGEND:
        return False
    titles = ((one, chart.second_axis.title if one.on_second_axis else chart.y_axis.title) for one in chart.series)
    return all(title is None or title.text.casefold() == one.name.casefold() for one, title in titles)


def _title_style(room: PlotRoom, align: str, second: bool) -> TextStyle:
    """Return the style of an axis' title: where there are two, large and bold in the colour of what is read there."""
    chart, texts = room.chart, room.texts
    colors = {series_color(chart, n) for n, one in enumerate(chart.series) if one.on_second_axis is second}
    if not has_second_axis(chart) or len(colors) > 1:
        return texts.style(LABEL, align)
    style = texts.style(SERIES, align, bold=True)
    style = replace(style, size=max(style.size, LARGE_BOLD))
    color = words_of(colors.pop(), texts.place.styles.theme, style)
    return replace(style, color=color) if color else style


class Titles(NamedTuple):
    placed: tuple[Placed, ...]
    height: float


def titles_above(room: PlotRoom, bars_from: float | None = None) -> Titles:
    """Return what is said above the plot: at its sides the titles of value axes, or above bars those of both axes.

    `bars_from` is where bars that lie have their axis: where reading them begins, the title of their values does, too,
    unless that of their names is there.
    """
    chart, rect, texts = room.chart, room.rect, room.texts
    values = value_title(chart, chart.y_axis)
    if bars_from is not None and not chart.x_axis.title:
        rect = Rect(bars_from, rect.y, rect.right - bars_from, rect.height)
        wishes = [(values, texts.style(LABEL), rect.x)]
    elif bars_from is not None:
        wishes = [(chart.x_axis.title, texts.style(LABEL), rect.x), (values, texts.style(LABEL, "right"), rect.right)]
    else:
        has_second = any(one.on_second_axis for one in chart.series)
        second = value_title(chart, chart.second_axis, True) if has_second else None
        styles = [_title_style(room, "left", False), _title_style(room, "right", True)]
        wishes = [(values, styles[0], rect.x), (second, styles[1], rect.right)]
    shown = [(title, style, x) for title, style, x in wishes if title]
    width = rect.width / max(len(shown), 1) - BETWEEN
    found, height = [], 0.0
    for title, style, x in shown:
        label = texts.set(title, style, width)
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
