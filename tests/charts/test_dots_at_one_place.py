"""Dots that hide each other have one colour, so that it does not matter which of them a program draws on top."""

from __future__ import annotations

import pytest

from deckmaker.layout.chart_item import DotMark
from deckmaker.model.chart import Highlight
from tests.charts.awkward import FRUIT, chart
from tests.charts.awkward_shapes import DUMBBELL
from tests.charts.laid_out import item, page


@pytest.mark.parametrize(
    ("highlight", "alike", "apart"),
    [
        (Highlight(), ["series-1", "series-1"], ["series-muted", "series-1"]),
        (Highlight(series=frozenset({0})), ["series-1", "series-1"], ["series-1", "series-muted"]),
        (Highlight(points=frozenset({1})), ["muted", "muted"], ["series-1", "series-2"]),
    ],
)
def test_equal_ends_of_a_dumbbell_have_the_colour_of_the_later(highlight, alike, apart):
    """What is stressed goes before; in a native chart as in the drawing."""
    one = chart(DUMBBELL, FRUIT[:2], (3, 1), (3, 4), titles=("2014", "2024"), highlight=highlight)
    (plot,) = item(page(one)[0]).plots
    marks = [one for one in plot.marks if isinstance(one, DotMark)]
    assert [one.color for one in marks if one.point == 0] == alike
    assert [one.color for one in marks if one.point == 1] == apart
    ends = plot.groups[0].series[:2]
    assert [dict(one.colors).get(0, one.color) for one in ends] == alike
    assert [dict(one.colors).get(1, one.color) for one in ends] == apart
