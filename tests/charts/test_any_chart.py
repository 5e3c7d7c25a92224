"""Any chart in any place: nothing breaks, no label stands on another, and none leaves the chart."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.layout import Page
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.roles import Role
from deckmaker.model.chart import Series
from tests.charts.any_chart import charts
from tests.charts.awkward import AWKWARD
from tests.charts.laid_out import beside, in_grid, pages_of
from tests.charts.test_awkward import SLACK, extent, holds, inked, shrunk
from tests.samples import examples

pytestmark = pytest.mark.slow


def check(page: Page) -> None:
    """Hold each figure of a page to what must be true of it."""
    for figure in figures(page):
        (chart,) = (one for one in figure.leaves if isinstance(one.item, ChartItem))
        around = [one for one in figure.leaves if one.role in (Role.AXIS, Role.LABEL)]
        texts = [*chart.texts, *(text for placed in around for text in placed.texts)]
        words = [(one.item.text, shrunk(inked(one))) for one in texts]
        stacked = [(a, b) for (a, one), (b, other) in combinations(words, 2) if one.overlaps(other)]
        assert stacked == [], stacked
        if figure.rect.width > 250 and figure.rect.height > 170:
            outside = [(one.item.text, one.rect, figure.rect) for one in texts if not holds(figure.rect, inked(one))]
            assert outside == [], outside
        for plot in chart.item.plots:
            assert plot.rect.width > SLACK and plot.rect.height > SLACK
            assert [one for one in plot.marks if not holds(plot.rect, extent(one))] == []


def figures(page: Page) -> list:
    """Return the groups of a page that are charts."""
    found, left = [], list(page.placed)
    while left:
        one = left.pop()
        children = getattr(one.item, "children", ())
        if one.role is Role.FIGURE:
            found.append(one)
        else:
            left += children
    return found


@settings(max_examples=examples(40))
@given(charts())
def test_any_chart_on_a_slide(chart):
    for page in pages_of(chart)[0]:
        check(page)


@settings(max_examples=examples(8))
@given(st.lists(charts(), min_size=2, max_size=4), st.booleans())
def test_any_charts_side_by_side(several, is_grid):
    for page in pages_of(in_grid(*several) if is_grid else beside(*several))[0]:
        check(page)


@pytest.mark.parametrize("beside_it", range(4))
def test_numbers_above_bars_are_fewer_where_they_have_no_room(beside_it):
    """However many ticks a smaller number of wanted ones gives."""
    for low in range(-50, 0, 7):
        values = [(low + n * (76 - low) / 29) * 1e9 for n in range(30)]
        bars = replace(AWKWARD["bars of billions"], series=(Series("A", tuple(values)),))
        for page in pages_of(beside(bars, *[AWKWARD["columns"]] * beside_it))[0]:
            check(page)
