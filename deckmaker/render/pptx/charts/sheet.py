"""The sheet behind a chart: which numbers stand in which cells, so that what a colleague changes there is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from math import isfinite

from deckmaker.dataclasses import dataclass
from deckmaker.layout.chart_item import AxisScale, GroupType, LabelFor, Plot, PlottedSeries
from deckmaker.localization.dates import FIRST_IN_SHEETS
from deckmaker.model.chart import Chart
from deckmaker.render.pptx.charts.drawn import BY_XS
from deckmaker.render.pptx.charts.shown_names import shown_names
from deckmaker.render.pptx.xml import Xml, joined, words

SHEET = "Sheet1"
GENERAL = "General"
DATE = "yyyy\\-mm\\-dd"

_CONTROLS = {code: None for code in range(32) if chr(code) not in "\t\n"}
_DAY_ZERO = date(1899, 12, 30).toordinal()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: a header, and a cell for each point, None for an empty one. `code` is its number format."""

    number: int
    header: str
    cells: tuple[str | float | None, ...]
    code: str = GENERAL

    @property
    def name(self) -> Xml:
        """The header, as what a series is called: where it stands, and what is there."""
        return Xml(
            f"<c:strRef><c:f>{SHEET}!${column_letters(self.number)}$1</c:f><c:strCache>"
            f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{words(self.header)}</c:v></c:pt></c:strCache></c:strRef>'
        )

    @property
    def values(self) -> Xml:
        """The cells below the header: where they stand, and what is there."""
        points = joined(
            Xml(f'<c:pt idx="{index}"><c:v>{words(cell) if isinstance(cell, str) else number(cell)}</c:v></c:pt>')
            for index, cell in enumerate(self.cells)
            if cell is not None
        )
        letters = column_letters(self.number)
        place = f"<c:f>{SHEET}!${letters}$2:${letters}${len(self.cells) + 1}</c:f>"
        count = f'<c:ptCount val="{len(self.cells)}"/>'
        if any(isinstance(cell, str) for cell in self.cells):
            return Xml(f"<c:strRef>{place}<c:strCache>{count}{points}</c:strCache></c:strRef>")
        code = f"<c:formatCode>{words(self.code)}</c:formatCode>"
        return Xml(f"<c:numRef>{place}<c:numCache>{code}{count}{points}</c:numCache></c:numRef>")


@dataclass(frozen=True, slots=True)
class SeriesColumns:
    """Where a series stands in a sheet. `along` are its categories, or its numbers along the x axis."""

    along: Column
    values: Column
    sizes: Column | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a sheet in order, and those of each series of each group of a plot."""

    columns: tuple[Column, ...]
    groups: tuple[tuple[SeriesColumns, ...], ...]


def sheet_of(chart: Chart, plot: Plot) -> Sheet:
    """Return the sheet behind a plot."""
    columns: list[Column] = []

    def add(header: str, cells: Sequence[str | float | None], code: str = GENERAL) -> Column:
        columns.append(Column(len(columns), _readable(header), tuple(map(_cell, cells)), code))
        return columns[-1]

    if not any(group.type in BY_XS for group in plot.groups):
        categories, code = _categories(chart, plot)
        first = add("", categories, code)
        known: dict[tuple[str, tuple[float | None, ...]], Column] = {}
        names = {one.name: name for one in _series(plot) for name in shown_names(one.labels, LabelFor.SERIES).values()}

        def column(one: PlottedSeries) -> Column:
            key = one.name, one.values
            if one.color is None and key in known:  # it has further labels of another series
                return known[key]
            known[key] = add(names.get(one.name, one.name), one.values, one.numbers)
            return known[key]

        groups = tuple(tuple(SeriesColumns(first, column(one)) for one in group.series) for group in plot.groups)
        return Sheet(tuple(columns), groups)
    if point_names := _point_names(chart, plot):
        add("", point_names)
    x_name = chart.x_axis.title.text if chart.x_axis.title else "x"
    shared: dict[tuple[float | None, ...], Column] = {}
    drawn: dict[tuple[str, tuple[float | None, ...], tuple[float | None, ...]], Column] = {}
    by_xs = []
    for group in plot.groups:
        found = []
        # of a series before a longer one LibreOffice draws nothing
        longest = list(accumulate((len(one.values) for one in reversed(group.series)), max))[::-1]
        for one, least in zip(group.series, longest, strict=True):
            along = shared[one.xs] = shared.get(one.xs) or add(x_name, _padded(one.xs, least))
            key = one.name, one.xs, one.values
            if one.color is not None or key not in drawn:  # else it has further labels of another series
                drawn[key] = add(one.name, _padded(one.values, least), one.numbers)
            values = drawn[key]
            sizes = add(one.name, _padded(one.sizes, least)) if group.type is GroupType.BUBBLES else None
            found.append(SeriesColumns(along, values, sizes))
        by_xs.append(tuple(found))
    return Sheet(tuple(columns), tuple(by_xs))


def has_dates(plot: Plot, chart: Chart) -> bool:
    """Tell whether a plot's categories are dates that spreadsheets can hold, along an axis to scale."""
    is_scaled = plot.x_axis is not None and plot.x_axis.scale is AxisScale.DATES
    return is_scaled and all(one >= FIRST_IN_SHEETS for one in chart.categories.dates)


def serial(ordinal: float) -> int:
    """Return a day as spreadsheets count, from its ordinal."""
    return round(ordinal) - _DAY_ZERO


def number(value: float | None) -> Xml:
    """Return a number in the fewest digits that stand for it alone; nothing for none."""
    if value is None:
        return Xml("")
    return Xml(str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value))


def _categories(chart: Chart, plot: Plot) -> tuple[tuple[str | float, ...], str]:
    count = max((len(one.values) for one in _series(plot)), default=0)
    if has_dates(plot, chart):
        return tuple(float(serial(one.toordinal())) for one in chart.categories.dates[:count]), DATE
    shown = shown_names(plot.labels, LabelFor.CATEGORY)
    return tuple(shown.get(point, name) for point, name in enumerate(chart.categories.names[:count])), GENERAL


def _padded(cells: tuple[float | None, ...], least: int) -> tuple[float | None, ...]:
    return cells + (None,) * (least - len(cells))


def _point_names(chart: Chart, plot: Plot) -> tuple[str, ...]:
    """Return the names of points that all series of a plot share."""
    count = max((len(one.values) for one in _series(plot)), default=0)
    named = {one.names for one in chart.series if one.names} or {chart.categories.names}
    (names, *others) = named
    return names if len(names) == count and not others else ()


def _series(plot: Plot) -> Iterator[PlottedSeries]:
    return (one for group in plot.groups for one in group.series)


def _cell(cell: str | float | None) -> str | float | None:
    """Return what a cell can hold: what is no number is a gap."""
    if isinstance(cell, str):
        return _readable(cell)
    return cell if cell is not None and isfinite(cell) else None


def _readable(text: str) -> str:
    """Return a text without the control characters that XML cannot hold."""
    return text.translate(_CONTROLS)


def column_letters(column: int) -> str:
    """Return a column's name: A for 0, Z for 25, AA for 26."""
    before = column_letters(column // 26 - 1) if column >= 26 else ""
    return before + chr(ord("A") + column % 26)
