"""Alt texts of charts, written from their data: the type, then what one would say of it first."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.localization.dates import format_date
from deckmaker.localization.decimals import with_shared_decimals
from deckmaker.localization.lookup import looked_up
from deckmaker.localization.numbers import format_number
from deckmaker.localization.shares import share_style
from deckmaker.model.chart import Chart, ChartType, DateUnit, NumberStyle, Series, Stacking
from deckmaker.resolve.charts.alt_words import ALT_WORDS

MOST_SERIES = 4
"""Series that are told; of more, a listener has lost the first."""

MOST_PAIRS = 6
"""Rows of a slope or a dumbbell that are told."""

MOST_VALUES = 6
"""Values of a series that are told one by one; of more, the highest and the lowest."""

_COURSES = (ChartType.LINE, ChartType.AREA)
_POINTS = (ChartType.SCATTER, ChartType.BUBBLE)
_SHARES = (ChartType.PIE, ChartType.DOUGHNUT)
_PAIRS = (ChartType.DUMBBELL, ChartType.SLOPE)


def alt_text(chart: Chart, language: str) -> str:
    """Return the alt text of a chart in the deck's language, one sentence."""
    return _Teller(chart, language).sentence()


class _Teller:
    def __init__(self, chart: Chart, language: str) -> None:
        self._chart, self._language = chart, language
        self._words = looked_up(ALT_WORDS, language)
        self._styles: dict[tuple[int, int], NumberStyle] = {}  # by what is read together: a line and its axis

    def sentence(self) -> str:
        chart, words = self._chart, self._words
        type = words.types[chart.type]
        if any(one.as_line for one in chart.series):
            type = words.combination
        elif chart.stacking is not Stacking.GROUPED and chart.type in (ChartType.COLUMN, ChartType.BAR):
            type = words.stacked.format(type)
        told = self._told()
        if chart.type in _PAIRS:
            type = words.place.format(value=type, when=self._moments())
        more = len(told) - (MOST_PAIRS if chart.type in _PAIRS else MOST_SERIES)
        if more > 0:
            told = [*told[:-more], words.more.format(count=more)]
        return words.whole.format(type=type, rest=words.semicolon.join(told)) + words.end

    def _moments(self) -> str:
        """Return the names of the two ends of a slope or a dumbbell."""
        chart = self._chart
        is_slope = chart.type is ChartType.SLOPE
        return " → ".join(chart.categories.names if is_slope else [one.name for one in chart.series])

    def _told(self) -> list[str]:
        chart = self._chart
        if chart.type in _POINTS:
            return [self._of_points(one) for one in chart.series]
        if chart.type is ChartType.DUMBBELL and len(chart.series) == 2:
            first, last = (one.values for one in chart.series)
            return [self._pair(name, first[at], last[at]) for at, name in enumerate(chart.categories.names)]
        if chart.type is ChartType.SLOPE:
            return [self._pair(one.name, one.values[0], one.values[-1]) for one in chart.series]
        if chart.type in _COURSES or chart.categories.dates:
            return [self._course(one) for one in chart.series]
        return [self._values(one) for one in chart.series]

    def _course(self, series: Series) -> str:
        words = self._words
        known = [(value, at) for at, value in enumerate(series.values) if value is not None]
        name = series.name or self._measured()
        if not known:
            return words.item.format(name=name, value=words.gaps)
        (first, first_at), (last, last_at) = known[0], known[-1]
        if len(known) == 1:
            return words.item.format(name=name, value=self._moment(first, first_at, series))
        pattern = words.rise if last > first else words.fall if last < first else words.level
        first_text, last_text = self._moment(first, first_at, series), self._moment(last, last_at, series)
        told = pattern.format(name=name, first=first_text, last=last_text).strip()
        peak, peak_at = max(known)
        if len(self._chart.series) == 1 and peak > max(first, last):
            told += words.comma + words.peak.format(self._moment(peak, peak_at, series))
        return told

    def _values(self, series: Series) -> str:
        """Return all values where they are few, else the highest and the lowest."""
        words, names = self._words, self._chart.categories.names
        known = [(value, at) for at, value in enumerate(series.values) if value is not None]
        name = series.name if len(self._chart.series) > 1 else ""
        if not known:
            return words.item.format(name=series.name or self._measured(), value=words.gaps)
        if len(known) <= MOST_VALUES and len(self._chart.series) <= 2:
            shares = self._shares(series)
            # A name that ends with a digit would run into the number behind it.
            item = words.place if any(name[-1:].isdigit() for name in names) else words.item
            told = words.comma.join(
                item.format(name=names[at], when=names[at], value=shares.get(at) or self._number(value, series))
                for value, at in known
            )
            return words.whole.format(type=name, rest=told) if name else told
        most, least = max(known), min(known)
        return words.most.format(
            name=series.name or self._measured(),
            most=self._place(most[0], most[1], series),
            least=self._place(least[0], least[1], series),
        )

    def _shares(self, series: Series) -> dict[int, str]:
        """Return the percents of a pie's values, as its labels say them."""
        if self._chart.type not in _SHARES:
            return {}
        known = {at: value for at, value in enumerate(series.values) if value is not None}
        if not (whole := sum(known.values())):
            return {}
        shares = {at: value / whole for at, value in known.items()}
        style = share_style(self._chart.y_axis.style, [*known.values()], [*shares.values()])
        return {at: format_number(share, style) for at, share in shares.items()}

    def _of_points(self, series: Series) -> str:
        words, chart = self._words, self._chart
        pairs = [(x, y) for x, y in zip(series.xs, series.values, strict=True) if x is not None and y is not None]
        count = words.points.format(count=format_number(len(pairs), NumberStyle(self._language)))
        if not pairs:
            return words.gaps
        told = [f"{series.name}{words.comma}{count}" if series.name else count]
        for letter, axis, values in (
            ("x", chart.x_axis, [x for x, _ in pairs]),
            ("y", chart.y_axis, [y for _, y in pairs]),
        ):
            name = axis.title.text if axis.title else letter
            style = with_shared_decimals(axis.style, values)
            least, most = (format_number(one(values), style) for one in (min, max))
            told.append(words.range.format(name=name, least=least, most=most))
        return words.comma.join(told)

    def _pair(self, name: str, first: float | None, last: float | None) -> str:
        words = self._words
        shown = [words.gaps if one is None else self._number(one) for one in (first, last)]
        return words.from_to.format(name=name, first=shown[0], last=shown[1])

    def _measured(self) -> str:
        """Return what is measured, where a series has no name."""
        subtitle = self._chart.subtitle
        return subtitle.text if subtitle else self._words.value

    def _moment(self, value: float, at: int, series: Series) -> str:
        categories = self._chart.categories
        if not categories.dates or categories.unit is DateUnit.DAY:
            return self._place(value, at, series)
        when = format_date(categories.dates[at], categories.unit or DateUnit.YEAR, self._language, short=False)
        return self._words.moment.format(value=self._number(value, series), when=when)

    def _place(self, value: float, at: int, series: Series) -> str:
        when = self._chart.categories.names[at]
        return self._words.place.format(value=self._number(value, series), when=when)

    def _number(self, value: float, series: Series | None = None) -> str:
        """Return a number as the chart shows it: with as many decimals as those that it is read with."""
        chart = self._chart
        axis = chart.second_axis if series and series.on_second_axis else chart.y_axis
        if axis.log:
            return format_number(value, with_shared_decimals(axis.style, [value]))
        own = series if series and (chart.type is ChartType.LINE or series.as_line) else None
        key = id(own), id(axis)
        if key not in self._styles:
            self._styles[key] = with_shared_decimals(axis.style, self._beside(own))
        return format_number(value, self._styles[key])

    def _beside(self, line: Series | None) -> Sequence[float | None]:
        """Return the values that are read together: of a line its own, else those of all series that are none."""
        if line:
            return line.values
        others = [one for one in self._chart.series if not one.as_line]
        return [value for one in others for value in one.values]
