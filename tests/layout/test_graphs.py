"""Graphs: what leads back in them, and which are trees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.graphs import Gaps, Graph, Size

pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=1, max_size=16)


def graph_of(lines: list[tuple[int, int]]) -> Graph:
    """Return a graph of eight boxes."""
    return Graph((Size(60.0, 20.0),) * 8, (False,) * 8, tuple(lines))


@given(pairs)
def test_without_what_leads_back_no_way_comes_back(lines: list[tuple[int, int]]) -> None:
    """Each box can be reached from those that are named before it, or from none."""
    back = graph_of(lines).back
    left = [line for line, is_back in zip(lines, back, strict=True) if not is_back]
    boxes = {one for line in left for one in line}
    while boxes:
        free = boxes - {to for _, to in left}
        assert free, left
        boxes -= free
        left = [line for line in left if line[0] not in free]


@given(pairs)
def test_a_line_that_closes_no_ring_does_not_lead_back(lines: list[tuple[int, int]]) -> None:
    """Only as many are turned as there are rings to open."""
    for line, is_back in zip(lines, graph_of(lines).back, strict=True):
        if is_back:
            reached, new = {line[1]}, {line[1]}
            while new:
                new = {to for one, to in lines if one in new} - reached
                reached |= new
            assert line[0] in reached


def test_trees() -> None:
    """No box has two lines to it, and there is no ring."""
    assert graph_of([(0, 1), (0, 2), (2, 3)]).is_tree
    assert graph_of([(0, 1), (2, 3)]).is_tree
    assert not graph_of([(0, 2), (1, 2)]).is_tree
    assert not graph_of([(0, 1), (1, 0)]).is_tree
    assert not graph_of([(0, 0)]).is_tree
    assert graph_of([(0, 1), (0, 2)]).branches and not graph_of([(0, 1), (1, 2)]).branches


def test_boxes_without_a_line_stand_below_the_others() -> None:
    """In rows as wide as these: no line leads behind one."""
    found = Graph((Size(60.0, 20.0),) * 8, (False,) * 8, ((0, 1), (1, 2))).arranged("right", Gaps(20.0, 12.0))
    lowest = max(found.boxes[one][1] for one in (0, 1, 2))
    assert [one[1] - lowest for one in found.boxes[3:]] == [32.0, 32.0, 32.0, 64.0, 64.0]
    assert found.size == Size(220.0, 20.0 + 64.0)


@given(pairs, st.sampled_from(["right", "down"]))
def test_a_graph_is_arranged_the_same_each_time(lines: list[tuple[int, int]], direction: str) -> None:
    """And within its bounds."""
    found = [graph_of(lines).arranged(direction, Gaps(20.0, 12.0)) for _ in (1, 2)]
    assert found[0] == found[1]
    one = found[0]
    for x, y in one.boxes:
        assert one.left - 0.01 <= x - 30 and x + 30 <= one.left + one.size.width + 0.01
        assert one.top - 0.01 <= y - 10 and y + 10 <= one.top + one.size.height + 0.01
    for line in one.lines:
        for x, y in (point for piece in line for point in piece):
            assert one.left - 0.01 <= x <= one.left + one.size.width + 0.01
            assert one.top - 0.01 <= y <= one.top + one.size.height + 0.01
