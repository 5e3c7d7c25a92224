"""Names of points: nearest to their own dots, or with leaders; what has none is said."""

from __future__ import annotations

from dataclasses import replace
from math import dist

import pytest

from deckmaker.layout import Page
from deckmaker.layout.chart_item import DotMark, LabelPosition
from deckmaker.layout.charts.dot_labels import FROM_OTHERS, Dot, dot_labels
from deckmaker.layout.charts.obstacles import crossed
from deckmaker.layout.document import ShapeItem, TextItem
from deckmaker.model.chart import Highlight, ValueLabels
from deckmaker.model.geometry import Rect
from tests.charts.awkward_shapes import SCATTER, cloud, dots, points
from tests.charts.laid_out import beside, item, page, pages_of

SHIPS = ("Ilse", "Bergen", "Polar 1", "Polar 4", "Antarctic", "Möwe", "Rhein", "Gotland", "Baltic", "Atlas")
LENGTHS = (96, 140, 180, 210, 240, 80, 120, 170, 190, 230)
LEVELS = (61, 63, 66, 67, 69, 48, 51, 53, 52, 56)
WIDE = Rect(0, 0, 300, 300)


def names_on(whole: Page, names: tuple[str, ...]) -> list[tuple[str, Rect, int]]:
    """Return the names of points on a page: their words, places and sizes."""
    labels = [label.placed for plot in item(whole).plots for label in plot.labels]
    return [
        (one.item.text, one.rect, one.item.setting.size)
        for one in (*labels, *whole.leaves)
        if isinstance(one.item, TextItem) and one.item.text in names
    ]


def away(center: tuple[float, float], rect: Rect) -> float:
    """Return how far a rectangle is from a point."""
    x, y = center
    return dist(center, (min(max(x, rect.x), rect.right), min(max(y, rect.y), rect.bottom)))


def cramped(count: int = 3) -> Page:
    """Return the page of charts of ships side by side."""
    ships = replace(points(LENGTHS, LEVELS), names=SHIPS)
    (whole,), _ = pages_of(beside(*(dots(SCATTER, ships) for _ in range(count))))
    return whole


def test_what_has_no_name_is_said():
    crowd = dots(SCATTER, points((3,) * 9, (4,) * 9))
    whole, diagnostics = page(crowd)
    (said,) = [one for one in diagnostics if one.code == "names-left-out"]
    named = names_on(whole, tuple(f"Point {n}" for n in range(9)))
    assert f"{9 - len(named)} of 9 points have no name" in said.message
    assert said.span == crowd.span


def test_nothing_is_said_where_all_points_have_names():
    whole, diagnostics = page(dots(SCATTER, replace(points(LENGTHS, LEVELS), names=SHIPS)))
    assert len(names_on(whole, SHIPS)) == len(SHIPS)
    assert [one.code for one in diagnostics] == []


def test_no_name_is_struck_through_by_the_line_at_zero():
    """Where it stands in the plot, a name goes to the other side of its dot, or above it."""
    names = ("Spare parts", "Service", "Pumps", "Old stock")
    units = replace(points((-0.8, 9.1, 3.2, 4), (17, 21, 7, -0.5)), names=names)
    whole, diagnostics = page(dots(SCATTER, units))
    (plot,) = item(whole).plots
    placed = names_on(whole, names)
    assert len(placed) == len(names) and [one.code for one in diagnostics] == []
    assert len(plot.axes) == 2
    assert [name for name, rect, _ in placed if crossed(rect, plot.axes)] == []


def test_the_line_at_zero_strikes_only_through_a_name_that_has_no_room_elsewhere():
    """A dot on one of the lines at zero, just below the other, has none; all others keep clear of both."""
    names = ("High Street", "Mill Lane", "Station Road", "Castle Street", "Abbey Gate", "North Parade", "Quay")
    change, revenue = (-42, -30, -12, 0, 4, -25, -38), (8.1, 5.2, 1.4, -0.4, 0.3, -2.6, 6.9)
    whole, diagnostics = page(dots(SCATTER, replace(points(change, revenue), names=names)))
    (plot,) = item(whole).plots
    placed = names_on(whole, names)
    assert len(placed) == len(names) and [one.code for one in diagnostics] == []
    assert len(plot.axes) == 2
    assert [name for name, rect, _ in placed if crossed(rect, plot.axes)] == ["Castle Street"]


def test_only_highlighted_points_have_names_where_only_their_labels_are_wished():
    """One among many, as a region among all others: nothing is left out then, and nothing is said."""
    one = Highlight(points=frozenset({4}))
    crowd = dots(SCATTER, cloud(40), value_labels=ValueLabels.HIGHLIGHT, highlight=one)
    whole, diagnostics = page(crowd)
    names = names_on(whole, tuple(f"Place {n}" for n in range(40)))
    assert [name for name, _, _ in names] == ["Place 4"]
    assert [one.code for one in diagnostics] == []


def test_of_a_crowd_names_are_left_out_without_leaders():
    whole, diagnostics = page(dots(SCATTER, cloud(100)))
    assert "names-left-out" in {one.code for one in diagnostics}
    (plot,) = item(whole).plots
    inside = [one for one in whole.leaves if isinstance(one.item, ShapeItem) and one.rect.overlaps(plot.rect)]
    assert inside == []


def test_a_name_stands_nearest_to_its_own_dot_or_has_a_leader():
    """Without one, any other dot is twice as far."""
    whole = cramped(2)
    for plot in item(whole).plots:
        marks = {SHIPS[one.point]: one for one in plot.marks if isinstance(one, DotMark)}
        for label in plot.labels:
            own = marks[label.placed.item.text]
            others = [away(one.center, label.placed.rect) - one.radius for one in marks.values() if one != own]
            assert min(others) > away(own.center, label.placed.rect) - own.radius + 2


def test_names_are_smaller_before_they_are_left_out():
    sizes = {size for _, _, size in names_on(cramped(), SHIPS)}
    assert min(sizes) >= 12


def test_a_name_between_two_dots_is_not_taken_for_that_of_the_other():
    """The other one is as near to where a native chart would have the name: the name stands elsewhere."""
    size = (40.0, 12.0)
    near = [Dot((100, 100), 3, size), Dot((100 + 3 + 2.83 + 40 + FROM_OTHERS + 3 - 1, 100), 3, None)]
    (found,) = dot_labels(near, [0], WIDE)
    assert found.box.x < 100


@pytest.mark.parametrize("side", [-1, 1])
def test_a_name_above_its_dot_is_not_read_on_from_another_dot(side):
    """A dot at the height of the name is before or behind it on its line: the name stands elsewhere."""
    size = (40.0, 12.0)
    height = 100 - 3 - 2.83 - 6
    walls = [Rect(104, 98, 20, 4), Rect(76, 98, 20, 4), Rect(80, 106, 40, 10)]
    far, near = (
        dot_labels([Dot((100, 100), 3, size), Dot((100 + side * (20 + away + 3), height), 3, None)], [0], WIDE, walls)
        for away in (16, 10)
    )
    assert [one.position for one in far] == [LabelPosition.ABOVE]
    assert near == []


def test_names_of_dots_in_one_place_are_those_of_all():
    same = [Dot((100, 100), 8, (40.0, 12.0)) for _ in range(4)]
    assert len(dot_labels(same, range(4), WIDE)) == 4


@pytest.mark.parametrize("leader", [0.0, 0.75])
def test_only_names_with_leaders_stand_away_from_their_dots(leader):
    wall = [Rect(x, y, 10, 8) for x in (85, 105) for y in (84, 106)]
    wall += [Rect(88, 98, 4, 4), Rect(108, 98, 4, 4)]
    found = dot_labels([Dot((100, 100), 3, (30.0, 12.0))], [0], WIDE, wall, leader)
    if not leader:
        assert found == []
    else:
        assert found[0].position is None


def test_a_leader_goes_from_its_dot_to_its_name_and_crosses_nothing():
    several = [Dot((100 + 9 * n, 100), 3, (40.0, 12.0)) for n in range(5)]
    found = dot_labels(several, range(5), WIDE, leader=0.75)
    led = [one for one in found if one.leader]
    assert led
    for one in led:
        assert one.leader
        assert one.leader.overlaps(Rect(one.box.x - 1, one.box.y - 1, one.box.width + 2, one.box.height + 2))
        x, y = several[one.dot].center
        assert away((x, y), one.leader) <= 3 + 2
        boxes = [other.box for other in found if other != one]
        boxes += [Rect(dot.center[0] - 3, dot.center[1] - 3, 6, 6) for n, dot in enumerate(several) if n != one.dot]
        assert not any(one.leader.overlaps(other) for other in boxes)


def test_a_name_that_has_no_room_beside_its_dot_or_over_its_middle_begins_at_it():
    """At the left end of a plot, with something at the right: above or below, without a leader."""
    (found,) = dot_labels(
        [Dot((110, 100), 3, (60.0, 12.0))], [0], Rect(100, 0, 300, 200), [Rect(120, 99.5, 9, 1)], 0.75
    )
    assert found.leader is None and found.position is None
    assert found.box.x < 110 and found.box.right > 120


def test_names_of_which_some_are_left_out_are_little_smaller_than_other_labels():
    sizes = {size for _, _, size in names_on(page(dots(SCATTER, cloud(60)))[0], tuple(f"Place {n}" for n in range(60)))}
    assert sizes and min(sizes) >= 12
