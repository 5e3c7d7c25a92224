"""Values written beside bars, or in stacked ones: which, and where they have room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.chart_item import (
    BarMark,
    ChartLabel,
    LabelFor,
    LabelPosition,
)
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.bars import GAP, ROUNDED, WIDEST, Bars
from deckmaker.layout.charts.colors import can_be_read_on, words_of, words_on
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.placing import MOST_VALUES, Placing
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Chart, NumberStyle, Stacking, ValueLabels
from deckmaker.model.geometry import Rect

FEW = 12
"""Columns, or 24 bars, of which each has its value beside it where there is room."""

CLEAR = 3.5
"""Points from the end of a bar that goes down to the capitals below it; and from one to a value beside the stack."""

FROM_DESCENT = 2.83
"""Points from the end of a bar to where letters and commas above it end, as LibreOffice has it; PowerPoint has 1.4
more."""

BESIDE_BAR = 4.0
"""Points from the end of a lying bar to its label."""


INSIDE, INSIDE_BESIDE = 2.0, 3.0
"""Points between a value in a bar and the bar's edges: above and below it, and at both its sides, where letters that
touch an edge are hard to read."""

FROM_AXIS = 3.0
"""Points between a value beside its part and the line on which bars stand."""

AIR = 0.4
"""Ems between values side by side."""

LEAST_GAP = 0.15
"""Between stacked columns, in parts of a column's width, where values need it so small."""


class WrittenValues(NamedTuple):
    """Values as placed: those of each series that its native chart has, those that stand `aside`, and how many lack.

    Those of the first of lying bars stand above it where there is so much room over the plot, in points.
    """

    native: dict[int, tuple[ChartLabel, ...]]
    aside: tuple[Placed, ...]
    lacking: int
    over: float = 0.0


class BarValues(NamedTuple):
    """The values that are written beside bars, or in them: which, as set. They are `wished` by whoever wrote the chart,
    or by the rule for few of them. There is room `over` the plot for some, in points."""

    bars: Bars
    room: PlotRoom
    style: NumberStyle
    labels: dict[tuple[int, int], SetLabel]
    are_all: bool
    are_wished: bool
    over: float = 0.0

    @classmethod
    def sizes(cls, room: PlotRoom, bars: Bars) -> Iterator[BarValues]:
        """Yield the values to be written, as far as is known before bars stand, at their size and ever smaller.

        Where nobody wished for any they are all or none, or those that are highlighted: the axis says the others.
        """
        chart = room.chart
        rooms = [replace(room, texts=texts) for texts in room.texts.smaller_ones(LABEL)]
        if chart.value_labels is not ValueLabels.AUTO:
            yield from (cls._of(one, bars, chart.value_labels, are_wished=True) for one in rooms)
            return
        if are_few(bars):
            every = (cls._of(one, bars, ValueLabels.ALL) for one in rooms)
            yield from (one for one in every if one._have_room)
        if chart.highlight and _are_few_highlighted(chart):
            yield from (cls._of(one, bars, ValueLabels.HIGHLIGHT) for one in rooms)
        yield cls._of(room, bars, ValueLabels.NONE)

    @classmethod
    def _of(cls, room: PlotRoom, bars: Bars, wish: ValueLabels, are_wished: bool = False) -> BarValues:
        chart = room.chart
        style = values_style(chart.y_axis.style, [one for n in bars.series for one in chart.series[n].values])
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
        return cls(bars, room, style, labels, wish is ValueLabels.ALL and bool(labels), are_wished)

    @property
    def _have_room(self) -> bool:
        """Whether all values have room side by side, or in rows below one another."""
        room, bars = self.room, self.bars
        beside = 1 if bars.is_stacked else max(len(bars.series), 1)
        if bars.lying:
            step = room.rect.height / max(bars.count, 1)
            return step / (beside + GAP) >= room.texts.size(LABEL)
        step = room.rect.width / max(bars.count, 1)
        widest = max((one.width for one in self.labels.values()), default=0.0)
        return widest + self._air <= step if beside == 1 else widest <= min(step / (beside + GAP), WIDEST)

    @property
    def _air(self) -> float:
        """Points that values side by side are apart, at least: else they read as one number."""
        return AIR * self.room.texts.size(LABEL)

    @property
    def beyond(self) -> float:
        """What labels need beyond the ends of bars, in points."""
        if not self.labels or self.bars.is_stacked:
            return 0.0
        if self.bars.lying:
            return max(one.width for one in self.labels.values()) + BESIDE_BAR
        return max(one.height - one.below + above_bar(one) for one in self.labels.values())

    def gap(self, axes: Axes) -> float:
        """Return the gap between categories: stacked columns whose values are all wanted are as wide as these need."""
        usual = self.bars.gap(axes)
        if not self.are_all or not self.bars.is_stacked or self.bars.lying:
            return usual
        style = self.room.texts.style(LABEL, "center", bold=True)
        values = (self.bars.chart.series[series].values[point] or 0.0 for series, point in self.labels)
        widest = max(self.room.texts.set(number(one, self.style), style).width for one in values)
        step = axes.rect.width / max(self.bars.count, 1)
        return round(min(usual, max(step / (widest + 2 * INSIDE_BESIDE + 1) - 1, LEAST_GAP)), 2)

    def set(self, marks: Sequence[BarMark], axes: Axes, placing: Placing) -> WrittenValues:
        """Return the values of each series as placed, those that have room."""
        rects = {(one.series, one.point): one for one in marks}
        found: dict[int, list[ChartLabel]] = {}
        narrow: list[BarMark] = []
        lacking = 0
        for (series, point), plain in self.labels.items():
            mark = rects.get((series, point))
            label, position = plain, LabelPosition.OUTSIDE_END
            if not self.bars.is_stacked:
                where = self._outside(label, mark.rect if mark else self._empty(axes, series, point), series, point)
            elif mark and (inside := self._inside(mark)):
                (label, where), position = inside, LabelPosition.CENTER
            else:
                narrow += [mark] if mark else []
                continue
            if not self._is_free(where, placing):
                lacking += 1
                continue
            placing.take(where)
            placed = label.placed(where, Role.LABEL, self.room.texts.span)
            found.setdefault(series, []).append(ChartLabel(placed, LabelFor.VALUE, point, series, position))
        aside = [self._aside(one, marks, axes, placing) for one in narrow] if self.are_wished else [None] * len(narrow)
        native = {series: tuple(one) for series, one in found.items()}
        has_first = self.bars.lying and any(one.point == 0 for one in narrow)
        over = max((one.height for one in self.labels.values()), default=0.0) + CLEAR if has_first else 0.0
        return WrittenValues(native, tuple(filter(None, aside)), lacking + aside.count(None), over)

    def _is_free(self, where: Rect, placing: Placing) -> bool:
        """Tell whether a value has room there, and air to those beside it."""
        air = 0.0 if self.bars.lying else self._air
        wider = Rect(where.x - air, where.y, where.width + 2 * air, where.height)
        return placing.is_free(where) and not any(wider.overlaps(one) for one in placing.taken)

    def _aside(self, mark: BarMark, marks: Sequence[BarMark], axes: Axes, placing: Placing) -> Placed | None:
        """Return the value of a part that is too narrow for it, beside its bar in the part's colour.

        It is no label of the native chart: those of stacked bars stand in them (ST_DLblPos, ECMA-376 part 1,
        21.2.3.10: no program takes `outEnd` there).
        """
        texts, rect = self.room.texts, mark.rect
        style = texts.style(LABEL, "center", bold=True)
        color = words_of(mark.color, texts.place.styles.theme, style)
        label = texts.set(self._words(mark), replace(style, color=color) if color else style)
        middle, level = rect.x + rect.width / 2, rect.y + rect.height / 2
        if self.bars.lying:
            half = label.width / 2
            middle = min(max(middle, placing.room.x + half), placing.room.right - half)
            middle = _off_axis(middle, half + FROM_AXIS, rect, axes)
            wishes = [label.above(middle, rect.y - CLEAR), label.below_line(middle, rect.bottom + CLEAR + label.ink)]
        else:
            half = label.width / 2 + BESIDE_BAR
            wishes = [label.around(rect.right + half, level), label.around(rect.x - half, level)]
        free = (one for one in wishes if not any(one.overlaps(other.rect) for other in marks))
        where = placing.first_free(free)
        return label.placed(where, Role.LABEL, texts.span) if where else None

    def _words(self, mark: BarMark) -> str:
        return number(self.bars.chart.series[mark.series].values[mark.point] or 0.0, self.style)

    def _inside(self, mark: BarMark) -> tuple[SetLabel, Rect] | None:
        """Return the label of a part of a stacked bar, if it has room in it, in a colour that is seen there."""
        texts = self.room.texts
        theme = texts.place.styles.theme
        style = texts.style(LABEL, "center", words_on(mark.color, theme), bold=True)
        if not can_be_read_on(mark.color, style, theme):
            return None
        label = texts.set(self._words(mark), style)
        if label.ink + 2 * INSIDE > mark.rect.height or label.width + 2 * INSIDE_BESIDE > mark.rect.width:
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
        return label.above(middle, rect.y - above_bar(label))


def above_bar(label: SetLabel) -> float:
    """Return how far the line below a label stands above its bar, in points."""
    return label.descent + FROM_DESCENT


def _off_axis(middle: float, half: float, part: Rect, axes: Axes) -> float:
    """Return the middle of a value over a part of a lying bar: on the part's side of the line on which bars stand."""
    base = axes.values.at(0.0)
    if abs(middle - base) >= half:
        return middle
    return base + half if part.x + part.width / 2 >= base else base - half


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
