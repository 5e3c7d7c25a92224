"""Labels along a line to scale: each near its mark, none on another, and no leader across another."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.leaders import lanes, spread
from deckmaker.model.geometry import Rect

GAP = 2.0

lines = st.lists(st.tuples(st.floats(0, 100), st.floats(5, 15)), min_size=1, max_size=10)
"""Where marks are, in any order, and how large their labels are."""


def room_for(sizes: list[float], more: float = 20.0) -> float:
    """Return a length with room for labels of these sizes, and more."""
    return sum(sizes) + GAP * (len(sizes) - 1) + more


@given(lines)
def test_labels_keep_apart_and_within_their_room(line):
    """In their order."""
    marks, sizes = sorted(mark for mark, _ in line), [size for _, size in line]
    room = room_for(sizes)
    labels = spread(marks, sizes, GAP, room)
    assert labels[0] >= 0 and labels[-1] + sizes[-1] <= room + 1e-6
    assert all(
        after - before >= size + GAP - 1e-6 for (before, after), size in zip(pairwise(labels), sizes, strict=False)
    )


def test_labels_stand_at_their_marks_where_they_can():
    """Two that meet move as far as each other."""
    assert spread([10, 40, 90], [20, 20, 20], GAP, 110) == [10, 40, 90]
    assert spread([10, 20, 90], [20, 20, 20], GAP, 110) == [4, 26, 90]
    assert spread([5, 5, 90], [20, 20, 20], GAP, 110) == [0, 22, 90]


@given(lines)
def test_no_leader_crosses_another(line):
    """Each goes down from its mark, along a lane, and down to its label; those of one mark begin together."""
    marks = sorted({4.0 * round(mark / 4) for mark, _ in line})
    sizes = [size for _, size in line][: len(marks)]
    labels = spread(marks, sizes, GAP, room_for(sizes))
    turns = lanes(marks, labels)
    drawn = list(zip(marks, labels, turns, strict=True))
    below = max(turns) + 1.0
    for one, other in combinations(drawn, 2):
        for part in leader(*one, below):
            for against in leader(*other, below):
                assert not part.overlaps(against), (one, other)


def leader(mark: float, label: float, turn: int, below: float) -> list[Rect]:
    """Return the parts of a leader that is thin."""
    thin = 1e-3
    if not turn:
        return [Rect(mark, 0, thin, below)]
    start, end = min(mark, label), max(mark, label)
    down, up = Rect(mark, 0, thin, turn), Rect(label, turn, thin, below - turn)
    return [down, Rect(start, turn, end - start, thin), up]
