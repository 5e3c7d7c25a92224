"""Cases of which `make quick` or `make test` tries only some: each takes long, and most mistakes show in the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import settings


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


def leave_most_to_the_whole_run(items: Iterable[pytest.Item]) -> None:
    """Mark as slow all cases of tests marked `sampled` but one in `every`, of those that are quick so far."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in items:
        sampled = item.get_closest_marker("sampled")
        if sampled is None or any(item.get_closest_marker(name) for name in ("slow", "outside")):
            continue
        test = item.location[0], item.location[2].partition("[")[0]
        if counts[test] % sampled.kwargs["every"]:
            item.add_marker(pytest.mark.slow)
        counts[test] += 1


def examples(count: int) -> int:
    """Return `count` as `max_examples` of a property, or the share of it that the profile of the run asks for.

    A profile's own `max_examples` goes for properties that name no number, a hundred unless it says otherwise.
    """
    return max(count * settings.default.max_examples // 100, 1)
