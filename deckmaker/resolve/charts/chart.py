"""A chart from its entry: its data, its type, and what is said and stressed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckmaker.dataclasses import replace
from deckmaker.language.chart import ChartEntry
from deckmaker.language.entry import with_values
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import Chart, ChartType, SeriesLabels, Stacking, ValueLabels
from deckmaker.resolve.alt_texts import report_weak_alt
from deckmaker.resolve.charts.alt_text import alt_text
from deckmaker.resolve.charts.axes import axes_of, is_share
from deckmaker.resolve.charts.checks import is_drawable, is_little_said
from deckmaker.resolve.charts.data import ChartData
from deckmaker.resolve.charts.drawn import Drawn
from deckmaker.resolve.charts.other_whole import report_other_whole
from deckmaker.resolve.charts.places import Places
from deckmaker.resolve.charts.reach import report_widened
from deckmaker.resolve.charts.small_percents import report_small_percents
from deckmaker.resolve.charts.small_steps import report_small_steps
from deckmaker.resolve.charts.uneven_numbers import report_early_dates, report_uneven_numbers
from deckmaker.resolve.charts.unshown import report_unshown
from deckmaker.resolve.charts.waterfall import with_totals
from deckmaker.resolve.charts.wishes import Wishes
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_STACKING = {None: Stacking.GROUPED, False: Stacking.GROUPED, True: Stacking.STACKED, "percent": Stacking.PERCENT}


def resolve_chart(entry: ChartEntry, path: DataPath, resolver: Resolver) -> Chart | None:
    """Return the chart for the entry at `path`; report what is wrong, and return None where nothing can be drawn.

    Raises Excess where the deck's data, or its texts, take too much.
    """
    return _Reading(entry, path, resolver).chart()


class _Reading:
    """Holds what is needed to read one chart."""

    def __init__(self, entry: ChartEntry, path: DataPath, resolver: Resolver) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._tree, self._diagnostics = resolver.tree, resolver.diagnostics
        self._language = resolver.entry.language
        self._places = Places(path, resolver)

    def chart(self) -> Chart | None:
        """Return the chart."""
        entry, resolver = self._entry, self._resolver
        credit = resolver.credit(entry.credit, "data", (*self._path, "credit")) if entry.credit else None
        subtitle, note = self._paragraph("subtitle"), self._paragraph("note")
        data = ChartData(entry, self._path, resolver)
        drawn = data.drawn()
        if drawn is None or data.cells is None:
            return None
        if not is_little_said(entry, self._path, resolver, drawn):
            return None
        if drawn.flawed or not is_drawable(entry, self._path, resolver, drawn):
            self._wishes(drawn, (False, False)).report_unknown()
            return None
        data.cells.report_mixed()
        x_axis, y_axis, second = axes_of(
            self._with_usable_signs(), self._language, drawn.type, drawn.series, data.cells.found
        )
        if entry.scale and is_share(y_axis.style):
            help = f"remove `scale:`, or write `unit:` with what is counted in {entry.scale}s"
            self._diagnostics.report("wrong-value", "percents have no scale", self._places.of("scale"), help)
        percents = (x_axis.style.percent, y_axis.style.percent or entry.stack == "percent")
        if percents[1]:
            values = [abs(value) for one in drawn.series for value in one.values if value is not None]
            largest = 1.0 if entry.stack == "percent" else max(values, default=0.0)
            report_small_percents(entry, self._path, largest, resolver)
        wishes = self._wishes(drawn, percents)
        totals = wishes.totals()
        series = drawn.series
        if drawn.type is ChartType.WATERFALL:
            series, totals = with_totals(
                series, totals, drawn.categories.names, self._diagnostics, self._places.of("totals")
            )
        is_of_points = drawn.type in (ChartType.SCATTER, ChartType.BUBBLE)
        x_title = self._title("x_title", drawn.x_name if is_of_points else "")
        y_title = self._title("y_title", drawn.y_name if is_of_points else "")
        chart = Chart(
            type=drawn.type,
            categories=drawn.categories,
            series=series,
            alt=entry.alt or "-",
            span=self._tree.key_span(self._path),
            stacking=self._stacking(drawn.type),
            x_axis=replace(x_axis, title=x_title),
            y_axis=replace(y_axis, title=y_title),
            second_axis=replace(second, title=self._paragraph("second_title")),
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
        report_unshown(entry, drawn, self._places, self._diagnostics)
        report_widened(chart, self._path, resolver)
        report_other_whole(chart, data.left_out, self._places, resolver)
        report_uneven_numbers(chart, self._places.of_data(), self._diagnostics)
        report_early_dates(chart, self._places.of_data(), self._diagnostics)
        if chart.type is ChartType.WATERFALL:
            report_small_steps(chart, self._places.of_data(), self._diagnostics)
        chart = _with_usable_names(chart, drawn.usable)
        if entry.alt:
            report_weak_alt(entry.alt, "", None, self._places.of("alt"), self._diagnostics)
        alt = resolver.line(entry.alt or alt_text(chart, self._language), (*self._path, "alt"))
        return replace(chart, alt=alt)

    def _wishes(self, drawn: Drawn, percents: tuple[bool, bool]) -> Wishes:
        names, dates = drawn.categories.names, drawn.categories.dates
        series, written = drawn.series, drawn.written
        return Wishes(self._entry, self._path, self._resolver, series, names, written, dates, drawn.moments, percents)

    def _with_usable_signs(self) -> ChartEntry:
        """Return the entry with what stands around numbers as outputs may hold it; report what is left out."""
        written = {key: getattr(self._entry, key) for key in ("unit", "prefix", "second_unit")}
        usable = {key: self._resolver.line(text, (*self._path, key)) for key, text in written.items() if text}
        return with_values(ChartEntry, **{**self._entry.__dict__, **usable})

    def _stacking(self, type: ChartType) -> Stacking:
        if type is ChartType.AREA and not self._entry.stack:
            return Stacking.STACKED  # areas that hide each other say nothing
        return _STACKING[self._entry.stack]

    def _across(self) -> int | None:
        multiples = self._entry.multiples
        if multiples is None or isinstance(multiples, bool):
            return None if multiples else 0
        return multiples.across

    def _title(self, key: str, column: str) -> Paragraph | None:
        """Return the title of an axis: without one of its own, the name of its column as it stands there."""
        if getattr(self._entry, key) is not None or not column:
            return self._paragraph(key)
        return Paragraph((Run(self._resolver.line(column, self._path)),), span=self._places.of_data())

    def _paragraph(self, key: str) -> Paragraph | None:
        text = getattr(self._entry, key)
        return self._resolver.paragraph(text, (*self._path, key)) if text else None


def _with_usable_names(chart: Chart, usable: dict[str, str]) -> Chart:
    """Return a chart in which names have become what is `usable` of them."""
    if not usable:
        return chart
    names = tuple(usable.get(name, name) for name in chart.categories.names)
    series = (
        replace(one, name=usable.get(one.name, one.name), names=tuple(usable.get(name, name) for name in one.names))
        for one in chart.series
    )
    return replace(chart, categories=replace(chart.categories, names=names), series=tuple(series))


def _value_labels(entry: ChartEntry) -> ValueLabels:
    if isinstance(entry.labels, bool):
        return ValueLabels.ALL if entry.labels else ValueLabels.NONE
    return ValueLabels(entry.labels)


def _series_labels(entry: ChartEntry) -> SeriesLabels:
    if isinstance(entry.legend, bool):
        return SeriesLabels.LEGEND if entry.legend else SeriesLabels.NONE
    return SeriesLabels(entry.legend)
