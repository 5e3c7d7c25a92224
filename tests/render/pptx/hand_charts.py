"""Charts drawn by hand: what renderers are tested with, whatever layout would make of them.

A kind of chart is a function of its data; marks are computed here, from what the schema says of gaps and overlaps, and
not as layout does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import log10
from typing import Any

from deckmaker.diagnostics import Span
from deckmaker.diagnostics.span import SourceFile
from deckmaker.fonts import face
from deckmaker.layout import Document, Page, Placed, Role, TextItem
from deckmaker.layout.chart_item import (
    AxisScale,
    BarMark,
    ChartItem,
    ChartLabel,
    DotMark,
    GroupType,
    LabelFor,
    LabelPosition,
    LineMark,
    Mark,
    Plot,
    PlotAxis,
    PlotGroup,
    PlottedSeries,
    Stroke,
    WedgeMark,
)
from deckmaker.layout.place import REGION
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import Categories, Chart, ChartAxis, ChartType, DateUnit, Series, Stacking
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.fitting import TOLERANCE
from deckmaker.text.measuring import measure
from deckmaker.theme import Theme
from deckmaker.theme.slots import PLAIN_LAYOUT
from tests.projects import briefing

RECT = Rect(160, 190, 600, 230)
FRAME = Rect(60, 160, 804, 300)
ROUND = Rect(360, 190, 230, 230)
"""Points: a plot between its axes, that of a pie, and the frame of both."""

NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
SIZE = 12
GAP = 2.83
"""Points between a bar and its label in LibreOffice."""

SERIES = {f"series-{number}": rgb for number, rgb in enumerate(("#1F6FB4", "#D9772B", "#2C8C5A", "#A3336E"), 1)}
COLORS = tuple(SERIES)
CATEGORIES = ("Alpha", "Beta & <sons>", "Gamma", "Delta", "Epsilon")
FIRST, SECOND = (12.0, 30.0, 45.5, 7.0, 22.0), (20.0, 10.0, 33.0, 41.0, 5.0)


def theme() -> Theme:
    """Return a theme with colours for series."""
    own = briefing()
    return replace(own, palette={**own.palette, **SERIES})


THEME = theme()


_NAMED = Categories(CATEGORIES)
_AXIS = ChartAxis()


@dataclass(frozen=True)
class HandChart:
    """A plot with what a test expects of it: the mark of each series and point, as drawn."""

    type: ChartType
    plot: Plot
    categories: Categories = _NAMED
    stacking: Stacking = Stacking.GROUPED
    x_style: ChartAxis = _AXIS

    @property
    def item(self) -> ChartItem:
        """The chart as layout would hand it on."""
        plotted = [one for group in self.plot.groups for one in group.series]
        series = tuple(Series(one.name, one.values, one.xs, one.sizes) for one in plotted)
        alt = f"A {self.type.value} chart & more"
        chart = Chart(self.type, self.categories, series, alt, NOWHERE, self.stacking, x_axis=self.x_style)
        return ChartItem(chart, (self.plot,))


def numbers(least: float, most: float, step: float, **more: Any) -> PlotAxis:
    """Return an axis of numbers with a tick at each step."""
    ticks = tuple(least + step * n for n in range(round((most - least) / step) + 1))
    return PlotAxis(AxisScale.NUMBERS, least, most, step, ticks, **more)


def names(count: int, reversed: bool = False) -> PlotAxis:
    """Return an axis of names, each in the middle of its step."""
    return PlotAxis(AxisScale.NAMES, -0.5, count - 0.5, 1.0, tuple(map(float, range(count))), reversed)


def at(axis: PlotAxis, value: float, start: float, end: float) -> float:
    """Return where a value stands between two ends."""
    least, most = axis.least, axis.most
    if axis.scale is AxisScale.LOG:
        least, most, value = log10(least), log10(most), log10(value)
    share = (value - least) / (most - least)
    return start + (end - start) * (1 - share if axis.reversed else share)


def label(text: str, x: float, baseline: float, align: str, color: str = "ink") -> Placed:
    """Return a text that is aligned to `x` and stands on a baseline."""
    style = replace(THEME.styles["note"], size=SIZE, minimum=9, leading=1.2, color=color, align=align, tracking=0.0)
    measured = measure((Paragraph((Run(text),)),), style, SIZE, THEME)
    width = max(one.width(0, len(one.text)) for one in measured.measured) + 2 * SAFE_MARGIN + TOLERANCE
    setting = measured.set(width)
    left = {"left": x, "center": x - width / 2, "right": x - width}[align]
    top = baseline - setting.paragraphs[0].lines[0].baseline
    frame = Rect(left, top, setting.width, setting.height)
    return Placed(frame, TextItem(style, setting, 0.0), Role.LABEL, None, None)


def _metrics() -> tuple[float, float]:
    one = measure((Paragraph((Run("0"),)),), THEME.styles["note"], SIZE, THEME).set(100.0)
    own = face(one.lines[0].runs[0].style.face).metrics
    return own.ascent * SIZE, -own.descent * SIZE


ASCENT, DESCENT = _metrics()


def below(axis_at: float) -> float:
    """Return the baseline of names below an axis: between LibreOffice's and PowerPoint's."""
    return axis_at + 5.0 + 1.19 * SIZE


def named_below(axis: PlotAxis, texts: Iterable[tuple[int, float, str]], rect: Rect = RECT) -> tuple[ChartLabel, ...]:
    """Return labels of an axis below the plot, of points at values."""
    return tuple(
        ChartLabel(
            label(text, at(axis, value, rect.x, rect.right), below(rect.bottom), "center"), LabelFor.CATEGORY, point
        )
        for point, value, text in texts
    )


def grid(axis: PlotAxis, upright: bool = False, rect: Rect = RECT) -> tuple[Stroke, ...]:
    """Return the grid lines of an axis of values."""
    if upright:
        xs = [at(axis, tick, rect.x, rect.right) for tick in axis.ticks]
        return tuple(Stroke(((x, rect.y), (x, rect.bottom)), "tint", 0.75) for x in xs)
    ys = [at(axis, tick, rect.bottom, rect.y) for tick in axis.ticks]
    return tuple(Stroke(((rect.x, y), (rect.right, y)), "tint", 0.75) for y in ys)


def bars(
    *series: Sequence[float | None],
    axis: PlotAxis,
    gap: float = 0.6,
    overlap: float = 0.0,
    stacking: Stacking = Stacking.GROUPED,
    lying: bool = False,
    position: LabelPosition | None = None,
    says: LabelFor = LabelFor.VALUE,
    colors: Sequence[str | None] = COLORS,
    single: tuple[tuple[int, str], ...] = (),
) -> HandChart:
    """Return columns or bars of categories, in the order of series, and from the top down where they are lying."""
    count = len(series[0])
    categories = names(count, reversed=lying)
    side = 1 if stacking is not Stacking.GROUPED else len(series)
    step = (RECT.height if lying else RECT.width) / count
    width = step / (side - (side - 1) * overlap + gap)
    marks: list[Mark] = []
    labels: list[list[ChartLabel]] = [[] for _ in series]
    for point in range(count):
        sums = {True: 0.0, False: 0.0}
        whole = sum(abs(one[point] or 0.0) for one in series) if stacking is Stacking.PERCENT else 1.0
        for number, one in enumerate(series):
            value = one[point]
            if value is None:
                continue
            place = number if stacking is Stacking.GROUPED else 0
            start = step * point + width * gap / 2 + place * width * (1 - overlap)
            low, high = 0.0, value / whole
            if stacking is not Stacking.GROUPED:
                low, high = sums[value < 0], sums[value < 0] + value / whole
                sums[value < 0] = high
            rect = _bar(axis, lying, start, width, max(low, axis.least), high)
            color = dict(single).get(point, colors[number])
            if color is not None:
                marks.append(BarMark(number, point, rect, color))
                if position:
                    labels[number].append(_bar_label(value, rect, lying, position, number, point, says))
    plotted = tuple(
        PlottedSeries(f"Series {n + 1}" if colors[n] else "", tuple(one), colors[n], colors=single, labels=tuple(own))
        for n, (one, own) in enumerate(zip(series, labels, strict=True))
    )
    kind = GroupType.BARS if lying else GroupType.COLUMNS
    if lying:
        shown = tuple(
            ChartLabel(
                label(text, RECT.x - 8, at(categories, point, RECT.bottom, RECT.y) + (ASCENT - DESCENT) / 2, "right"),
                LabelFor.CATEGORY,
                point,
            )
            for point, text in enumerate(CATEGORIES)
        )
    else:
        shown = named_below(categories, ((point, point, text) for point, text in enumerate(CATEGORIES)))
    group = PlotGroup(kind, plotted, stacking, gap, overlap)
    base = at(axis, max(0.0, axis.least), RECT.x if lying else RECT.bottom, RECT.right if lying else RECT.y)
    ends = ((base, RECT.y), (base, RECT.bottom)) if lying else ((RECT.x, base), (RECT.right, base))
    plot = Plot(
        RECT,
        FRAME,
        "",
        (group,),
        tuple(marks),
        categories,
        axis,
        grid=grid(axis, upright=lying),
        axes=(Stroke(ends, "muted", 1.5),),
        categories=shown,
    )
    return HandChart(ChartType.BAR if lying else ChartType.COLUMN, plot, stacking=stacking)


def _bar(axis: PlotAxis, lying: bool, start: float, width: float, low: float, high: float) -> Rect:
    if lying:
        first, last = sorted(at(axis, value, RECT.x, RECT.right) for value in (low, high))
        return Rect(first, RECT.y + start, last - first, width)
    first, last = sorted(at(axis, value, RECT.bottom, RECT.y) for value in (low, high))
    return Rect(RECT.x + start, first, width, last - first)


def _bar_label(
    value: float, rect: Rect, lying: bool, position: LabelPosition, series: int, point: int, says: LabelFor
) -> ChartLabel:
    middle = rect.x + rect.width / 2
    if lying:
        baseline = rect.y + rect.height / 2 + (ASCENT - DESCENT) / 2
        placed = label(f"{value:g}", rect.right + GAP, baseline, "left")
        if position is LabelPosition.CENTER:
            placed = label(f"{value:g}", middle, baseline, "center", "bright")
    elif position is LabelPosition.CENTER:
        placed = label(f"{value:g}", middle, rect.y + rect.height / 2 + (ASCENT - DESCENT) / 2, "center", "bright")
    elif value < 0:
        placed = label(f"{value:g}", middle, rect.bottom + GAP + ASCENT, "center")
    else:
        placed = label(f"{value:g}", middle, rect.y - GAP - DESCENT, "center")
    return ChartLabel(placed, says, point, series, position)


def lines(
    *series: Sequence[float | None],
    axis: PlotAxis,
    x_axis: PlotAxis | None = None,
    dates: tuple[date, ...] = (),
    marker: float = 0.0,
    ends: Sequence[float] = (),
) -> HandChart:
    """Return lines, each with its name at its end, `ends` points lower than that is."""
    along = x_axis or names(len(series[0]))
    places = [day.toordinal() for day in dates] or [*range(len(series[0]))]
    marks: list[Mark] = []
    plotted = []
    for number, values in enumerate(series):
        points = [
            None if value is None else (at(along, x, RECT.x, RECT.right), at(axis, value, RECT.bottom, RECT.y))
            for x, value in zip(places, values, strict=True)
        ]
        marks += [
            LineMark(number, Stroke((one, other), COLORS[number], 2.25))
            for one, other in pairwise(points)
            if one and other
        ]
        marks += [DotMark(number, n, one, marker, COLORS[number]) for n, one in enumerate(points) if one and marker]
        own: tuple[ChartLabel, ...] = ()
        last = max(n for n, one in enumerate(points) if one)
        end = points[last]
        if ends and end:
            x, y = end[0] + GAP + marker, end[1] + ends[number] + (ASCENT - DESCENT) / 2
            placed = label(f"Series {number + 1}", x, y, "left", COLORS[number])
            own = (ChartLabel(placed, LabelFor.SERIES, last, number, LabelPosition.RIGHT),)
        plotted.append(
            PlottedSeries(f"Series {number + 1}", tuple(values), COLORS[number], line=2.25, marker=marker, labels=own)
        )
    categories = Categories(CATEGORIES)
    if dates:
        categories = Categories(tuple(str(day.year) for day in dates), dates, DateUnit.YEAR)
        texts = [(n, tick, str(date.fromordinal(int(tick)).year)) for n, tick in enumerate(along.ticks)]
    else:
        texts = [(n, float(n), text) for n, text in enumerate(CATEGORIES)]
    plot = Plot(
        RECT,
        FRAME,
        "",
        (PlotGroup(GroupType.LINES, tuple(plotted)),),
        tuple(marks),
        along,
        axis,
        grid=grid(axis),
        categories=named_below(along, texts),
    )
    return HandChart(ChartType.LINE, plot, categories)


def areas(*series: Sequence[float], axis: PlotAxis) -> HandChart:
    """Return areas on one another, from the first category to the last."""
    along = PlotAxis(AxisScale.NAMES, 0, len(series[0]) - 1, 1.0)
    plotted = tuple(PlottedSeries(f"Series {n + 1}", tuple(one), COLORS[n]) for n, one in enumerate(series))
    group = PlotGroup(GroupType.AREAS, plotted, Stacking.STACKED)
    shown = named_below(along, ((n, float(n), text) for n, text in enumerate(CATEGORIES)))
    plot = Plot(RECT, FRAME, "", (group,), (), along, axis, grid=grid(axis), categories=shown)
    return HandChart(ChartType.AREA, plot, stacking=Stacking.STACKED)


def pie(*values: float, hole: float = 0.0) -> HandChart:
    """Return a pie or a doughnut, with shares of its parts within them."""
    center, radius = (ROUND.x + ROUND.width / 2, ROUND.y + ROUND.height / 2), ROUND.width / 2
    marks: list[Mark] = []
    labels: list[ChartLabel] = []
    start = 0.0
    for point, value in enumerate(values):
        sweep = value / sum(values)
        marks.append(WedgeMark(0, point, center, radius, hole * radius, start, sweep, COLORS[point]))
        start += sweep
        placed = label(f"{sweep:.0%}", center[0], center[1], "center", "bright")
        labels.append(ChartLabel(placed, LabelFor.SHARE, point, 0, LabelPosition.CENTER))
    colors = tuple(enumerate(COLORS[: len(values)]))
    one = PlottedSeries("Share", tuple(values), None, colors=colors, labels=tuple(labels))
    kind = GroupType.DOUGHNUT if hole else GroupType.PIE
    plot = Plot(ROUND, FRAME, "", (PlotGroup(kind, (one,)),), tuple(marks))
    return HandChart(ChartType.DOUGHNUT if hole else ChartType.PIE, plot, Categories(CATEGORIES[: len(values)]))


def scatter(
    points: Sequence[tuple[float, float]],
    x_axis: PlotAxis,
    axis: PlotAxis,
    sizes: Sequence[float] = (),
    joined: Sequence[tuple[tuple[float, float], ...]] = (),
) -> HandChart:
    """Return dots, as bubbles where they have sizes, and lines between others."""
    places = [(at(x_axis, x, RECT.x, RECT.right), at(axis, y, RECT.bottom, RECT.y)) for x, y in points]
    largest = max(sizes, default=1.0)
    radii = [RECT.height / 8 * (size / largest) ** 0.5 for size in sizes] or [5.0] * len(points)
    opacity, edge = (0.7, "paper") if sizes else (1.0, None)
    marks: list[Mark] = [
        DotMark(0, n, place, radius, COLORS[0], opacity, edge)
        for n, (place, radius) in enumerate(zip(places, radii, strict=True))
    ]
    xs, ys = ([one[n] for one in points] for n in (0, 1))
    dots = PlottedSeries(
        "Dots", tuple(ys), COLORS[0], tuple(xs), tuple(sizes), marker=0.0 if sizes else 5.0, opacity=opacity
    )
    others = []
    for number, ends in enumerate(joined, 1):
        corners = tuple((at(x_axis, x, RECT.x, RECT.right), at(axis, y, RECT.bottom, RECT.y)) for x, y in ends)
        marks.append(LineMark(number, Stroke(corners, COLORS[1], 3.0)))
        others.append(
            PlottedSeries(f"Row {number}", tuple(y for _, y in ends), COLORS[1], tuple(x for x, _ in ends), line=3.0)
        )
    kind = GroupType.BUBBLES if sizes else GroupType.SCATTER
    plot = Plot(
        RECT,
        FRAME,
        "",
        (PlotGroup(kind, (*others, dots)),),
        tuple(marks),
        x_axis,
        axis,
        grid=(*grid(axis), *grid(x_axis, upright=True)),
    )
    return HandChart(ChartType.BUBBLE if sizes else ChartType.SCATTER, plot, Categories(()))


def combined() -> HandChart:
    """Return columns, and a line that is counted on an axis of its own."""
    columns = bars(FIRST, axis=numbers(0, 50, 10), position=LabelPosition.OUTSIDE_END)
    second = numbers(0, 100, 20)
    line = lines(SECOND, axis=second, marker=4.0).plot
    moved = replace(line.groups[0].series[0], name="Line", color=COLORS[1])
    marks = (replace(one, series=1) for one in line.marks if isinstance(one, DotMark))
    shown = tuple(replace(one, color=COLORS[1]) for one in marks)
    group = replace(line.groups[0], series=(moved,), on_second_axis=True)
    plot = replace(
        columns.plot,
        groups=(*columns.plot.groups, group),
        marks=(*columns.plot.marks, *shown),
        second_axis=second,
    )
    return replace(columns, plot=plot)


def waterfall() -> HandChart:
    """Return columns on an invisible base, with what they add above them."""
    base, steps = (0.0, 12.0, 30.0, 25.0, 0.0), (12.0, 18.0, 10.0, 15.0, 25.0)
    whole = bars(
        base,
        steps,
        axis=numbers(0, 50, 10),
        gap=0.4,
        overlap=1.0,
        stacking=Stacking.STACKED,
        position=LabelPosition.OUTSIDE_END,
        colors=(None, COLORS[1]),
    )
    return replace(whole, type=ChartType.WATERFALL)


def _years(*years: int) -> tuple[date, ...]:
    return tuple(date(year, 1, 1) for year in years)


YEARS = _years(2013, 2015, 2016, 2020, 2021)
DAYS = PlotAxis(
    AxisScale.DATES,
    YEARS[0].toordinal(),
    YEARS[-1].toordinal(),
    4.0,
    tuple(float(day.toordinal()) for day in _years(2013, 2017, 2021)),
    unit=DateUnit.YEAR,
)


def many(count: int = 36, every: int = 6) -> HandChart:
    """Return columns of so many months, of which every sixth is named."""
    values = tuple(float(5 + number) for number in range(count))
    texts = tuple(f"Month {number + 1}" for number in range(count))
    one = bars(values, axis=numbers(0, 50, 10))
    assert one.plot.x_axis
    shown = named_below(one.plot.x_axis, ((n, float(n), texts[n]) for n in range(0, count, every)))
    return replace(one, plot=replace(one.plot, categories=shown), categories=Categories(texts))


SAMPLES: dict[str, Callable[[], HandChart]] = {
    "columns": lambda: bars(FIRST, axis=numbers(0, 50, 10), position=LabelPosition.OUTSIDE_END),
    "columns with words": lambda: bars(
        FIRST, axis=numbers(0, 50, 10), position=LabelPosition.OUTSIDE_END, says=LabelFor.TEXT
    ),
    "grouped columns": lambda: bars(FIRST, SECOND, axis=numbers(0, 50, 10), overlap=-0.1),
    "stacked columns": lambda: bars(
        FIRST,
        SECOND,
        axis=numbers(0, 80, 20),
        overlap=1.0,
        stacking=Stacking.STACKED,
        position=LabelPosition.CENTER,
    ),
    "columns of 100 percent": lambda: bars(
        FIRST, SECOND, axis=numbers(0, 1, 0.25), overlap=1.0, stacking=Stacking.PERCENT
    ),
    "negative columns": lambda: bars(
        (12.0, -18.0, 25.0, -7.0, 3.0), axis=numbers(-20, 30, 10), position=LabelPosition.OUTSIDE_END
    ),
    "a highlighted column": lambda: bars(FIRST, axis=numbers(0, 50, 10), single=((2, COLORS[3]),)),
    "columns of which some are named": many,
    "bars": lambda: bars(FIRST, SECOND, axis=numbers(0, 50, 10), lying=True, position=LabelPosition.OUTSIDE_END),
    "stacked bars": lambda: bars(
        FIRST, SECOND, axis=numbers(0, 80, 20), overlap=1.0, stacking=Stacking.STACKED, lying=True
    ),
    "lines with gaps": lambda: lines((12.0, None, 45.0, 7.0, 22.0), SECOND, axis=numbers(0, 50, 10), marker=4.0),
    "lines with names at their ends": lambda: lines(
        FIRST, (20.0, 10.0, 33.0, 41.0, 21.0), axis=numbers(0, 50, 10), marker=4.0, ends=(-8.0, 7.0)
    ),
    "lines of dates": lambda: lines(FIRST, axis=numbers(0, 50, 10), x_axis=DAYS, dates=YEARS, marker=4.0),
    "lines on a log axis": lambda: lines(
        (1.0, 30.0, 450.0, 7.0, 9000.0),
        axis=PlotAxis(AxisScale.LOG, 1, 10_000, 10, (1.0, 10.0, 100.0, 1000.0, 10_000.0)),
        marker=4.0,
    ),
    "areas": lambda: areas(FIRST, SECOND, axis=numbers(0, 80, 20)),
    "pie": lambda: pie(40, 30, 20, 10),
    "doughnut": lambda: pie(40, 30, 20, 10, hole=0.5),
    "scatter": lambda: scatter([(1, 10), (3, 40), (5.5, 25), (8, 47), (9.5, 5)], numbers(0, 10, 2), numbers(0, 50, 10)),
    "bubbles": lambda: scatter(
        [(2, 10), (4, 40), (6, 25), (8, 30)], numbers(0, 10, 2), numbers(0, 50, 10), (4, 9, 16, 1)
    ),
    "dumbbells": lambda: scatter(
        [(1, 3), (8, 3), (3, 2), (5, 2), (2, 1), (9, 1)],
        numbers(0, 10, 2),
        numbers(0, 4, 1),
        joined=[((1, 3), (8, 3)), ((3, 2), (5, 2)), ((2, 1), (9, 1))],
    ),
    "columns and a line": combined,
    "waterfall": waterfall,
}
"""Each kind of chart and each variant that is written in a way of its own."""


def chart_document(*charts: HandChart, region: str | None = REGION) -> Document:
    """Return a deck with a page a chart; each fills a place of its own in the region."""
    layout = THEME.layouts[PLAIN_LAYOUT]
    pages = []
    for number, chart in enumerate(charts, 1):
        slot = layout.slots["title"]
        assert slot.style
        (fitted,) = fit([FrameText((Paragraph((Run(f"Chart {number}"),)),), slot.style, slot.rect)], THEME)
        title = placed_text("title", slot.rect, fitted, slot.style, None, role=Role.TITLE)
        placed = Placed(chart.plot.frame, chart.item, Role.CHART, "chart", None, region=region)
        pages.append(Page(number, f"Chart {number}", None, layout, (title, placed), ()))
    return Document("Charts", "Nobody", "en", THEME, None, tuple(pages))
