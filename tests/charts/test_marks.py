"""What stands for numbers: bars, lines, areas, waterfalls; as drawn, and as native charts are told the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckmaker.layout import ShapeItem, TextItem
from deckmaker.layout.chart_item import (
    AreaMark,
    AxisScale,
    BarMark,
    DotMark,
    GroupType,
    LabelFor,
    LabelPosition,
    LineMark,
    Plot,
)
from deckmaker.layout.charts.axes import grown
from deckmaker.layout.charts.obstacles import covered
from deckmaker.model.chart import Chart, ChartAxis, Highlight, SeriesLabels, Stacking, ValueLabels
from tests.charts.awkward import AREA, AWKWARD, BAR, COLUMN, FRUIT, LINE, WATERFALL, chart, dated, years
from tests.charts.awkward import DateUnit as Unit
from tests.charts.laid_out import beside, item, page, pages_of


def plot(chart: Chart) -> Plot:
    """Return the plot of a chart on a slide of its own."""
    (found,) = item(page(chart)[0]).plots
    return found


def bars(plot: Plot) -> list[BarMark]:
    """Return the bars of a plot."""
    return [one for one in plot.marks if isinstance(one, BarMark)]


def said(plot: Plot, what: LabelFor) -> list[str]:
    """Return the labels of a plot that say something."""
    return [one.placed.item.text for one in plot.labels if one.says is what]


@pytest.mark.parametrize("kind", [COLUMN, BAR])
def test_bars_are_as_long_as_their_values(kind):
    found = bars(plot(chart(kind, FRUIT[:4], (10, 20, 5, 40))))
    lengths = [one.rect.height if kind is COLUMN else one.rect.width for one in found]
    assert [one / lengths[0] for one in lengths] == pytest.approx([1, 2, 0.5, 4])


def test_columns_take_most_of_their_step_and_native_ones_as_much():
    found = plot(chart(COLUMN, FRUIT, (1, 2, 3, 4, 5, 6)))
    (group,) = found.groups
    step = found.rect.width / 6
    assert bars(found)[0].rect.width == pytest.approx(step / (1 + group.gap))
    assert 0.6 <= bars(found)[0].rect.width / step <= 0.7


@pytest.mark.parametrize("kind", [COLUMN, BAR])
@pytest.mark.parametrize("stacking", Stacking)
def test_native_bars_stand_where_ours_do(kind, stacking):
    """As Office computes it: a category's step is that of its bars, less what they overlap, and the gap."""
    found = plot(chart(kind, FRUIT[:3], (10, 20, 5), (4, 8, 3), (1, 2, 3), stacking=stacking))
    (group,) = found.groups
    whole = found.rect.width if kind is COLUMN else found.rect.height
    abreast = 3 - 2 * group.overlap
    width = whole / 3 / (abreast + group.gap)
    for mark in bars(found):
        start = (mark.rect.x - found.rect.x) if kind is COLUMN else (mark.rect.y - found.rect.y)
        place = mark.point * whole / 3 + group.gap / 2 * width + mark.series * width * (1 - group.overlap)
        assert start == pytest.approx(place, abs=0.05)


def test_few_columns_are_not_wider_than_any_should_be():
    found = plot(chart(COLUMN, FRUIT[:1], (3,)))
    assert bars(found)[0].rect.width < 150
    assert found.groups[0].gap <= 5


def test_stacked_columns_stand_on_one_another_and_below_zero_under():
    found = bars(plot(chart(COLUMN, FRUIT[:1], (5,), (-3,), (2,), (-1,), stacking=Stacking.STACKED)))
    first, below, above, last = (one.rect for one in found)
    assert above.bottom == pytest.approx(first.y)
    assert below.y == pytest.approx(first.bottom)
    assert last.y == pytest.approx(below.bottom)


def test_shares_fill_the_plot():
    found = plot(chart(COLUMN, FRUIT[:3], (1, 5, 2), (3, 5, 8), stacking=Stacking.PERCENT))
    for point in range(3):
        own = [one.rect.height for one in bars(found) if one.point == point]
        assert sum(own) == pytest.approx(found.rect.height)
    assert found.y_axis and (found.y_axis.least, found.y_axis.most) == (0, 1)


def test_a_few_columns_have_their_values_and_no_axis():
    found = plot(chart(COLUMN, FRUIT[:3], (10, 20, 5)))
    assert said(found, LabelFor.VALUE) == ["10", "20", "5"]
    assert found.y_axis and not found.y_axis.ticks and not found.grid
    many = plot(chart(COLUMN, [str(n) for n in range(40)], range(40)))
    assert said(many, LabelFor.VALUE) == []
    assert many.y_axis and len(many.y_axis.ticks) >= 3


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        (ValueLabels.ALL, ["10", "20", "5", "7"]),
        (ValueLabels.ENDS, ["10", "7"]),
        (ValueLabels.HIGHLIGHT, ["20"]),
        (ValueLabels.NONE, []),
    ],
)
def test_values_are_written_where_they_are_wished(wish, shown):
    one = chart(COLUMN, FRUIT[:4], (10, 20, 5, 7), value_labels=wish, highlight=Highlight(points=frozenset({1})))
    assert said(plot(one), LabelFor.VALUE) == shown


def test_what_is_not_highlighted_is_muted_in_all_outputs():
    found = plot(chart(COLUMN, FRUIT[:3], (10, 20, 5), highlight=Highlight(points=frozenset({1}))))
    assert [one.color for one in bars(found)] == ["series-muted", "series-1", "series-muted"]
    (series,) = found.groups[0].series
    assert (series.color, series.colors) == ("series-muted", ((1, "series-1"),))


def test_a_highlighted_line_lies_over_the_muted_ones_in_all_outputs():
    found = plot(AWKWARD["15 lines, one stressed"])
    lines = [one for one in found.marks if isinstance(one, LineMark)]
    assert lines[-1].series == 4 and lines[-1].stroke.color == "series-1"
    assert {one.stroke.color for one in lines[:-1]} == {"series-muted"}
    assert found.groups[0].series[-1].name == "Series E"
    assert lines[-1].stroke.width > lines[0].stroke.width


def test_gaps_part_lines_and_points_alone_are_dots():
    found = plot(chart(LINE, FRUIT, (1, 2, None, 4, None, 6)))
    lines = [one for one in found.marks if isinstance(one, LineMark)]
    assert [len(one.stroke.points) for one in lines] == [2]
    assert {one.point for one in found.marks if isinstance(one, DotMark)} == {0, 1, 3, 5}
    assert found.groups[0].series[0].marker > 0


def test_dates_stand_to_scale():
    found = plot(AWKWARD["uneven years"])
    (line,) = (one for one in found.marks if isinstance(one, LineMark))
    xs = [x for x, _ in line.stroke.points]
    assert (xs[1] - xs[0]) / (xs[2] - xs[1]) == pytest.approx(40 / 10, rel=0.01)
    assert found.x_axis and found.x_axis.scale is AxisScale.DATES and found.x_axis.unit is Unit.YEAR


def test_lines_are_named_at_their_ends_in_order_and_the_name_is_native():
    found = plot(AWKWARD["lines"])
    labels = [one for one in found.labels if one.says is LabelFor.SERIES]
    assert {one.position for one in labels} == {LabelPosition.RIGHT}
    ends = {n: found.marks[n].stroke.points[-1][1] for n in range(4)}
    names = sorted(labels, key=lambda one: one.placed.rect.y)
    assert [one.series for one in names] == sorted(ends, key=ends.__getitem__)
    assert all(a.placed.rect.bottom <= b.placed.rect.y + 0.02 for a, b in pairwise(names))


def test_names_that_have_no_room_at_the_ends_are_in_a_legend_in_reading_order():
    whole = page(AWKWARD["40 lines"])[0]
    assert [one for one in item(whole).labels if one.says is LabelFor.SERIES] == []
    legend = [one.item.text for one in whole.leaves if one.slot and one.slot.startswith("chart label")]
    assert legend[:3] == ["Series A", "Series B", "Series C"]


def test_no_series_is_named_where_none_should_be():
    whole = page(replace(AWKWARD["lines"], series_labels=SeriesLabels.NONE))[0]
    assert "Heat pumps" not in " ".join(one.item.text for leaf in whole.leaves for one in leaf.texts)


def test_areas_lie_on_one_another():
    found = [one for one in plot(AWKWARD["areas"]).marks if isinstance(one, AreaMark)]
    count = len(found[0].corners) // 2
    for lower, upper in pairwise(found):
        assert upper.corners[count:] == tuple(reversed(lower.corners[:count]))


def test_a_waterfall_is_native_as_columns_on_a_base_that_is_not_seen():
    found = plot(AWKWARD["waterfall"])
    (group,) = found.groups
    base, *parts = group.series
    assert group.type is GroupType.COLUMNS and group.stacking is Stacking.STACKED and base.color is None
    assert base.values == (0, 90, 90, 79.5, 79.5, 0)
    heights = [sum(one.values[n] or 0 for one in parts) for n in range(6)]
    assert heights == [120, 30, 12, 22.5, 8, 87.5]


def test_totals_of_a_waterfall_are_cut_where_its_axis_begins_above_zero():
    """Its steps are drawn to their scale. Strips of ground lie across each total, and no step."""
    drawn = page(AWKWARD["waterfall with a cut"])[0]
    found = plot(AWKWARD["waterfall with a cut"])
    assert found.y_axis and found.y_axis.least == 4100 and found.y_axis.ticks
    first, up, down, *_, last = bars(found)
    assert up.rect.height / down.rect.height == pytest.approx(60 / 35)
    assert first.rect.height / up.rect.height == pytest.approx(110 / 60)
    ground = drawn.layout.background
    strips = [one.rect for one in drawn.leaves if isinstance(one.item, ShapeItem) and one.item.color == ground]
    assert {one.x for one in strips} == {first.rect.x, last.rect.x}
    assert all(first.rect.y < one.y and one.bottom < first.rect.bottom for one in strips)
    assert len(strips) == 4


def test_a_waterfall_from_zero_has_no_cut():
    drawn = page(AWKWARD["waterfall"])[0]
    shapes = [one.item for one in drawn.leaves if isinstance(one.item, ShapeItem)]
    assert shapes and not [one for one in shapes if one.color == drawn.layout.background]


def test_native_columns_of_a_waterfall_reach_as_far_as_ours_across_zero():
    found = plot(AWKWARD["waterfall below zero"])
    assert found.y_axis
    for mark in bars(found):
        values = [one.values[mark.point] or 0.0 for one in found.groups[0].series]
        top, bottom = sum(one for one in values if one > 0), sum(one for one in values if one < 0)
        base = found.groups[0].series[0].values[mark.point] or 0.0
        top, bottom = (top, max(base, 0.0)) if not bottom else (top, bottom) if top else (min(base, 0.0), bottom)
        scale = found.rect.height / (found.y_axis.most - found.y_axis.least)
        assert mark.rect.y == pytest.approx(found.rect.y + (found.y_axis.most - top) * scale, abs=0.05)
        assert mark.rect.bottom == pytest.approx(found.rect.y + (found.y_axis.most - bottom) * scale, abs=0.05)


def test_a_last_sum_that_is_not_given_is_worked_out():
    found = plot(chart(WATERFALL, FRUIT[:3], (10, -4, None), totals=frozenset({2})))
    assert [one.rect.height / bars(found)[2].rect.height for one in bars(found)] == pytest.approx([10 / 6, 4 / 6, 1])


def test_names_without_room_side_by_side_turn_columns_into_bars_and_it_is_said():
    found, diagnostics = page(AWKWARD["wordy columns"])
    (own,) = item(found).plots
    assert own.groups[0].type is GroupType.BARS
    assert [one.code for one in diagnostics] == ["columns-turned"]


def test_categories_of_bars_read_from_the_top():
    found = plot(AWKWARD["bars"])
    ys = [one.placed.rect.y for one in found.categories]
    assert ys == sorted(ys) and found.x_axis and found.x_axis.reversed


def test_ticks_of_a_second_axis_are_level_with_those_of_the_first():
    found = plot(AWKWARD["a second axis"])
    assert found.y_axis and found.second_axis
    assert len(found.y_axis.ticks) == len(found.second_axis.ticks)
    assert [one.on_second_axis for one in found.groups] == [False, True]


def test_ends_that_are_wished_are_kept_but_bars_are_whole():
    line = dated(LINE, years(2020, 2024), Unit.YEAR, (12, 30, 7, 22, 18), y_axis=ChartAxis(0, 33))
    found = plot(line).y_axis
    assert found and (found.least, found.most) == (0, 33)
    axis = plot(AWKWARD["given ends"]).y_axis
    assert axis and axis.least == 0 and axis.most >= 30


def test_a_point_has_no_area_and_is_a_column():
    assert plot(chart(AREA, FRUIT[:1], (3,), (4,))).groups[0].type is GroupType.COLUMNS


def test_a_chart_that_is_moved_is_moved_whole():
    drawing = item(page(AWKWARD["waterfall"])[0])
    (before,), (after,) = drawing.plots, drawing.moved(5.0, 12.0).plots
    assert (after.rect.x, after.rect.y) == (before.rect.x + 5, before.rect.y + 12)
    assert (after.frame.x, after.frame.y) == (before.frame.x + 5, before.frame.y + 12)
    for one, other in zip(bars(before), bars(after), strict=True):
        assert (one.rect.x + 5, one.rect.y + 12) == (other.rect.x, other.rect.y)
    for one, other in zip(before.labels, after.labels, strict=True):
        assert (one.placed.rect.x + 5, one.placed.rect.y + 12) == (other.placed.rect.x, other.placed.rect.y)
    for one, other in zip((*before.grid, *before.axes), (*after.grid, *after.axes), strict=True):
        assert [(x + 5, y + 12) for x, y in one.points] == list(other.points)


@pytest.mark.parametrize("kind", [COLUMN, BAR, LINE, AREA])
@pytest.mark.parametrize("wish", [SeriesLabels.AUTO, SeriesLabels.LEGEND])
def test_one_series_has_no_legend(kind, wish):
    """It would tell nothing apart, and have the colour of what is muted where a point is highlighted."""
    stressed = Highlight(points=frozenset({1}))
    one = chart(kind, FRUIT[:4], (3, 9, 4, 6), titles=["Rain"], highlight=stressed, series_labels=wish, subtitle=None)
    drawn = page(one)[0]
    said = [one.rect for one in drawn.leaves if getattr(one.item, "text", "") == "Rain"]
    assert not [one for one in said if one.bottom <= item(drawn).plots[0].rect.y]


@pytest.mark.parametrize("across", [1, 2])
@pytest.mark.parametrize(
    "lines",
    [
        ([5, 5.5, 5.8, 6, None, None, None], [None, None, None, 6, 5.8, 5.5, 5.2]),
        ([5, 5.5, 5.8, 6, None, None, None], [None] * 3 + [6, 5.8, 5.5, 5.2], [None] * 3 + [6, 6, 6.1, 6.1]),
        ([3, 3.2, 3.1, 3.3, 3, None, None], [4, 4, 4, 6, 5.8, 5.5, 5.2], [3.5, 3.5, 3.6, 3.4, 3.2, 3.1, 3]),
    ],
)
def test_a_line_that_ends_before_the_plot_has_its_name_at_itself(lines, across):
    made = chart(LINE, map(str, range(2019, 2026)), *lines, titles=("Rate", "Forecast", "Upper"))
    shown = page(made)[0] if across == 1 else pages_of(beside(made, made))[0][0]
    plot = item(shown).plots[0]
    name = next(one for one in shown.leaves if isinstance(one.item, TextItem) and one.item.text == "Rate")
    assert name.rect.right < plot.rect.right and not covered(name.rect, plot.marks)
    own = [one for one in plot.marks if isinstance(one, LineMark) and one.series == 0]
    others = [one for one in plot.marks if isinstance(one, LineMark) and one.series != 0]
    near = next(by for by in range(40) if covered(grown(name.rect, by), own))
    assert not covered(grown(name.rect, near), others)
