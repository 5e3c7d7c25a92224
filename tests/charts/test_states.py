"""What colours and names tell apart: states of dumbbells, steps of waterfalls, axes, parts that are left, ends of
slopes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Page
from deckmaker.layout.chart_item import AreaMark, BarMark, DotMark, LabelFor, LineMark, WedgeMark
from deckmaker.layout.document import Outline, ShapeItem, TextItem
from deckmaker.model.chart import Chart, ChartAxis, Highlight, NumberStyle, Series, SeriesLabels, Stacking, ValueLabels
from deckmaker.theme import built_in_themes, load_theme
from deckmaker.theme.contrast import contrast, rgb
from tests.charts.awkward import AREA, BAR, COLUMN, FRUIT, LINE, WATERFALL, chart, words
from tests.charts.awkward_shapes import (
    AFTER,
    BEFORE,
    BUBBLE,
    DOUGHNUT,
    DUMBBELL,
    LAND,
    PIE,
    SCATTER,
    dots,
    points,
    slopes,
)
from tests.charts.laid_out import document, item, page
from tests.charts.test_dots import dot_marks, plot
from tests.projects import briefing, place


def texts(page: Page) -> dict[str, TextItem]:
    """Return the texts of a page by what they say."""
    return {one.item.text: one.item for one in page.leaves if isinstance(one.item, TextItem)}


def test_the_earlier_state_of_a_dumbbell_is_muted():
    one = chart(DUMBBELL, LAND[:6], BEFORE, AFTER, titles=("2010", "2020"))
    found = plot(one)
    assert {dot.series: dot.color for dot in dot_marks(found)} == {0: "series-muted", 1: "series-1"}
    assert len([label for label in found.labels if label.says is LabelFor.TEXT]) == 12
    stressed = plot(replace(one, highlight=Highlight(points=frozenset({2}))))
    assert {dot.color for dot in dot_marks(stressed) if dot.point == 2} == {"series-1", "series-2"}


def test_three_states_keep_their_hues():
    found = plot(chart(DUMBBELL, LAND[:6], BEFORE, AFTER, BEFORE[::-1]))
    assert {dot.color for dot in dot_marks(found)} == {"series-1", "series-2", "series-3"}


STEPS = chart(WATERFALL, ("Start", "Sold", "Grown", "End"), (3, -1, 2, 4), totals=frozenset({3}))


def test_colours_of_a_waterfall_are_said():
    shown = texts(page(STEPS)[0])
    assert {"Increase", "Decrease", "Total"} <= shown.keys()
    german = replace(STEPS, y_axis=ChartAxis(style=NumberStyle("de-AT")))
    assert {"Zunahme", "Abnahme", "Summe"} <= texts(page(german)[0]).keys()


@pytest.mark.parametrize(
    "one",
    [
        replace(STEPS, highlight=Highlight(points=frozenset({1}))),
        replace(STEPS, series_labels=SeriesLabels.NONE),
        chart(WATERFALL, ("A", "B"), (3, 1)),
    ],
)
def test_a_waterfall_says_no_colours_that_tell_nothing_apart(one):
    assert not {"Increase", "Decrease", "Total"} & texts(page(one)[0]).keys()


def test_the_first_column_of_a_waterfall_has_no_sign():
    shown = texts(page(STEPS)[0])
    assert "3" in shown and "+2" in shown and "+3" not in shown


def test_values_of_a_waterfall_keep_off_its_subtitle():
    whole = page(replace(STEPS, highlight=Highlight(points=frozenset({1}))))[0]
    rects = {one.item.text: one.rect for one in whole.leaves if isinstance(one.item, TextItem)}
    assert rects["4"].y - rects["Thousand tonnes a year"].bottom >= 12


TWO_AXES = replace(
    chart(COLUMN, FRUIT, (150, 120, 160, 170, 168, 131)),
    series=(
        Series("Calls", (150, 120, 160, 170, 168, 131)),
        Series("Complaints", (31, 24, 37, 46, 44, 29), as_line=True, on_second_axis=True),
    ),
)


def test_two_axes_are_named_in_the_colours_of_their_series():
    whole = page(TWO_AXES)[0]
    shown = texts(whole)
    calls, complaints = shown["Calls"].style, shown["Complaints"].style
    assert complaints.color == "ink" and calls.color != complaints.color
    assert all(one.bold and one.size >= 14 for one in (calls, complaints))
    (found,) = item(whole).plots
    assert [one.color for one in found.marks if not isinstance(one, (LineMark, DotMark))] == ["series-muted"] * 6
    assert len(dot_marks(found)) == 6


@pytest.mark.parametrize("theme", built_in_themes())
def test_a_line_is_seen_on_the_columns_below_it(theme: str) -> None:
    """In each mode, by the contrast that graphical objects need (WCAG 2.2, 1.4.11)."""
    (found,) = item(page(TWO_AXES)[0]).plots
    (line,) = {one.stroke.color for one in found.marks if isinstance(one, LineMark)}
    (column,) = {one.color for one in found.marks if isinstance(one, BarMark)}
    loaded = load_theme(theme, "16:9", Path("deck.yaml"), place(), Diagnostics(), mode="auto")
    assert loaded and set(loaded.modes) == {"light", "dark"}
    for palette in loaded.modes.values():
        assert contrast(rgb(palette[line]), rgb(palette[column])) >= 3


def line_colors(one: Chart) -> list[str]:
    """Return the colours of a chart's lines, in the order of its series."""
    lines = [mark for mark in plot(one).marks if isinstance(mark, LineMark)]
    return [mark.stroke.color for mark in sorted(lines, key=lambda mark: mark.series)]


def test_two_lines_that_are_not_stressed_have_two_greys():
    """Where they cross, one could not tell them apart else; of more, all are alike: nobody follows each of them."""
    levels = ((66, 67, 64), (54, 55, 48), (52, 53, 50), (50, 51, 52))
    stressed = Highlight(series=frozenset({0}))
    three = line_colors(chart(LINE, FRUIT[:3], *levels[:3], highlight=stressed))
    assert three == ["series-1", "series-muted", "muted"]
    for theme in built_in_themes():
        loaded = load_theme(theme, "16:9", Path("deck.yaml"), place(), Diagnostics(), mode="auto")
        assert loaded
        for palette in loaded.modes.values():
            assert contrast(rgb(palette["muted"]), rgb(palette["series-muted"])) >= 1.8
    assert line_colors(chart(LINE, FRUIT[:3], *levels, highlight=stressed))[1:] == ["series-muted"] * 3


LEVELS = ((12, 9, 30), (10, 11, 22), (5, 5, 5))
QUIET = {
    "one point": (Highlight(single=frozenset({(1, 1)})), ["series-muted", "muted", "series-muted"]),
    "a category": (Highlight(points=frozenset({1})), ["series-muted", "muted", "series-muted"]),
    "the first series": (Highlight(series=frozenset({0})), ["series-1", "series-muted", "muted"]),
    "the second series": (Highlight(series=frozenset({1})), ["series-muted", "series-1", "muted"]),
}


@pytest.mark.parametrize("kind", [COLUMN, BAR, AREA])
@pytest.mark.parametrize("stacking", [Stacking.GROUPED, Stacking.STACKED])
@pytest.mark.parametrize(("highlight", "colors"), QUIET.values(), ids=QUIET)
def test_neighbours_that_are_not_stressed_have_two_greys(kind, stacking, highlight, colors):
    """In one grey, bars beside one another and parts on one another would be one shape. In native charts, too."""
    stacking = Stacking.STACKED if kind is AREA else stacking
    one = chart(kind, FRUIT[:3], *LEVELS, highlight=highlight, stacking=stacking)
    found = plot(one)
    marks = [mark for mark in found.marks if isinstance(mark, (BarMark, AreaMark)) and getattr(mark, "point", 0) == 0]
    assert [mark.color for mark in sorted(marks, key=lambda mark: mark.series)] == colors
    assert [series.color for series in found.groups[0].series] == colors


def test_the_legend_has_the_greys_of_its_series():
    """The first two are told apart by it."""
    one = chart(COLUMN, FRUIT[:3], *LEVELS[:2], highlight=Highlight(single=frozenset({(1, 1)})))
    whole = page(one)[0]
    marks = [one for one in whole.leaves if isinstance(one.item, ShapeItem) and one.item.outline is Outline.ELLIPSE]
    assert [one.item.color for one in marks] == ["series-muted", "muted"]


@pytest.mark.parametrize("kind", [SCATTER, BUBBLE])
def test_points_of_series_that_are_not_stressed_have_two_greys(kind):
    """The legend tells by them which is which."""
    series = [points((n, n + 1), (2, 3), 4, 5, name=name) for n, name in enumerate(("Quay", "Berth", "Homes"))]
    found = plot(dots(kind, *series, highlight=Highlight(series=frozenset({0}))))
    colors = {mark.series: mark.color for mark in found.marks if isinstance(mark, DotMark)}
    assert colors == {0: "series-1", 1: "series-muted", 2: "muted"}


@pytest.mark.parametrize("theme", built_in_themes())
def test_the_names_of_lines_in_two_greys_can_be_told_apart(theme):
    """Words in the lighter grey could not be read: so both names have the darker one, that of the darker line bold."""
    levels = ((66, 67, 64), (54, 55, 48), (52, 53, 50))
    one = chart(LINE, FRUIT[:3], *levels, highlight=Highlight(series=frozenset({0})), titles=("Quay", "Berth", "Homes"))
    whole = document([("The deck", ()), ("A title", (one,))], briefing("16:9", theme))[0].pages[1]
    (found,) = item(whole).plots
    named = {one.placed.item.text: one.placed.item.style for one in found.labels if one.says is LabelFor.SERIES}
    assert [(named[name].color, named[name].bold) for name in ("Berth", "Homes")] == [("muted", False), ("muted", True)]
    loaded = load_theme(theme, "16:9", Path("deck.yaml"), place(), Diagnostics(), mode="auto")
    assert loaded
    assert all(contrast(rgb(one["muted"]), rgb(one["paper"])) >= 4.5 for one in loaded.modes.values())


def test_a_series_called_other_has_no_hue():
    """In charts of all types, whatever is highlighted in one beside it."""
    titles = ("Reefers", "Others", "Ferries")
    found = plot(chart(COLUMN, FRUIT[:2], (3, 1), (2, 4), (5, 5), titles=titles))
    colors = {one.series: one.color for one in found.marks if isinstance(one, BarMark)}
    assert colors == {0: "series-1", 1: "series-muted", 2: "series-2"}
    alone = plot(chart(COLUMN, FRUIT[:2], (3, 1), titles=("Others",)))
    assert {one.color for one in alone.marks if isinstance(one, BarMark)} == {"series-1"}


def test_titles_that_name_no_series_leave_that_to_a_legend():
    titled = replace(TWO_AXES, y_axis=ChartAxis(title=words("A quarter")))
    assert {"A quarter", "Calls", "Complaints"} <= texts(page(titled)[0]).keys()


def test_the_unit_of_bars_that_lie_stands_where_they_begin():
    """At the far end it lay apart from all that it belongs to."""
    style = NumberStyle(unit="thousand tonnes")
    one = replace(chart(BAR, FRUIT, (1240, 630, 88, 240, 12, 7)), y_axis=ChartAxis(style=style))
    drawn = page(one)[0]
    (unit,) = [one for one in drawn.leaves if getattr(one.item, "text", "") == "thousand tonnes"]
    assert unit.rect.x == pytest.approx(plot(one).rect.x, abs=1)


def test_one_axis_has_no_title_of_a_series():
    assert "Calls" not in texts(page(replace(TWO_AXES, series=TWO_AXES.series[:1]))[0])


def colors(kind, names, values, **more):
    """Return the colours of a pie's wedges."""
    return [one.color for one in plot(chart(kind, names, values, **more)).marks if isinstance(one, WedgeMark)]


def test_what_is_left_of_a_pie_is_muted():
    assert colors(PIE, ("Road", "Other", "Port"), (40, 35, 25)) == ["series-1", "series-muted", "series-2"]
    german = ChartAxis(style=NumberStyle("de"))
    assert colors(PIE, ("Straße", "Sonstige"), (60, 40), y_axis=german) == ["series-1", "series-muted"]


def test_what_follows_the_fifth_part_of_a_pie_is_muted():
    found = colors(PIE, FRUIT, (30, 25, 20, 12, 8, 5))
    assert found == ["series-1", "series-2", "series-3", "series-4", "series-5", "series-muted"]


@pytest.mark.parametrize("kind", [PIE, DOUGHNUT])
def test_names_and_shares_stand_together_outside(kind):
    whole = page(chart(kind, ("Berth 4", "Berth 3", "Road", "Other"), (64, 17, 11, 8)))[0]
    (found,) = item(whole).plots
    around = {one.item.text: one.rect for one in whole.leaves if isinstance(one.item, TextItem)}
    around |= {one.placed.item.text: one.placed.rect for one in found.labels}
    center = found.rect.x + found.rect.width / 2, found.rect.y + found.rect.height / 2
    for name, share in (("Berth 4", "64%"), ("Berth 3", "17%"), ("Road", "11%"), ("Other", "8%")):
        for one in (around[name], around[share]):
            x = min(max(center[0], one.x), one.right) - center[0]
            y = min(max(center[1], one.y), one.bottom) - center[1]
            assert (x**2 + y**2) ** 0.5 >= found.rect.width / 2 - 2


def leaders(page: Page) -> list[ShapeItem]:
    """Return the thin shapes of a page in the muted colour."""
    shapes = (one for one in page.leaves if isinstance(one.item, ShapeItem) and one.item.color == "series-muted")
    return [one for one in shapes if min(one.rect.width, one.rect.height) < 1]


def test_names_pushed_away_from_dots_of_a_slope_have_leaders():
    near = slopes(LAND[:4], (1.0, 1.6, 4.4, 2.7), (17.8, 6.0, 4.9, 4.1))
    assert leaders(page(near)[0])
    assert not leaders(page(slopes(LAND[:2], (1, 9), (2, 8)))[0])


def test_a_slope_takes_the_width_that_names_leave():
    whole = page(slopes(LAND[:2], (1, 9), (2, 8)))[0]
    (found,) = item(whole).plots
    labels = [one.placed.rect for one in found.labels if one.says is not LabelFor.CATEGORY]
    left, right = min(one.x for one in labels), max(one.right for one in labels)
    assert right - left == pytest.approx(found.frame.width, abs=8)
    assert found.rect.width > 2.5 * found.rect.height or found.rect.width > 600


def test_values_of_many_dumbbells_are_left_out_unless_they_are_asked_for():
    one = chart(DUMBBELL, [f"Place {n}" for n in range(30)], [n + 1 for n in range(30)], [n + 9 for n in range(30)])
    assert not [label for label in plot(one).labels if label.says is LabelFor.TEXT]
    asked = replace(one, value_labels=ValueLabels.ALL)
    assert [label for label in plot(asked).labels if label.says is LabelFor.TEXT]


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_a_name_is_broken_alike_at_both_ends_of_a_slope(theme, size):
    """A native chart has one name for both: broken at one end alone, it would stand on its neighbour at the other."""
    names = ("Cocaine", "Prescription opioids", "Heroin", "Synthetic opioids", "All of the other drugs that there are")
    one = slopes(names, (1.6, 4.4, 2.7, 1.0, 3.3), (6.0, 4.9, 4.1, 17.8, 12.5), highlight=Highlight(frozenset({3})))
    (found,) = item(document([("The deck", ()), ("A title", (one,))], briefing(size, theme))[0].pages[1]).plots
    lines: dict[int, set[int]] = {}
    for label in found.labels:
        if label.says is LabelFor.SERIES:
            assert isinstance(label.placed.item, TextItem)
            lines.setdefault(label.series, set()).add(len(label.placed.item.setting.lines))
    assert len(lines) == 5 and all(len(counts) == 1 for counts in lines.values())


def test_heads_of_small_multiples_are_alike_where_single_points_are_stressed():
    """Those of series that are highlighted as a whole stand out."""
    values, titles = ((22, 27, 24, 13), (6, 8, 7, 6)), ("Quay Street", "Hill Road")
    one = chart(COLUMN, FRUIT[:4], *values, titles=titles, across=2)
    point = replace(one, highlight=Highlight(single=frozenset({(0, 3)})))
    whole = replace(one, highlight=Highlight(series=frozenset({0})))
    for shown, bold in ((one, [True, True]), (point, [True, True]), (whole, [True, False])):
        heads = texts(page(shown)[0])
        assert [heads[title].style.bold for title in titles] == bold
