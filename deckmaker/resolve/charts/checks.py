"""What can be drawn as what: shares are not negative, bars begin at zero, a pie shows one series."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.budget.charts import ANNOTATED_VALUES, CHART_NAME, CHART_SAID
from deckmaker.language.chart import ChartEntry
from deckmaker.localization.decimals import said
from deckmaker.model.chart import ChartType
from deckmaker.resolve.charts.drawn import Drawn
from deckmaker.resolve.tables.grid import counted

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver
    from deckmaker.source import DataPath

_OF_ONE_SERIES = {ChartType.PIE: "a pie", ChartType.DOUGHNUT: "a doughnut", ChartType.WATERFALL: "a waterfall"}
_WHOLE = {ChartType.BUBBLE: "bubbles", ChartType.DUMBBELL: "dumbbells"}
"""Charts of one plot always: two series are the ends of a dumbbell, and bubbles share one scale of areas."""

_BARS = (ChartType.COLUMN, ChartType.BAR, ChartType.AREA, ChartType.WATERFALL)


class Finding(NamedTuple):
    """What is wrong: its code, what is said of it, the key of the chart where it is, and the help."""

    code: str
    message: str
    key: str | None
    help: str


def is_drawable(
    entry: ChartEntry,
    path: DataPath,
    resolver: Resolver,
    drawn: Drawn,
) -> bool:
    """Tell whether a chart can be drawn so; report why not."""
    found = list(_Checks(entry, drawn).findings())
    for one in found:
        span = resolver.tree.value_span((*path, one.key) if one.key else path)
        resolver.diagnostics.report(one.code, one.message, span, one.help)
    return not found


def is_little_said(entry: ChartEntry, path: DataPath, resolver: Resolver, drawn: Drawn) -> bool:
    """Tell whether a chart has few enough lines, bands and annotations to be looked at; report where it has not.

    Each is held against all of the chart's points, so this comes before all else.
    """
    found = _too_much(entry, drawn)
    span = resolver.tree.value_span((*path, found.key) if found and found.key else path)
    if found:
        resolver.diagnostics.report(found.code, found.message, span, found.help)
    else:
        resolver.allowance.chart(sum(len(one.values) for one in drawn.series), len(entry.annotations), span)
    return not found


def _too_much(entry: ChartEntry, drawn: Drawn) -> Finding | None:
    said = {key: len(getattr(entry, key)) for key in ("lines", "bands", "annotations")}
    count, most = sum(said.values()), max(said, key=lambda key: said[key])
    annotated = said["annotations"] * sum(len(one.values) for one in drawn.series)
    if count > CHART_SAID.most:
        message = f"the chart has {count:,} {CHART_SAID.unit}: expected {CHART_SAID.most:,} at most"
        return Finding("endless-chart", message, most, f"leave some `{most}` out")
    if annotated > ANNOTATED_VALUES.most:
        message = f"the chart has {annotated:,} {ANNOTATED_VALUES.unit}: expected {ANNOTATED_VALUES.most:,} at most"
        help = "leave some `annotations` out, or show fewer values, with `where:` or `most:`"
        return Finding("endless-chart", message, "annotations", help)
    names = (*drawn.categories.names, *(name for one in drawn.series for name in (one.name, *one.names)))
    if (longest := max(map(len, names), default=0)) > CHART_NAME.most:
        message = f"a name in the chart has {longest:,} {CHART_NAME.unit}: expected {CHART_NAME.most:,} at most"
        return Finding("endless-chart", message, None, "shorten it: nobody reads more in a chart")
    return None


class _Checks:
    """Holds one chart's data."""

    def __init__(self, entry: ChartEntry, drawn: Drawn) -> None:
        self._entry, self._drawn = entry, drawn
        self._type, self._series, self._categories = drawn.type, drawn.series, drawn.categories
        self._values = [value for one in drawn.series for value in one.values if value is not None]

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong."""
        if not self._values:
            message = "the chart has no numbers: all of its values are gaps"
            yield Finding("empty-chart", message, None, "write some")
            return
        if any(size is not None and size < 0 for one in self._series for size in one.sizes):
            yield Finding("wrong-value", "a bubble has an area below zero", "size", "leave it out with `where:`")
        yield from self._of_series()
        yield from self._of_shares()
        yield from self._of_ends()
        if self._type in _BARS:
            yield from self._of_bars()
        elif self._entry.log:
            yield from self._of_log()

    def _of_series(self) -> Iterator[Finding]:
        count, moments = len(self._series), len(self._categories.names)
        are_multiples = bool(self._entry.multiples) and self._type is not ChartType.WATERFALL
        if (what := _OF_ONE_SERIES.get(self._type)) and count > 1 and not are_multiples:
            names = [one.name for one in self._series if one.name]
            help = f"name one, as in `y: {names[0]}`" if names else "write one series"
            if self._type is not ChartType.WATERFALL:
                help += ", or write `multiples: true`, or `type: bar` with `stack: percent`"
            yield Finding("wrong-value", f"{what} shows one series, and this chart has {count}", "type", help)
        help = "name two columns, as in `y: [2014, 2024]`"
        if self._type is ChartType.DUMBBELL and count != 2:
            message = f"a dumbbell has two ends, and this chart has {counted(count, 'column')} of values"
            yield Finding("wrong-value", message, "type", help)
        if self._type is ChartType.SLOPE and moments != 2:
            message = f"a slope lies between two moments, and this chart has {moments}"
            yield Finding("wrong-value", message, "type", self._two_moments())
        if self._type in _WHOLE and self._entry.multiples:
            message = f"{_WHOLE[self._type]} are one chart, and have no small multiples"
            help = "remove `multiples:`, or write `type: scatter`"
            if self._type is ChartType.DUMBBELL:
                help = "remove `multiples:`, or write `type: bar`"
            yield Finding("wrong-value", message, "multiples", help)

    def _two_moments(self) -> str:
        """Return how to have the two moments of a slope: rows that are picked, or two columns."""
        entry, names = self._entry, self._categories.names
        if len(names) < 3 or (entry.file is None and entry.rows is None):
            return "write two categories, or name two columns, as in `y: [2014, 2024]`"
        if self._drawn.across:
            return f"name two columns, as in `y: [{names[0]}, {names[-1]}]`"
        picked = f"`where: {{{self._drawn.x_name or 1}: [{names[0]}, {names[-1]}]}}`"
        return f"pick two rows, as in {picked}, or name two columns, as in `y: [2014, 2024]`"

    def _of_shares(self) -> Iterator[Finding]:
        if self._type is ChartType.AREA and self._entry.stack != "percent":
            yield from self._of_areas()
        is_pie = self._type in (ChartType.PIE, ChartType.DOUGHNUT)
        key = "type" if is_pie else "stack"
        are_points = self._type in (ChartType.SCATTER, ChartType.BUBBLE)
        if not is_pie and (self._entry.stack != "percent" or are_points):
            return
        if below := self._below_zero():
            message = f"{below}, and no share of a whole is below zero"
            yield Finding("not-a-share", message, key, "write `type: bar`, without `stack: percent`")
            return
        if not any(self._values):
            message = "all values are zero, which are no shares of a whole"
            yield Finding("not-a-share", message, key, "write others, or `type: bar`")

    def _of_areas(self) -> Iterator[Finding]:
        if below := self._below_zero():
            message = f"{below}, and areas stand on one another: no part of a sum is below zero"
            yield Finding("not-a-share", message, "type", "write `type: line` or `type: column`")

    def _below_zero(self) -> str | None:
        """Return what is said of the first value below zero."""
        for one in self._series:
            for named, value in zip(self._categories.names, one.values, strict=False):
                if value is not None and value < 0:
                    return f"`{named}` is {said(value)}"
        return None

    def _of_ends(self) -> Iterator[Finding]:
        entry = self._entry
        for low, high in (("min", "max"), ("x_min", "x_max")):
            least, most = getattr(entry, low), getattr(entry, high)
            if least is not None and most is not None and least >= most:
                message = f"the axis begins at {said(least)} and ends at {said(most)}"
                yield Finding("wrong-value", message, low, f"write a `{low}` below `{high}`")

    def _of_bars(self) -> Iterator[Finding]:
        entry, begin = self._entry, "bars begin at zero, so that their lengths can be compared"
        is_waterfall = self._type is ChartType.WATERFALL
        other = "say with `min:` where its axis begins" if is_waterfall else "show the values as `type: line`"
        for key, is_cut in (
            ("min", (entry.min or 0) > 0 and not is_waterfall),
            ("max", (entry.max or 0) < 0),
            ("zero", entry.zero is False),
        ):
            if is_cut:
                help = f"remove `{key}:`, or {other}"
                yield Finding("cut-bars", f"{begin}, and `{key}` cuts them off", key, help)
        if entry.log:
            message = "a logarithmic axis has no zero, at which bars begin"
            yield Finding("cut-bars", message, "log", f"remove `log:`, or {other}")

    def _of_log(self) -> Iterator[Finding]:
        log = self._entry.log
        if log in ("x", "both") and not any(one.xs for one in self._series):
            message = "the x axis has categories, which are on no logarithmic scale"
            yield Finding("wrong-value", message, "log", "write `log: true` for the axis of values")
        on_y = self._values if log is True or log in ("y", "both") else []
        on_x = [x for one in self._series for x in one.xs if x is not None] if log in ("x", "both") else []
        below = next((value for value in (*on_y, *on_x) if value <= 0), None)
        if below is not None:
            message = f"a logarithmic axis has no place for {said(below)}: only for what is above zero"
            yield Finding("not-for-log", message, "log", "remove `log:`, or leave such values out with `where:`")
