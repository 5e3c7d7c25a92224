"""Labels of wedges and dots, whatever the data: within the room, none on another, leaders over none."""

from itertools import accumulate, combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.chart_item import LabelPosition
from deckmaker.layout.charts.dot_labels import Dot, box_beside, dot_labels
from deckmaker.layout.charts.pie_labels import beside_wedge, box_in_wedge, labelled_pie, on_circle
from deckmaker.layout.charts.plot_grid import Insets, PlotGrid
from deckmaker.model.geometry import Rect
from tests.samples import examples

ROOM = Rect(48.0, 120.0, 864.0, 340.0)
SIZES = st.tuples(st.floats(8, 200), st.sampled_from([14.0, 28.0, 42.0]))


def inside(outer: Rect, inner: Rect) -> bool:
    """Tell whether a rectangle lies in another one."""
    return outer.x <= inner.x and inner.right <= outer.right and outer.y <= inner.y and inner.bottom <= outer.bottom


@given(st.lists(st.tuples(st.floats(0.001, 1), SIZES), min_size=1, max_size=14), st.floats(200, 864))
def test_labels_of_a_pie_stand_around_it_and_leaders_cross_none(parts, width):
    whole = sum(share for share, _ in parts)
    starts = accumulate((share / whole for share, _ in parts), initial=0.0)
    places = [start + share / whole / 2 for start, (share, _) in zip(starts, parts, strict=False)]
    room = Rect(ROOM.x, ROOM.y, width, ROOM.height)
    pie = labelled_pie(places, [size for _, size in parts], room)
    if pie is None:
        return
    assert inside(room, pie.rect)
    labels = [one for one in pie.labels if one]
    assert len(labels) == len(parts)
    assert all(inside(room, one.rect) for one in labels)
    assert not any(one.rect.overlaps(other.rect) for one, other in combinations(labels, 2))
    for one in labels:
        assert not any(piece.overlaps(other.rect) for piece in one.leader for other in labels if other is not one)
        x = min(max(pie.center[0], one.rect.x), one.rect.right)
        y = min(max(pie.center[1], one.rect.y), one.rect.bottom)
        assert hypot(x - pie.center[0], y - pie.center[1]) >= pie.radius


@pytest.mark.parametrize(
    ("place", "corner"),
    [
        (0.125, (0, 1)),
        (0.375, (0, 0)),
        (0.625, (1, 0)),
        (0.875, (1, 1)),
        (0.0, (0.5, 1)),
        (0.25, (0, 0.5)),
        (0.5, (0.5, 0)),
    ],
)
def test_labels_stand_at_wedges_where_libreoffice_places_them(place, corner):
    box = beside_wedge((300, 300), 100, place, (40, 14))
    x, y = on_circle((300, 300), 104.25, place)
    assert (box.x + corner[0] * 40, box.y + corner[1] * 14) == pytest.approx((x, y))


def test_a_label_has_room_in_a_wide_wedge_only():
    assert box_in_wedge((0, 0), 100, 0, 0.0, 0.3, (40, 28))
    assert box_in_wedge((0, 0), 100, 0, 0.0, 0.05, (40, 28)) is None
    assert box_in_wedge((0, 0), 100, 50, 0.0, 0.3, (28, 14))
    assert box_in_wedge((0, 0), 100, 50, 0.0, 0.3, (70, 28)) is None


def test_only_the_letters_of_a_label_need_room_in_its_wedge():
    """Digits reach neither as high as their font nor below the line."""
    wedge = (0, 0), 66.5, 0, 0.72, 0.16, (24, 16)
    box = box_in_wedge(*wedge, letters=8.6)
    assert box_in_wedge(*wedge) is None
    assert box and (box.width, box.height) == (24, 16)


@given(
    st.lists(
        st.tuples(st.floats(60, 900), st.floats(130, 450), st.floats(0.5, 40), st.none() | SIZES), max_size=examples(40)
    )
)
def test_labels_of_dots_cover_neither_dots_nor_one_another(points):
    dots = [Dot((x, y), radius, size) for x, y, radius, size in points]
    labels = dot_labels(dots, range(len(dots)), ROOM)
    assert all(inside(ROOM, one.box) for one in labels)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(labels, 2))
    for label in labels:
        size = dots[label.dot].label
        assert size and label.box == box_beside(dots[label.dot], label.position, size)
        for index, dot in enumerate(dots):
            around = Rect(dot.center[0] - dot.radius, dot.center[1] - dot.radius, 2 * dot.radius, 2 * dot.radius)
            is_own = index == label.dot and label.position is LabelPosition.CENTER
            assert is_own or not around.overlaps(label.box)


@given(st.integers(1, 24), st.floats(150, 864), st.floats(120, 340), st.none() | st.integers(1, 8))
def test_small_multiples_share_the_room(count, width, height, wanted):
    room = Rect(48, 120, width, height)
    grid = PlotGrid(room, range(count), 20.0, 1.5, wanted)
    insets = Insets(30.0, 25.0)
    cells = grid.cells(insets)
    assert [one.series for one in cells] == list(range(count))
    plots = [Rect(one.rect.x + 30, one.rect.y, one.rect.width - 30, one.rect.height - 25) for one in cells]
    assert not any(one.overlaps(other) for one, other in combinations(plots, 2))
    assert max(one.rect.right for one in cells) == pytest.approx(room.right) or count < grid.across
    assert max(one.rect.bottom for one in cells) == pytest.approx(room.bottom)
    assert sum(one.is_last for one in cells) == min(grid.across, count)


@pytest.mark.parametrize("count", [4, 6, 8, 12])
@pytest.mark.parametrize("height", [300.0, 360.0, 400.0])
@pytest.mark.parametrize("width", [648.0, 864.0])
def test_grids_of_plots_are_even_where_they_can_be(width, height, count):
    grid = PlotGrid(Rect(0.0, 0.0, width, height), range(count), 22.0, 1.5, None)
    assert count % grid.across == 0 and grid.across > 1


def test_rows_of_plots_are_further_apart_than_half_a_number_of_an_axis():
    cells = PlotGrid(Rect(0.0, 0.0, 864.0, 360.0), range(4), 22.0, 1.5, None).cells(Insets())
    assert cells[2].rect.y - cells[0].rect.bottom == pytest.approx(20.0)
