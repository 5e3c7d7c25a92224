"""Values written beside bars, or in stacked ones: which, and where they have room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckmaker.layout.chart_item import (
    BarMark,
    ChartLabel,
    LabelFor,
    LabelPosition,
)
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.bars import GAP, ROUNDED, WIDEST, Bars
from deckmaker.layout.charts.colors import can_be_read_on, words_on
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.placing import MOST_VALUES, Placing
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Chart, NumberStyle, Stacking, ValueLabels
from deckmaker.model.geometry import Rect

FEW = 12
"""Columns, or 24 bars, of which each has its value beside it where there is room."""

CLEAR = 3.5
"""Points from the end of a bar to the line below its label: between LibreOffice's and PowerPoint's."""

BESIDE_BAR = 4.0
"""Points from the end of a lying bar to its label."""


LEAST_GAP = 0.15
"""Between stacked columns, in parts of a column's width, where values need it so small."""


class BarValues(NamedTuple):
    """The values that are written beside bars, or in them: which, as set."""

    bars: Bars
    room: PlotRoom
    style: NumberStyle
    labels: dict[tuple[int, int], SetLabel]
    are_all: bool

    @classmethod
    def of(cls, room: PlotRoom, bars: Bars) -> BarValues:
        """Choose the values to be written, as far as is known before bars stand."""
        chart = room.chart
        plain = chart.y_axis.style
        style = values_style(plain, [one for n in bars.series for one in chart.series[n].values])
        wish = chart.value_labels
        if wish is ValueLabels.AUTO:
            wish = ValueLabels.ALL if are_few(bars) and cls._have_room(room, bars, style) else ValueLabels.NONE
            if wish is ValueLabels.NONE and chart.highlight and _are_few_highlighted(chart):
                wish = ValueLabels.HIGHLIGHT
        align = "left" if bars.lying and not bars.is_stacked else "center"
        written = [
            (n, point, value)
            for n in bars.series
            for point, value in enumerate(chart.series[n].values)
            if value is not None and _is_written(chart, wish, n, point, bars.count)
        ]
        labels = {
            (n, point): room.texts.set(number(value, style), room.texts.style(LABEL, align))
            for n, point, value in (written if len(written) <= MOST_VALUES else ())
        }
        return cls(bars, room, style, labels, wish is ValueLabels.ALL and bool(labels))

    @staticmethod
    def _have_room(room: PlotRoom, bars: Bars, style: NumberStyle) -> bool:
        """Tell whether all values have room side by side, or in rows below one another."""
        texts, chart = room.texts, room.chart
        beside = 1 if bars.is_stacked else max(len(bars.series), 1)
        if bars.lying:
            step = room.rect.height / max(bars.count, 1)
            return step / (beside + GAP) >= texts.size(LABEL)
        step = room.rect.width / max(bars.count, 1)
        own = texts.style(LABEL, "center")
        known = (one for n in bars.series for one in chart.series[n].values if one is not None)
        widest = max((texts.set(number(one, style), own).width for one in known), default=0.0)
        return widest <= (step if beside == 1 else min(step / (beside + GAP), WIDEST))

    @property
    def beyond(self) -> float:
        """What labels need beyond the ends of bars, in points."""
        if not self.labels or self.bars.is_stacked:
            return 0.0
        if self.bars.lying:
            return max(one.width for one in self.labels.values()) + BESIDE_BAR
        return max(one.height - one.below for one in self.labels.values()) + CLEAR

    def gap(self, axes: Axes) -> float:
        """Return the gap between categories: stacked columns whose values are all wanted are as wide as these need."""
        usual = self.bars.gap(axes)
        if not self.are_all or not self.bars.is_stacked or self.bars.lying:
            return usual
        style = self.room.texts.style(LABEL, "center", bold=True)
        values = (self.bars.chart.series[series].values[point] or 0.0 for series, point in self.labels)
        widest = max(self.room.texts.set(number(one, self.style), style).width for one in values)
        step = axes.rect.width / max(self.bars.count, 1)
        return round(min(usual, max(step / (widest + 1) - 1, LEAST_GAP)), 2)

    def set(self, marks: Sequence[BarMark], axes: Axes, placing: Placing) -> dict[int, tuple[ChartLabel, ...]]:
        """Return the labels of each series as placed, those that have room."""
        rects = {(one.series, one.point): one for one in marks}
        found: dict[int, list[ChartLabel]] = {}
        for (series, point), plain in self.labels.items():
            mark = rects.get((series, point))
            label, position = plain, LabelPosition.OUTSIDE_END
            if not self.bars.is_stacked:
                where = self._outside(label, mark.rect if mark else self._empty(axes, series, point), series, point)
            elif mark and (inside := self._inside(mark)):
                (label, where), position = inside, LabelPosition.CENTER
            else:
                continue
            if placing.is_free(where):
                placing.take(where)
                placed = label.placed(where, Role.LABEL, self.room.texts.span)
                found.setdefault(series, []).append(ChartLabel(placed, LabelFor.VALUE, point, series, position))
        return {series: tuple(one) for series, one in found.items()}

    def _inside(self, mark: BarMark) -> tuple[SetLabel, Rect] | None:
        """Return the label of a part of a stacked bar, if it has room in it, in a colour that is seen there."""
        texts = self.room.texts
        theme = texts.place.styles.theme
        style = texts.style(LABEL, "center", words_on(mark.color, theme), bold=True)
        if not can_be_read_on(mark.color, style, theme):
            return None
        value = self.bars.chart.series[mark.series].values[mark.point]
        label = texts.set(number(value or 0.0, self.style), style)
        if label.ink + 4 > mark.rect.height or label.width > mark.rect.width:
            return None
        return label, label.around(mark.rect.x + mark.rect.width / 2, mark.rect.y + mark.rect.height / 2)

    def _empty(self, axes: Axes, series: int, point: int) -> Rect:
        """Return where the bar of a value would be that is zero."""
        start, end = self.bars.edges(axes, self.bars.gap(axes), series, point)
        return axes.bar(start, end, 0.0, 0.0)

    def _outside(self, label: SetLabel, rect: Rect, series: int, point: int) -> Rect:
        """Return the frame of a label at the end of its bar."""
        is_negative = (self.bars.chart.series[series].values[point] or 0.0) < 0
        if self.bars.lying:
            x = rect.x - BESIDE_BAR - label.width if is_negative else rect.right + BESIDE_BAR
            return label.around(x, rect.y + rect.height / 2)
        middle = rect.x + rect.width / 2
        if is_negative:
            return label.below_line(middle, rect.bottom + CLEAR + label.ink)
        return label.above(middle, rect.y - CLEAR)


def are_few(bars: Bars) -> bool:
    count = bars.count * len(bars.series)
    if bars.lines or (bars.chart.stacking is Stacking.PERCENT and not _are_shares(bars)):
        return False  # lines would cross them, and native labels say the values of shares
    return 0 < count <= (2 * FEW if bars.lying or bars.is_stacked else FEW)


def _are_shares(bars: Bars) -> bool:
    """Tell whether values are shares already: each category has 100 % of them."""
    whole = 1.0 if bars.chart.y_axis.style.percent else 100.0
    sums = [sum(bars.chart.series[n].values[point] or 0.0 for n in bars.series) for point in range(bars.count)]
    return all(abs(one - whole) <= ROUNDED * whole for one in sums)


def _are_few_highlighted(chart: Chart) -> bool:
    many = len(chart.highlight.series) * len(chart.categories.names) + len(chart.highlight.points) * len(chart.series)
    return many + len(chart.highlight.single) <= FEW


def _is_written(chart: Chart, wish: ValueLabels, series: int, point: int, count: int) -> bool:
    match wish:
        case ValueLabels.ALL:
            return True
        case ValueLabels.ENDS:
            return point in (0, count - 1)
        case ValueLabels.HIGHLIGHT:
            return chart.highlight.has(series, point)
        case _:
            return False
