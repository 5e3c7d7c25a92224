"""How tests are shared out among processes, and which of them `make quick` leaves out."""

from __future__ import annotations

import pytest

from tests.distribution import ByGroupOrFile, longest_first
from tests.samples import leave_most_to_the_whole_run, mostly_long


class Item:
    """A test as far as it is looked at: where it stands, and its marks."""

    def __init__(self, place: str, *marks: pytest.MarkDecorator) -> None:
        file, _, name = place.partition("::")
        self.nodeid, self.location = place, (file, 0, name)
        self._marks = {one.name: one.mark for one in marks}

    def get_closest_marker(self, name: str) -> pytest.Mark | None:
        return self._marks.get(name)

    def add_marker(self, marker: pytest.MarkDecorator) -> None:
        self._marks[marker.name] = marker.mark


SLOW, OUTSIDE, DECKS = pytest.mark.slow, pytest.mark.outside, pytest.mark.xdist_group("decks")


def test_what_starts_other_programs_comes_first_and_quick_files_last():
    """Tests of a file, and of a group, stay together in their order."""
    items = [
        Item("a.py::test_1"),
        Item("b.py::test_1", SLOW),
        Item("c.py::test_1", OUTSIDE, DECKS),
        Item("d.py::test_1", OUTSIDE),
        Item("a.py::test_2"),
        Item("e.py::test_1", OUTSIDE, DECKS),
        Item("b.py::test_2"),
    ]
    longest_first(items)
    places = [one.nodeid.replace(".py::test_", "") for one in items]
    assert places == ["c1", "e1", "d1", "b1", "b2", "a1", "a2"]


@pytest.mark.parametrize(
    ("nodeid", "unit"),
    [
        ("tests/a.py::test_1", "tests/a.py"),
        ("tests/a.py::test_1[x::y@z]", "tests/a.py"),
        ("tests/a.py::test_1[x]@decks", "decks"),
        ("tests/b.py::test_2@decks", "decks"),
    ],
)
def test_a_file_stays_whole_unless_a_group_says_otherwise(nodeid, unit):
    """xdist writes a group behind a test's name."""
    assert ByGroupOrFile.__new__(ByGroupOrFile)._split_scope(nodeid) == unit


def test_one_case_in_so_many_stays_quick():
    """Of each test by itself; cases that are slow anyway are not counted."""
    sampled = pytest.mark.sampled(every=3)
    items = [
        *(Item(f"a.py::test_1[{number}]", sampled) for number in range(5)),
        *(Item(f"a.py::test_2[{number}]", sampled, *[SLOW] * (number < 2)) for number in range(4)),
        *(Item(f"a.py::test_3[{number}]") for number in range(2)),
    ]
    leave_most_to_the_whole_run(items)
    quick = [one.nodeid.removeprefix("a.py::test_") for one in items if not one.get_closest_marker("slow")]
    assert quick == ["1[0]", "1[3]", "2[2]", "3[0]", "3[1]"]


def test_cases_that_are_not_usual_are_long():
    """`make test` has the others; a tuple is one of several values."""
    cases = mostly_long(["a", ("b", 1), "c"], is_usual=lambda case: case == "c")
    assert [(one.values, [mark.name for mark in one.marks]) for one in cases] == [
        (("a",), ["long"]),
        (("b", 1), ["long"]),
        (("c",), []),
    ]
