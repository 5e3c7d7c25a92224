"""What can be drawn as what: shares are not negative, bars begin at zero, a pie shows one series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.language.chart import ChartEntry
from deckmaker.model.chart import Categories, ChartType, Series
from deckmaker.source import DataPath

if TYPE_CHECKING:
    from deckmaker.resolve.resolver import Resolver

_OF_ONE_SERIES = {ChartType.PIE: "a pie", ChartType.DOUGHNUT: "a doughnut", ChartType.WATERFALL: "a waterfall"}
_BARS = (ChartType.COLUMN, ChartType.BAR, ChartType.AREA, ChartType.WATERFALL)


def is_drawable(
    entry: ChartEntry,
    path: DataPath,
    resolver: Resolver,
    type: ChartType,
    series: Sequence[Series],
    categories: Categories,
) -> bool:
    """Tell whether a chart can be drawn so; report why not."""
    return _Checks(entry, path, resolver, type, series, categories).are_passed()


class _Checks:
    """Holds one chart's data."""

    def __init__(
        self,
        entry: ChartEntry,
        path: DataPath,
        resolver: Resolver,
        type: ChartType,
        series: Sequence[Series],
        categories: Categories,
    ) -> None:
        self._entry, self._path, self._resolver = entry, path, resolver
        self._type, self._series, self._categories = type, series, categories
        self._values = [value for one in series for value in one.values if value is not None]
        self._is_right = True

    def are_passed(self) -> bool:
        """Tell whether nothing is wrong."""
        if not self._values:
            self._report("empty-chart", "the chart has no numbers: all of its values are gaps", (), "write some")
            return False
        self._check_series()
        self._check_signs()
        self._check_ends()
        self._check_log()
        return self._is_right

    def _check_series(self) -> None:
        count = len(self._series)
        if (what := _OF_ONE_SERIES.get(self._type)) and count > 1:
            message = f"{what} shows one series, and this chart has {count}"
            names = [one.name for one in self._series if one.name]
            help = f"name one, as in `y: {names[0]}`" if names else "write one series"
            if self._type is not ChartType.WATERFALL:
                help += ", or write `type: bar` with `stack: percent`"
            self._report("wrong-value", message, ("type",), help)
        if self._type is ChartType.DUMBBELL and count != 2:
            message = f"a dumbbell has two ends, and this chart has {count} series"
            self._report("wrong-value", message, ("type",), "name two columns, as in `y: [2014, 2024]`")
        if self._type is ChartType.SLOPE and len(self._categories.names) != 2:
            message = f"a slope lies between two moments, and this chart has {len(self._categories.names)}"
            self._report("wrong-value", message, ("type",), "name two columns, as in `y: [2014, 2024]`")

    def _check_signs(self) -> None:
        is_pie = self._type in (ChartType.PIE, ChartType.DOUGHNUT)
        if not is_pie and self._entry.stack != "percent":
            return
        for one in self._series:
            for index, value in enumerate(one.values):
                if value is not None and value < 0:
                    named = self._categories.names[index]
                    message = f"`{named}` is {value:g}, and no share of a whole is below zero"
                    self._report("not-a-share", message, ("type" if is_pie else "stack",), "write `type: bar`")
                    return
        if sum(self._values) == 0:
            self._report(
                "not-a-share", "all values are zero, which are no shares of a whole", ("type",), "write others"
            )

    def _check_ends(self) -> None:
        entry = self._entry
        if entry.min is not None and entry.max is not None and entry.min >= entry.max:
            message = f"the axis begins at {entry.min:g} and ends at {entry.max:g}"
            self._report("wrong-value", message, ("min",), "write a `min` below `max`")
        if entry.x_min is not None and entry.x_max is not None and entry.x_min >= entry.x_max:
            message = f"the x axis begins at {entry.x_min:g} and ends at {entry.x_max:g}"
            self._report("wrong-value", message, ("x_min",), "write an `x_min` below `x_max`")
        if self._type not in _BARS:
            return
        help = "remove it, or show the values as `type: line` or `type: scatter`"
        for key, is_cut in (("min", (entry.min or 0) > 0), ("max", (entry.max or 0) < 0)):
            if is_cut:
                message = f"bars begin at zero, so that their lengths can be compared, and `{key}` cuts them off"
                self._report("cut-bars", message, (key,), f"remove `{key}:`, or write `type: line`")
        if entry.zero is False:
            message = "bars begin at zero, so that their lengths can be compared"
            self._report("cut-bars", message, ("zero",), help)

    def _check_log(self) -> None:
        log = self._entry.log
        if not log:
            return
        if self._type in _BARS:
            message = "a logarithmic axis has no zero, at which bars begin"
            self._report("cut-bars", message, ("log",), "remove `log:`, or write `type: line`")
            return
        if log in ("x", "both") and not any(one.xs for one in self._series):
            message = "the x axis has categories, which are on no logarithmic scale"
            self._report("wrong-value", message, ("log",), "write `log: true` for the axis of values")
        on_y = self._values if log is True or log in ("y", "both") else []
        on_x = [x for one in self._series for x in one.xs if x is not None] if log in ("x", "both") else []
        below = next((value for value in (*on_y, *on_x) if value <= 0), None)
        if below is not None:
            message = f"a logarithmic axis has no place for {below:g}: only for what is above zero"
            self._report("not-for-log", message, ("log",), "remove `log:`, or leave such values out with `where:`")

    def _report(self, code: str, message: str, at: DataPath, help: str) -> None:
        self._is_right = False
        span = self._resolver.tree.value_span((*self._path, *at))
        self._resolver.diagnostics.report(code, message, span, help)
