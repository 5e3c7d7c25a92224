"""Two axes of numbers: where they end, the grid between them, their numbers and titles around it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.layout.chart_item import AxisScale, PlotAxis, Stroke
from deckmaker.layout.charts.axes import Axes, drawn_line, has_native_grid
from deckmaker.layout.charts.axis_numbers import value_title
from deckmaker.layout.charts.below_axis import baseline_below
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.scales import Scale, number_axis, ticks_for
from deckmaker.layout.charts.texts import LABEL, ChartTexts, SetLabel
from deckmaker.layout.charts.wording import axis_style, number
from deckmaker.layout.document import Placed
from deckmaker.layout.roles import Role
from deckmaker.model.chart import ChartAxis
from deckmaker.model.geometry import Rect
from deckmaker.theme.theme import ChartStyle

BESIDE, BETWEEN = 8.0, 12.0
"""Points between numbers and the plot beside them, and between two numbers side by side."""

TITLE_GAP = 6.0
"""Points between a title of an axis and what is nearest to it."""

LEAST = 24.0
"""Points of a plot's least width and height."""

Reaches = Callable[[float], Sequence[float]]
"""Given the shorter side of a plot, how far the mark of each point reaches around it, in points of the page."""

ROUNDS = 3
"""How often an axis is widened for its marks, which reach further into data the wider it is."""


@dataclass(frozen=True)
class NumberAxesSetter:
    """Sets axes for points in a room, of which they leave none out that is known. They leave room for what marks reach.

    `above` are points above the plot that are free for labels of the highest. A dot at the end of an axis reaches `dot`
    points beyond it: LibreOffice moves plots that leave it less in the native chart. Where an axis begins at zero, only
    marks that reach `over_zero` make it begin before.
    """

    room: PlotRoom
    xs: Sequence[float]
    ys: Sequence[float]
    reaches: Reaches | None = None
    above: float = 0.0
    dot: float = 0.0
    over_zero: bool = False

    def set(self) -> Axes:
        """Return the axes at the sides of the room."""
        rect, texts = self.room.rect, self.room.texts
        title = self._y_title
        top = rect.y + title.height + TITLE_GAP if title else rect.y
        end, bottom = self._x_title()
        line = texts.set("0", texts.style(LABEL))
        over_plot = max(line.height / 2, self.dot)
        plot = Rect(rect.x, top + max(over_plot, self.above), rect.width, 0.0)
        below = baseline_below(0.0, (line,)) + line.below
        height = max(bottom - below - plot.y, LEAST)
        y_axis = self._axis(self.ys, self.room.chart.y_axis, height, min(rect.width, height))
        y_numbers = self._numbers(y_axis, self.room.chart.y_axis, "right")
        left = rect.x + max((one.width for _, one in y_numbers), default=-BESIDE) + BESIDE
        width = max(rect.right - left, LEAST)
        x_axis, x_numbers = self._x_axis(width, height)
        over = max(x_numbers[-1][1].width / 2 if x_numbers else 0.0, self.dot)
        left = max(left, rect.x + (x_numbers[0][1].width / 2 if x_numbers else 0.0))
        plot = Rect(left, plot.y, max(rect.right - over - left, LEAST), height)
        x, y = Scale(x_axis, plot.x, plot.right), Scale(y_axis, plot.bottom, plot.y)
        around = [*self._placed_title(plot.y - over_plot)]
        around += _placed_beside(y_numbers, y, plot.x - BESIDE, texts)
        around += _placed_below(x_numbers, x, baseline_below(plot.bottom, (line,)), texts)
        grid, lines, behind = _lines(plot, x, y, self.room.look)
        shown = (*around, *end)
        return Axes(plot, rect, x, y, None, False, (), shown, grid, lines, rect.bottom, False, self.room.look, behind)

    @cached_property
    def _y_title(self) -> SetLabel | None:
        """The title of the y axis."""
        chart, texts = self.room.chart, self.room.texts
        title = value_title(chart, chart.y_axis)
        return texts.set(title, texts.style(LABEL), self.room.rect.width) if title else None

    def _placed_title(self, bottom: float) -> Iterator[Placed]:
        """Yield the title of the y axis, close to what ends at that height: names of dots have the room beside it."""
        if label := self._y_title:
            frame = Rect(self.room.rect.x, bottom - TITLE_GAP - label.height, label.width, label.height)
            yield label.placed(frame, Role.AXIS, self.room.texts.span)

    def _x_title(self) -> tuple[tuple[Placed, ...], float]:
        """Return the title of the x axis below its end, and where what is above it ends."""
        chart, rect, texts = self.room.chart, self.room.rect, self.room.texts
        title = value_title(chart, chart.x_axis)
        if not title:
            return (), rect.bottom
        label = texts.set(title, texts.style(LABEL, "right"), rect.width)
        frame = Rect(rect.right - label.width, rect.bottom - label.height, label.width, label.height)
        return (label.placed(frame, Role.AXIS, texts.span),), frame.y - TITLE_GAP / 2

    def _axis(self, values: Sequence[float], wish: ChartAxis, length: float, side: float, wanted: int = 0) -> PlotAxis:
        """Return an axis between whose ends all marks have room, but where an end is wished that all values keep to."""
        wanted = wanted or ticks_for(length)
        axis = number_axis(values, wish, wanted, of_dots=True)
        if self.reaches is None or not values:
            return axis
        reaches = [one / length for one in self.reaches(side)]
        reaches += [0.0] * (len(values) - len(reaches))  # values behind those of points are of lines across the plot
        is_begun = wish.least is not None and wish.least <= min(values)
        is_ended = wish.most is not None and wish.most >= max(values)
        for _ in range(ROUNDS):
            scale = Scale(axis, 0.0, 1.0)
            places = [scale.at(value) for value in values]
            first = min(place - reach for place, reach in zip(places, reaches, strict=True))
            last = max(place + reach for place, reach in zip(places, reaches, strict=True))
            if is_begun or (axis.least == 0 and not self.over_zero):
                first = max(first, 0.0)
            last = min(last, 1.0) if is_ended else last
            if first >= 0 and last <= 1:
                break
            wider = (*values, _beyond(axis, min(first, 0)), _beyond(axis, max(last, 1)))
            axis = number_axis(wider, wish, wanted, of_dots=True)
        return axis

    def _x_axis(self, width: float, height: float) -> tuple[PlotAxis, list[tuple[float, SetLabel]]]:
        """Return the x axis with as many numbers as have room side by side."""
        wish = self.room.chart.x_axis
        wanted = ticks_for(width)
        while True:
            axis = self._axis(self.xs, wish, width, min(width, height), wanted)
            numbers = self._numbers(axis, wish, "center")
            if wanted <= 2 or _have_room(numbers, Scale(axis, 0.0, width)):
                return axis, numbers
            wanted -= 1

    def _numbers(self, axis: PlotAxis, wish: ChartAxis, align: str) -> list[tuple[float, SetLabel]]:
        texts = self.room.texts
        style, shown = texts.style(LABEL, align), axis_style(wish.style, axis)
        return [(tick, texts.set(number(tick, shown), style)) for tick in axis.ticks]


def _beyond(axis: PlotAxis, share: float) -> float:
    """Return the value at a place in lengths of an axis from its start, which may lie beyond it."""
    if axis.scale is AxisScale.LOG:
        return float(axis.least * (axis.most / axis.least) ** share)
    return axis.least + (axis.most - axis.least) * share


def _have_room(numbers: Sequence[tuple[float, SetLabel]], scale: Scale) -> bool:
    places = [(scale.at(tick), label.width / 2) for tick, label in numbers]
    return all(
        behind - other - place - half >= BETWEEN for (place, half), (behind, other) in itertools.pairwise(places)
    )


def _placed_beside(
    numbers: Iterable[tuple[float, SetLabel]], scale: Scale, x: float, texts: ChartTexts
) -> Iterable[Placed]:
    for tick, label in numbers:
        yield label.placed(label.around(x, scale.at(tick)), Role.AXIS, texts.span)


def _placed_below(
    numbers: Iterable[tuple[float, SetLabel]], scale: Scale, baseline: float, texts: ChartTexts
) -> Iterable[Placed]:
    for tick, label in numbers:
        frame = label.below_line(scale.at(tick), baseline)
        yield label.placed(frame, Role.AXIS, texts.span)


def _lines(
    plot: Rect, x: Scale, y: Scale, look: ChartStyle
) -> tuple[tuple[Stroke, ...], tuple[Stroke, ...], tuple[Placed, ...]]:
    """Return the grid, the lines at zero, and those of the grid that a native chart has not."""
    level = [(tick, ((plot.x, y.at(tick)), (plot.right, y.at(tick)))) for tick in y.axis.ticks]
    upright = [(tick, ((x.at(tick), plot.y), (x.at(tick), plot.bottom))) for tick in x.axis.ticks]
    grid, lines, behind = list[Stroke](), list[Stroke](), list[Placed]()
    for scale, ticks in ((y, level), (x, upright)):
        own = []
        for tick, points in ticks:
            if tick == 0 and scale.axis.scale is not AxisScale.LOG:
                lines.append(Stroke(points, look.axis, look.axis_width))
            else:
                own.append(Stroke(points, look.grid, look.grid_width))
        if has_native_grid(scale.axis):
            grid += own
        else:
            behind += map(drawn_line, own)
    return tuple(grid), tuple(lines), tuple(behind)
