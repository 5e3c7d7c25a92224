"""How charts look: what a graphics desk would mend by hand, as rules."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckmaker.dataclasses import replace
from deckmaker.layout import Page, TextItem
from deckmaker.layout.chart_item import BarMark, ChartItem, DotMark, LabelFor, LineMark, Plot
from deckmaker.layout.document import ShapeItem
from deckmaker.layout.roles import Role
from deckmaker.model import TextBlock
from deckmaker.model.block import Columns, Flow
from deckmaker.model.chart import (
    Annotation,
    ChartAxis,
    ChartType,
    DateUnit,
    NumberStyle,
    ReferenceLine,
    Series,
    SeriesLabels,
    Stacking,
    ValueLabels,
)
from deckmaker.theme import built_in_themes
from tests.charts.awkward import chart, dated, words, years
from tests.charts.laid_out import beside, document, in_grid, item, pages_of
from tests.charts.laid_out import page as page_of
from tests.projects import briefing, place

NAMES = ("North", "East", "South", "West")
TWO = ((12.0, 8.0, 99.0, 419.0), (132.0, 95.0, 14.0, 86.0))


def plots(page: Page) -> list[list[Plot]]:
    """Return the plots of each chart of a page."""
    return [list(one.item.plots) for one in page.leaves if isinstance(one.item, ChartItem)]


def edges(page: Page) -> list[tuple[float, float]]:
    """Return where the plots of each chart of a page begin and end."""
    return [(min(p.rect.y for p in own), max(p.rect.bottom for p in own)) for own in plots(page)]


BESIDE = {
    "a legend": chart(ChartType.COLUMN, NAMES, *TWO, series_labels=SeriesLabels.LEGEND),
    "none": chart(ChartType.COLUMN, NAMES, *TWO, stacking=Stacking.STACKED),
    "a subtitle": chart(ChartType.LINE, NAMES, *TWO, subtitle=words("Calls at night, by ship and by berth")),
    "a note": chart(ChartType.LINE, NAMES, *TWO, note=words("Berth 5 is left out.")),
    "rows": chart(ChartType.BAR, NAMES, *TWO),
    "ends": chart(ChartType.DUMBBELL, NAMES, *TWO),
    "a slope": chart(ChartType.SLOPE, ("2024", "2026"), (12.0, 8.0), (9.0, 14.0)),
}


@pytest.mark.alike(every=2)
@pytest.mark.sampled(every=17)
@pytest.mark.parametrize("one", BESIDE)
@pytest.mark.parametrize("other", BESIDE)
def test_plots_side_by_side_are_level(one: str, other: str) -> None:
    """In columns and in a grid, whatever stands above and below each."""
    for made in (beside, in_grid):
        ((page,), _) = pages_of(made(BESIDE[one], BESIDE[other]))
        first, second = edges(page)
        assert first == pytest.approx(second, abs=1.0)


def test_a_plot_that_would_lose_a_third_stays_as_it_is() -> None:
    """A chart below a long text does not make that of its neighbour low."""
    text = words("Each complaint of 2025 names one cause, and most name two. " * 6)
    low = Flow((TextBlock((text,), place()), BESIDE["rows"]), place())
    ((page, *_), _) = pages_of(Columns((low, Flow((BESIDE["none"],), place())), 2, place()))
    first, second = edges(page)
    assert second[1] - second[0] > 1.3 * (first[1] - first[0])


STREETS = ("Quay Street", "Rope Walk", "Mast Lane", "Hill Road")
PORTS = ("Hamburg and Bremen together", "Rotterdam with its outer ports")
RISES = ((55.0, 57.0, 59.0, 61.0, 62.0), (51.0, 52.0, 54.0, 55.0, 55.0), (47.0,) * 5, (44.0,) * 5)


@pytest.mark.parametrize("theme", built_in_themes())
def test_years_of_neighbouring_plots_are_apart(theme: str) -> None:
    """Below small multiples no row of years reads on from plot to plot, and the last year stands there, too."""
    many = dated(ChartType.LINE, years(2022, 2026), DateUnit.YEAR, *RISES, titles=STREETS, across=4)
    laid_out, _ = document([("The deck", ()), ("A title", (many,))], briefing(name=theme))
    ((_, page),) = [laid_out.pages]
    found = [[one.placed for one in plot.categories] for plot in plots(page)[0]]
    for one, other in pairwise(found):
        size = one[-1].item.setting.size  # type: ignore[union-attr]
        assert other[0].rect.x - one[-1].rect.right >= 1.2 * size - 0.1
    for own in found:
        said = [one.item.text for one in own]  # type: ignore[union-attr]
        assert said[0] == "2022"
        assert said[-1] == "2026"


def test_few_years_are_the_first_and_the_last() -> None:
    """Not 1999, 2009 and 2019 below data that end in 2020."""
    rates = [[float(n % 7) for n in range(22)]] * 4
    many = dated(ChartType.LINE, years(1999, 2020), DateUnit.YEAR, *rates, titles=STREETS, across=4)
    page, _ = page_of(many)
    for plot in plots(page)[0]:
        assert [one.placed.item.text for one in plot.categories] == ["1999", "2020"]  # type: ignore[union-attr]
        assert plot.x_axis
        assert plot.x_axis.step == 21


@pytest.mark.parametrize("type", [ChartType.LINE, ChartType.COLUMN, ChartType.AREA, ChartType.BAR])
def test_the_unit_of_small_multiples_is_said_once(type: ChartType) -> None:
    """Above all of them, and not above each, where only the first of a row has numbers."""
    unit = "tonnes of CO2 a head"
    many = chart(type, ("A", "B", "C"), *([1e6, 2e6, 4e9],) * 4, titles=STREETS, across=4)
    page, _ = page_of(replace(many, y_axis=replace(many.y_axis, style=replace(many.y_axis.style, unit=unit))))
    (found,) = [one for one in page.leaves if isinstance(one.item, TextItem) and one.item.text == unit]
    assert found.rect.bottom <= min(plot.rect.y for plot in plots(page)[0])


def test_long_names_of_small_multiples_are_broken() -> None:
    """A name that has room on two lines has no ellipsis; all plots begin level."""
    names = ("Prescription opioids of all kinds", "Heroin", "Synthetic opioids but methadone", "Cocaine")
    many = chart(ChartType.LINE, ("A", "B", "C"), *([1.0, 2.0, 3.0],) * 4, titles=names, across=4)
    page, _ = page_of(many)
    said = [one.item.text for one in page.leaves if one.role is Role.LABEL and isinstance(one.item, TextItem)]
    assert set(names) <= {" ".join(one.split()) for one in said}
    assert len({round(plot.rect.y, 3) for plot in plots(page)[0]}) == 1


def axis_numbers(page: Page) -> list[str]:
    """Return the numbers along value axes of a page."""
    return [one.item.text for one in page.leaves if one.role is Role.AXIS and isinstance(one.item, TextItem)]


@pytest.mark.parametrize("kind", [ChartType.BAR, ChartType.COLUMN])
def test_values_beside_bars_are_enough(kind: ChartType) -> None:
    """Bars that have their values have no axis, also with a line whose label says its value; else they have one."""
    bars = chart(kind, NAMES, (42.5, 35.8, 33.1, 17.6), value_labels=ValueLabels.ALL)
    for label, has_axis in (("All people 28.3", False), ("All people", True)):
        page, _ = page_of(replace(bars, lines=(ReferenceLine(28.3, words(label)),)))
        assert bool(axis_numbers(page)) is has_axis
        assert bool(plots(page)[0][0].grid) is has_axis
    assert not axis_numbers(page_of(bars)[0])


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Nation 6.0%"),
        ("en", "Nation 6.0 %"),
        ("en", "Nation 6.0\N{NO-BREAK SPACE}%"),
        ("de", "Bund 6,0 %"),
        ("de", "Bund 6,0\N{NARROW NO-BREAK SPACE}%"),
        ("de", "Bund 6,0%"),
    ],
)
def test_a_line_says_its_value_with_any_space_before_the_sign(language: str, label: str) -> None:
    style = ChartAxis(style=NumberStyle(language=language, unit="%"))
    bars = chart(ChartType.BAR, NAMES, (7.5, 5.8, 3.1, 11.1), value_labels=ValueLabels.ALL, y_axis=style)
    page, _ = page_of(replace(bars, lines=(ReferenceLine(6.0, words(label)),)))
    assert not axis_numbers(page)


def test_dumbbells_with_all_values_have_no_axis() -> None:
    """Each number stands beside its dot, also the largest."""
    both = chart(ChartType.DUMBBELL, NAMES, (11.4, 5.0, 4.9, 4.2), (17.8, 7.5, 6.0, 4.9), value_labels=ValueLabels.ALL)
    page, _ = page_of(both)
    assert not axis_numbers(page)
    written = [one.placed.item.text for one in item(page).labels if one.says is LabelFor.TEXT]
    assert len(written) == 8


@pytest.mark.parametrize("kind", [ChartType.COLUMN, ChartType.BAR, ChartType.LINE])
def test_axes_reach_reference_lines(kind: ChartType) -> None:
    """A line beyond all data stands at its value, not at the end of the axis of data."""
    page, _ = page_of(chart(kind, NAMES, (3.0, 8.0, 9.0, 6.0), lines=(ReferenceLine(23.0, words("Limit 23")),)))
    axis = plots(page)[0][0].y_axis
    assert axis
    assert axis.most >= 23


@pytest.mark.parametrize("kind", [ChartType.SCATTER, ChartType.BUBBLE])
def test_axes_of_dots_reach_reference_lines(kind: ChartType) -> None:
    """Both of them, each as far as its own lines."""
    lines = (ReferenceLine(23.0, None), ReferenceLine(14.0, None, stands=True), ReferenceLine(15.0, None, stands=True))
    series = (Series("A", (4.0, 5.0, 3.0), xs=(1.0, 2.0, 3.0), sizes=(1.0, 2.0, 3.0)),)
    page, _ = page_of(replace(chart(kind, (), (4.0, 5.0, 3.0)), series=series, lines=lines))
    (plot,) = plots(page)[0]
    assert plot.x_axis
    assert plot.y_axis
    assert plot.x_axis.most >= 15
    assert plot.y_axis.most >= 23


def test_lines_go_from_edge_to_edge() -> None:
    """So names stand at ends of lines, also where categories are no dates."""
    page, _ = page_of(chart(ChartType.LINE, ("Jan", "Feb", "Mar"), (3.0, 8.0, 9.0), (2.0, 4.0, 12.0)))
    (plot,) = plots(page)[0]
    ends = [(one.stroke.points[0][0], one.stroke.points[-1][0]) for one in plot.marks if isinstance(one, LineMark)]
    assert ends == [pytest.approx((plot.rect.x, plot.rect.right))] * 2
    names = [one.placed.rect.x for one in plot.labels if one.says is LabelFor.SERIES]
    assert names == [pytest.approx(plot.rect.right + 8.0)] * 2


@pytest.mark.parametrize("theme", built_in_themes())
def test_few_dots_are_seen_from_afar(theme: str) -> None:
    few = replace(
        chart(ChartType.SCATTER, (), (4.0, 5.0, 3.0)),
        series=(Series("A", (4.0, 5.0, 3.0), xs=(1.0, 2.0, 3.0)),),
    )
    laid_out, _ = document([("The deck", ()), ("A title", (few,))], briefing(name=theme))
    (plot,) = plots(laid_out.pages[1])[0]
    found = [one for one in plot.marks if isinstance(one, DotMark)]
    assert min(one.radius for one in found) >= 4.5
    assert all(one.center[0] + one.radius < plot.frame.right for one in found)  # else LibreOffice moves the plot


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
def test_no_axis_runs_through_what_is_said_of_a_point(size: str) -> None:
    """Words stand above the line on which marks stand."""
    said = Annotation(0, 2, words("More than any other kind of opioid for the first time"))
    deaths = (3105.0, 9580.0, 19413.0, 28466.0, 36359.0, 70601.0)
    line = chart(ChartType.LINE, ("2013", "2015", "2016", "2017", "2019", "2021"), deaths, annotations=(said,))
    laid_out, _ = document([("The deck", ()), ("A title", (line,))], briefing(size))
    (plot,) = plots(laid_out.pages[1])[0]
    texts = [one for one in laid_out.pages[1].leaves if isinstance(one.item, TextItem)]
    (found,) = [one.rect for one in texts if one.item.text.startswith("More than")]  # type: ignore[union-attr]
    assert not any(found.y + 2 < stroke.points[0][1] < found.bottom - 2 for stroke in plot.axes)


PARTS = ((120.0, 88.0, 99.0), (132.0, 195.0, 140.0), (60.0, 50.0, 40.0))


def test_stacked_columns_are_as_wide_as_their_values() -> None:
    """All values that are wanted stand in their parts, where a theme's usual columns are too narrow for them."""
    deaths = (
        (42824.0, 44219.0, 41771.0, 36032.0, 34271.0, 36098.0),
        (9580.0, 19413.0, 28466.0, 31335.0, 36359.0, 70601.0),
    )
    both = chart(
        ChartType.COLUMN,
        ("2015", "2016", "2017", "2018", "2019", "2021"),
        *deaths,
        titles=("Other drugs only", "With synthetic opioids"),
        stacking=Stacking.STACKED,
        value_labels=ValueLabels.ALL,
    )
    for theme in built_in_themes():
        laid_out, _ = document([("The deck", ()), ("A title", (both,))], briefing("4:3", theme))
        (plot,) = plots(laid_out.pages[1])[0]
        assert sum(one.says is LabelFor.VALUE for one in plot.labels) == 12, theme


def test_lying_stacks_name_parts_above_the_first_bar() -> None:
    """Each name begins where its part of the first bar does, and none stands on another."""
    titles = ("Reefers", "Container ships", "Others")
    page, _ = page_of(chart(ChartType.BAR, NAMES[:3], *PARTS, titles=titles, stacking=Stacking.STACKED))
    (plot,) = plots(page)[0]
    first = [one.rect for one in plot.marks if isinstance(one, BarMark) and one.point == 0]
    named = [one.rect for one in page.leaves if isinstance(one.item, TextItem) and one.item.text in titles]
    assert [one.x for one in named] == pytest.approx([one.x for one in first])
    assert all(one.bottom <= bar.y for one, bar in zip(named, first, strict=True))
    assert all(one.right < other.x for one, other in pairwise(named))


def test_lying_stacks_whose_names_have_no_room_there_have_a_legend() -> None:
    """A thin part of the first bar has no room for a name above it."""
    thin = ((1.0, 88.0, 99.0), (132.0, 195.0, 140.0))
    page, _ = page_of(chart(ChartType.BAR, NAMES[:3], *thin, titles=("Reefers", "Others"), stacking=Stacking.STACKED))
    assert [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.rect.width == one.rect.height == 9.0]


def test_the_label_of_a_line_leaves_bars_their_height() -> None:
    """In small multiples it would take many lines, of a word each."""
    line = ReferenceLine(28.0, words("the average of all harbours"), False)
    bars = chart(ChartType.BAR, STREETS, *([75.0, 89.0, 44.0, 73.0],) * 5, titles=tuple("ABCDE"), across=None)
    ((without,), _), ((labelled,), said) = (
        pages_of(beside(one, one, one)) for one in (bars, replace(bars, lines=(line,)))
    )
    assert {one.message for one in said if one.code == "annotation-left-out"} == {
        "slide 2: its chart has no room for “the average of all harbours”, the label of a line"
    }
    for own, other in zip(plots(labelled)[0], plots(without)[0], strict=True):
        assert own.rect.height > 0.6 * other.rect.height


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_names_below_a_narrow_slope_are_apart(count: int) -> None:
    """By half an em at least, and as wide as native charts let them be: as their points are apart."""
    slope = chart(ChartType.SLOPE, ("In spring 2019", "In autumn 2024"), (1.0, 2.0), (3.0, 1.0), titles=PORTS)
    ((page,), _) = pages_of(beside(*(slope,) * count))
    plot, *_ = plots(page)[0]
    first, last = (one.placed for one in plot.categories)
    assert last.rect.x - first.rect.right >= first.item.setting.size / 2  # type: ignore[union-attr]
    assert last.rect.width < plot.rect.width
    assert plot.frame.x <= first.rect.x and last.rect.right <= plot.frame.right


@pytest.mark.parametrize("first", [(4.4, 2.7, 1.0, 1.6), (17.8, 17.0, 16.4, 15.9)])
def test_labels_of_a_slope_stand_nearer_to_their_own_dots(first: tuple[float, ...]) -> None:
    """Than to those of other lines, which they would name; the line has room beyond them for that."""
    pairs = tuple(zip(first, (4.9, 4.1, 17.8, 6.0), strict=True))
    page, _ = page_of(chart(ChartType.SLOPE, ("2013", "2020"), *pairs))
    plot = item(page).plots[0]
    dots = {(mark.series, mark.point): mark.center[1] for mark in plot.marks if isinstance(mark, DotMark)}
    names = [label for one in plot.groups[0].series for label in one.labels if label.says is LabelFor.SERIES]
    assert len(names) == len(dots) == 8
    for name in names:
        middle, own = name.placed.rect.y + name.placed.rect.height / 2, dots[name.series, name.point]
        others = [y for (_, point), y in dots.items() if point == name.point and y != own]
        assert all(abs(middle - own) < abs(middle - other) for other in others)


@pytest.mark.parametrize("theme", built_in_themes())
def test_lines_behind_that_of_a_small_multiple_are_told_from_grid_lines(theme: str) -> None:
    """They are stronger than those, and weaker than the line itself."""
    one = chart(ChartType.LINE, NAMES, *TWO, across=2)
    whole = document([("The deck", ()), ("A title", (one,))], briefing(name=theme))[0].pages[1]
    plots = item(whole).plots
    assert len(plots) == 2
    for plot in plots:
        faint, own = sorted(mark.stroke.width for mark in plot.marks if isinstance(mark, LineMark))
        assert 1.5 * plot.grid[0].width <= faint <= 0.7 * own
        assert {one.line for group in plot.groups for one in group.series} == {faint, own}
