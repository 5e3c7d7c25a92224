"""Axes whose ends are wished: each mark stands where the scale of its axis puts its value, whatever is wished."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.layout.chart_item import AxisScale, BarMark, DotMark, LineMark, Plot, PlotAxis
from deckmaker.model.chart import Chart, ChartAxis, ChartType, Series, ValueLabels
from tests.charts.awkward import BAR, COLUMN, FRUIT, LINE, chart
from tests.charts.laid_out import item, page

VALUES = st.lists(st.floats(-100, 100).map(lambda one: round(one, 1)), min_size=3, max_size=3)
ENDS = st.none() | st.floats(-120, 120).map(lambda one: round(one, 1))


def plot(chart: Chart) -> Plot:
    """Return the plot of a chart on a slide of its own."""
    (found,) = item(page(chart)[0]).plots
    return found


def place(value: float, axis: PlotAxis, start: float, end: float) -> float:
    """Return where a value stands between two ends, with no regard to whether it does."""
    assert axis.scale is AxisScale.NUMBERS
    return start + (end - start) * (value - axis.least) / (axis.most - axis.least)


def with_ends(chart: Chart, least: float | None, most: float | None) -> Chart:
    """Return a chart whose value axis is to have ends."""
    return replace(chart, y_axis=replace(chart.y_axis, least=least, most=most))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(VALUES, ENDS, ENDS, st.sampled_from((COLUMN, BAR, LINE)), st.sampled_from(ValueLabels))
def test_marks_stand_where_their_values_are(values, least, most, kind, labels):
    found = plot(replace(with_ends(chart(kind, FRUIT[:3], values), least, most), value_labels=labels))
    rect, axis = found.rect, found.y_axis
    assert axis is not None
    for mark in found.marks:
        match mark:
            case BarMark() if kind is COLUMN:
                ends = sorted(place(one, axis, rect.bottom, rect.y) for one in (0, values[mark.point]))
                assert [mark.rect.y, mark.rect.bottom] == pytest.approx(ends, abs=0.01)
            case BarMark():
                ends = sorted(place(one, axis, rect.x, rect.right) for one in (0, values[mark.point]))
                assert [mark.rect.x, mark.rect.right] == pytest.approx(ends, abs=0.01)
            case LineMark():
                expected = [place(one, axis, rect.bottom, rect.y) for one in values]
                assert [y for _, y in mark.stroke.points] == pytest.approx(expected, abs=0.01)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(VALUES, VALUES, ENDS, ENDS, ENDS, ENDS)
def test_points_stand_where_their_values_are(xs, ys, least, most, x_least, x_most):
    made = chart(ChartType.SCATTER, (), ())
    made = replace(
        made,
        series=(Series("A", tuple(ys), tuple(xs)),),
        y_axis=ChartAxis(least, most),
        x_axis=ChartAxis(x_least, x_most),
    )
    found = plot(made)
    dots = [one for one in found.marks if isinstance(one, DotMark)]
    assert len(dots) == 3 and found.x_axis is not None and found.y_axis is not None
    for one in dots:
        x = place(xs[one.point], found.x_axis, found.rect.x, found.rect.right)
        y = place(ys[one.point], found.y_axis, found.rect.bottom, found.rect.y)
        assert one.center == pytest.approx((x, y), abs=0.01)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(VALUES, VALUES, ENDS, ENDS)
def test_ends_of_dumbbells_stand_where_their_values_are(before, after, least, most):
    found = plot(with_ends(chart(ChartType.DUMBBELL, FRUIT[:3], before, after), least, most))
    dots = [one for one in found.marks if isinstance(one, DotMark)]
    assert found.x_axis is not None and dots
    for one in dots:
        value = (before, after)[one.series][one.point]
        assert one.center[0] == pytest.approx(place(value, found.x_axis, found.rect.x, found.rect.right), abs=0.01)
