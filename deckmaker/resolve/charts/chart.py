"""A chart from its entry: its data, its type, and what is said and stressed of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deckmaker.budget import CHART_SERIES, CHART_VALUES
from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.language.chart import ChartEntry
from deckmaker.language.entry import with_values
from deckmaker.localization.dates import format_date
from deckmaker.localization.numerals import numerals_for
from deckmaker.model import Paragraph
from deckmaker.model.chart import (
    Categories,
    Chart,
    ChartType,
    DateUnit,
    Series,
    SeriesLabels,
    Stacking,
    ValueLabels,
)
from deckmaker.resolve.charts.alt_text import alt_text
from deckmaker.resolve.charts.axes import axes_of
from deckmaker.resolve.charts.cells import Cells, is_gap
from deckmaker.resolve.charts.checks import is_drawable
from deckmaker.resolve.charts.columns import POINTS, ColumnChoice, Columns, Holds
from deckmaker.resolve.charts.frame import Frame, FrameMaker, transposed
from deckmaker.resolve.charts.in_deck import has_lists, has_values, lists_in_deck, rows_in_deck, series_in_deck
from deckmaker.resolve.charts.moments import Moments, moments_in
from deckmaker.resolve.charts.type_rule import type_for
from deckmaker.resolve.charts.waterfall import with_totals
from deckmaker.resolve.charts.wishes import Wishes
from deckmaker.resolve.tables.grid import Grid, grid_of, names_of
from deckmaker.resolve.tables.in_file import written_in_file
from deckmaker.resolve.tables.row_picking import RowPicking
from deckmaker.resolve.tables.written import Written, WrittenCell
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_FALLING = frozenset(("desc", "descending", "falling", "-"))
_RISING = frozenset(("asc", "ascending", "rising"))
_TO_SCALE = (ChartType.COLUMN, ChartType.LINE, ChartType.AREA)
_STACKING = {None: Stacking.GROUPED, False: Stacking.GROUPED, True: Stacking.STACKED, "percent": Stacking.PERCENT}


def resolve_chart(entry: ChartEntry, path: DataPath, resolver: Resolver) -> Chart | None:
    """Return the chart for the entry at `path`; report what is wrong, and return None where nothing can be drawn.

    Raises Excess where the deck's data, or its texts, take too much.
    """
    return _Reading(entry, path, resolver).chart()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Data with their type: series as numbers, and the categories as written, as shown and as dates."""

    type: ChartType
    series: tuple[Series, ...]
    categories: Categories
    written: tuple[str, ...]
    moments: Moments | None


class _Reading:
    """Holds what is needed to read one chart."""

    def __init__(self, entry: ChartEntry, path: DataPath, resolver: Resolver) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._tree, self._diagnostics = resolver.tree, resolver.diagnostics
        self._language = resolver.entry.language

    def chart(self) -> Chart | None:
        """Return the chart."""
        entry, resolver = self._entry, self._resolver
        credit = resolver.credit(entry.credit, "data", (*self._path, "credit")) if entry.credit else None
        subtitle, note = self._paragraph("subtitle"), self._paragraph("note")
        x_title, y_title, second_title = (self._paragraph(f"{axis}_title") for axis in ("x", "y", "second"))
        found = self._written()
        if found is None:
            return None
        written, columns = found
        grid, is_right = grid_of(written, 0, self._diagnostics)
        if grid is None or not is_right or not grid[0]:
            return None
        resolver.allowance.places(len(grid) * len(grid[0]), self._span())
        cells, drawn = self._drawn(written, grid, columns)
        if drawn is None or cells is None:
            return None
        if not is_drawable(entry, self._path, resolver, drawn.type, drawn.series, drawn.categories):
            return None
        if drawn.type not in (ChartType.SCATTER, ChartType.BUBBLE):
            cells.report_mixed(self._data_span())
        x_axis, y_axis, second = axes_of(entry, self._language, drawn.type, drawn.series, cells.reads)
        names, dates = drawn.categories.names, drawn.categories.dates
        wishes = Wishes(entry, self._path, resolver, drawn.series, names, drawn.written, dates, drawn.moments)
        totals = wishes.totals()
        series = drawn.series
        if drawn.type is ChartType.WATERFALL:
            series, totals = with_totals(series, totals, names, self._diagnostics, self._key_span("totals"))
        chart = Chart(
            type=drawn.type,
            categories=drawn.categories,
            series=series,
            alt=entry.alt or "-",
            span=self._tree.key_span(self._path),
            stacking=self._stacking(drawn.type),
            x_axis=replace(x_axis, title=x_title),
            y_axis=replace(y_axis, title=y_title),
            second_axis=replace(second, title=second_title),
            value_labels=_value_labels(entry),
            series_labels=_series_labels(entry),
            highlight=wishes.highlight(),
            totals=totals,
            across=self._across(),
            lines=wishes.lines(),
            bands=wishes.bands(),
            annotations=wishes.annotations(),
            subtitle=subtitle,
            note=note,
            credit=credit,
        )
        alt = resolver.characters(entry.alt or alt_text(chart, self._language), (*self._path, "alt"))
        return replace(chart, alt=alt)

    # --- Data -------------------------------------------------------------------------------------

    def _written(self) -> tuple[Written, Columns | None] | None:
        """Return the data as they are written, and their columns where these are known; report what is missing."""
        entry, tree, diagnostics = self._entry, self._tree, self._diagnostics
        is_inline = has_values(entry) or entry.categories is not None
        given = [key for key in ("file", "rows") if getattr(entry, key) is not None]
        if is_inline:
            given.append("values" if entry.values is not None else "series" if has_values(entry) else "categories")
        for key in given[1:]:
            message = f"a chart's data stand in one place, and this has both `{given[0]}` and `{key}`"
            span = tree.key_span((*self._path, key))
            diagnostics.report("wrong-value", message, span, f"remove `{key}:` or `{given[0]}:`")
            return None
        if entry.file:
            span = tree.value_span((*self._path, "file"))
            read = written_in_file(
                entry.file, entry, 1, self._resolver.deck_path, span, self._resolver.allowance, diagnostics
            )
            return (read, None) if read else None
        if entry.rows is not None:
            rows = rows_in_deck(entry, self._path, tree, diagnostics)
            return (rows, None) if rows else None
        if has_values(entry):
            return series_in_deck(entry, self._path, tree, diagnostics)
        if has_lists(entry):
            return lists_in_deck(entry, self._path, tree)
        here = self._span()
        beginning = Span(here.source, here.line, here.column, here.line, here.column + 1)
        help = "add `file:` with a CSV or XLSX file, or `categories:` and `series:` with their values"
        diagnostics.report("missing-key", "the chart has no data", beginning, help)
        return None

    def _drawn(self, written: Written, grid: Grid, known: Columns | None) -> tuple[Cells | None, _Drawn | None]:
        entry, diagnostics = self._entry, self._diagnostics
        signs = numerals_for(self._language)
        picked = with_values(type(entry), **{**entry.__dict__, "sort": None})
        picking = RowPicking(
            picked, self._path, grid, written, signs, self._language, self._tree, diagnostics, "the chart"
        )
        body = list(range(written.header, len(grid)))
        if not body:
            self._report_empty("has no rows below the names of its columns")
            return None, None
        choice = ColumnChoice(entry, self._path, grid, body, picking, self._language)
        is_of_points = entry.type in POINTS
        columns = known or choice.columns(is_of_points)
        if columns is None:
            return None, None
        if not is_of_points and entry.type is None and self._is_of_points(columns, choice):
            is_of_points = True
            columns = known or choice.columns(True) or columns
        if not columns.ys or (is_of_points and columns.x is None):
            self._report_no_numbers(choice, is_of_points)
            return None, None
        if columns.series is not None and len(columns.ys) > 1 and not is_of_points:
            self._report_several(columns, names_of(written, grid))
            return None, None
        sorted_by = self._sort(columns, picking)
        rows = RowPicking(
            with_values(type(entry), **{**entry.__dict__, "sort": sorted_by}),
            self._path,
            grid,
            written,
            signs,
            self._language,
            self._tree,
            diagnostics,
            "the chart",
        ).rows(written.header, len(grid))
        if not rows:
            self._report_empty("has no row left to draw")
            return None, None
        if not self._is_bearable(len(rows), len(columns.ys)):
            return None, None
        cells = Cells(written, picking, signs.usual, diagnostics)
        maker = FrameMaker(written, grid, rows, names_of(written, grid), diagnostics)
        if is_of_points:
            return cells, self._points(maker.points(columns), columns, cells)
        return cells, self._over_categories(maker, columns, choice, cells, grid)

    def _is_of_points(self, columns: Columns, choice: ColumnChoice) -> bool:
        """Tell whether numbers stand over numbers: two columns of them, and nothing else along the x axis."""
        if self._entry.size is not None or columns.size is not None:
            return True
        if columns.x is None or len(columns.ys) != 1 or self._entry.categories is not None:
            return False
        return choice.holds(columns.x) is Holds.NUMBERS

    def _sort(self, columns: Columns, picking: RowPicking) -> list[str] | None:
        """Return by which columns rows are sorted; a direction alone is that of the first values."""
        sort = self._entry.sort
        if sort and len(sort) == 1 and picking.names.known(sort[0]) is None:
            word = sort[0].strip().casefold()
            if word in _FALLING | _RISING:
                return [f"{'-' if word in _FALLING else ''}{columns.ys[0] + 1}"]
        return sort

    def _is_bearable(self, rows: int, series: int) -> bool:
        for count, bound in ((series, CHART_SERIES), (rows * series, CHART_VALUES)):
            if count > bound.most:
                message = f"the chart has {count:,} {bound.unit}: expected {bound.most:,} at most"
                help = "pick some with `y:` or `where:`, or the first with `most:`"
                self._diagnostics.report("endless-chart", message, self._data_span(), help)
                return False
        return True

    # --- Series -----------------------------------------------------------------------------------

    def _points(self, frame: Frame, columns: Columns, cells: Cells) -> _Drawn | None:
        made = []
        for one in frame.series:
            values, xs, sizes, names = [], [], [], []
            for index, cell in enumerate(one.cells):
                assert cell is not None
                where = f"the value of {_point_name(one.name, index)}"
                values.append(cells.number(cell, one.place, where))
                x = one.xs[index]
                xs.append(
                    cells.number(x, columns.x or 0, f"the place along the x axis of {_point_name(one.name, index)}")
                )
                if one.sizes:
                    sizes.append(cells.number(one.sizes[index], columns.size or 0, f"the size of point {index + 1}"))
                if one.labels:
                    names.append(one.labels[index].text.strip())
            made.append(Series(one.name, tuple(values), tuple(xs), tuple(sizes), tuple(names)))
        if cells.has_flaws():
            return None
        wanted = self._entry.type
        has_sizes = any(one.sizes for one in made)
        type = ChartType(wanted) if wanted in POINTS else ChartType.BUBBLE if has_sizes else ChartType.SCATTER
        if type is ChartType.BUBBLE and not has_sizes:
            span = self._tree.value_span((*self._path, "type"))
            help = "name the column of their areas, as in `size: Population`; without one, write `type: scatter`"
            self._diagnostics.report("missing-key", "the bubbles have no sizes", span, help)
            return None
        return _Drawn(type, tuple(made), Categories(()), (), None)

    def _over_categories(
        self, maker: FrameMaker, columns: Columns, choice: ColumnChoice, cells: Cells, grid: Grid
    ) -> _Drawn | None:
        entry = self._entry
        frame = maker.long(columns) if columns.series is not None and columns.x is not None else maker.wide(columns)
        texts = [cell.text.strip() for cell in frame.categories]
        moments = moments_in([one for one in texts if not is_gap(one)], self._language)
        if columns.series is None:
            others = [place for place in range(len(grid[0])) if place not in (columns.x, *columns.ys)]
            has_texts = any(choice.holds(place) is Holds.TEXTS for place in others)
            maker.report_repeated(frame, moments is not None and entry.sort is None, has_texts)
        if len(frame.series) > CHART_SERIES.most:
            self._is_bearable(0, len(frame.series))
            return None
        type = self._type(frame, texts, moments)
        if type is ChartType.SLOPE and _is_across(frame, moments, self._language):
            heads = [replace(grid[0][one.place], text=one.name) for one in frame.series]
            frame = transposed(frame, heads)
            texts = [cell.text.strip() for cell in frame.categories]
            moments = moments_in(texts, self._language)
        series = self._numbers(frame, texts, cells, type)
        if cells.has_flaws() or series is None:
            return None
        return self._ordered(type, series, texts, moments, frame.categories)

    def _type(self, frame: Frame, texts: list[str], moments: Moments | None) -> ChartType:
        wanted = self._entry.type
        if wanted == "combination":
            return ChartType.COLUMN
        if wanted:
            return ChartType(wanted)
        has_lines = any(one.as_line for one in frame.series)
        return type_for(texts, moments is not None, bool(self._entry.totals), has_lines)

    def _numbers(self, frame: Frame, texts: list[str], cells: Cells, type: ChartType) -> tuple[Series, ...] | None:
        made = []
        for one in frame.series:
            values = []
            for index, cell in enumerate(one.cells):
                named = f"`{one.name}`" if one.name else "the value"
                where = f"{named} of `{texts[index]}`"
                values.append(None if cell is None else cells.number(cell, one.place, where))
            made.append(Series(one.name, tuple(values), (), (), (), one.as_line, one.on_second_axis))
        if self._entry.type == "combination" and not any(one.as_line for one in made):
            if len(made) < 2:
                help = "give it a second series, or write `type: column`"
                span = self._tree.value_span((*self._path, "type"))
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
        cells: list[WrittenCell],
    ) -> _Drawn:
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
            return _Drawn(type, series, Categories(names, days, moments.unit), tuple(texts), moments)
        names = tuple(
            self._shown(day, moments.unit) if moments and day else text for day, text in zip(read, texts, strict=True)
        )
        return _Drawn(type, series, Categories(names), tuple(texts), moments)

    def _shown(self, day: date, unit: DateUnit) -> str:
        return format_date(day, unit, self._language, short=unit is DateUnit.YEAR)

    # --- How it is shown --------------------------------------------------------------------------

    def _stacking(self, type: ChartType) -> Stacking:
        if type is ChartType.AREA and not self._entry.stack:
            return Stacking.STACKED  # areas that hide each other say nothing
        return _STACKING[self._entry.stack]

    def _across(self) -> int | None:
        multiples = self._entry.multiples
        if multiples is None or isinstance(multiples, bool):
            return None if multiples else 0
        return multiples.across

    def _paragraph(self, key: str) -> Paragraph | None:
        text = getattr(self._entry, key)
        return self._resolver.paragraph(text, (*self._path, key)) if text else None

    # --- Places and reports -----------------------------------------------------------------------

    def _span(self) -> Span:
        return self._tree.value_span(self._path)

    def _key_span(self, key: str) -> Span:
        return self._tree.value_span((*self._path, key))

    def _data_span(self) -> Span:
        written = self._resolver.written(self._path)
        key = next((one for one in ("file", "rows", "values", "series", "x") if one in written), None)
        return self._tree.value_span((*self._path, key) if key else self._path)

    def _report_empty(self, what: str) -> None:
        help = "mend what `where:` asks for" if self._entry.where else "add rows below the names of the columns"
        self._diagnostics.report("empty-chart", f"the chart {what}", self._data_span(), help)

    def _report_several(self, columns: Columns, names: list[str]) -> None:
        listed = [names[place].strip() for place in columns.ys]
        named = ", ".join(f"`{one}`" for one in listed)
        message = f"rows of several series have one value each, and these have {len(listed)}: {named}"
        key = "y" if self._entry.y else None
        span = self._key_span(key) if key else self._data_span()
        self._diagnostics.report("wrong-value", message, span, f"name one, as in `y: {listed[0]}`")

    def _report_no_numbers(self, choice: ColumnChoice, is_of_points: bool) -> None:
        what = "the chart has no two columns of numbers" if is_of_points else "the chart has no column of numbers"
        help = "name the column of values, as in `y: Deaths`"
        self._diagnostics.report("empty-chart", what, self._data_span(), help)


def _point_name(series: str, index: int) -> str:
    return f"point {index + 1}" + (f" of `{series}`" if series else "")


def _is_across(frame: Frame, moments: Moments | None, language: str) -> bool:
    """Tell whether a slope's two moments are its columns, and its lines are its rows."""
    if len(frame.series) != 2 or not frame.categories:
        return False
    if len(frame.categories) != 2:
        return True
    return moments is None and moments_in([one.name for one in frame.series], language) is not None


def _value_labels(entry: ChartEntry) -> ValueLabels:
    if isinstance(entry.labels, bool):
        return ValueLabels.ALL if entry.labels else ValueLabels.NONE
    return ValueLabels(entry.labels)


def _series_labels(entry: ChartEntry) -> SeriesLabels:
    if isinstance(entry.legend, bool):
        return SeriesLabels.LEGEND if entry.legend else SeriesLabels.NONE
    return SeriesLabels(entry.legend)
