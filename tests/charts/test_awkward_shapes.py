"""Pies, dots, dumbbells, slopes, small multiples of awkward data: all stands in its place, no label on another."""

from itertools import combinations

import pytest

from deckmaker.diagnostics import Severity
from deckmaker.layout.chart_item import DotMark, GroupType, LabelPosition, WedgeMark
from deckmaker.layout.roles import Role
from deckmaker.model.chart import ChartType
from deckmaker.model.geometry import Rect
from tests.charts.awkward_shapes import AWKWARD_SHAPES
from tests.charts.laid_out import Pages, item, placed_chart
from tests.charts.test_awkward import extent, texts
from tests.samples import mostly_slow

LEADING = 1.2
"""Points above and below its letters by which the frame of a line may reach into that of another."""

SLACK = 0.1
"""Points that rounding may add."""

BUBBLES = [name for name, chart in AWKWARD_SHAPES.items() if chart.type is ChartType.BUBBLE]
ROUND = [name for name, chart in AWKWARD_SHAPES.items() if chart.type in (ChartType.PIE, ChartType.DOUGHNUT)]
ALLOWED = {
    GroupType.PIE: {LabelPosition.OUTSIDE_END, LabelPosition.CENTER},
    GroupType.DOUGHNUT: {LabelPosition.CENTER},
}


def letters(frame: Rect) -> Rect:
    """Return the part of a text's frame that its letters may take."""
    return Rect(frame.x + SLACK, frame.y + LEADING, frame.width - 2 * SLACK, frame.height - 2 * LEADING)


def holds(outer: Rect, inner: Rect) -> bool:
    """Tell whether a rectangle lies in another one."""
    across = outer.x - SLACK <= inner.x and inner.right <= outer.right + SLACK
    return across and outer.y - SLACK <= inner.y and inner.bottom <= outer.bottom + SLACK


every_chart = pytest.mark.parametrize("name", mostly_slow(AWKWARD_SHAPES, every=8))


@pytest.fixture(scope="module")
def pages() -> Pages:
    return Pages(AWKWARD_SHAPES)


@pytest.mark.sampled(every=3)
@every_chart
def test_no_text_of_a_chart_stands_on_another(name, pages):
    found = [(text, letters(rect)) for text, rect in texts(pages[name][0])]
    assert [(one, other) for (one, a), (other, b) in combinations(found, 2) if a.overlaps(b)] == []


@every_chart
def test_all_of_a_chart_stands_in_its_place(name, pages):
    whole = pages[name][0]
    room = next(one.rect for one in whole.placed if one.role is Role.FIGURE)
    assert [(text, rect) for text, rect in texts(whole) if not holds(room, rect)] == []
    assert holds(room, placed_chart(whole).rect)
    for plot in item(whole).plots:
        assert holds(plot.frame, plot.rect)
        assert holds(Rect(0, 0, 960, 540), plot.frame)
        assert [mark for mark in plot.marks if not holds(plot.rect, extent(mark))] == []


@every_chart
def test_what_is_said_of_a_chart_is_no_error(name, pages):
    assert [one for one in pages[name][1] if one.severity is Severity.ERROR] == []


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("name", ROUND)
def test_wedges_are_all_of_a_pie_one_after_the_other(name, pages):
    for plot in item(pages[name][0]).plots:
        wedges = [one for one in plot.marks if isinstance(one, WedgeMark)]
        assert sum(one.sweep for one in wedges) == pytest.approx(1 if wedges else 0)
        end = 0.0
        for one in wedges:
            assert one.start == pytest.approx(end)
            end = one.start + one.sweep
            assert one.radius == pytest.approx(plot.rect.width / 2)
            assert one.center == pytest.approx((plot.rect.x + one.radius, plot.rect.y + one.radius))


@every_chart
def test_labels_have_positions_that_native_charts_allow(name, pages):
    for plot in item(pages[name][0]).plots:
        for group in plot.groups:
            positions = {label.position for one in group.series for label in one.labels}
            assert positions <= ALLOWED.get(group.type, {*LabelPosition})


@pytest.mark.parametrize("name", BUBBLES)
def test_areas_of_bubbles_are_their_sizes(name, pages):
    series = AWKWARD_SHAPES[name].series
    for plot in item(pages[name][0]).plots:
        bubbles = [one for one in plot.marks if isinstance(one, DotMark)]
        sizes = [series[one.series].sizes[one.point] for one in bubbles]
        for one, size in zip(bubbles, sizes, strict=True):
            share = size / max(sizes)
            assert 2 * one.radius == pytest.approx(min(plot.rect.width, plot.rect.height) / 4 * share**0.5)
            around = Rect(one.center[0] - one.radius, one.center[1] - one.radius, 2 * one.radius, 2 * one.radius)
            assert holds(plot.rect, around)


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", [name for name, chart in AWKWARD_SHAPES.items() if chart.across is None])
def test_small_multiples_have_the_same_axes_and_are_equally_large(name, pages):
    plots = item(pages[name][0]).plots
    assert len({(one.y_axis.least, one.y_axis.most, one.y_axis.ticks) for one in plots}) == 1
    assert len({(round(one.rect.width, 6), round(one.rect.height, 6)) for one in plots}) == 1
