"""How tests are shared out among processes, and which of them `make quick` leaves out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.distribution import ByGroupOrFile, import_files, longest_first, own_share_first
from tests.projects import ROOT
from tests.samples import (
    MOST_QUICK,
    is_ruled_out,
    leave_more_of_a_kind_to_the_thorough_run,
    leave_most_to_the_whole_run,
    mostly_long,
)
from tests.slow_tests import slow_in, slow_tests


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


def test_what_starts_other_programs_is_spread_among_the_rest_and_quick_files_come_last():
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
    assert places == ["b1", "b2", "c1", "e1", "a1", "a2", "d1"]


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


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_process_begins_with_a_share_of_its_own(count):
    """And comes to all others after it."""
    files = [Path(f"test_{number}.py") for number in range(7)]
    orders = [own_share_first(files, number, count) for number in range(count)]
    assert orders[0] == files and len({one[0] for one in orders}) == count
    assert all(sorted(one) == files for one in orders)


def test_what_cannot_be_imported_is_left_to_pytest(tmp_path, monkeypatch):
    """It says so where it collects; what follows is imported all the same."""
    monkeypatch.syspath_prepend(tmp_path)
    texts = ("raise ValueError", "import pytest\npytest.skip(allow_module_level=True)", "def", "")
    files = [tmp_path / f"own_share_{number}.py" for number in range(len(texts))]
    for path, text in zip(files, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    import_files(files, tmp_path)
    assert [path.stem in sys.modules for path in files] == [False, False, False, True]
    del sys.modules[files[-1].stem]


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


def test_one_case_in_so_many_of_a_kind_stays_in_each_run():
    """Of each test by itself."""
    alike = pytest.mark.alike(every=2)
    items = [Item(f"a.py::test_{test}[{number}]", alike) for test in (1, 2) for number in range(3)]
    leave_more_of_a_kind_to_the_thorough_run([*items, other := Item("a.py::test_3")])
    usual = [one.nodeid for one in items if not one.get_closest_marker("long")]
    assert usual == ["a.py::test_1[0]", "a.py::test_1[2]", "a.py::test_2[0]", "a.py::test_2[2]"]
    assert not other.get_closest_marker("long")


def test_what_takes_long_is_left_out_and_of_many_cases_most():
    """Those that stay lie apart, from the first on."""
    (file, _, name), many = min(slow_tests()).partition("::"), 3 * MOST_QUICK
    items = [Item(f"{file}::{name}[1]"), *(Item(f"a.py::test_1[{number}]") for number in range(many))]
    leave_most_to_the_whole_run(items)
    quick = [one.nodeid for one in items if not one.get_closest_marker("slow")]
    assert quick == [f"a.py::test_1[{number}]" for number in range(0, many, 3)]


def test_slow_tests_are_those_whose_cases_take_long_on_the_average():
    """As pytest reports them."""
    report = ["= slowest durations =", "0.40s call     tests/a.py::test_1[x]", "0.02s call     tests/a.py::test_1[z]"]
    report += ["0.01s setup    tests/a.py::test_2", "1.20s call     tests/b.py::test_3"]
    report += ["0.10s call     tests/b.py::test_4"]
    assert slow_in(report) == ["tests/a.py::test_1", "tests/b.py::test_3"]


def test_most_of_the_slow_tests_are_there():
    """A few may have gone or have another name since they were measured."""
    gone = [one for one in slow_tests() if not _is_there(*one.split("::"))]
    assert len(gone) < len(slow_tests()) / 10, gone


def _is_there(file: str, name: str) -> bool:
    path = ROOT / file
    return path.exists() and f"def {name}(" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("source", "marks", "ruled_out"),
    [
        ("pytestmark = pytest.mark.slow\n", "not outside and not slow", True),
        ("import a\n\npytestmark = [\n    pytest.mark.outside,\n    pytest.mark.slow,\n]\n", "not slow", True),
        ("pytestmark = [pytest.mark.outside]\nx = pytest.mark.slow\n", "not slow", False),
        ("pytestmark = pytest.mark.slow\n", "slow and not outside", False),
        ("def test(): 'pytestmark = pytest.mark.slow'\n", "not slow", False),
    ],
)
def test_a_file_is_not_imported_whose_mark_rules_it_out(source, marks, ruled_out):
    """Only where each of its tests has the mark."""
    assert is_ruled_out(source, marks) is ruled_out


def test_cases_that_are_not_usual_are_long():
    """`make test` has the others; a tuple is one of several values."""
    cases = mostly_long(["a", ("b", 1), "c"], is_usual=lambda case: case == "c")
    assert [(one.values, [mark.name for mark in one.marks]) for one in cases] == [
        (("a",), ["long"]),
        (("b", 1), ["long"]),
        (("c",), []),
    ]
