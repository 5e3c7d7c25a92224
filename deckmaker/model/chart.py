"""Charts: numbers, how they are drawn, and what is said of them. Knows nothing of points or colours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import ClassVar, Self

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.model.block import Block, ChangeText
from deckmaker.model.credit import Credit
from deckmaker.model.text import Paragraph


class ChartType(Enum):
    """What stands for a number. A combination is columns of which some series are lines (`Series.as_line`)."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"
    BUBBLE = "bubble"
    WATERFALL = "waterfall"
    DUMBBELL = "dumbbell"
    SLOPE = "slope"


class Stacking(Enum):
    """How the values of a category stand: beside one another, on one another, or as shares of their sum."""

    GROUPED = "grouped"
    STACKED = "stacked"
    PERCENT = "percent"


class ValueLabels(Enum):
    """Which marks have their number beside them."""

    AUTO = "auto"
    ALL = "all"
    ENDS = "ends"
    HIGHLIGHT = "highlight"
    NONE = "none"


class SeriesLabels(Enum):
    """How a series is named: beside its marks, in a legend, not at all, or as has room."""

    AUTO = "auto"
    DIRECT = "direct"
    LEGEND = "legend"
    NONE = "none"


class DateUnit(Enum):
    """The smallest step in which dates of a chart differ."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How numbers are written in the language of the deck.

    `decimals` are the digits behind the decimal sign, None for as many as an axis or the data need. `prefix` stands
    before a number, as a currency's sign does, `unit` behind it. Of `percent`, 0.62 is 62 %. Numbers are shown in
    units of ten to a `power`, which `unit` names: of 6, 1,200,000 is 1.2. Where the data need decimals, they have
    `most_decimals` at most: as many as a workbook shows of them.
    """

    language: str = "en"
    decimals: int | None = None
    thousands: bool = True
    prefix: str = ""
    unit: str = ""
    percent: bool = False
    power: int = 0
    most_decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Categories:
    """What values belong to, in order: names as they are shown; `dates`, one a name, where the axis is to scale."""

    names: tuple[str, ...]
    dates: tuple[date, ...] = ()
    unit: DateUnit | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers under one name, one for each category, None for a gap.

    Of scatter and bubble charts, `xs` are the places along the x axis, `sizes` the bubbles' areas, and `names` those of
    points, empty where they have none.
    """

    name: str
    values: tuple[float | None, ...]
    xs: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    names: tuple[str, ...] = ()
    as_line: bool = False
    on_second_axis: bool = False


@dataclass(frozen=True, slots=True)
class ChartAxis:
    """What an author wants of an axis: its ends, None where the data decide, and whether it is logarithmic.

    `title` says what is measured, where a subtitle does not.
    """

    least: float | None = None
    most: float | None = None
    log: bool = False
    title: Paragraph | None = None
    style: NumberStyle = NumberStyle()


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A line across the plot at a value of an axis: of the x axis where it `stands`.

    Dates are their ordinals, categories count from 0.
    """

    at: float
    label: Paragraph | None
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A background between two values of an axis, as those of reference lines."""

    start: float
    end: float
    label: Paragraph | None
    stands: bool = False


@dataclass(frozen=True, slots=True)
class Annotation:
    """What is said of a point: the series and the point, from 0."""

    series: int
    point: int
    text: Paragraph


@dataclass(frozen=True, slots=True)
class Highlight:
    """What is stressed, all else muted: whole series, points of all series, or single points; nothing where empty."""

    series: frozenset[int] = frozenset()
    points: frozenset[int] = frozenset()
    single: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.series or self.points or self.single)

    @property
    def all_points(self) -> frozenset[int]:
        """The points that are stressed, of all series or of one."""
        return self.points | {point for _, point in self.single}

    def has(self, series: int, point: int | None = None) -> bool:
        """Tell whether a series, or a point of one, is stressed."""
        if point is None:
            return series in self.series
        return series in self.series or point in self.points or (series, point) in self.single


@dataclass(frozen=True, slots=True)
class Chart(Block):
    """A chart as its author wants it. Values are as they were given: sorted, not rounded.

    `totals` are the columns of a waterfall that stand on the base line. `across` is how many small multiples stand
    side by side, one a series; 0 for one plot, None for as many as have room. `alt` is never empty.
    """

    shows_data: ClassVar[bool] = True
    type: ChartType
    categories: Categories
    series: tuple[Series, ...]
    alt: str
    span: Span = field(repr=False, compare=False)
    stacking: Stacking = Stacking.GROUPED
    x_axis: ChartAxis = ChartAxis()
    y_axis: ChartAxis = ChartAxis()
    second_axis: ChartAxis = ChartAxis()
    value_labels: ValueLabels = ValueLabels.AUTO
    series_labels: SeriesLabels = SeriesLabels.AUTO
    highlight: Highlight = Highlight()
    totals: frozenset[int] = frozenset()
    across: int | None = 0
    lines: tuple[ReferenceLine, ...] = ()
    bands: tuple[Band, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    subtitle: Paragraph | None = None
    note: Paragraph | None = None
    credit: Credit | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the axis of a waterfall begins above zero, so that steps are seen that are small beside totals."""
        return self.type is ChartType.WATERFALL and (self.y_axis.least or 0) > 0

    def own_texts(self) -> Iterator[Paragraph]:
        if self.subtitle:
            yield self.subtitle
        yield from (one.title for one in self._axes if one.title)
        yield from (one.label for one in self.lines if one.label)
        yield from (one.label for one in self.bands if one.label)
        yield from (one.text for one in self.annotations)
        if self.note:
            yield self.note

    def map_own_texts(self, change: ChangeText) -> Self:
        subtitle = self.subtitle and change(self.subtitle)
        x_axis, y_axis, second = (replace(one, title=one.title and change(one.title)) for one in self._axes)
        lines = tuple(replace(one, label=one.label and change(one.label)) for one in self.lines)
        bands = tuple(replace(one, label=one.label and change(one.label)) for one in self.bands)
        annotations = tuple(replace(one, text=change(one.text)) for one in self.annotations)
        return replace(
            self,
            subtitle=subtitle,
            x_axis=x_axis,
            y_axis=y_axis,
            second_axis=second,
            lines=lines,
            bands=bands,
            annotations=annotations,
            note=self.note and change(self.note),
        )

    @property
    def _axes(self) -> tuple[ChartAxis, ChartAxis, ChartAxis]:
        return self.x_axis, self.y_axis, self.second_axis

    def own_credits(self) -> tuple[Credit, ...]:
        return (self.credit,) if self.credit else ()
