"""Cases of which `make quick` or `make test` tries only some: each takes long, and most mistakes show in the first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import ceil
from typing import Any

import pytest
from hypothesis import settings

from tests.slow_tests import slow_tests

MOST_QUICK = 6
"""Cases of a test that `make quick` tries."""

_CASE_OR_GROUP = re.compile(r"[\[@].*", re.DOTALL)
"""What follows a test's name: its case, and the group that pytest-xdist writes behind."""

_MARKS_OF_ALL = re.compile(r"^pytestmark = (\[[^\]]*\]|.*)", re.MULTILINE)


def mostly_slow(cases: Iterable[Any], quick: int = 1, every: int = 0) -> list[Any]:
    """Return cases for `pytest.mark.parametrize`, slow but for the first `quick`. A tuple is one of several values.

    With `every`, one in so many is quick instead: for cases of which the first are no better than others.
    """
    return [
        pytest.param(*(case if isinstance(case, tuple) else (case,)), marks=[] if is_quick else [pytest.mark.slow])
        for number, case in enumerate(cases)
        for is_quick in [number % every == 0 if every else number < quick]
    ]


def mostly_long(cases: Iterable[Any], is_usual: Callable[[Any], bool]) -> list[Any]:
    """Return cases for `pytest.mark.parametrize`, long but for the usual ones, which `make test` tries as well.

    For cases that are many of one kind: choose those at the corners. A tuple is one of several values.
    """
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)), marks=[] if is_usual(case) else [pytest.mark.long]
        )
        for case in cases
    ]


def test_of(item: pytest.Item) -> str:
    """Return the test that an item is a case of, as `file::function`.

    Its `location` says this, too. But pytest finds it by a relative path for each of many thousands of items.
    """
    return _CASE_OR_GROUP.sub("", item.nodeid)


def leave_more_of_a_kind_to_the_thorough_run(items: Iterable[pytest.Item]) -> None:
    """Mark as long all cases of tests marked `alike` but one in `every`."""
    counts: Counter[str] = Counter()
    for item in items:
        if alike := item.get_closest_marker("alike"):
            test = test_of(item)
            if counts[test] % alike.kwargs["every"]:
                item.add_marker(pytest.mark.long)
            counts[test] += 1


def leave_most_to_the_whole_run(items: Iterable[pytest.Item]) -> None:
    """Mark as slow what `make quick` leaves out of what has no mark so far.

    These are tests that were measured to take long, and of each other test all cases but one in `every` where it is
    marked `sampled`, and all but a few that lie apart.
    """
    cases: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        if not any(item.get_closest_marker(name) for name in ("slow", "outside", "long")):
            cases[test_of(item)].append(item)
    for test, found in cases.items():
        sampled = found[0].get_closest_marker("sampled")
        every = max(sampled.kwargs["every"] if sampled else 1, ceil(len(found) / MOST_QUICK))
        is_slow = test in slow_tests()
        for number, item in enumerate(found):
            if is_slow or number % every:
                item.add_marker(pytest.mark.slow)


def is_ruled_out(source: str, marks: str) -> bool:
    """Tell whether marks that a file gives to all of its tests are ruled out by an expression like `not a and not b`.

    Then nobody needs to import it: that takes a good part of a short run.
    """
    if not re.fullmatch(r"not \w+( and not \w+)*", marks) or not (own := _MARKS_OF_ALL.search(source)):
        return False
    return not {*re.findall(r"not (\w+)", marks)}.isdisjoint(re.findall(r"pytest\.mark\.(\w+)", own[1]))


def is_thorough() -> bool:
    """Tell whether the run looks at all that there is, as `make thorough` does, and so does what is no test."""
    return examples(100) >= 100


def examples(count: int) -> int:
    """Return the share of `count` that the profile of the run asks for, as `max_examples` of a property.

    A profile's own `max_examples` goes for properties that name no number, and is of a hundred.
    """
    return max(count * settings.default.max_examples // 100, 1)
