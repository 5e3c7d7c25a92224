"""All that a chart is drawn of is found, and nothing else, so that it can be shown as one picture."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckmaker.layout import GroupItem, Placed, Role
from deckmaker.layout.chart_item import ChartItem
from deckmaker.render.html.chart_frames import frame_of, with_charts_whole
from tests.render.html.decks import document, tree


def _figures() -> Iterator[tuple[Placed, ...]]:
    for page in document("showcase").pages:
        for placed in page.placed:
            if isinstance(placed.item, GroupItem) and any(
                isinstance(one.item, ChartItem) for one in placed.item.children
            ):
                yield placed.item.children


def test_a_chart_is_one_run_with_what_is_around_it() -> None:
    """Its axes, its legend and what lies behind it; its title and its caption stand by themselves."""
    figures = list(_figures())
    assert len(figures) > 10
    for children in figures:
        runs = list(with_charts_whole(children, in_figure=True))
        assert [one for run in runs for one in run] == list(children)
        (chart,) = (run for run in runs if any(isinstance(one.item, ChartItem) for one in run))
        outside = [one.role for run in runs if run is not chart for one in run]
        assert set(outside) <= {Role.SUBTITLE, Role.CAPTION}
        assert all(one.role in (Role.CHART, Role.ANNOTATIONS, Role.DECORATION) for one in chart)


def test_a_frame_holds_all_of_its_chart() -> None:
    """Every text and every line of it."""
    for children in _figures():
        frame = frame_of(children)
        for leaf in (one for child in children for one in child.leaves):
            assert frame.x <= leaf.rect.x and frame.y <= leaf.rect.y
            assert frame.right >= leaf.rect.right - 1e-9 and frame.bottom >= leaf.rect.bottom - 1e-9


def test_shapes_of_the_page_are_not_the_charts() -> None:
    """Outside of a figure, a line beside a chart may separate columns."""
    (children, *_) = _figures()
    shapes = [one for one in children if one.role is Role.DECORATION]
    assert shapes
    alone = list(with_charts_whole(children, in_figure=False))
    assert [shapes[0]] in [list(run) for run in alone]


@pytest.mark.parametrize("deck", ["showcase"])
def test_data_follow_their_chart(deck: str) -> None:
    """In the page: right behind the frame."""
    frames = tree(deck).xpath("//*[@class='to-scale'][.//*[contains(@class, 'chart-labels')]]")
    assert len(frames) == len(list(_figures()))
    assert all("chart-data" in one.getnext().get("class") for one in frames)
