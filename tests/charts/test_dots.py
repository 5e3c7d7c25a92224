"""Dots: of lines with few points, of scatter charts; and the axes of dots, which begin near them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from deckmaker.layout import Page, Placed
from deckmaker.layout.chart_item import ChartItem, DotMark, LabelFor, Plot, PlotAxis
from deckmaker.layout.charts.obstacles import covered, crossed
from deckmaker.layout.charts.scales import number_axis
from deckmaker.layout.charts.ticks import plain_powers
from deckmaker.layout.document import ShapeItem, TextItem
from deckmaker.model.chart import Categories, Chart, ChartAxis, ChartType, DateUnit, Series, ValueLabels
from tests.charts.awkward import FRUIT, LINE, chart, dated, walk, words, years
from tests.charts.awkward_shapes import BUBBLE, SCATTER, cloud, dots, points
from tests.charts.laid_out import beside, document, item, page, pages_of
from tests.projects import briefing


def plot(chart: Chart) -> Plot:
    """Return the plot of a chart on a slide of its own."""
    (found,) = item(page(chart)[0]).plots
    return found


def dot_marks(plot: Plot) -> list[DotMark]:
    """Return the dots of a plot."""
    return [one for one in plot.marks if isinstance(one, DotMark)]


@pytest.mark.parametrize(("count", "shown"), [(2, 2), (12, 12), (13, 0), (60, 0)])
def test_few_points_of_a_line_are_dots(count, shown):
    found = plot(dated(LINE, years(2000, 1999 + count), DateUnit.YEAR, walk(count, 1)))
    assert len(dot_marks(found)) == shown
    (series,) = found.groups[0].series
    assert bool(series.marker) == bool(shown)
    assert all(one.radius == series.marker > series.line / 2 for one in dot_marks(found))


def test_a_line_over_missing_years_has_dots_where_it_has_data():
    every = years(2000, 2019)
    some = [*every[:10], *every[12:]]
    assert len(dot_marks(plot(dated(LINE, some, DateUnit.YEAR, walk(18, 1))))) == 18
    assert dot_marks(plot(dated(LINE, every, DateUnit.YEAR, walk(20, 1)))) == []


def test_months_of_unequal_length_are_no_gaps():
    days = [date(2023 + n // 12, n % 12 + 1, 1) for n in range(24)]
    assert dot_marks(plot(dated(LINE, days, DateUnit.MONTH, walk(24, 1)))) == []


def test_lines_behind_that_of_a_small_multiple_have_no_dots():
    drawing = item(page(chart(LINE, FRUIT, *(walk(6, n) for n in range(4)), across=None))[0])
    for one in drawing.plots:
        assert len({mark.series for mark in dot_marks(one)}) == 1
        assert sum(series.marker > 0 for series in one.groups[0].series) == 1


def test_both_ends_of_a_line_have_their_values():
    """The first value may not stand over the numbers of the axis: so near to it, it begins at its point."""
    counts = (3105, 9580, 19413, 28466, 36359, 70601)
    years_ = [date(year, 1, 1) for year in (2013, 2015, 2016, 2017, 2019, 2021)]
    found = plot(dated(LINE, years_, DateUnit.YEAR, counts, value_labels=ValueLabels.ENDS))
    labels = [one for one in found.labels if one.says is LabelFor.VALUE]
    assert [one.placed.item.text for one in labels] == ["3,105", "70,601"]
    assert labels[0].placed.rect.x >= found.rect.x


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("first", [1500, 3105, 5000])
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("name", ["briefing", "plain", "statement"])
def test_a_value_near_the_axis_is_not_struck_through_by_its_line(name, size, first):
    counts = (first, 9580, 19413, 28466, 36359, 70601)
    years_ = [date(year, 1, 1) for year in (2013, 2015, 2016, 2017, 2019, 2021)]
    one = dated(LINE, years_, DateUnit.YEAR, counts, value_labels=ValueLabels.ENDS)
    laid_out, _ = document([("The deck", ()), ("A title", (one,))], briefing(size, name))
    (found,) = item(laid_out.pages[1]).plots
    labels = [one.placed.rect for one in found.labels if one.says is LabelFor.VALUE]
    assert len(labels) == 2
    assert [crossed(one, found.axes) for one in labels] == [0, 0]


def test_the_first_value_of_a_steep_line_does_not_stand_on_it():
    one = chart(LINE, FRUIT, (900, 60000, 61000, 62000, 63000, 64000), value_labels=ValueLabels.ENDS)
    found = plot(one)
    first = next(one for one in found.labels if one.says is LabelFor.VALUE).placed.rect
    assert covered(first, found.marks) == 0


@pytest.mark.parametrize(
    "values", [(1.5, 2.7, 2.1), (3, 9, 4, 6), (1, 1, 90, 2, 1), (40, 95, 3, 88, 1, 60, 59, 2), (64, 1, 1.5, 2)]
)
@pytest.mark.parametrize("wish", [ValueLabels.ALL, ValueLabels.ENDS])
def test_no_value_of_a_line_stands_on_it(values, wish):
    found = plot(chart(LINE, [str(2014 + n) for n in range(len(values))], values, value_labels=wish))
    labels = [one.placed.rect for one in found.labels if one.says is LabelFor.VALUE]
    assert len(labels) == (len(values) if wish is ValueLabels.ALL else 2)
    assert [covered(one, found.marks) for one in labels] == [0] * len(labels)


@pytest.mark.parametrize(("count", "least", "most"), [(5, 5.0, 6.0), (60, 5.0, 6.0), (100, 3.0, 4.5), (400, 2.0, 3.0)])
def test_dots_are_large_where_they_are_few(count, least, most):
    found = dot_marks(plot(dots(SCATTER, replace(cloud(count), names=()))))
    assert all(least <= one.radius <= most for one in found)


@pytest.mark.parametrize(
    ("values", "first"), [((80, 240), 80), ((20, 100), 0), ((0, 40), 0), ((-60, -250), -250), ((960, 1000), 960)]
)
def test_axes_of_dots_begin_near_them(values, first):
    axis = number_axis(values, ChartAxis(), 5, of_dots=True)
    assert axis.least == pytest.approx(first, abs=0.25 * (max(values) - min(values)))
    assert (axis.least == 0) == (first == 0)


def test_no_dot_hangs_over_the_end_of_its_axis():
    found = plot(dots(SCATTER, points((80, 120, 240), (48, 52, 70))))
    rect = found.rect
    assert all(
        rect.x <= one.center[0] - one.radius and one.center[0] + one.radius <= rect.right for one in dot_marks(found)
    )
    assert all(
        rect.y <= one.center[1] - one.radius and one.center[1] + one.radius <= rect.bottom for one in dot_marks(found)
    )


def test_dots_at_zero_stand_on_its_line():
    found = plot(dots(SCATTER, points((0, 5, 10), (0, 3, 9))))
    assert found.x_axis and found.y_axis
    assert (found.x_axis.least, found.y_axis.least) == (0, 0)


def log_axis(*values: float, wanted: int = 5) -> PlotAxis:
    """Return a logarithmic axis of these values."""
    return number_axis(values, ChartAxis(log=True), wanted)


def test_log_axes_begin_at_powers_where_little_is_empty():
    axis = log_axis(1.2, 950)
    assert (axis.least, axis.most, axis.ticks) == (1, 1000, (1, 10, 100, 1000))


@pytest.mark.parametrize(
    ("values", "ends"), [((900, 98_000), (500, 100_000)), ((3.2, 252), (2, 500)), ((0.31, 0.48), (0.2, 0.5))]
)
def test_log_axes_begin_at_plain_steps_where_much_would_be_empty(values, ends):
    axis = log_axis(*values)
    assert (axis.least, axis.most) == pytest.approx(ends)


@pytest.mark.parametrize(
    ("values", "wanted", "ticks"),
    [
        ((5, 1200), 3, (10, 100, 1000)),
        ((900, 98_000), 5, (1000, 10_000, 100_000)),
        ((5, 2e9), 3, (10, 1e4, 1e7)),
        ((3.2, 40), 5, (2, 5, 10, 20, 50)),
        ((0.31, 0.48), 3, (0.2, 0.5)),
        ((3.2, 40), 3, (2, 10, 50)),
    ],
)
def test_ticks_of_log_axes_are_powers_of_ten_before_2_and_5_times_some(values, wanted, ticks):
    assert log_axis(*values, wanted=wanted).ticks == pytest.approx(ticks)


def test_plain_powers_cover_what_they_are_asked_for():
    assert plain_powers(900, 2000) == pytest.approx((500, 1000, 2000))
    assert plain_powers(5, 5) == pytest.approx((5, 10))


def test_a_grid_that_native_charts_lack_is_drawn_behind_the_plot():
    values = (900, 2800, 9400, 26000, 61000, 98000)
    whole = page(chart(LINE, FRUIT, values, y_axis=ChartAxis(log=True)))[0]
    (found,) = item(whole).plots
    assert found.grid == () and found.y_axis
    lines = [
        one.rect
        for one in whole.leaves
        if isinstance(one.item, ShapeItem) and one.rect.width == pytest.approx(found.rect.width)
    ]
    assert len(lines) == len(found.y_axis.ticks)


def test_multiples_of_a_log_axis_have_the_same_ends():
    one = chart(LINE, FRUIT, (900, 5000, 98000, 1e4, 2e4, 3e4), (1e3, 2e3, 3e3, 4e3, 5e3, 6e3))
    drawing = item(page(replace(one, across=None, y_axis=ChartAxis(log=True)))[0])
    assert {(found.y_axis.least, found.y_axis.most) for found in drawing.plots if found.y_axis} == {(500, 100_000)}


def test_values_of_dumbbells_stand_above_where_they_have_no_room_beside():
    """With no axis, they are all that tells of their dots; what has no room even there is told."""
    made = Chart(
        ChartType.DUMBBELL,
        Categories(("alpha", "beta", "gamma", "delta")),
        (Series("S", (0.0584, 0.0032, 0.021, 0.0455)), Series("T", (0.0546, 0.0722, 0.0024, 0.0759))),
        "A chart",
        chart(LINE, FRUIT, ()).span,
        value_labels=ValueLabels.ALL,
    )
    values = [one.placed.item.text for one in plot(made).labels if one.says is LabelFor.TEXT]
    assert len(values) == 8 and {"0.0032", "0.0024"} <= {*values}
    rows = tuple(f"Town {one}" for one in range(24))
    ones = tuple(0.0001 * one for one in range(24))
    many = replace(
        made, categories=Categories(rows), series=(Series("S", ones), Series("T", tuple(2 + one for one in ones)))
    )
    found, said = page(many)
    values = [one for one in item(found).plots[0].labels if one.says is LabelFor.TEXT]
    lacking = 48 - len(values)
    assert lacking > 0 and f"{lacking} values have no room in its chart" in "".join(one.message for one in said)


@pytest.mark.parametrize("across", [1, 2, 3])
@pytest.mark.parametrize(
    ("before", "after"),
    [((11.4, 4.9, 4.4), (17.8, 6.0, 4.1)), ((8.1, 3.4, 9.7), (12.3, 3.7, 9.9)), ((-3.2, 1.0, 4.0), (6.1, -2.8, 7.2))],
)
def test_dumbbells_have_room_for_values_beside_the_plot_and_not_in_the_scale(before, after, across):
    made = Chart(
        ChartType.DUMBBELL,
        Categories(("Synthetic opioids", "Cocaine", "Heroin")),
        (Series("2019", before), Series("2020", after)),
        "A chart",
        chart(LINE, FRUIT, ()).span,
        subtitle=words("Deaths"),
    )
    shown = page(made)[0] if across == 1 else pages_of(beside(*[made] * across))[0][0]
    found = item(shown).plots[0]
    axis = found.x_axis
    assert axis
    step, least, most = axis.ticks[1] - axis.ticks[0], min(*before, *after), max(*before, *after)
    assert axis.least in axis.ticks and axis.most in axis.ticks
    assert axis.least <= least < axis.least + step and axis.most - step < most <= axis.most
    assert (most - least) / (axis.most - axis.least) > 0.6
    values = [one.placed.rect for one in found.labels if one.says is LabelFor.TEXT]
    texts = [one for one in shown.leaves if isinstance(one.item, TextItem) and one.rect.x < found.rect.x]
    names = max(one.rect.right for one in texts if one.item.text.startswith(("Synthetic", "Cocaine")))
    assert all(one.x >= names for one in values)
    assert len(values) == 6 or across == 3


def titles_and_plots(page: Page) -> list[tuple[Placed, Plot]]:
    """Return the title of the y axis of each chart of a page, and its plot."""
    titles = [one for one in page.leaves if isinstance(one.item, TextItem) and one.item.text == "Level"]
    plots = [one.item.plots[0] for one in page.leaves if isinstance(one.item, ChartItem)]
    return list(zip(titles, plots, strict=True))


@pytest.mark.parametrize("names", [None, ("Ilse", "Bergen", "Polar", "Antarctic")])
def test_the_title_of_the_y_axis_is_close_to_its_numbers(names):
    """Names of the highest dots have their room beside it, not below it; over no name does it stand."""
    level = ChartAxis(40, 70, title=words("Level"))
    shown = dots(SCATTER, replace(points((96, 140, 210, 240), (70, 63, 67, 70)), names=names or ()), y_axis=level)
    whole = page(shown)[0]
    ((title, found),) = titles_and_plots(whole)
    assert 0 < found.rect.y - title.rect.bottom < 20
    assert not any(title.rect.overlaps(label.placed.rect) for label in found.labels)


def test_titles_of_axes_side_by_side_are_level():
    """Be there a legend above one of the plots, and none above the other."""
    level = ChartAxis(40, 80, title=words("Level"))
    named = replace(points((96, 140, 210), (61, 63, 79)), names=("Ilse", "Bergen", "Polar"))
    left = dots(SCATTER, named, replace(cloud(3), name="Others"), y_axis=level)
    right = dots(BUBBLE, points((96, 140, 210), (61, 63, 79), 5), y_axis=level)
    pages = document([("The deck", ()), ("A title", (beside(left, right),))])[0].pages
    (one, _), (other, _) = titles_and_plots(pages[1])
    assert one.rect.y == pytest.approx(other.rect.y, abs=0.5)
