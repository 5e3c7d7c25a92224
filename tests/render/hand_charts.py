"""Charts drawn by hand: what renderers are tested with, whatever layout would make of the same numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import sin

from deckmaker.diagnostics import SourceFile, Span
from deckmaker.layout import Document, GroupItem, Page, Placed, Role, ShapeItem
from deckmaker.layout.chart_item import (
    AreaMark,
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
    Point,
    Stroke,
    WedgeMark,
)
from deckmaker.layout.place import REGION
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Paragraph, Run
from deckmaker.model.chart import Categories, Chart, ChartAxis, ChartType, NumberStyle, Series
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.theme import Theme
from deckmaker.theme.slots import PLAIN_LAYOUT
from tests.projects import briefing

FRAME = Rect(48.0, 140.0, 864.0, 320.0)
"""Points: the place of a chart's plot and of the texts that belong to its marks."""

PLOT = Rect(90.0, 170.0, 780.0, 250.0)

SPAN = Span(SourceFile("deck.yaml", ""), 1, 1, 1, 2)

HOSTILE = "<b>&\"'\n\u0007</svg></script>"
"""A name that is markup, of two lines and with a control character."""


def chart_theme(theme: Theme | None = None) -> Theme:
    """Return the theme of charts in tests, the briefing as a rule."""
    return theme or briefing()


def chart(kind: ChartType, names: Iterable[str], *series: Series, alt: str = "A chart of two years") -> Chart:
    """Return a chart of these categories and series."""
    return Chart(kind, Categories(tuple(names)), series, alt, SPAN)


def text(words: str, style: str, rect: Rect, role: Role, theme: Theme) -> Placed:
    """Return a text as set in a place."""
    own = theme.styles[style]
    (fitted,) = fit([FrameText((Paragraph((Run(words),)),), own, rect)], theme)
    return replace(placed_text("chart", rect, fitted, own, None, role=role), region=REGION, slot=None)


def _label(
    words: str, x: float, y: float, says: LabelFor, point: int, theme: Theme, series: int | None = None
) -> ChartLabel:
    placed = text(words, "chart-label", Rect(x, y, 90.0, 18.0), Role.LABEL, theme)
    position = None if series is None else LabelPosition.OUTSIDE_END
    return ChartLabel(placed, says, point, series, position)


def _grid(ticks: int = 3) -> tuple[Stroke, ...]:
    ys = [PLOT.bottom - PLOT.height * one / ticks for one in range(1, ticks + 1)]
    return tuple(Stroke(((PLOT.x, y), (PLOT.right, y)), "tint", 0.5) for y in ys)


def _plot(kind: GroupType, marks: Iterable[Mark], series: Iterable[Series], **more: object) -> Plot:
    plotted = tuple(PlottedSeries(one.name, one.values, "series-1") for one in series)
    base = Stroke(((PLOT.x, PLOT.bottom), (PLOT.right, PLOT.bottom)), "ink", 1.0)
    axes: dict[str, object] = {
        "x_axis": PlotAxis(AxisScale.NAMES, 0.0, 2.0, 1.0),
        "y_axis": PlotAxis(AxisScale.NUMBERS, 0.0, 3.0, 1.0, (0.0, 1.0, 2.0, 3.0)),
        "grid": _grid(),
        "axes": (base,),
    }
    if kind in (GroupType.PIE, GroupType.DOUGHNUT):
        axes = {}
    return Plot(PLOT, FRAME, "", (PlotGroup(kind, plotted),), tuple(marks), **(axes | more))  # type: ignore[arg-type]


def columns(theme: Theme) -> ChartItem:
    """Return columns of two series, one of them negative, with labels of categories and values, and hostile names."""
    series = Series(HOSTILE, (1.0, 2.5)), Series("Gas", (-0.5, 1234.5))
    tops = ((120.0, 83.0), (200.0, 208.0), (420.0, 40.0), (500.0, 180.25))
    marks = [
        BarMark(index % 2, index // 2, Rect(x, PLOT.bottom - height, 72.5, height), f"series-{index % 2 + 1}")
        for index, (x, height) in enumerate(tops)
    ]
    names = ("2023", HOSTILE)
    labels = tuple(
        _label(one, 150.0 + 300 * point, PLOT.bottom + 6, LabelFor.CATEGORY, point, theme)
        for point, one in enumerate(names)
    )
    plot = _plot(GroupType.COLUMNS, marks, series, categories=labels)
    value = _label("2.5", 430.0, PLOT.bottom - 60, LabelFor.VALUE, 1, theme, 0)
    (group,) = plot.groups
    first = replace(group.series[0], labels=(value,))
    plot = replace(plot, groups=(replace(group, series=(first, *group.series[1:])),))
    return ChartItem(chart(ChartType.COLUMN, names, *series, alt=f"Columns: {HOSTILE}"), (plot,))


def lines(theme: Theme, points: int = 5) -> ChartItem:
    """Return a line with as many points and a dot at its end, and a dashed one."""
    values = tuple(10 + sin(one / 3) for one in range(points))
    series = Series("Pumps", values), Series("Boilers", (1.0, *[None] * (points - 2), 3.0))
    step = PLOT.width / (points - 1)
    line = tuple((PLOT.x + step * one, PLOT.y + 125 - 100 * sin(one / 3)) for one in range(points))
    dashed = ((PLOT.x, PLOT.bottom - 20), (PLOT.right, PLOT.y + 20))
    marks = [
        LineMark(0, Stroke(line, "series-1", 2.25)),
        LineMark(1, Stroke(dashed, "series-2", 1.5, dashed=True)),
        DotMark(0, points - 1, line[-1], 4.0, "series-1", edge="paper"),
    ]
    names = tuple(str(2000 + one) for one in range(points))
    return ChartItem(chart(ChartType.LINE, names, *series), (_plot(GroupType.LINES, marks, series),))


def areas(theme: Theme) -> ChartItem:
    """Return two areas on one another."""
    top = ((PLOT.x, 300.0), (480.0, 240.0), (PLOT.right, 200.0))
    middle = ((PLOT.x, 360.0), (480.0, 330.0), (PLOT.right, 350.0))
    base: tuple[Point, ...] = ((PLOT.right, PLOT.bottom), (PLOT.x, PLOT.bottom))
    marks = [AreaMark(0, (*middle, *base), "series-1"), AreaMark(1, (*top, *reversed(middle)), "series-2")]
    series = Series("Base", (1.0, 2.0, 1.5)), Series("Peak", (1.0, 2.0, 4.0))
    return ChartItem(chart(ChartType.AREA, ("a", "b", "c"), *series), (_plot(GroupType.AREAS, marks, series),))


def wedges(theme: Theme, hole: float = 0.0, shares: tuple[float, ...] = (0.6, 0.3, 0.1)) -> ChartItem:
    """Return a pie, or a ring where there is a hole."""
    begin, marks = 0.0, []
    for point, share in enumerate(shares):
        marks.append(
            WedgeMark(
                0, point, (480.0, 295.0), 120.0, hole, begin, share, f"series-{point + 1}", "paper" if point else None
            )
        )
        begin += share
    series = Series("Heat", shares)
    kind, group = (ChartType.DOUGHNUT, GroupType.DOUGHNUT) if hole else (ChartType.PIE, GroupType.PIE)
    return ChartItem(chart(kind, "abc"[: len(shares)], series), (_plot(group, marks, [series]),))


def dots(theme: Theme, points: int = 12) -> ChartItem:
    """Return dots of several sizes, through which others are seen."""
    places = [(PLOT.x + 60.0 + 680.0 * one / points, round(300 - 90 * sin(one), 2)) for one in range(points)]
    marks = [
        DotMark(0, point, place, 5.0 + point % 7, "series-3", 0.6, "paper" if point % 2 else None)
        for point, place in enumerate(places)
    ]
    xs, ys = tuple(x for x, _ in places), tuple(y for _, y in places)
    series = Series("Towns", ys, xs, names=tuple(f"Town {one}" for one in range(points)))
    made = chart(ChartType.SCATTER, (), series)
    made = replace(made, x_axis=ChartAxis(title=Paragraph((Run("Width"),)), style=NumberStyle(decimals=1)))
    return ChartItem(made, (_plot(GroupType.SCATTER, marks, [series]),))


def dumbbells(theme: Theme) -> ChartItem:
    """Return two rows, each with a dot at both ends of a line."""
    marks: list[Mark] = []
    for row, (left, right) in enumerate(((200.0, 500.0), (350.0, 380.0))):
        y = 230.0 + 100 * row
        marks.append(LineMark(0, Stroke(((left, y), (right, y)), "series-muted", 2.0), row))
        marks += (DotMark(0, row, (left, y), 6.0, "series-1"), DotMark(1, row, (right, y), 6.0, "series-2"))
    series = Series("2013", (2.0, 3.5)), Series("2023", (5.0, 3.8))
    made = chart(ChartType.DUMBBELL, ("Women", "Men"), *series)
    return ChartItem(made, (_plot(GroupType.SCATTER, marks, series),))


def samples(theme: Theme) -> dict[str, ChartItem]:
    """Return a chart of every kind of mark, by names."""
    return {
        "columns": columns(theme),
        "lines": lines(theme),
        "areas": areas(theme),
        "pie": wedges(theme),
        "whole pie": wedges(theme, shares=(1.0,)),
        "ring": wedges(theme, hole=60.0),
        "whole ring": wedges(theme, hole=60.0, shares=(1.0,)),
        "dots": dots(theme),
        "dumbbells": dumbbells(theme),
    }


def figure(item: ChartItem, theme: Theme) -> Placed:
    """Return a chart with what layout places around it: a subtitle, a band, an axis' numbers, a legend and a note."""
    band = Placed(Rect(300.0, PLOT.y, 60.0, PLOT.height), ShapeItem("tint", 0.4), Role.DECORATION, None, None)
    children = (
        text("Deaths, thousands", "chart-subtitle", Rect(48.0, 118.0, 400.0, 18.0), Role.SUBTITLE, theme),
        band,
        Placed(FRAME, item, Role.CHART, "chart", SPAN, region=REGION),
        Placed(FRAME, GroupItem(_around(theme)), Role.ANNOTATIONS, None, None, region=REGION),
        text("A note & more", "chart-annotation", Rect(48.0, 466.0, 400.0, 18.0), Role.CAPTION, theme),
    )
    return Placed(replace(FRAME, y=118.0, height=366.0), GroupItem(children), Role.FIGURE, None, None, region=REGION)


def _around(theme: Theme) -> tuple[Placed, ...]:
    numbers = tuple(
        text(str(one), "chart-label", Rect(50.0, PLOT.bottom - 9 - PLOT.height * one / 3, 34.0, 18.0), Role.AXIS, theme)
        for one in range(4)
    )
    dot = Placed(Rect(700.0, 146.0, 9.0, 9.0), ShapeItem("series-1", 1.0), Role.DECORATION, None, None)
    said = text("Halved in 2017", "chart-annotation", Rect(560.0, 180.0, 120.0, 18.0), Role.LABEL, theme)
    legend = text("Pumps", "chart-series", Rect(714.0, 141.0, 90.0, 18.0), Role.LABEL, theme)
    return (*numbers, dot, legend, said)


def chart_document(items: Iterable[ChartItem], theme: Theme, language: str = "en") -> Document:
    """Return a deck with a page a chart, each under its number."""
    layout = theme.layouts[PLAIN_LAYOUT]
    pages = []
    for number, item in enumerate(items, 1):
        title = text(f"Chart {number}", "title", layout.slots["title"].rect, Role.TITLE, theme)
        pages.append(Page(number, f"Chart {number}", None, layout, (title, figure(item, theme)), ()))
    return Document("Charts", "Nobody", language, theme, None, tuple(pages))
