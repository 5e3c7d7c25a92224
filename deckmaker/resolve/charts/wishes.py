"""What a deck says of single parts of a chart: what is stressed, lines, bands, annotations, totals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.diagnostics.edit import respelled
from deckmaker.diagnostics.near import meant_in
from deckmaker.diagnostics.slips import is_slip
from deckmaker.language.chart import ChartEntry
from deckmaker.localization.typed_numbers import evidence, number_in
from deckmaker.model.chart import Annotation, Band, Highlight, ReferenceLine, Series
from deckmaker.resolve.charts.axes import as_data
from deckmaker.resolve.charts.moments import Moments, moments_in
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_MOST_LISTED = 12


class Wishes:
    """Resolves them against the series and categories that there are; reports what names none."""

    def __init__(
        self,
        entry: ChartEntry,
        path: DataPath,
        resolver: Resolver,
        series: Sequence[Series],
        names: Sequence[str],
        written: Sequence[str],
        dates: Sequence[date],
        moments: Moments | None,
        percents: tuple[bool, bool],
    ) -> None:
        """Begin with the categories' `names` as shown and as `written`, and their `dates` where they are to scale.

        `percents` tell whether the x axis and that of values show such.
        """
        self._percents = percents
        self._entry, self._path, self._resolver = entry, path, resolver
        self._series, self._dates, self._moments = series, dates, moments
        self._names = list(names)
        found: dict[str, dict[int, None]] = {}
        for texts in (names, written):
            for index, name in enumerate(texts):
                found.setdefault(name.strip().casefold(), {})[index] = None
        self._points = {name: list(places) for name, places in found.items()}
        self._labels: dict[str, list[tuple[int, int]]] = {}
        for index, one in enumerate(series):
            for point, name in enumerate(one.names):
                self._labels.setdefault(name.strip().casefold(), []).append((index, point))
        self._by_name = {one.name.casefold(): index for index, one in reversed(list(enumerate(series)))}

    def report_unknown(self) -> None:
        """Report what names nothing, of a chart that cannot be drawn."""
        for wished in (self.highlight, self.totals, self.lines, self.bands, self.annotations):
            wished()

    # --- Names ------------------------------------------------------------------------------------

    def highlight(self) -> Highlight:
        """Return what is stressed."""
        wanted = self._entry.highlight
        if not wanted:
            return Highlight()
        series: set[int] = set()
        points: set[int] = set()
        single: set[tuple[int, int]] = set()
        if isinstance(wanted, dict):
            for name, categories in wanted.items():
                index = self._series_at(name, ("highlight", name), is_key=True)
                for place, category in enumerate(categories):
                    found = self._point(category, ("highlight", name, place), index)
                    single |= {(index, one) for one in found} if index is not None else set()
            return Highlight(single=frozenset(single))
        for place, name in enumerate(wanted):
            key = name.strip().casefold()
            if key in self._by_name:
                series.add(self._by_name[key])
            elif key in self._points:
                points |= set(self._points[key])
            elif by_label := self._labelled(key):
                single |= by_label
            elif (day := self._day(name)) and day in self._dates:
                points |= {index for index, one in enumerate(self._dates) if one == day}
            else:
                self._report(name, ("highlight", place), [one.name for one in self._series])
        return Highlight(frozenset(series), frozenset(points), frozenset(single))

    def totals(self) -> frozenset[int]:
        """Return the columns of a waterfall that stand on the base line."""
        found: set[int] = set()
        for place, name in enumerate(self._entry.totals or ()):
            found |= set(self._point(name, ("totals", place), None))
        return frozenset(found)

    def annotations(self) -> tuple[Annotation, ...]:
        """Return what is said of points."""
        found = []
        for place, one in enumerate(self._entry.annotations):
            here: DataPath = ("annotations", place)
            series: int | None = 0
            if one.series:
                series = self._series_at(one.series, (*here, "series"))
            labelled = self._labelled(one.at.strip().casefold(), series if one.series else None)
            points = [] if labelled else self._point(one.at, (*here, "at"), series)
            text = self._resolver.paragraph(one.text, (*self._path, *here, "text"))
            if labelled:
                found.append(Annotation(*min(labelled), text))
            elif points and series is not None:
                found.append(Annotation(series, points[0], text))
        return tuple(found)

    def _labelled(self, key: str, series: int | None = None) -> set[tuple[int, int]]:
        """Return the points of scatter and bubble charts that have a name."""
        return {one for one in self._labels.get(key, ()) if series in (None, one[0])}

    def _series_at(self, name: str, at: DataPath, is_key: bool = False) -> int | None:
        found = self._by_name.get(name.strip().casefold())
        if found is None:
            names = [one.name for one in self._series if one.name]
            help = nearest(name, names) or (f"its series: {_listed(names)}" if names else "give its series names")
            span = self._span(at, is_key)
            edits = respelled(span, name, help, names)
            message = f"the chart has no series `{name}`"
            self._resolver.diagnostics.report("unknown-point", message, span, help, edits=edits)
        return found

    def _point(self, name: str, at: DataPath, series: int | None) -> list[int]:
        """Return the places of a category; report one that there is not."""
        key = name.strip().casefold()
        if key in self._points:
            return self._points[key]
        if (day := self._day(name)) and day in self._dates:
            return [index for index, one in enumerate(self._dates) if one == day]
        if series is not None and (labelled := self._labelled(key, series)):
            return sorted(point for _, point in labelled)
        self._report(name, at, [])
        return []

    def _report(self, name: str, at: DataPath, series: list[str]) -> None:
        labels = [one for series_ in self._series for one in series_.names if one]
        known = [one for one in (*series, *self._names, *labels) if one]
        what = "no series and no category" if series else "no category"
        there = f"there are: {_listed(known)}" if known else "name its points with `label:`"
        filters = [f"`{key}:`" for key in ("where", "most") if getattr(self._entry, key)]
        left_out = f"; rows that {' and '.join(filters)} left out are not among them" if filters and known else ""
        near = nearest(name, known)
        if left_out and not (near and is_slip(name, str(meant_in(near)), known)):
            near = None  # what is left out is called otherwise by chance
        help = near or f"{there}{left_out}"
        message, span = f"the chart has {what} `{name}`", self._span(at)
        edits = respelled(span, name, help, known)
        self._resolver.diagnostics.report("unknown-point", message, span, help, edits=edits)

    def _span(self, at: DataPath, is_key: bool = False):  # type: ignore[no-untyped-def]
        tree = self._resolver.tree
        return tree.key_span((*self._path, *at)) if is_key else tree.value_span((*self._path, *at))

    # --- Places -----------------------------------------------------------------------------------

    def lines(self) -> tuple[ReferenceLine, ...]:
        """Return lines across the plot."""
        found = []
        for place, one in enumerate(self._entry.lines):
            here: DataPath = ("lines", place)
            label = self._resolver.paragraph(one.label, (*self._path, *here, "label")) if one.label else None
            if at := self._value(one.at, one.axis, (*here, "at")):
                found.append(ReferenceLine(at[0], label, at[1]))
        return tuple(found)

    def bands(self) -> tuple[Band, ...]:
        """Return bands behind the plot; one without an end goes on to that of the axis."""
        found = []
        for place, one in enumerate(self._entry.bands):
            here: DataPath = ("bands", place)
            label = self._resolver.paragraph(one.label, (*self._path, *here, "label")) if one.label else None
            start, end = one.__dict__["from"], one.to
            if start is None and end is None:
                help = "add `from:`, `to:` or both"
                span = self._span(here)
                self._resolver.diagnostics.report("missing-key", "key `from` or `to` is missing", span, help)
                continue
            begin = self._value(start, one.axis, (*here, "from")) if start is not None else None
            last = self._value(end, one.axis, (*here, "to")) if end is not None else None
            if (start is not None and begin is None) or (end is not None and last is None):
                continue
            stands = (begin or last or (0.0, False))[1]
            if begin and last and begin[1] != last[1]:
                self._report_mixed(here)
                continue
            low = begin[0] if begin else float("-inf")
            high = last[0] if last else float("inf")
            found.append(Band(min(low, high), max(low, high), label, stands))
        return tuple(found)

    def _report_mixed(self, here: DataPath) -> None:
        message = "a band lies between two values or between two categories, and this has one of each"
        help = "say which axis is meant, as in `axis: y`"
        self._resolver.diagnostics.report("wrong-value", message, self._span(here), help)

    def _value(self, written: str, axis: str | None, at: DataPath) -> tuple[float, bool] | None:
        """Return where something lies, and whether that is along the x axis: a category before a value."""
        if axis != "y" and (found := self._along_x(written)) is not None:
            return found, True
        number = as_data(_number(written), self._percents[0 if axis == "x" else 1])
        if number is None or (axis == "x" and self._names):
            self._report(written, at, [])
            return None
        return number, axis == "x"

    def _along_x(self, written: str) -> float | None:
        if self._dates:
            day = self._day(written)
            if day and min(self._dates) <= day <= max(self._dates):
                return float(day.toordinal())
            places = self._points.get(written.strip().casefold())
            return float(self._dates[places[0]].toordinal()) if places else None
        places = self._points.get(written.strip().casefold())
        return float(places[0]) if places else None

    def _day(self, written: str) -> date | None:
        """Return the day that a text is: read as the dates of the chart, else as any."""
        if not self._moments:
            return None
        if day := self._moments.read(written):
            return day
        other = moments_in([written], self._resolver.entry.language)
        return other.read(written) if other else None


def _number(written: str) -> float | None:
    """Return a value as an axis shows it: of `64 %` it is 64."""
    decimal = evidence([written]).decimal or "point"
    found = number_in(written, decimal)
    if found is None:
        return None
    return float(found.value.scaleb(2)) if found.is_percent else float(found.value)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_LISTED]) + (" …" if len(names) > _MOST_LISTED else "")
