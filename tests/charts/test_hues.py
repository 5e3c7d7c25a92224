"""Series that nothing but a hue would tell apart: there are six."""

from __future__ import annotations

import pytest

from deckmaker.layout.charts.colors import HUES, series_color
from deckmaker.model.chart import Categories, Chart, ChartType, Highlight, Series, SeriesLabels
from tests.charts.laid_out import item, page
from tests.hostile.work import calls_of
from tests.projects import place


def chart(type: ChartType, count: int, **more: object) -> Chart:
    """Return a chart of so many series over two categories."""
    series = tuple(Series(f"S{n}", (n + 1.0, 2.0 * n + 3)) for n in range(count))
    return Chart(type, Categories(("a", "b")), series, "-", place(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("shown", "is_told"),
    [
        (chart(ChartType.COLUMN, HUES), False),
        (chart(ChartType.COLUMN, HUES + 1), True),
        (chart(ChartType.BAR, HUES + 1), True),
        (chart(ChartType.COLUMN, HUES + 1, highlight=Highlight(frozenset({2}))), False),
        (chart(ChartType.COLUMN, HUES + 1, highlight=Highlight(frozenset(range(HUES + 1)))), True),
        (chart(ChartType.COLUMN, HUES + 1, across=None), False),
        (chart(ChartType.LINE, HUES + 1), False),
        (chart(ChartType.LINE, HUES + 1, series_labels=SeriesLabels.LEGEND), True),
        (chart(ChartType.SLOPE, HUES + 1), False),
        (chart(ChartType.COLUMN, HUES + 1, series_labels=SeriesLabels.NONE), False),
    ],
)
def test_hues_that_repeat_are_told_where_nothing_else_tells_series_apart(shown, is_told):
    """Not where names stand beside lines, where all others are muted, or where each has a chart of its own."""
    _, diagnostics = page(shown)
    found = [one for one in diagnostics if one.code == "hues-repeat"]
    assert bool(found) is is_told
    for one in found:
        assert one.message == "slide 2: `S0` and `S6` have one colour in the legend: there are 6"
        assert one.help and "`highlight:`" in one.help


def test_a_point_of_small_multiples_has_the_first_hue():
    """As it has in a chart of one plot: nothing else is highlighted there."""
    one = chart(ChartType.COLUMN, 2, across=None, highlight=Highlight(single=frozenset({(0, 1)})))
    marks = [mark for plot in item(page(one)[0]).plots for mark in plot.marks]
    assert [mark.color for mark in marks] == ["series-muted", "series-1", "series-muted", "series-muted"]


@pytest.mark.parametrize("highlight", [Highlight(), Highlight(frozenset({0}))])
def test_a_colour_takes_no_more_work_among_many_series(highlight):
    """It is asked for at each mark of each of them."""

    def work(count: int) -> int:
        lines = chart(ChartType.LINE, count, highlight=highlight)
        series_color(lines, 0)  # what is known once for the chart
        return calls_of(lambda: [series_color(lines, one) for one in range(1, 10)])

    assert work(100) == work(10)
