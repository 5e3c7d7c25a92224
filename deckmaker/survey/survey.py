"""The survey of a deck as values. The JSON form has just these fields; lengths are points from the page's top left."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from deckmaker.dataclasses import dataclass
from deckmaker.layout import CellRole, Change, Outline, Reason, Role
from deckmaker.layout.chart_item import AxisScale, LabelFor
from deckmaker.model.chart import ChartType
from deckmaker.model.geometry import Rect
from deckmaker.text import Narrowing, SizeReason

Kind = Literal["text", "picture", "shape", "table", "chart", "equation", "connectors"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file of the deck; line and column are 1-based."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class LineSurvey:
    """A line as set: where it begins, its baseline, and its width."""

    text: str
    x: float
    baseline: float
    width: float


@dataclass(frozen=True, slots=True)
class TextSurvey:
    """How a text is set. `leading` has each distance between lines once, in their order.

    `room_left` is what its room has free below, or above where the text stands at the bottom; less than 0 where the
    text does not fit. `lines_left` is that in whole lines. `too_wide` is by how much a word hangs out.
    """

    style: str
    size: int
    style_size: int
    short_size: int | None
    least_size: int
    reason: SizeReason | None
    leading: tuple[float, ...]
    lines: tuple[LineSurvey, ...]
    room_left: float
    lines_left: int
    too_wide: float
    breaks_are_safe: bool
    widows: int
    narrowed: Narrowing | None
    outdent: float


@dataclass(frozen=True, slots=True)
class PictureSurvey:
    """A picture by its path in the project; `alt` says what it shows, empty where it is `decorative` or nobody has.

    `cut` is what cropping takes away, as fractions: left, top, right, bottom. `pixels` are the whole picture's across
    and down, `resolution` those to an inch as placed. `asked` says that the author chose the `fit`.
    """

    file: str
    pixels: tuple[int, int]
    cut: tuple[float, float, float, float]
    resolution: float
    fit: str | None
    asked: bool
    alt: str
    decorative: bool


@dataclass(frozen=True, slots=True)
class ShapeSurvey:
    """A shape by its colour in the palette. Of a scrim, `least_opacity` is what the theme gives it at least."""

    color: str
    opacity: float
    least_opacity: float | None
    fade: float
    outline: Outline


@dataclass(frozen=True, slots=True)
class CellSurvey:
    """A cell: where it begins in its table, from 0, how many rows and columns it takes, its box and its lines."""

    row: int
    column: int
    rows: int
    columns: int
    role: CellRole
    box: Rect
    lines: tuple[LineSurvey, ...]


@dataclass(frozen=True, slots=True)
class TableSurvey:
    """A table's columns and rows, in points, the sizes of its text, the largest first, and its cells by rows."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    header_rows: int
    footer_rows: int
    stub_columns: int
    sizes: tuple[int, ...]
    cells: int
    breaks_are_safe: bool
    grid: tuple[CellSurvey, ...]


@dataclass(frozen=True, slots=True)
class AxisSurvey:
    """How an axis counts, from `least` to `most`: dates are days since the year 1, names count from 0."""

    scale: AxisScale
    least: float
    most: float
    step: float
    reversed: bool


@dataclass(frozen=True, slots=True)
class PlotSurvey:
    """A plot between its axes, and the frame around it that has room for its labels; a pie has no axes."""

    name: str
    box: Rect
    frame: Rect
    marks: int
    x_axis: AxisSurvey | None
    y_axis: AxisSurvey | None
    second_axis: AxisSurvey | None


@dataclass(frozen=True, slots=True)
class ChartLabelSurvey:
    """A text that is part of a chart, and the series and the point that it belongs to, from 0."""

    says: LabelFor
    series: int | None
    point: int
    lines: tuple[LineSurvey, ...]


@dataclass(frozen=True, slots=True)
class ChartSurvey:
    """A chart's type, how many series it has and of how many points the longest is, its plots and its labels."""

    type: ChartType
    alt: str
    series: int
    points: int
    plots: tuple[PlotSurvey, ...]
    labels: tuple[ChartLabelSurvey, ...]


@dataclass(frozen=True, slots=True)
class GroupSurvey:
    """Items that are one thing together, such as a figure's picture and caption; `number` counts groups of a page."""

    role: Role
    number: int


@dataclass(frozen=True, slots=True)
class EquationSurvey:
    """A formula in LaTeX, what it says in words if somebody has said so, its size in points, and its baseline, in
    points below the top of its box."""

    tex: str
    alt: str
    size: int
    baseline: float


@dataclass(frozen=True, slots=True)
class ConnectorsSurvey:
    """What the arrows of a diagram say, and the points of each line on the page."""

    said: str
    lines: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class ItemSurvey:
    """An item of a page: of `text`, `picture`, `shape`, `table`, `chart`, `equation` and `connectors`, the one that its
    kind says.

    `role` is what it is to the slide. `slot` is the name of its place, `region` the layout's slot in which that is.
    `box` is its frame, `room` what it was set in, `slot_box` the own place of that slot, which `changes` made the room
    of. `lacking` is what a strip of credits goes without. `on_paper` is how it stands on paper where that differs.
    """

    kind: Kind
    role: Role
    slot: str | None
    region: str | None
    group: GroupSurvey | None
    source: Place | None
    box: Rect
    room: Rect
    slot_box: Rect | None
    changes: tuple[Change, ...]
    lacking: tuple[str, ...]
    text: TextSurvey | None = None
    picture: PictureSurvey | None = None
    shape: ShapeSurvey | None = None
    table: TableSurvey | None = None
    chart: ChartSurvey | None = None
    equation: EquationSurvey | None = None
    connectors: ConnectorsSurvey | None = None
    on_paper: ItemSurvey | None = None


@dataclass(frozen=True, slots=True)
class PageSurvey:
    """A page and its items, in the order in which they are read and drawn.

    `part` says which of how many parts of a slide it is. `chosen` is the layout that `reason` speaks for; `layout` is
    another where the slide lacks the picture that it asks for. `empty` are slots that nothing fills. One that is
    `hidden` is no part of the talk, nor are those of the `appendix`. `marking` says how far it may be passed on.
    """

    number: int
    part: tuple[int, int] | None
    title: str
    section: str | None
    hidden: bool
    appendix: bool
    marking: str | None
    source: Place | None
    layout: str
    chosen: str
    reason: Reason | None
    empty: tuple[str, ...]
    items: tuple[ItemSurvey, ...]


@dataclass(frozen=True, slots=True)
class DeckSurvey:
    """A deck by its path in the project, and those of its pages that were asked for; `last` is the last one's number.

    `baseline` is the step of the grid on which lines stand.
    """

    deck: str
    title: str
    theme: str
    width: float
    height: float
    baseline: float
    last: int
    pages: tuple[PageSurvey, ...]

    def lacking(self, numbers: Collection[int] | None) -> list[int]:
        """Return those of the numbers asked for that lie behind the last page."""
        return sorted(one for one in numbers or () if one > self.last)
