"""A chart as drawn: its plots, their scales, every mark, and the texts that belong to marks.

PDF and HTML draw the marks. PowerPoint is told the same in its own terms: which groups of series, between which ends of
which axes, in which rectangle; so its native chart draws them where they are here. What a native chart cannot hold, or
would set elsewhere, is not part of it: numbers along value axes, the legend, bands, reference lines and annotations are
placed beside it as texts and shapes.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model.chart import Chart, DateUnit, Stacking
from deckmaker.model.geometry import Rect

if TYPE_CHECKING:
    from deckmaker.layout.document import Placed

Point = tuple[float, float]
"""A place on the page, in points from its top left corner."""


class AxisScale(Enum):
    """How an axis counts: names one after the other, dates to scale, numbers, or powers."""

    NAMES = "names"
    DATES = "dates"
    NUMBERS = "numbers"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class PlotAxis:
    """An axis of a plot, decided: its ends, and the step between its ticks (of a log axis the factor; of names 1).

    Dates are their ordinals (`date.toordinal`), and their step counts in `unit`, which other scales have not. Names
    count from 0: from -0.5 on where each stands in the middle of its step, as those of columns do, else the first and
    the last are the ends. `ticks` are the values that have a grid line or a label. One that is `reversed` counts from
    the top down, or from right to left.
    """

    scale: AxisScale
    least: float
    most: float
    step: float
    ticks: tuple[float, ...] = ()
    reversed: bool = False
    unit: DateUnit | None = None


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points: a grid line, an axis, a series. `width` in points; `dashed` where it is not data.

    It `is_piece` where it is what is left of a grid line that words interrupt.
    """

    points: tuple[Point, ...]
    color: str
    width: float
    dashed: bool = False
    is_piece: bool = False


@dataclass(frozen=True, slots=True)
class BarMark:
    """A column or bar: what it fills on the page."""

    series: int
    point: int
    rect: Rect
    color: str


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line of a series, straight from point to point; a gap begins a new one.

    It may join other marks: `point` is that of a dumbbell's row, None for a whole series.
    """

    series: int
    stroke: Stroke
    point: int | None = None


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A filled area of a series: its corners, clockwise."""

    series: int
    corners: tuple[Point, ...]
    color: str


@dataclass(frozen=True, slots=True)
class DotMark:
    """A dot of a line, a scatter or a bubble chart; `opacity` below 1 where dots overlap.

    `edge` is the colour of a line of 0.75 points around it, None for no line.
    """

    series: int
    point: int
    center: Point
    radius: float
    color: str
    opacity: float = 1.0
    edge: str | None = None


@dataclass(frozen=True, slots=True)
class WedgeMark:
    """A part of a pie: from `start` on for `sweep`, in turns clockwise from the top; `hole` is the radius left free.

    `edge` is the colour of a line of 1.5 points around it, which keeps it apart from its neighbours; None for no line.
    """

    series: int
    point: int
    center: Point
    radius: float
    hole: float
    start: float
    sweep: float
    color: str
    edge: str | None = None


Mark = BarMark | LineMark | AreaMark | DotMark | WedgeMark
"""The closed set of marks, in the order in which they are drawn. Every `match` over it is exhaustive."""


class LabelFor(Enum):
    """What a label of a mark or an axis says. Native charts keep it in step with edited numbers, but for `TEXT`.

    Several labels of a mark are one label in a native chart: on lines of their own, or on one with spaces between them,
    as they stand on the page.
    """

    CATEGORY = "category"
    VALUE = "value"
    SHARE = "share"
    SERIES = "series"
    TEXT = "text"


class LabelPosition(Enum):
    """Where a label of a mark stands, in the terms of native charts (ST_DLblPos, ECMA-376 part 1, 21.2.3.11)."""

    OUTSIDE_END = "outEnd"
    INSIDE_END = "inEnd"
    INSIDE_BASE = "inBase"
    CENTER = "ctr"
    ABOVE = "t"
    BELOW = "b"
    LEFT = "l"
    RIGHT = "r"


@dataclass(frozen=True, slots=True)
class ChartLabel:
    """A text that is part of the native chart, as set on the page. Categories have no series and no position.

    `numbers` is the format code of a value that is not written as the others of its series are; else empty.
    """

    placed: Placed
    says: LabelFor
    point: int
    series: int | None = None
    position: LabelPosition | None = None
    numbers: str = ""


class GroupType(Enum):
    """The groups of series that native charts have, each with its own element."""

    COLUMNS = "columns"
    BARS = "bars"
    LINES = "lines"
    AREAS = "areas"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"
    BUBBLES = "bubbles"


@dataclass(frozen=True, slots=True)
class PlottedSeries:
    """A series as a native chart holds it. Its values are what is drawn: a waterfall has several for one series.

    `name` is empty for what has none, as the base of a waterfall. `color` is None where nothing is drawn, and of single
    points in `colors`, by point. `line` is the width of its line, 0 for none; `marker` the radius of its dots, 0 for
    none. `edge` is the colour of a line around its dots or wedges, None for no line. `numbers` is the format code of
    its labels (ECMA-376 part 1, 18.8.30).
    """

    name: str
    values: tuple[float | None, ...]
    color: str | None
    xs: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    colors: tuple[tuple[int, str], ...] = ()
    line: float = 0.0
    marker: float = 0.0
    opacity: float = 1.0
    edge: str | None = None
    numbers: str = "General"
    labels: tuple[ChartLabel, ...] = ()


@dataclass(frozen=True, slots=True)
class PlotGroup:
    """Series that are drawn alike. `gap` and `overlap` are those of columns, in parts of a column's width."""

    type: GroupType
    series: tuple[PlottedSeries, ...]
    stacking: Stacking = Stacking.GROUPED
    gap: float = 0.0
    overlap: float = 0.0
    on_second_axis: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot: the rectangle between its axes, and the native chart's `frame` around it, which has room for its labels.

    `x_axis` is that of categories or xs, on whichever side it stands. A pie has no axes. `grid` and `axes` are drawn
    beneath the marks, in that order. `categories` are labels of the x axis, those that are shown.
    """

    rect: Rect
    frame: Rect
    name: str
    groups: tuple[PlotGroup, ...]
    marks: tuple[Mark, ...]
    x_axis: PlotAxis | None = None
    y_axis: PlotAxis | None = None
    second_axis: PlotAxis | None = None
    grid: tuple[Stroke, ...] = ()
    axes: tuple[Stroke, ...] = ()
    categories: tuple[ChartLabel, ...] = ()

    @property
    def labels(self) -> tuple[ChartLabel, ...]:
        """All texts that are part of the native chart: of categories, then of marks."""
        return (*self.categories, *(label for group in self.groups for one in group.series for label in one.labels))


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A chart: what it means, and its plot; small multiples have several."""

    chart: Chart
    plots: tuple[Plot, ...]

    @property
    def alt(self) -> str:
        """What is said of it to those who do not see it."""
        return self.chart.alt

    @property
    def labels(self) -> tuple[ChartLabel, ...]:
        """All texts that are part of the native charts, in reading order."""
        return tuple(label for plot in self.plots for label in plot.labels)

    def moved(self, right: float, down: float) -> ChartItem:
        """Return the chart elsewhere on the page, by so many points: all of it, and of its size."""
        move = _Move(right, down)
        return replace(self, plots=tuple(map(move.plot, self.plots)))


@dataclass(frozen=True, slots=True)
class _Move:
    """Moves all that a chart consists of by so many points."""

    right: float
    down: float

    def plot(self, plot: Plot) -> Plot:
        return replace(
            plot,
            rect=self.rect(plot.rect),
            frame=self.rect(plot.frame),
            groups=tuple(
                replace(group, series=tuple(replace(one, labels=self.labels(one.labels)) for one in group.series))
                for group in plot.groups
            ),
            marks=tuple(map(self.mark, plot.marks)),
            grid=tuple(map(self.stroke, plot.grid)),
            axes=tuple(map(self.stroke, plot.axes)),
            categories=self.labels(plot.categories),
        )

    def rect(self, rect: Rect) -> Rect:
        return replace(rect, x=rect.x + self.right, y=rect.y + self.down)

    def point(self, point: Point) -> Point:
        return point[0] + self.right, point[1] + self.down

    def stroke(self, stroke: Stroke) -> Stroke:
        return replace(stroke, points=tuple(map(self.point, stroke.points)))

    def labels(self, labels: tuple[ChartLabel, ...]) -> tuple[ChartLabel, ...]:
        return tuple(replace(one, placed=self.placed(one.placed)) for one in labels)

    def placed(self, placed: Placed) -> Placed:
        decision = placed.decision and replace(placed.decision, room=self.rect(placed.decision.room))
        return replace(placed, rect=self.rect(placed.rect), decision=decision)

    def mark(self, mark: Mark) -> Mark:
        match mark:
            case BarMark():
                return replace(mark, rect=self.rect(mark.rect))
            case LineMark():
                return replace(mark, stroke=self.stroke(mark.stroke))
            case AreaMark():
                return replace(mark, corners=tuple(map(self.point, mark.corners)))
            case DotMark() | WedgeMark():
                return replace(mark, center=self.point(mark.center))
