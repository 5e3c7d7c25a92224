"""Names below a plot that has no room for all: which have a label."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckmaker.model.chart import Categories, Chart, DateUnit, Highlight
from deckmaker.model.geometry import Rect
from tests.charts.awkward import COLUMN, LINE, chart
from tests.charts.laid_out import beside, document, item
from tests.projects import briefing

QUARTERS = tuple(f"Q{n % 4 + 1} {2025 + n // 4}" for n in range(2, 6))
MONTHS = tuple(f"{month} {year}" for year in (2024, 2025) for month in ("January", "April", "July", "October"))


def named(one: Chart, size: str = "4:3") -> list[list[int]]:
    """Return which categories of a chart in a column have a label, of each plot; none of them overlap."""
    laid_out, _ = document([("The deck", ()), ("A title", (beside(one, one),))], briefing(size))
    plots = item(laid_out.pages[1]).plots
    for plot in plots:
        frames: list[Rect] = [label.placed.rect for label in plot.categories]
        assert all(other.x >= frame.right for frame, other in pairwise(frames))
    return [[label.point for label in plot.categories] for plot in plots]


def quarters(*points: tuple[int, int], **more: object) -> Chart:
    found = chart(COLUMN, QUARTERS, (22, 27, 24, 13), (6, 8, 7, 6), across=2, **more)
    categories = Categories(QUARTERS, (), DateUnit.QUARTER)
    return replace(found, categories=categories, highlight=Highlight(single=frozenset(points)))


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("point", range(4))
def test_the_category_that_is_highlighted_is_named_in_all_plots(size, point):
    first, second = named(quarters((0, point)), size)
    assert first == second and point in first and len(first) < 4


def test_the_last_is_named_where_that_leaves_room():
    assert named(quarters()) == [[0, 3], [0, 3]]


def test_others_are_a_regular_step_apart_but_where_they_would_be_close():
    one = chart(LINE, MONTHS, range(8))
    ((*regular,),) = named(one)
    for point in range(8):
        ((*found,),) = named(replace(one, highlight=Highlight(points=frozenset({point}))))
        assert point in found
        assert {*found} - {point} <= {*regular, 7}
    assert 1 < len(regular) < 8


def test_of_many_that_are_highlighted_those_are_named_that_have_room():
    ((*found,),) = named(chart(LINE, MONTHS, range(8), highlight=Highlight(points=frozenset(range(1, 8)))))
    assert found[0] == 1 and 2 <= len(found) < 7
