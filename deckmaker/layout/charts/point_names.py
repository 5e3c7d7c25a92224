"""The names of points: beside their dots as native charts set them, else texts with leaders; what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.chart_item import ChartLabel, DotMark, LabelFor, LabelPosition, LineMark, Stroke
from deckmaker.layout.charts.axes import Axes
from deckmaker.layout.charts.colors import BASE, INK, PAPER
from deckmaker.layout.charts.dot_labels import Dot, DotLabel, dot_labels
from deckmaker.layout.charts.drawing import PlotRoom
from deckmaker.layout.charts.label_boxes import box_size, placed_in
from deckmaker.layout.charts.obstacles import boxes_along
from deckmaker.layout.charts.texts import LABEL, SetLabel
from deckmaker.layout.charts.wording import number, values_style
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import Placed
from deckmaker.layout.findings import Finding
from deckmaker.model.chart import ChartType, ValueLabels
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme.contrast import AA, blended, contrast, rgb

CLEAR = 2.0
"""Points that names keep from lines between dots."""

MOST_NAMES = 120
"""Names of points that are tried at most: on one slide nobody reads more."""

MOST_LED = 40
"""Names of points up to which those without room at their dots have leaders: among more, nobody follows them."""


LITTLE = 0.8
"""Of the size of other labels: how small names are where others of them are left out."""


class NamesOfPoints(NamedTuple):
    """Names as labels of the native chart, and as texts with leaders over it; and what is said of others."""

    native: tuple[ChartLabel, ...] = ()
    around: tuple[Placed, ...] = ()
    findings: tuple[Finding, ...] = ()


def set_names(room: PlotRoom, axes: Axes, dots: Sequence[DotMark], lines: Sequence[LineMark]) -> NamesOfPoints:
    """Return the names of points beside their dots, those that have room: they cover neither dots nor lines.

    They are smaller than other labels where that gives all of them room, down to the least size of their style; or a
    little smaller where that gives more of them room. If all have room in the usual size, the lines at zero run through
    those alone that have none elsewhere.
    """
    clear = _Names(room, axes, dots, lines, [one for one in axes.lines if not _is_edge(one, axes.rect)])
    if clear.at_zero and len(clear.placed) == len(clear.wanted):
        return clear.set()
    tried = []
    for texts in room.texts.smaller_ones(LABEL):
        names = _Names(replace(room, texts=texts), axes, dots, lines)
        if len(names.placed) == len(names.wanted):
            return names.set()
        if texts.size(LABEL) >= LITTLE * room.texts.size(LABEL):
            tried.append(names)
    return max(tried, key=lambda one: len(one.placed)).set()  # of equals the first, which is the largest


def _is_edge(line: Stroke, plot: Rect) -> bool:
    """Tell whether a line of an axis is an edge of the plot: names end there in any case."""
    (x, y), (right, bottom) = line.points
    return (x == right and x in (plot.x, plot.right)) or (y == bottom and y in (plot.y, plot.bottom))


@dataclass(frozen=True)
class _Names:
    room: PlotRoom
    axes: Axes
    dots: Sequence[DotMark]
    lines: Sequence[LineMark]
    at_zero: Sequence[Stroke] = ()
    """Lines of the axes that names keep clear of where they can."""

    def set(self) -> NamesOfPoints:
        native = tuple(self._native(one, one.position) for one in self.placed if one.position)
        texts = tuple(part for one in self.placed if one.position is None for part in self._text(one))
        return NamesOfPoints(native, texts, tuple(self._findings(len(self.wanted), len(self.placed))))

    @cached_property
    def wanted(self) -> list[int]:
        """The dots that have names, by rank."""
        return [index for index in self._by_rank if self._words(self.dots[index])]

    @cached_property
    def placed(self) -> list[DotLabel]:
        """Where names have room."""
        tried = self.wanted[:MOST_NAMES]
        style = self.room.texts.style(LABEL)
        sizes = {index: box_size(self.room.texts.set(self._words(self.dots[index]), style)) for index in tried}
        around = [
            Dot(one.center, one.radius, sizes.get(index), self._is_ground(one)) for index, one in enumerate(self.dots)
        ]
        leader = self.room.look.leader if len(self.wanted) <= MOST_LED else 0.0
        obstacles = [one.rect for one in self.axes.around]
        obstacles += (box for one in self.lines for box in boxes_along(one.stroke.points, CLEAR))
        avoided = [box for one in self.at_zero for box in boxes_along(one.points, CLEAR)]
        return dot_labels(around, tried, self._within, obstacles, leader, avoided)

    @property
    def _within(self) -> Rect:
        """Where names may stand: in the plot, above it and beside its end."""
        rect, room = self.axes.rect, self.room.rect
        right = room.right - SAFE_MARGIN - TOLERANCE  # frames are so much wider than boxes
        return Rect(rect.x, room.y, right - rect.x, rect.bottom - room.y)

    @property
    def _by_rank(self) -> list[int]:
        """Dots, the most wanted names first: of what is highlighted, then of large bubbles, then in order."""
        stressed, dots = self.room.chart.highlight, self.dots
        return sorted(
            range(len(dots)),
            key=lambda index: (not stressed.has(dots[index].series, dots[index].point), -dots[index].radius),
        )

    def _findings(self, wanted: int, placed: int) -> Iterator[Finding]:
        if lacking := wanted - placed:
            points = "1 point has" if lacking == 1 else f"{lacking} of {wanted} points have"
            message = f": {points} no name in the {self.room.chart.type.value} chart, for want of room"
            help = "name fewer points, stress those that count with `highlight:`, or give the chart more room"
            yield Finding("names-left-out", message, self.room.chart.span, help)

    # Words

    def _words(self, dot: DotMark) -> str:
        chart = self.room.chart
        series = chart.series[dot.series]
        name = series.names[dot.point] if dot.point < len(series.names) else ""
        only_stressed = chart.value_labels is ValueLabels.HIGHLIGHT
        if only_stressed and not chart.highlight.has(dot.series, dot.point):
            return ""
        wants_value = only_stressed or chart.value_labels is ValueLabels.ALL
        value = series.values[dot.point]
        if name or not wants_value or value is None:
            return name
        return number(value, values_style(chart.y_axis.style, series.values))

    def _worded(self, dot: DotMark, position: LabelPosition | None) -> SetLabel:
        align = {LabelPosition.RIGHT: "left", LabelPosition.LEFT: "right"}.get(position or LabelPosition.CENTER)
        color = self._on(dot) if position is LabelPosition.CENTER else None
        texts = self.room.texts
        return texts.set(self._words(dot), texts.style(LABEL, align or "center", color))

    def _native(self, label: DotLabel, position: LabelPosition) -> ChartLabel:
        dot = self.dots[label.dot]
        series = self.room.chart.series[dot.series]
        says = LabelFor.TEXT if dot.point < len(series.names) and series.names[dot.point] else LabelFor.VALUE
        placed = placed_in(self._worded(dot, position), label.box, self.room.texts)
        return ChartLabel(placed, says, dot.point, dot.series, position)

    def _text(self, label: DotLabel) -> Iterator[Placed]:
        """Yield a name that native charts would set elsewhere, with its leader."""
        if label.leader:
            yield shape(label.leader, BASE)
        yield placed_in(self._worded(self.dots[label.dot], None), label.box, self.room.texts)

    # Words on bubbles

    @property
    def _is_bubbles(self) -> bool:
        return self.room.chart.type is ChartType.BUBBLE

    def _on(self, dot: DotMark) -> str:
        """Return the colour of words upon a dot."""
        return max((INK, PAPER), key=lambda words: self._contrast(words, dot))

    def _is_ground(self, dot: DotMark) -> bool:
        return self._is_bubbles and self._contrast(self._on(dot), dot) >= AA

    def _contrast(self, words: str, dot: DotMark) -> float:
        """Return the least contrast of words to a dot, through which the ground is seen, in all modes of the theme."""
        theme = self.room.texts.place.styles.theme
        palettes = [one for one in theme.modes.values() or (theme.palette,) if dot.color in one]
        grounds = ((rgb(one[words]), blended(rgb(one[dot.color]), rgb(one[PAPER]), dot.opacity)) for one in palettes)
        return min((contrast(*pair) for pair in grounds), default=0.0)
