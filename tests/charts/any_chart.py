"""Charts of any data, for properties that hold for all of them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from deckmaker.model.chart import (
    Annotation,
    Band,
    Categories,
    Chart,
    ChartAxis,
    ChartType,
    DateUnit,
    Highlight,
    ReferenceLine,
    Series,
    SeriesLabels,
    Stacking,
    ValueLabels,
)
from tests.charts.awkward import SPAN, months, words, years

KINDS = (ChartType.COLUMN, ChartType.BAR, ChartType.LINE, ChartType.AREA, ChartType.WATERFALL)
NAMES = st.text("abcdefgh ijklmnopäöü-", min_size=1, max_size=40).map(str.strip).filter(bool)
VALUES = st.one_of(
    st.none(),
    st.floats(-100, 100).map(lambda one: round(one, 2)),
    st.floats(-1e12, 1e12).filter(lambda one: abs(one) > 1e-9),
    st.integers(-5, 5).map(float),
)
WORDS = st.text("abcdefgh ijklmno", min_size=1, max_size=60).map(str.strip).filter(bool).map(words)


@st.composite
def categories(draw: st.DrawFn) -> Categories:
    """Return names, or dates in order."""
    count = draw(st.one_of(st.integers(1, 12), st.integers(1, 60)))
    if draw(st.booleans()):
        return Categories(tuple(draw(st.lists(NAMES, min_size=count, max_size=count))))
    unit = draw(st.sampled_from((DateUnit.YEAR, DateUnit.MONTH, DateUnit.DAY)))
    days = {
        DateUnit.YEAR: years(2024 - count, 2023),
        DateUnit.MONTH: months(2019, count),
        DateUnit.DAY: [date(2024, 2, 20) + timedelta(n) for n in range(count)],
    }[unit]
    return Categories(tuple(f"{one:%d %b %Y}" for one in days), tuple(days), unit)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    """Return any chart of the kinds that have axes."""
    kind, own = draw(st.sampled_from(KINDS)), draw(categories())
    count = len(own.names)
    many = 1 if kind is ChartType.WATERFALL else draw(st.integers(1, 8))
    series = tuple(
        Series(
            draw(NAMES),
            tuple(draw(st.lists(VALUES, min_size=count, max_size=count))),
            as_line=kind is ChartType.COLUMN and n > 0 and draw(st.integers(0, 3)) == 0,
            on_second_axis=False,
        )
        for n in range(many)
    )
    points = st.integers(0, count - 1)
    return Chart(
        kind,
        own,
        series,
        "A chart",
        SPAN,
        stacking=draw(st.sampled_from(Stacking)),
        y_axis=ChartAxis(title=draw(st.none() | WORDS), log=draw(st.booleans())),
        x_axis=ChartAxis(title=draw(st.none() | WORDS)),
        value_labels=draw(st.sampled_from(ValueLabels)),
        series_labels=draw(st.sampled_from(SeriesLabels)),
        highlight=Highlight(points=frozenset(draw(st.lists(points, max_size=2)))),
        totals=frozenset(draw(st.lists(points, max_size=2))) if kind is ChartType.WATERFALL else frozenset(),
        lines=tuple(ReferenceLine(draw(st.floats(-100, 100)), draw(WORDS)) for _ in range(draw(st.integers(0, 2)))),
        bands=tuple(Band(draw(points), draw(points), draw(WORDS), True) for _ in range(draw(st.integers(0, 1)))),
        annotations=tuple(Annotation(0, draw(points), draw(WORDS)) for _ in range(draw(st.integers(0, 2)))),
        subtitle=draw(st.none() | WORDS),
        note=draw(st.none() | WORDS),
    )
