"""A chart's frame as numbers, under a type: series over categories, dates in order and to scale, or points."""

from __future__ import annotations

from datetime import date

from deckmaker.budget.charts import CHART_SERIES, CHART_VALUES
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.language.chart import ChartEntry
from deckmaker.localization.dates import format_date
from deckmaker.model.chart import Categories, ChartType, DateUnit, Series
from deckmaker.resolve.charts.cells import Axis, Cells
from deckmaker.resolve.charts.columns import POINTS, ColumnChoice, Columns, Holds
from deckmaker.resolve.charts.frame import Frame, FrameMaker, transposed
from deckmaker.resolve.charts.gaps import is_gap
from deckmaker.resolve.charts.moments import Moments, moments_in, undated
from deckmaker.resolve.charts.places import Places
from deckmaker.resolve.charts.type_rule import type_for
from deckmaker.resolve.tables.grid import Grid

_TO_SCALE = (ChartType.COLUMN, ChartType.LINE, ChartType.AREA)
"""Types on whose axis dates stand as far apart as they are."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Data with their type: series as numbers, and the categories as written, as shown and as dates.

    `x_name` and `y_name` are what the columns along both axes are called, where each is one. What is `flawed` has gaps
    for cells that are no numbers, which are reported: it cannot be drawn, and tells what names there are. `usable` has
    what becomes of names that no output may hold as they are written; what a deck wishes names them as written. Of
    what lies `across`, rows are series, and columns are categories.
    """

    type: ChartType
    series: tuple[Series, ...]
    categories: Categories
    written: tuple[str, ...]
    moments: Moments | None
    x_name: str = ""
    y_name: str = ""
    flawed: bool = False
    usable: dict[str, str] = field(default_factory=dict)
    across: bool = False


class Drawing:
    """Makes the series of one chart from the cells of its frame."""

    def __init__(
        self, entry: ChartEntry, language: str, cells: Cells, places: Places, diagnostics: Diagnostics
    ) -> None:
        self._entry, self._language, self._cells = entry, language, cells
        self._places, self._diagnostics = places, diagnostics

    def points(self, maker: FrameMaker, columns: Columns) -> Drawn | None:
        """Return points with their numbers; report cells that are none. None where what is wrong leaves nothing."""
        made = []
        frame = maker.points(columns)
        for one in frame.series:
            values, xs, sizes, names = [], [], [], []
            for index, cell in enumerate(one.cells):
                assert cell is not None
                named = _point_name(one.name, index)
                values.append(self._cells.number(cell, one.place, f"the value of {named}"))
                xs.append(self._cells.number(one.xs[index], columns.x or 0, f"the x of {named}", Axis.X))
                if one.sizes:
                    sizes.append(
                        self._cells.number(one.sizes[index], columns.size or 0, f"the size of {named}", Axis.SIZE)
                    )
                if one.labels:
                    names.append(one.labels[index].text.strip())
            made.append(Series(one.name, tuple(values), tuple(xs), tuple(sizes), tuple(names)))
        flawed = self._cells.has_flaws()
        wanted = self._entry.type
        has_sizes = any(one.sizes for one in made)
        type = ChartType(wanted) if wanted in POINTS else ChartType.BUBBLE if has_sizes else ChartType.SCATTER
        if type is ChartType.BUBBLE and not has_sizes:
            span = self._places.of("type")
            help = "name the column of their areas, as in `size: Population`; without one, write `type: scatter`"
            self._diagnostics.report("missing-key", "the bubbles have no sizes", span, help)
            return None
        return Drawn(type, tuple(made), Categories(()), (), None, flawed=flawed, usable=maker.usable(frame))

    def over_categories(self, maker: FrameMaker, columns: Columns, choice: ColumnChoice, grid: Grid) -> Drawn | None:
        """Return series over categories or dates; report what is none, or stands twice.

        None where what is wrong leaves nothing.
        """
        entry = self._entry
        frame = maker.long(columns) if columns.series is not None and columns.x is not None else maker.wide(columns)
        texts = [cell.text.strip() for cell in frame.categories]
        moments = moments_in([one for one in texts if not is_gap(one)], self._language)
        if moments is None and entry.type in (None, "column", "line", "area"):
            maker.report_undated(frame, undated(texts, self._language))
        if moments:
            maker.report_doubtful(frame, moments)
        maker.report_namesakes(frame)
        if columns.series is None:
            others = [place for place in range(len(grid[0])) if place not in (columns.x, *columns.ys)]
            telling = next((place for place in others if choice.holds(place) is Holds.TEXTS), None)
            maker.report_repeated(frame, moments is not None and entry.sort is None, telling)
        if len(frame.series) > CHART_SERIES.most:
            is_bearable(0, len(frame.series), self._places, self._diagnostics)
            return None
        usable = maker.usable(frame, moments is not None)
        type = self._type(frame, texts, moments)
        names_lines = entry.series is not None or columns.series is not None
        is_across = type is ChartType.SLOPE and _is_across(frame, moments, names_lines, self._language)
        if is_across:
            heads = [replace(grid[0][one.place], text=one.name) for one in frame.series]
            frame = transposed(frame, heads)
            texts = [cell.text.strip() for cell in frame.categories]
            moments = moments_in(texts, self._language)
        series = self._numbers(frame, texts)
        flawed = self._cells.has_flaws()
        if series is None:
            return None
        drawn = self._ordered(type, series, texts, moments)
        if drawn.categories.dates and moments:
            flawed |= maker.report_without_date(frame, [n for n, text in enumerate(texts) if not moments.read(text)])
        return replace(drawn, flawed=flawed, usable=usable, across=is_across)

    def _type(self, frame: Frame, texts: list[str], moments: Moments | None) -> ChartType:
        wanted = self._entry.type
        if wanted == "combination":
            return ChartType.COLUMN
        if wanted:
            return ChartType(wanted)
        has_lines = any(one.as_line for one in frame.series)
        return type_for(texts, moments is not None, bool(self._entry.totals), has_lines)

    def _numbers(self, frame: Frame, texts: list[str]) -> tuple[Series, ...] | None:
        made = []
        for one in frame.series:
            values, axis = [], Axis.SECOND if one.on_second_axis else Axis.VALUES
            for index, cell in enumerate(one.cells):
                named = f"`{one.name}`" if one.name else "the value"
                where = f"{named} of `{texts[index]}`"
                values.append(None if cell is None else self._cells.number(cell, one.place, where, axis))
            made.append(Series(one.name, tuple(values), (), (), (), one.as_line, one.on_second_axis))
        if self._entry.type == "combination" and not any(one.as_line for one in made):
            if len(made) < 2:
                help = "give it a second series, or write `type: column`"
                span = self._places.of("type")
                self._diagnostics.report(
                    "wrong-value", "a combination has two series or more, and this has one", span, help
                )
                return None
            made[-1] = replace(made[-1], as_line=True)
        return tuple(made)

    def _ordered(
        self,
        type: ChartType,
        series: tuple[Series, ...],
        texts: list[str],
        moments: Moments | None,
    ) -> Drawn:
        """Return series over dates that are to scale in their order, and over names in that of the rows."""
        read = [moments.read(text) if moments else None for text in texts]
        known = [day for day in read if day]
        is_free = self._entry.sort is None or known == sorted(known)
        if moments and type in _TO_SCALE and is_free and known:
            kept = sorted((day, index) for index, day in enumerate(read) if day)
            order = [index for _, index in kept]
            days = tuple(day for day, _ in kept)
            series = tuple(replace(one, values=tuple(one.values[index] for index in order)) for one in series)
            texts = [texts[index] for index in order]
            names = tuple(self._shown(day, moments.unit) for day in days)
            return Drawn(type, series, Categories(names, days, moments.unit), tuple(texts), moments)
        names = tuple(
            self._shown(day, moments.unit) if moments and day else text for day, text in zip(read, texts, strict=True)
        )
        return Drawn(type, series, Categories(names), tuple(texts), moments)

    def _shown(self, day: date, unit: DateUnit) -> str:
        return format_date(day, unit, self._language, short=unit is DateUnit.YEAR)


def is_bearable(rows: int, series: int, places: Places, diagnostics: Diagnostics) -> bool:
    """Tell whether a chart has not too many values and series; report where it has."""
    for count, bound in ((series, CHART_SERIES), (rows * series, CHART_VALUES)):
        if count > bound.most:
            message = f"the chart has {count:,} {bound.unit}: expected {bound.most:,} at most"
            help = "pick some with `y:` or `where:`, or the first with `most:`"
            diagnostics.report("endless-chart", message, places.of_data(), help)
            return False
    return True


def _point_name(series: str, index: int) -> str:
    return f"point {index + 1}" + (f" of `{series}`" if series else "")


def _is_across(frame: Frame, moments: Moments | None, names_lines: bool, language: str) -> bool:
    """Tell whether a slope's moments are its columns, and its lines are its rows.

    That is how people have them, unless rows alone are dates, or the deck `names_lines` by its `series`.
    """
    are_moments = moments_in([one.name for one in frame.series], language) is not None
    if not frame.categories or (moments and not are_moments):
        return False
    if moments is None and are_moments:
        return True
    return len(frame.series) == 2 and (len(frame.categories) != 2 or not names_lines)
