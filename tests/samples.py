"""Cases of which `make quick` tries only some: each takes long, and most mistakes show in the first."""

from __future__ import annotations

from collections.abc import Iterable
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


def examples(count: int) -> int:
    """Return `count` as `max_examples` of a property, or the share of it that the profile of the run asks for.

    A profile's own `max_examples` goes for properties that name no number, a hundred unless it says otherwise.
    """
    return max(count * settings.default.max_examples // 100, 1)
