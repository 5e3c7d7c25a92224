"""Small multiples to one scale: their axes have the same numbers and the same lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.model.chart import ChartType, Highlight, ValueLabels
from tests.charts.awkward import BAR, COLUMN, FRUIT, LINE, chart, walk
from tests.charts.awkward_shapes import SCATTER, cloud, dots
from tests.charts.laid_out import beside, document, item, page
from tests.projects import briefing

STREETS = chart(
    COLUMN,
    ("Q3 2025", "Q4 2025", "Q1 2026", "Q2 2026"),
    (22, 27, 24, 13),
    (6, 8, 7, 6),
    across=2,
    value_labels=ValueLabels.HIGHLIGHT,
    highlight=Highlight(single=frozenset({(0, 3)})),
)
LOSSES = tuple(tuple(one - 100 for one in walk(6, n)) for n in range(4))
MULTIPLES = {
    "one value": STREETS,
    "one value in a column": replace(STREETS, across=1),
    "one value of an area": replace(STREETS, type=ChartType.AREA),
    "one value of a line": replace(STREETS, type=LINE),
    "one value of a bar": replace(STREETS, type=BAR),
    "losses": chart(BAR, FRUIT, *LOSSES, across=2, highlight=Highlight(single=frozenset({(1, 2)}))),
    "dots": replace(dots(SCATTER, *(cloud(9, n, f"Town {n}") for n in range(4))), across=2),
}


@pytest.mark.alike(every=5)
@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
@pytest.mark.parametrize("name", MULTIPLES)
def test_plots_to_one_scale_have_the_same_ticks(name, theme, size):
    for slide in ((MULTIPLES[name],), (beside(MULTIPLES[name], STREETS),)):
        laid_out, _ = document([("The deck", ()), ("A title", slide)], briefing(size, theme))
        plots = item(laid_out.pages[1]).plots
        assert len(plots) > 1
        assert len({plot.y_axis.ticks for plot in plots if plot.y_axis}) == 1
        assert len({plot.x_axis.ticks for plot in plots if plot.x_axis}) == 1


@pytest.mark.parametrize("type", [COLUMN, LINE, ChartType.AREA])
@pytest.mark.parametrize("names", [1, 8])
def test_a_plot_has_a_width_where_its_numbers_take_all_there_is(type, names):
    """Eight plots side by side with numbers of sixteen digits."""
    values = ((1e15, *range(1, names)),) * 8
    found = chart(type, tuple(f"Town {one}" for one in range(names)), *values, across=8)
    laid_out, _ = page(found)
    assert all(one.rect.width >= 1 for one in item(laid_out).plots)
