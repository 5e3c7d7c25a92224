"""Where slides stand on sheets, as numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckmaker.layout.sheets.grid import grid_of
from deckmaker.layout.sheets.look import CAPTION, GUTTER, HEAD, MARGIN
from deckmaker.layout.sheets.paper import PAPERS
from deckmaker.model.paper import HANDOUTS

RATIOS = {"16:9": 960 / 540, "4:3": 720 / 540, "A4": 842 / 595}
every_paper = pytest.mark.parametrize("paper", PAPERS)
every_ratio = pytest.mark.parametrize("ratio", RATIOS)
every_count = pytest.mark.parametrize("count", HANDOUTS)


@every_paper
@every_ratio
@every_count
@pytest.mark.parametrize("foot", [0.0, 90.0])
def test_slides_stand_apart_between_the_margins(paper: str, ratio: str, count: int, foot: float) -> None:
    """Each with room for its number, and whole: nothing reaches into what printers leave out, or over the foot."""
    grid = grid_of(count, PAPERS[paper], RATIOS[ratio], foot)
    places = list(grid.places())
    assert len(places) == count
    bottom = grid.paper.height - MARGIN - HEAD - foot
    for place in places:
        assert place.width / place.height == pytest.approx(RATIOS[ratio])
        assert place.x >= MARGIN - 0.01 and place.right <= grid.paper.width - MARGIN + 0.01
        assert place.y >= MARGIN + HEAD - 0.01 and place.bottom + CAPTION <= bottom + 0.01
    for index, one in enumerate(places):
        for other in places[index + 1 :]:
            assert one.right + GUTTER <= other.x + 0.01 or one.bottom + GUTTER <= other.y + 0.01


@every_paper
@pytest.mark.parametrize(("count", "across"), [(1, True), (2, False), (3, False), (4, True), (6, False), (9, True)])
def test_paper_is_held_as_wide_slides_are_larger(paper: str, count: int, across: bool) -> None:
    """That of slides with lines upright, always."""
    grid = grid_of(count, PAPERS[paper], RATIOS["16:9"], 0.0)
    assert (grid.paper.width > grid.paper.height) is across


@every_paper
def test_lines_stand_beside_three(paper: str) -> None:
    """As wide as the slides, from their tops to the next ones."""
    grid = grid_of(3, PAPERS[paper], RATIOS["16:9"], 0.0)
    places = list(grid.places())
    for one, following in pairwise(places):
        lines = grid.beside(one)
        assert lines.x == pytest.approx(one.right + GUTTER) and lines.width == pytest.approx(one.width)
        assert lines.y == one.y and lines.bottom == pytest.approx(following.y - GUTTER)


def test_six_wide_slides_on_a4_are_as_large_as_two_columns_allow() -> None:
    """An example in points: 210 mm less two half inches and the gutter, halved."""
    grid = grid_of(6, PAPERS["A4"], RATIOS["16:9"], 0.0)
    assert (grid.across, grid.down) == (2, 3)
    assert grid.width == pytest.approx((595.28 - 72 - 18) / 2)
